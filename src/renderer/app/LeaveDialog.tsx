import { useDialogs } from '../state/dialogs'
import { stoppedByLeaving, useJobs } from '../state/jobs'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { usePhrases } from '../words/words'
import { jobProgress, jobTitle } from './jobWords'

/** Asks before the archive is left while work on it runs, as leaving stops that work. */
export function LeaveDialog({ leave, closing }: { leave: () => void; closing: boolean }) {
  const phrases = usePhrases()
  const { t } = phrases
  const close = useDialogs((state) => state.close)
  const jobs = useJobs((state) => state.jobs)
  return (
    <Dialog
      title={t('ui.leave.title')}
      more={t(closing ? 'desk.closing.more' : 'ui.leave.more')}
      testId="dialog-leave"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.leave.stay')}</Button>
          <Button
            look="danger"
            data-testid="leave-do"
            onClick={() => {
              close()
              leave()
            }}
          >
            {t(closing ? 'desk.closing.do' : 'ui.leave.do')}
          </Button>
        </>
      }
    >
      {stoppedByLeaving(jobs).map((job) => (
        <p key={job.id} className="dialog-quote">
          {jobTitle(phrases, job)} · {jobProgress(phrases, job)}
        </p>
      ))}
    </Dialog>
  )
}
