import type { ZodError } from 'zod'
import type { AnswerOf, InputOf, OperationName, OutputOf, ParsedInputOf } from '#contract/operations'
import { operations } from '#contract/operations'
import { fromErrorData, KhoError } from '#core/errors'
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
  /** The same, but waits for a job to end and gives its result. */
  runToEnd<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
}

/** Wraps the table of handlers: parses at the border, serialises changes, turns jobs loose. */
export function makeRunner(context: OperationContext, handlers: Handlers): Runner {
  const run = <N extends OperationName>(name: N, input: unknown, work: Work): Promise<OutputOf<N>> => {
    const parsed = operations[name].input.safeParse(input)
    if (!parsed.success) throw new KhoError('input-invalid', { args: { detail: firstIssue(parsed.error) } })
    const handler = handlers[name] as Handler<N>
    const go = () => handler(context, parsed.data as ParsedInputOf<N>, work)
    return operations[name].kind === 'change' ? context.exclusively(go) : go()
  }
  const startJob = (name: OperationName, input: unknown): string =>
    context.jobs.start(name, async (work) => run(name, input, work))

  return {
    async call(name, input) {
      if (!(name in operations)) throw new KhoError('input-invalid', { args: { detail: String(name) } })
      if (operations[name].kind === 'job') return { jobId: startJob(name, input) } as AnswerOf<typeof name>
      return (await run(name, input, quietWork())) as AnswerOf<typeof name>
    },
    async runToEnd(name, input) {
      if (operations[name].kind !== 'job') return run(name, input, quietWork())
      const { outcome } = await context.jobs.finished(startJob(name, input))
      if (outcome?.state === 'done') return outcome.result as OutputOf<typeof name>
      if (outcome?.state === 'failed') throw fromErrorData(outcome.error)
      throw new KhoError('cancelled')
    },
  }
}

function firstIssue(error: ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'input'}: ${issue.message}` : 'input'
}
