import { create } from 'zustand'
import type { JobState } from '#contract/jobs'
import type { ImportReport } from '#contract/operations'

interface JobsState {
  /** In the order they began. */
  jobs: JobState[]
  /** The report of the latest intake, until the next one. */
  lastIntake: ImportReport | null
  note(job: JobState): void
  dismiss(id: string): void
  /** Puts away the finished jobs of a kind, as their result is being read elsewhere. */
  dismissRead(kind: string): void
  clearIntake(): void
  /** The engine ended: whatever it was doing will not end by itself. */
  lost(): void
  /** Another archive: results of the former one are no longer of use. */
  reset(): void
}

/** What a finished intake told; a stopped one tells what it kept. */
function intakeReport(job: JobState): ImportReport | null {
  if (job.kind !== 'intake.import' || !job.outcome) return null
  if (job.outcome.state === 'done') return job.outcome.result as ImportReport
  if (job.outcome.state === 'cancelled') return (job.outcome.kept as ImportReport | null) ?? null
  return null
}

const gone: JobState['outcome'] = {
  state: 'failed',
  error: { code: 'engine-gone', file: null, args: {}, cause: null },
}

/** The jobs that would be stopped halfway if the archive they fill or hand over were left now. */
export const stoppedByLeaving = (jobs: JobState[]): JobState[] =>
  jobs.filter(({ kind, outcome }) => !outcome && /^(intake|draft|export|transfer)\./.test(kind))

/** Long work and its results, which wait here until they have been read. */
export const useJobs = create<JobsState>((set) => ({
  jobs: [],
  lastIntake: null,
  note: (job) =>
    set(({ jobs, lastIntake }) => ({
      jobs: jobs.some(({ id }) => id === job.id)
        ? jobs.map((known) => (known.id === job.id ? job : known))
        : [...jobs, job],
      lastIntake: intakeReport(job) ?? lastIntake,
    })),
  dismiss: (id) => set(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) })),
  dismissRead: (kind) =>
    set(({ jobs }) => ({ jobs: jobs.filter((job) => job.kind !== kind || job.outcome?.state !== 'done') })),
  lost: () => set(({ jobs }) => ({ jobs: jobs.map((job) => (job.outcome ? job : { ...job, outcome: gone })) })),
  clearIntake: () => set({ lastIntake: null }),
  reset: () => set(({ jobs }) => ({ jobs: jobs.filter(({ outcome }) => !outcome), lastIntake: null })),
}))
