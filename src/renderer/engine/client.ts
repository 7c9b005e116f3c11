import type { Changed } from '#contract/history'
import type { JobState } from '#contract/jobs'
import type { FromEngine } from '#contract/messages'
import type { AnswerOf, InputOf, NamesOfKind, OperationName, OutputOf } from '#contract/operations'
import { isFromEngine } from './bridge'
import { CallFailed } from './failure'

interface Waiting {
  /** The caller says itself what was changed. */
  tellsItself: boolean
  resolve: (answer: Told<unknown>) => void
  reject: (failure: CallFailed) => void
}

/** An answer, and the change that was made of it, if any. */
export interface Told<T> {
  value: T
  change: Changed | null
}

/** What the rest of the window may hear from the engine besides answers. */
export interface EngineEvents {
  job?: (job: JobState) => void
  changed?: (kinds: string[]) => void
  restarted?: () => void
  /** Something of ours was changed, by a call that does not tell of it itself. */
  done?: (change: Changed) => void
}

const waiting = new Map<number, Waiting>()
const listeners = new Set<EngineEvents>()
const jobWatchers = new Map<string, (outcome: NonNullable<JobState['outcome']>) => void>()
const endedUnwatched = new Map<string, NonNullable<JobState['outcome']>>()
let lastId = 0

/**
 * Runs a named operation in the engine. A job answers with its id at once; see `runJob`.
 * @throws CallFailed with the engine's error, or `engine-gone` when the engine ended meanwhile
 */
export async function call<N extends OperationName>(operation: N, input: InputOf<N>): Promise<AnswerOf<N>> {
  return (await ask(operation, input, false)).value
}

/**
 * Makes a change whose caller tells the person of it, so that no other message does.
 * @throws as `call`
 */
export function callTold<N extends NamesOfKind<'change'>>(operation: N, input: InputOf<N>): Promise<Told<AnswerOf<N>>> {
  return ask(operation, input, true)
}

function ask<N extends OperationName>(operation: N, input: InputOf<N>, tellsItself: boolean) {
  lastId += 1
  const id = lastId
  return new Promise<Told<AnswerOf<N>>>((resolve, reject) => {
    waiting.set(id, { tellsItself, resolve: resolve as Waiting['resolve'], reject })
    window.kho.toEngine({ id, operation, input })
  })
}

/**
 * Runs a job to its end.
 * @returns the result, or null where the person stopped it
 * @throws CallFailed where the job failed
 */
export async function runJob<N extends NamesOfKind<'job'>>(
  operation: N,
  input: InputOf<N>,
): Promise<OutputOf<N> | null> {
  const { jobId } = (await call(operation, input)) as { jobId: string }
  const outcome = await outcomeOf(jobId)
  if (outcome.state === 'failed') throw new CallFailed(outcome.error)
  return outcome.state === 'done' ? (outcome.result as OutputOf<N>) : null
}

/** Listens to jobs, changes and restarts; returns the way to stop. */
export function listen(events: EngineEvents): () => void {
  listeners.add(events)
  return () => listeners.delete(events)
}

/** Connects to the port once, at start. */
export function connect(): () => void {
  return window.kho.onMessage((message) => {
    if (isFromEngine(message)) receive(message)
  })
}

function receive(message: FromEngine): void {
  switch (message.type) {
    case 'answer':
      settle(message)
      return
    case 'job':
      noteJob(message.job)
      return
    case 'changed':
      for (const listener of listeners) listener.changed?.(message.kinds)
      return
    case 'restarted':
      failAll()
      for (const listener of listeners) listener.restarted?.()
  }
}

function settle(answer: Extract<FromEngine, { type: 'answer' }>): void {
  const call = waiting.get(answer.id)
  if (!call) return
  waiting.delete(answer.id)
  if (!answer.ok) {
    call.reject(new CallFailed(answer.error))
    return
  }
  const { value, change = null } = answer
  call.resolve({ value, change })
  if (change && !call.tellsItself) for (const listener of listeners) listener.done?.(change)
}

function noteJob(job: JobState): void {
  for (const listener of listeners) listener.job?.(job)
  if (!job.outcome) return
  const watcher = jobWatchers.get(job.id)
  jobWatchers.delete(job.id)
  // A short job can end before its id has been answered.
  if (watcher) watcher(job.outcome)
  else endedUnwatched.set(job.id, job.outcome)
}

function outcomeOf(jobId: string): Promise<NonNullable<JobState['outcome']>> {
  const ended = endedUnwatched.get(jobId)
  endedUnwatched.delete(jobId)
  return ended ? Promise.resolve(ended) : new Promise((resolve) => jobWatchers.set(jobId, resolve))
}

function failAll(): void {
  const gone = { code: 'engine-gone' as const, file: null, args: {}, cause: null }
  for (const call of waiting.values()) call.reject(new CallFailed(gone))
  waiting.clear()
  for (const watcher of jobWatchers.values()) watcher({ state: 'failed', error: gone })
  jobWatchers.clear()
}
