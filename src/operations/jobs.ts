import type { JobState } from '#contract/jobs'
import { toErrorData } from '#core/errors'
import type { Warning } from '#core/model/draft'
import type { Clock, Ids } from '#platform/ports'

/** One step of progress; `current` is what is worked on now, as the person knows it. */
export interface Progress {
  phase: string
  done: number
  total: number | null
  unit: JobState['unit']
  current: string | null
}

/** What long work is handed: where to report, when to stop, where warnings go. */
export interface Work {
  /** The job this work is, so that it does not wait for itself; null outside jobs. */
  jobId: string | null
  signal: AbortSignal
  report(progress: Progress): void
  warn(warning: Warning): void
}

/** Work that nobody watches: operations called from inside others. */
export const quietWork = (signal: AbortSignal = new AbortController().signal): Work => ({
  jobId: null,
  signal,
  report: () => {},
  warn: () => {},
})

interface Running {
  state: JobState
  controller: AbortController
  finished: Promise<JobState>
}

const betweenEventsMs = 100
const keepFinished = 50

/**
 * The running and recently finished jobs of one engine. Progress events leave at most ten times a
 * second; the last one, with the outcome, always leaves.
 */
export class Jobs {
  private readonly jobs = new Map<string, Running>()

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly emit: (state: JobState) => void,
  ) {}

  /** Starts work and answers its id at once. */
  start(kind: string, run: (work: Work) => Promise<unknown>): string {
    const id = this.ids.next()
    const controller = new AbortController()
    const startedAt = this.clock.now()
    const state: JobState = {
      id,
      kind,
      phase: 'starting',
      done: 0,
      total: null,
      unit: 'file',
      startedAt,
      etaMs: null,
      canCancel: true,
      current: null,
      outcome: null,
    }
    const warnings: Warning[] = []
    let lastEmit = 0
    const report = (progress: Progress) => {
      const shown = bounded(progress)
      Object.assign(state, shown, { etaMs: this.eta(state, shown) })
      const now = this.clock.now()
      if (now - lastEmit < betweenEventsMs) return
      lastEmit = now
      this.emit({ ...state })
    }
    const work: Work = { jobId: id, signal: controller.signal, report, warn: (warning) => warnings.push(warning) }
    const finished = this.settle(
      state,
      controller,
      Promise.resolve().then(() => run(work)),
      warnings,
    )
    this.jobs.set(id, { state, controller, finished })
    this.emit({ ...state })
    return id
  }

  /** Asks a job to stop; it ends as `cancelled` when it reaches a safe place. */
  cancel(id: string): void {
    this.jobs.get(id)?.controller.abort()
  }

  list(): JobState[] {
    return [...this.jobs.values()].map((job) => ({ ...job.state }))
  }

  /** The state at the end, for callers that wait (the command line). */
  async finished(id: string): Promise<JobState> {
    const job = this.jobs.get(id)
    if (!job) throw new Error(`no job ${id}`)
    return job.finished
  }

  /** Stops everything but the job that asks, and waits until nothing else runs, before an archive closes. */
  async drain(except: string | null = null): Promise<void> {
    const others = [...this.jobs.values()].filter((job) => job.state.id !== except)
    for (const job of others) if (!job.state.outcome) job.controller.abort()
    await Promise.all(others.map((job) => job.finished))
  }

  private async settle(
    state: JobState,
    controller: AbortController,
    running: Promise<unknown>,
    warnings: Warning[],
  ): Promise<JobState> {
    try {
      const result = await running
      state.outcome = controller.signal.aborted
        ? { state: 'cancelled', kept: result }
        : { state: 'done', result, warnings }
    } catch (thrown) {
      const error = toErrorData(thrown)
      state.outcome = error.code === 'cancelled' ? { state: 'cancelled', kept: null } : { state: 'failed', error }
    }
    state.etaMs = null
    state.canCancel = false
    this.emit({ ...state })
    this.forgetOld()
    return { ...state }
  }

  private eta(state: JobState, progress: Progress): number | null {
    if (progress.total === null || progress.done === 0) return null
    const elapsed = this.clock.now() - state.startedAt
    return Math.round((elapsed / progress.done) * Math.max(0, progress.total - progress.done))
  }

  private forgetOld(): void {
    const ended = [...this.jobs.values()].filter((job) => job.state.outcome)
    for (const job of ended.slice(0, Math.max(0, ended.length - keepFinished))) this.jobs.delete(job.state.id)
  }
}

/** A bar that goes past its end reads as broken, whatever the counts say. */
function bounded(progress: Progress): Progress {
  const total = progress.total === null ? null : Math.max(0, progress.total)
  return { ...progress, total, done: Math.max(0, total === null ? progress.done : Math.min(progress.done, total)) }
}
