import { z } from 'zod'
import { query } from './operation'

/** A search that a question may mean, and how much it finds. */
export const Reading = z.object({
  of: z.enum(['photos', 'articles']),
  text: z.string(),
  count: z.number().int().positive(),
})
export type Reading = z.infer<typeof Reading>

export const questionOperations = {
  /** The searches a question typed as a sentence may mean, at most three, only those that find something. */
  'search.readings': query(z.object({ text: z.string().max(1000) }), z.object({ readings: z.array(Reading) })),
} as const
