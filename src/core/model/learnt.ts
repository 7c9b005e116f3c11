import { z } from 'zod'
import { Id, Instant, RecordBase } from './common'
import { EventType } from './vocabulary'

export const LearntAbout = z.enum([
  'person',
  'organization',
  'place',
  'office',
  'author',
  'photographer',
  'furniture',
  'event-type',
])
export type LearntAbout = z.infer<typeof LearntAbout>

/** `replaced`: `value` is meant where the reader says `key`; `added`: it misses `key`; `dropped`: `key` is none. */
export const LearntChange = z.enum(['replaced', 'added', 'dropped'])
export type LearntChange = z.infer<typeof LearntChange>

/** One correction a clerk made, kept for the next article. Counts for exactly these words and this kind. */
export const Learnt = RecordBase.extend({
  about: LearntAbout,
  change: LearntChange,
  key: z.string().min(1),
  value: z.string(),
  /** True where one time is enough; others count from the second time on. */
  sure: z.boolean(),
  /** How often it was corrected so, and how often the opposite since. */
  seen: z.number().int().positive(),
  against: z.number().int().nonnegative(),
  lastAt: Instant,
})
export type Learnt = z.infer<typeof Learnt>

const OfferedName = z.object({ id: Id, name: z.string(), offices: z.array(z.string()), dropped: z.boolean() })

/** What the reader offered at first: a draft keeps it to tell what the clerk corrected. */
export const Offered = z.object({
  authors: z.array(z.string()),
  photographers: z.array(z.string()),
  /** Blocks of the body short enough to be lines of a page's frame. */
  lines: z.array(z.string()),
  eventType: EventType.nullable(),
  people: z.array(OfferedName),
  organizations: z.array(OfferedName),
  places: z.array(OfferedName),
})
export type Offered = z.infer<typeof Offered>
export type OfferedName = z.infer<typeof OfferedName>
