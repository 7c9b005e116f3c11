import { z } from 'zod'
import { correctedKinds } from '#core/corrections/marks'
import { Id } from '#core/model/common'
import { Note } from '#core/model/views'
import { change, job } from './operation'

const Kind = z.enum(correctedKinds)
/** Where a cell stands in the workbook that came back. */
const Where = z.object({ sheet: z.string(), cell: z.string() })

/** One corrected cell. `value` is what a record would keep; the texts are as people read them. */
export const CorrectedCell = Where.extend({
  field: z.string(),
  column: z.string(),
  value: z.string(),
  old: z.string(),
  new: z.string(),
  /** What our record says meanwhile, where it moved on since the export; null where it did not. */
  ours: z.string().nullable(),
})
export type CorrectedCell = z.infer<typeof CorrectedCell>

/** A cell that cannot be taken over; the words stand in the locale files under `corrections.problem`. */
export const CellProblem = Where.extend({
  column: z.string(),
  text: z.string(),
  code: z.string(),
  args: z.record(z.string(), z.string()),
})
export type CellProblem = z.infer<typeof CellProblem>

/** Everything the workbook would change in one record. */
export const CorrectedRecord = z.object({
  kind: Kind,
  id: Id,
  label: z.string(),
  /** Beginning of the digest of our record as it was compared: applying refuses one that moved on. */
  version: z.string(),
  changes: z.array(CorrectedCell),
  problems: z.array(CellProblem),
})
export type CorrectedRecord = z.infer<typeof CorrectedRecord>

export const CorrectionsReport = z.object({
  file: z.string(),
  records: z.array(CorrectedRecord),
  /** Rows that say what our records say. */
  unchanged: z.number().int(),
  /** Rows that belong to no record of ours, or to one that an earlier row spoke for. */
  unknown: z.array(
    z.object({
      sheet: z.string(),
      row: z.number().int(),
      text: z.string(),
      because: z.enum(['no-mark', 'record-missing', 'binned', 'repeated']),
    }),
  ),
  /** What a person should know about the workbook as a whole; words under `corrections.note`. */
  notes: z.array(Note),
})
export type CorrectionsReport = z.infer<typeof CorrectionsReport>

/** What of it is accepted, as `corrections.read` told it. */
export const Acceptance = CorrectedRecord.pick({ kind: true, id: true, version: true }).extend({
  changes: z.array(CorrectedCell.pick({ field: true, value: true })).min(1),
})
export type Acceptance = z.infer<typeof Acceptance>

export const correctionsOperations = {
  /** What a working catalogue that came back would change, record by record. Nothing is written. */
  'corrections.read': job(z.object({ path: z.string().min(1) }), CorrectionsReport),
  /** Takes over what is accepted, as one change. */
  'corrections.apply': change(
    z.object({ file: z.string().max(500), accept: z.array(Acceptance).min(1).max(100_000) }),
    z.object({ sequence: z.number().int(), records: z.number().int(), changes: z.number().int() }),
  ),
} as const
