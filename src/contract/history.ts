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

/** What a change did to one record; `name` as people call it. */
export const TouchedRecord = z.object({
  kind: Kind,
  id: Id,
  name: z.string(),
  what: RecordHistoryRow.shape.what,
  changes: RecordHistoryRow.shape.changes,
})
export type TouchedRecord = z.infer<typeof TouchedRecord>

/** Names of records that fields point at by id alone, so that a change can be read. */
const Names = z.record(z.string(), z.string())

/** A change as its doer is told of it at once: what to undo, and what makes its sentence. */
export interface Changed {
  sequence: number
  operation: string
  args: Record<string, string>
}

/** What an undo or redo did: its own line, the change it was about, and that change's words. */
export const Undone = z.object({
  sequence: Sequence,
  of: Sequence,
  operation: z.string(),
  args: z.record(z.string(), z.string()),
  /** The records that are now as before; the first ones where there are many. */
  records: z.array(z.object({ kind: Kind, id: Id })),
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
  /** The archive's history, newest first: all of it, or what holds these words or was done by one person. */
  'history.list': query(
    Page.extend({ text: z.string().max(200).default(''), who: z.string().max(300).default('') }),
    z.object({ total: z.number().int(), rows: z.array(HistoryRow), next: Sequence.nullable() }),
  ),
  /** Everybody who changed something, the most active first. */
  'history.people': query(
    Nothing,
    z.object({ people: z.array(z.object({ who: z.string(), changes: z.number().int() })) }),
  ),
  /** One change whole: what it did to each record, the first 100 where there are more. */
  'history.get': query(
    z.object({ sequence: Sequence }),
    z.object({ row: HistoryRow, records: z.array(TouchedRecord), names: Names }),
  ),
  'history.ofRecord': query(
    Page.extend({ kind: Kind, id: Id }),
    z.object({ rows: z.array(RecordHistoryRow), next: Sequence.nullable(), names: Names }),
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
