import { z } from 'zod'
import { KhoErrorData } from '#core/errors'
import { Warning } from '#core/model/draft'

/** Long work as data; at most ten events a second. Times in milliseconds, `bytes` where known. */
export const JobState = z.object({
  id: z.string(),
  kind: z.string(),
  phase: z.string(),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  unit: z.enum(['file', 'photo', 'article', 'row', 'byte']),
  startedAt: z.number(),
  etaMs: z.number().nullable(),
  canCancel: z.boolean(),
  /** What is being worked on now, as the person knows it. */
  current: z.string().nullable(),
  outcome: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('done'), result: z.unknown(), warnings: z.array(Warning) }),
      z.object({ state: z.literal('cancelled'), kept: z.unknown() }),
      z.object({ state: z.literal('failed'), error: KhoErrorData }),
    ])
    .nullable(),
})
export type JobState = z.infer<typeof JobState>
