import { KhoError } from '#core/errors'
import type { RecordKind } from '#core/model/records'
import type { Archive } from '../archive'
import { digestOf } from '../catalogue'
import { JournalLine, parseJson } from '../format'
import type { IndexDatabase } from '../index/database'
import { partsOf } from '../store'
import type { LineRow } from './history-index'
import {
  countOfLines,
  everyLine,
  type LinesWanted,
  laterTouch,
  lineOf,
  linesBefore,
  linesTouching,
  peopleOfLines,
} from './lines'

/** One change as a list shows it; `args` fill the sentence of its operation. */
export interface HistoryEntry {
  sequence: number
  at: string
  who: string
  operation: string
  args: Record<string, string>
  kinds: string[]
  records: number
  undoes: number | null
  redoes: number | null
  undone: boolean
  undoable: boolean
}

/** One field of a record before and after a change. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** One change of one record. */
export interface VersionEntry extends HistoryEntry {
  what: 'made' | 'changed' | 'removed'
  changes: FieldChange[]
}

type Parts = ReturnType<typeof partsOf>
type Version = Record<string, unknown> | null

// What a repair puts right must not come back wrong.
const NEVER_UNDONE: ReadonlySet<string> = new Set(['archive.repair', 'photo.fingerprint'])
const VERSIONS_AT_ONCE = 50
// When a record was written says nothing about it.
const NOT_SHOWN: ReadonlySet<string> = new Set(['updatedAt'])

/** The index of the journal, as far as the journal goes. */
export function linesOf(archive: Archive): Promise<IndexDatabase> {
  const { history, journal } = partsOf(archive)
  return history.upTo(journal?.position ?? null)
}

/**
 * The history of the whole archive, newest first.
 * @param page.before only what is older than this change; `next` is what to ask with for the next page
 */
export async function historyOf(
  archive: Archive,
  page: { before: number | null; limit: number },
  wanted: LinesWanted = everyLine,
) {
  const db = await linesOf(archive)
  const rows = linesBefore(db, wanted, page.before ?? Number.MAX_SAFE_INTEGER, page.limit)
  const last = rows.at(-1)?.sequence ?? 1
  const next = rows.length === page.limit && last > 1 ? last : null
  return { total: countOfLines(db, wanted), rows: rows.map((row) => entryOf(db, row)), next }
}

/** Everybody who changed something here. */
export async function peopleOf(archive: Archive): Promise<{ who: string; changes: number }[]> {
  return peopleOfLines(await linesOf(archive))
}

/** One record as a change left it, and what that change did to it. */
export interface TouchedRecord {
  kind: RecordKind
  id: string
  name: string
  what: VersionEntry['what']
  changes: FieldChange[]
}

/**
 * One change whole: its line, and what it did to each record, up to `most` of them.
 * @throws KhoError record-missing where there is no such change; archive-damaged
 */
export async function changeAt(
  archive: Archive,
  sequence: number,
  most: number,
): Promise<{ entry: HistoryEntry; records: TouchedRecord[] }> {
  const db = await linesOf(archive)
  const row = rowOf(db, sequence)
  const parts = partsOf(archive)
  const line = await lineAt(parts, row)
  const records = await Promise.all(
    line.entries.slice(0, most).map(async ({ kind, id, before, after }) => {
      const held = before === null ? null : ((await versionBefore(parts, db, { kind, id }, sequence)) ?? null)
      return {
        kind,
        id,
        name: nameOf(after ?? held),
        what: whatHappened(held, after),
        changes: fieldChanges(held, after),
      }
    }),
  )
  return { entry: entryOf(db, row), records }
}

/** What people call a record: its title, name or number. */
export function nameOf(version: Version): string {
  const { title, name, caption, number, code, text, file } = version ?? {}
  const within = (text ?? file ?? {}) as { title?: unknown; name?: unknown }
  return String(title || name || within.title || caption || number || code || within.name || '')
}

const whatHappened = (before: Version, after: Version): VersionEntry['what'] =>
  after === null ? 'removed' : before === null ? 'made' : 'changed'

/**
 * Who changed a record, when and what, newest first.
 * @throws KhoError archive-damaged where a line of the journal cannot be read any more
 */
export async function historyOfRecord(
  archive: Archive,
  record: { kind: RecordKind; id: string },
  page: { before: number | null; limit: number },
): Promise<{ rows: VersionEntry[]; next: number | null }> {
  const db = await linesOf(archive)
  // One more than asked: the oldest of the page is compared with the version before it.
  const rows = linesTouching(db, record, page.before ?? Number.MAX_SAFE_INTEGER, page.limit + 1)
  const parts = partsOf(archive)
  const versions = await Promise.all(rows.map((row) => versionIn(parts, row, record)))
  const entries = rows.slice(0, page.limit).map((row, at) => {
    const after = versions[at] ?? null
    const before = versions[at + 1] ?? null
    return { ...entryOf(db, row), what: whatHappened(before, after), changes: fieldChanges(before, after) }
  })
  return { rows: entries, next: rows.length > page.limit ? (entries.at(-1)?.sequence ?? null) : null }
}

/**
 * A record as it was after a change, or null where that change removed it.
 * @throws KhoError record-missing where the change did not touch the record
 */
export async function versionAt(
  archive: Archive,
  record: { kind: RecordKind; id: string },
  sequence: number,
): Promise<Version> {
  const [row] = linesTouching(await linesOf(archive), record, sequence + 1, 1)
  if (row?.sequence !== sequence) throw new KhoError('record-missing', { args: record })
  return versionIn(partsOf(archive), row, record)
}

/**
 * The newest version of a record whose digest begins so; null where the history knows none.
 * @throws KhoError archive-damaged where a line of the journal cannot be read any more
 */
export async function versionWithDigest(
  archive: Archive,
  record: { kind: RecordKind; id: string },
  beginning: string,
): Promise<Version> {
  const db = await linesOf(archive)
  const parts = partsOf(archive)
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = linesTouching(db, record, before, VERSIONS_AT_ONCE)
    for (const row of rows) {
      const version = await versionIn(parts, row, record)
      if (version && (await digestOf(version, parts.platform.digests)).startsWith(beginning)) return version
    }
    const last = rows.at(-1)
    if (!last || rows.length < VERSIONS_AT_ONCE) return null
    before = last.sequence
  }
}

/** The version before a change, by the index; undefined where the journal knows none. */
export async function versionBefore(
  parts: Parts,
  db: IndexDatabase,
  record: { kind: RecordKind; id: string },
  sequence: number,
): Promise<Version | undefined> {
  const [row] = linesTouching(db, record, sequence, 1)
  return row && versionIn(parts, row, record)
}

/** @throws KhoError archive-damaged where the line is not what the index was made from */
export async function lineAt({ layout, platform }: Parts, row: LineRow): Promise<JournalLine> {
  const path = layout.month(row.month)
  const bytes = await platform.files.readPart(path, row.start, row.end - row.start)
  const line = JournalLine.safeParse(parseJson(new TextDecoder().decode(bytes))).data
  if (line?.sequence !== row.sequence) throw new KhoError('archive-damaged', { file: path })
  return line
}

async function versionIn(parts: Parts, row: LineRow, { kind, id }: { kind: RecordKind; id: string }): Promise<Version> {
  const line = await lineAt(parts, row)
  return line.entries.find((entry) => entry.kind === kind && entry.id === id)?.after ?? null
}

/** A row as the list shows it. */
export function entryOf(db: IndexDatabase, row: LineRow): HistoryEntry {
  const { sequence, at, who, operation, undoes, redoes, records } = row
  return {
    sequence,
    at,
    who,
    operation,
    args: JSON.parse(row.args) as Record<string, string>,
    kinds: row.kinds.split(' ').filter(Boolean),
    records,
    undoes,
    redoes,
    undone: row.undone_by !== null,
    undoable: isUndoable(row) && laterTouch(db, sequence) === null,
  }
}

/** True for a change of its own that is not undone; whether others came later is another question. */
export function isUndoable(row: LineRow): boolean {
  return row.undone_by === null && row.undoes === null && row.redoes === null && !NEVER_UNDONE.has(row.operation)
}

/** @throws KhoError record-missing */
export function rowOf(db: IndexDatabase, sequence: number): LineRow {
  const row = lineOf(db, sequence)
  if (!row) throw new KhoError('record-missing', { args: { sequence: String(sequence) } })
  return row
}

/** The refusal, with the change that stands in the way. */
export function changedBy({ sequence, who, at, operation, args }: LineRow): KhoError {
  const said = JSON.parse(args) as Record<string, string>
  return new KhoError('record-changed-meanwhile', { args: { ...said, sequence: String(sequence), who, at, operation } })
}

/** The fields that differ, in the order of the record. */
export function fieldChanges(before: Version, after: Version): FieldChange[] {
  if (before === null || after === null) return []
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((field) => !NOT_SHOWN.has(field))
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}
