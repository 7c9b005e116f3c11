import { z } from 'zod'

/** Identity of a record: never derived from a name, never reused. */
export const Id = z.string().min(1).max(64)
export type Id = z.infer<typeof Id>

/**
 * A calendar date as far as it is known: `2024`, `2024-07` or `2024-07-08`.
 * The precision is the length, so that dates sort as text.
 */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
export type PartialDate = z.infer<typeof PartialDate>

/** An instant with the Vietnamese offset: `2024-07-08T09:30:00.000+07:00`. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$/)
export type Instant = z.infer<typeof Instant>

/** A digest and the algorithm that made it, kept side by side so that the algorithm can change. */
export const Digest = z.object({ algorithm: z.literal('sha256'), hex: z.string().regex(/^[0-9a-f]{64}$/) })
export type Digest = z.infer<typeof Digest>

/** Retention codes of Thông tư 05/2025/TT-BNV (EAD `maintenance`): 01 permanent … 07 other. */
export const RetentionPeriod = z.object({
  code: z.enum(['01', '02', '03', '04', '05', '06', '07']),
  basis: z.string().max(500).default(''),
})
export type RetentionPeriod = z.infer<typeof RetentionPeriod>

/** Access conditions of Thông tư 05/2025/TT-BNV (EAD `mode`): 01 public, 02 conditional, 03 secret. */
export const AccessConditions = z.enum(['01', '02', '03'])
export type AccessConditions = z.infer<typeof AccessConditions>

/** Where in an article a piece of text stands; `index` counts body blocks or captions, 0 elsewhere. */
export const TextSpan = z.object({
  part: z.enum(['title', 'lede', 'body', 'caption', 'byline', 'furniture']),
  index: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})
export type TextSpan = z.infer<typeof TextSpan>

/** One file exactly as it came in; its bytes lie under `originals/` by digest. */
export const AsReceivedFile = z.object({
  digest: Digest,
  name: z.string(),
  size: z.number().int().nonnegative(),
  mediaType: z.string(),
  receivedAt: Instant,
  role: z.enum(['text', 'photo', 'other']),
})
export type AsReceivedFile = z.infer<typeof AsReceivedFile>

/** What every record carries. */
export const RecordBase = z.object({ id: Id, createdAt: Instant, updatedAt: Instant })
export type RecordBase = z.infer<typeof RecordBase>
