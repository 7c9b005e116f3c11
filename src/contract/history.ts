import { z } from 'zod'
import { Id, Instant } from '#core/model/common'
import { type RecordKind, recordKinds } from '#core/model/records'
import { change, query } from './operation'

const Nothing = z.object({})
const Sequence = z.number().int().positive()
const Kind = z.enum(recordKinds as [RecordKind, ...RecordKind[]])

const Page = z.object({
  /** Only what is older than this change: `next` of the page before. */
  before: Sequence.nullable().default(null),
  limit: z.number().int().min(1).max(500).default(50),
})

/** One change; `operation` and `args` make its sentence (`core/history`). */
export const HistoryRow = z.object({
  sequence: Sequence,
  at: Instant,
  who: z.string(),
  operation: z.string(),
  args: z.record(z.string(), z.string()),
  /** Kinds and number of the records it touched. */
  kinds: z.array(z.string()),
  records: z.number().int(),
  /** The change that this one took back, or did again. */
  undoes: Sequence.nullable(),
  redoes: Sequence.nullable(),
  undone: z.boolean(),
  /** False also where a later change touched the same records. */
  undoable: z.boolean(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** One change of one record, with the fields that it changed. */
export const RecordHistoryRow = HistoryRow.extend({
  what: z.enum(['made', 'changed', 'removed']),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type RecordHistoryRow = z.infer<typeof RecordHistoryRow>

/** What an undo or redo did: its own line, the change it was about, and that change's words. */
export const Undone = z.object({
  sequence: Sequence,
  of: Sequence,
  operation: z.string(),
  args: z.record(z.string(), z.string()),
})
export type Undone = z.infer<typeof Undone>

/** Something that was thrown away and can be had back. */
export const BinRow = z.object({
  kind: z.enum(['article', 'draft']),
  id: Id,
  title: z.string(),
  reason: z.string(),
  at: Instant,
  who: z.string(),
  /** The change that threw it away: what to undo to have it back. */
  sequence: Sequence,
})
export type BinRow = z.infer<typeof BinRow>

export const BinEmptied = z.object({
  articles: z.number().int(),
  drafts: z.number().int(),
  /** Articles that something still points at; they stay in the bin. */
  kept: z.array(Id),
  /** Originals that nothing named any more and that were removed because the person said so. */
  originalsRemoved: z.number().int(),
})
export type BinEmptied = z.infer<typeof BinEmptied>

export const historyOperations = {
  /** The whole archive's history, newest first. */
  'history.list': query(
    Page,
    z.object({ total: z.number().int(), rows: z.array(HistoryRow), next: Sequence.nullable() }),
  ),
  'history.ofRecord': query(
    Page.extend({ kind: Kind, id: Id }),
    z.object({ rows: z.array(RecordHistoryRow), next: Sequence.nullable() }),
  ),
  /** Takes back a change, the newest that stands where none is named. */
  'history.undo': change(z.object({ sequence: Sequence.nullable().default(null) }), Undone),
  /** Does an undone change again, the one undone last where none is named. */
  'history.redo': change(z.object({ sequence: Sequence.nullable().default(null) }), Undone),
  /** Puts a record back to what it was after a change. */
  'record.restoreVersion': change(z.object({ kind: Kind, id: Id, sequence: Sequence }), Nothing),
  'bin.list': query(Nothing, z.object({ rows: z.array(BinRow) })),
  /** Takes what is in the bin out of the catalogue; `remove` also deletes originals that nothing else names. */
  'bin.empty': change(z.object({ originals: z.enum(['keep', 'remove']).default('keep') }), BinEmptied),
} as const
