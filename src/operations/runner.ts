import type { ZodError } from 'zod'
import type { Archive } from '#archive/archive'
import type { Changed } from '#contract/history'
import type { AnswerOf, InputOf, OperationName, OutputOf, ParsedInputOf } from '#contract/operations'
import { operations } from '#contract/operations'
import { fromErrorData, KhoError } from '#core/errors'
import { withSoundIndex } from './care/renew-index'
import type { OperationContext } from './context'
import type { Work } from './jobs'
import { quietWork } from './jobs'

/** One operation's work; types follow from the contract. */
export type Handler<N extends OperationName> = (
  context: OperationContext,
  input: ParsedInputOf<N>,
  work: Work,
) => Promise<OutputOf<N>>

export type Handlers = { [N in OperationName]: Handler<N> }

/** The way every door calls operations: the window over a port, the command line directly. */
export interface Runner {
  /**
   * Parses the input, runs the operation and answers; a job answers with its id at once.
   * @throws KhoError input-invalid naming the field, or whatever the operation gives
   */
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<AnswerOf<N>>
  /** The same, with the change that was made of it, so that its doer can be told what there is to undo. */
  callTold<N extends OperationName>(name: N, input: InputOf<N>): Promise<{ value: AnswerOf<N>; change: Changed | null }>
  /** The same, but waits for a job to end and gives its result. */
  runToEnd<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
}

/** Wraps the table of handlers: parses at the border, serialises changes, turns jobs loose. */
export function makeRunner(context: OperationContext, handlers: Handlers): Runner {
  const handle = <N extends OperationName>(name: N, input: ParsedInputOf<N>, work: Work): Promise<OutputOf<N>> =>
    (handlers[name] as Handler<N>)(context, input, work)
  const run = async <N extends OperationName>(name: N, input: unknown, work: Work): Promise<OutputOf<N>> =>
    handle(name, parse(name, input), work)
  /** Changes run one at a time, so that what the archive committed meanwhile is what this one did. */
  const told = <N extends OperationName>(name: N, input: unknown) => {
    const parsed = parse(name, input)
    const doing = async () => {
      const before = context.archive?.lastChange ?? null
      const value = await handle(name, parsed, quietWork())
      const after = context.archive?.lastChange ?? null
      return { value, change: after?.sequence === before?.sequence ? null : after }
    }
    const last = context.archive?.lastChange
    const again = (archive: Archive) => archive.lastChange === last
    return withSoundIndex(context, () => context.exclusively(doing), { jobId: null, again })
  }
  const ask = <N extends OperationName>(name: N, input: unknown) =>
    withSoundIndex(context, () => run(name, input, quietWork()), { jobId: null, again: () => true })
  const startJob = (name: OperationName, input: unknown): string =>
    context.jobs.start(name, (work) =>
      withSoundIndex(context, () => run(name, input, work), { jobId: work.jobId, again: () => false }),
    )

  return {
    async call(name, input) {
      return (await this.callTold(name, input)).value
    },
    async callTold(name, input) {
      if (!(name in operations)) throw new KhoError('input-invalid', { args: { detail: String(name) } })
      type Answer = AnswerOf<typeof name>
      if (operations[name].kind === 'job') return { value: { jobId: startJob(name, input) } as Answer, change: null }
      if (operations[name].kind === 'query') {
        return { value: (await ask(name, input)) as Answer, change: null }
      }
      const { value, change } = await told(name, input)
      return { value: value as Answer, change }
    },
    async runToEnd(name, input) {
      if (operations[name].kind === 'query') return ask(name, input)
      if (operations[name].kind === 'change') return (await told(name, input)).value
      const { outcome } = await context.jobs.finished(startJob(name, input))
      if (outcome?.state === 'done') return outcome.result as OutputOf<typeof name>
      if (outcome?.state === 'failed') throw fromErrorData(outcome.error)
      throw new KhoError('cancelled')
    },
  }
}

/** @throws KhoError input-invalid naming the field */
function parse<N extends OperationName>(name: N, input: unknown): ParsedInputOf<N> {
  const parsed = operations[name].input.safeParse(input)
  if (!parsed.success) throw new KhoError('input-invalid', { args: { detail: firstIssue(parsed.error) } })
  return parsed.data as ParsedInputOf<N>
}

function firstIssue(error: ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'input'}: ${issue.message}` : 'input'
}
