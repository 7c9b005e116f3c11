import { KhoError } from '#core/errors'
import type { RecordKind } from '#core/model/records'
import type { Archive, Change, ChangeEntry } from '../archive'
import { digestOf } from '../catalogue'
import type { JournalLine } from '../format'
import type { IndexDatabase } from '../index/database'
import { partsOf } from '../store'
import { refuseLost } from './consequences'
import type { LineRow } from './history-index'
import { lastStanding, lastUndone, laterTouch } from './lines'
import { changedBy, isUndoable, lineAt, linesOf, rowOf, versionAt, versionBefore } from './read'

type Entry = JournalLine['entries'][number]

/**
 * The change that takes back a change: every record as it was before. Call it and commit under one turn.
 * @param sequence null for the newest change that stands
 * @throws KhoError nothing-to-undo; record-changed-meanwhile, naming the later change in `args`;
 * file-missing where an original has been removed for good; archive-damaged
 */
export async function undoing(archive: Archive, sequence: number | null): Promise<Change> {
  const db = await linesOf(archive)
  const row = sequence === null ? lastStanding(db) : rowOf(db, sequence)
  if (!row || !isUndoable(row)) throw new KhoError('nothing-to-undo')
  refuseLater(db, row)
  const parts = partsOf(archive)
  const line = await lineAt(parts, row)
  const entries = await Promise.all(
    line.entries.map(async (entry) => {
      await refuseChanged(archive, row, entry, entry.after && (await digestOf(entry.after, parts.platform.digests)))
      if (entry.before === null) return put(entry, null)
      const version = await versionBefore(parts, db, entry, row.sequence)
      const digest = version && (await digestOf(version, parts.platform.digests))
      if (digest !== entry.before) throw new KhoError('archive-damaged', { file: parts.layout.month(row.month) })
      return put(entry, version ?? null)
    }),
  )
  await refuseLost(archive, db, entries)
  return { operation: 'history.undo', args: argsOf(row), undoes: row.sequence, entries }
}

/**
 * The change that does again what was undone.
 * @param sequence of the change, not of its undoing; null for the one undone last
 * @throws as `undoing`, with nothing-to-redo
 */
export async function redoing(archive: Archive, sequence: number | null): Promise<Change> {
  const db = await linesOf(archive)
  const row = sequence === null ? lastUndone(db) : rowOf(db, sequence)
  if (!row || row.undone_by === null) throw new KhoError('nothing-to-redo')
  refuseLater(db, row)
  const line = await lineAt(partsOf(archive), row)
  for (const entry of line.entries) await refuseChanged(archive, row, entry, entry.before)
  const entries = line.entries.map((entry) => put(entry, entry.after))
  await refuseLost(archive, db, entries)
  return { operation: 'history.redo', args: argsOf(row), redoes: row.sequence, entries }
}

/**
 * The change that brings back a record as it was after an earlier change; also one that was removed.
 * @throws KhoError record-missing where that change removed it or did not touch it; file-missing
 */
export async function restoring(
  archive: Archive,
  record: { kind: RecordKind; id: string },
  sequence: number,
  at: string,
): Promise<Change> {
  const version = await versionAt(archive, record, sequence)
  if (!version) throw new KhoError('record-missing', { args: record })
  const entries = [put(record, { ...version, updatedAt: at })]
  await refuseLost(archive, await linesOf(archive), entries)
  const title = version.title ?? version.name ?? version.caption ?? ''
  return {
    operation: 'record.restore',
    args: { kind: record.kind, title: String(title), sequence: String(sequence) },
    entries,
  }
}

// Records of lines are checked against their schema when they are committed, like any other.
function put({ kind, id }: { kind: RecordKind; id: string }, after: Record<string, unknown> | null): ChangeEntry {
  return { kind, id, after } as ChangeEntry
}

/** What was done, for the sentence, and by which operation. */
function argsOf(row: LineRow): Record<string, string> {
  return { ...(JSON.parse(row.args) as Record<string, string>), what: row.operation, of: String(row.sequence) }
}

function refuseLater(db: IndexDatabase, row: LineRow): void {
  const later = laterTouch(db, row.sequence)
  if (later) throw changedBy(later)
}

/** Whatever the index says: a record that is not as expected is never overwritten. */
async function refuseChanged(archive: Archive, row: LineRow, entry: Entry, expected: string | null): Promise<void> {
  const held = await archive.get(entry.kind, entry.id)
  const digest = held ? await digestOf(held, partsOf(archive).platform.digests) : null
  if (digest !== expected) throw changedBy(row)
}
