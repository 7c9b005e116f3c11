import { ClipboardPaste, FilePlus2, FolderPlus, Inbox } from 'lucide-react'
import { useCommands } from '../../app/commands'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useJobs } from '../../state/jobs'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { usePhrases } from '../../words/words'
import { IntakeReport } from './IntakeReport'
import { Queue } from './Queue'
import { WatchBar } from './WatchBar'
import './intake.css'

/** Tiếp nhận: what came in and waits for a look, and what became of the last files. */
export function IntakeScreen() {
  const { t } = usePhrases()
  const drafts = useRead('draft.list', {})
  const report = useJobs((state) => state.lastIntake)
  const rows = drafts.data?.rows ?? []
  const meta = rows.length > 0 ? t('ui.intake.waiting', { count: rows.length }) : undefined
  return (
    <Page title={t('ui.intake.title')} meta={meta} actions={<Ways />} testId="screen-intake">
      <WatchBar />
      {report && <IntakeReport report={report} />}
      {drafts.isPending && <Loading />}
      {drafts.error && <ErrorNote error={drafts.error} again={() => void drafts.refetch()} />}
      {rows.length > 0 && <Queue rows={rows} />}
      {drafts.data && rows.length === 0 && (
        <EmptyState icon={Inbox} title={t('ui.intake.empty.title')} more={t('ui.intake.empty.more')} />
      )}
    </Page>
  )
}

function Ways() {
  const { t } = usePhrases()
  const run = useCommands()
  const readOnly = useReadOnly()
  return (
    <>
      <Button
        look="quiet"
        icon={ClipboardPaste}
        disabled={readOnly}
        onClick={() => run('intake.paste')}
        data-testid="paste"
      >
        {t('ui.intake.paste')}
      </Button>
      <Button icon={FolderPlus} disabled={readOnly} onClick={() => run('intake.folder')} data-testid="pick-folder">
        {t('ui.intake.pickFolder')}
      </Button>
      <Button
        look="primary"
        icon={FilePlus2}
        disabled={readOnly}
        onClick={() => run('intake.files')}
        data-testid="pick-files"
      >
        {t('ui.intake.pickFiles')}
      </Button>
    </>
  )
}
