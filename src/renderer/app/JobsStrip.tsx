import { CircleCheck, CircleStop, TriangleAlert, X } from 'lucide-react'
import type { JobState } from '#contract/jobs'
import { call } from '../engine/client'
import { showDialog } from '../state/dialogs'
import { useJobs } from '../state/jobs'
import { go } from '../state/route'
import { Button, IconButton } from '../ui/Button'
import { useFailures } from '../ui/useFailures'
import { usePhrases, useWords } from '../words/words'
import { jobEta, jobOutcome, jobProgress, jobTitle } from './jobWords'
import './jobs.css'

/** Long work at the foot of the window: how far, how long, stop; and results that wait to be read. */
export function JobsStrip() {
  const t = useWords()
  const jobs = useJobs((state) => state.jobs)
  if (jobs.length === 0) return null
  return (
    <section className="jobs" aria-label={t('ui.job.label')} data-testid="jobs">
      {jobs.map((job) => (job.outcome ? <Ended key={job.id} job={job} /> : <Running key={job.id} job={job} />))}
    </section>
  )
}

function Running({ job }: { job: JobState }) {
  const phrases = usePhrases()
  const { t } = phrases
  const caught = useFailures()
  const title = jobTitle(phrases, job)
  return (
    <div className="job" data-testid="job" data-state="running">
      <div className="job-words">
        <p className="job-title">{title}</p>
        <p className="job-current">{job.current}</p>
      </div>
      <progress
        className="job-bar"
        aria-label={title}
        max={job.total ?? undefined}
        value={job.total === null ? undefined : Math.min(job.done, job.total)}
      />
      <p className="job-numbers">
        {jobProgress(phrases, job)} {jobEta(phrases, job)}
      </p>
      {job.canCancel && (
        <Button look="quiet" icon={CircleStop} onClick={caught(() => call('job.cancel', { id: job.id }))}>
          {t('ui.job.stop')}
        </Button>
      )}
    </div>
  )
}

const endedIcon = { done: CircleCheck, cancelled: CircleStop, failed: TriangleAlert }

function Ended({ job }: { job: JobState }) {
  const phrases = usePhrases()
  const { t } = phrases
  const dismiss = useJobs((state) => state.dismiss)
  const state = job.outcome?.state ?? 'done'
  const Icon = endedIcon[state]
  const read = () => {
    if (job.kind.startsWith('intake.')) go({ screen: 'intake' })
    else showDialog({ name: 'job', id: job.id })
    if (job.kind.startsWith('intake.')) dismiss(job.id)
  }
  return (
    <div className="job" role="status" data-testid="job" data-state={state}>
      <Icon aria-hidden />
      <div className="job-words">
        <p className="job-title">{jobTitle(phrases, job)}</p>
        <p className="job-current">{jobOutcome(phrases, job)}</p>
      </div>
      {state !== 'cancelled' && (
        <Button look="quiet" onClick={read} data-testid="job-read">
          {t('ui.job.read')}
        </Button>
      )}
      <IconButton icon={X} label={t('ui.job.dismiss')} onClick={() => dismiss(job.id)} />
    </div>
  )
}
