import { z } from 'zod'
import { PartialDate, TextSpan } from '#core/model/common'
import { Reason, Warning } from '#core/model/draft'
import { EventType, Genre } from '#core/model/vocabulary'
import { query } from './operation'

/** One thing found in an article: where, how sure (0–1) and why. */
export const Finding = z.object({
  kind: z.enum(['event', 'person', 'organization', 'place', 'document', 'award']),
  name: z.string(),
  /** Offices of a person, date and place of an event, subject of a document, who got the award. */
  details: z.array(z.string()),
  eventType: EventType.nullable(),
  spans: z.array(TextSpan),
  confidence: z.number().min(0).max(1),
  why: z.array(Reason),
})
export type Finding = z.infer<typeof Finding>

/** An article as the reader saw it: its parts in order, and what was found in them. */
export const Explanation = z.object({
  file: z.string(),
  genre: Genre,
  publishedOn: PartialDate.nullable(),
  authors: z.array(z.string()),
  photographers: z.array(z.string()),
  /** `index` counts as spans do: body blocks, captions, lines of furniture. */
  parts: z.array(
    z.object({
      part: z.enum(['title', 'lede', 'body', 'caption', 'furniture']),
      index: z.number().int().nonnegative(),
      text: z.string(),
    }),
  ),
  findings: z.array(Finding),
  warnings: z.array(Warning),
})
export type Explanation = z.infer<typeof Explanation>

export const explainOperations = {
  /** What the reader takes from one file and why, with all that was learnt in the open archive; nothing is stored. */
  'intake.explain': query(z.object({ path: z.string().min(1) }), Explanation),
} as const
