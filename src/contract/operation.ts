import type { z } from 'zod'

/** `query` reads, `change` writes one journal line, `job` runs long and reports. */
export type OperationKind = 'query' | 'change' | 'job'

/** What an operation takes and gives; the handler stands in `src/operations`. */
export interface OperationSpec<K extends OperationKind, I extends z.ZodType, O extends z.ZodType> {
  kind: K
  input: I
  output: O
}

/** Declares a read. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): OperationSpec<'query', I, O> => ({
  kind: 'query',
  input,
  output,
})
/** Declares a write: one transaction, one journal line. */
export const change = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): OperationSpec<'change', I, O> => ({
  kind: 'change',
  input,
  output,
})
/** Declares long work with progress and cancel; `output` is the result at the end. */
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): OperationSpec<'job', I, O> => ({
  kind: 'job',
  input,
  output,
})
