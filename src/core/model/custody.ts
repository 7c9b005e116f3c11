import { z } from 'zod'
import { Digest, Id, PartialDate, RecordBase, RetentionPeriod } from './common'

/** A dossier (hồ sơ): items in order. */
export const Dossier = RecordBase.extend({
  code: z.string(),
  title: z.string(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  retention: RetentionPeriod.nullable(),
  items: z.array(Id),
  keeper: z.string(),
  note: z.string(),
})
export type Dossier = z.infer<typeof Dossier>

/** A transfer (đợt giao nộp). */
export const Transfer = RecordBase.extend({
  dossiers: z.array(Id),
  fingerprint: Digest.nullable(),
  date: PartialDate,
  from: z.string(),
  to: z.string(),
  receipt: z.string(),
})
export type Transfer = z.infer<typeof Transfer>
