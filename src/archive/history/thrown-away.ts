import type { AsReceivedFile } from '#core/model/common'
import type { Archive } from '../archive'
import { partsOf } from '../store'
import { linesTouching, recordsTouched, standingOf } from './lines'
import { entryOf, type HistoryEntry, linesOf, versionBefore } from './read'

/** A draft that was discarded and is not there again, and the change that did it. */
export interface Discarded {
  id: string
  by: HistoryEntry
}

/** Discarded drafts since the bin was last emptied, newest first. */
export async function discardedDrafts(archive: Archive): Promise<Discarded[]> {
  const db = await linesOf(archive)
  const emptied = standingOf(db, 'bin.empty')[0]?.sequence ?? 0
  const found = new Map<string, Discarded>()
  for (const row of standingOf(db, 'draft.discard')) {
    if (row.sequence < emptied) break
    const draft = recordsTouched(db, row.sequence).find(({ kind }) => kind === 'draft')
    if (!draft || found.has(draft.id) || (await archive.get('draft', draft.id))) continue
    found.set(draft.id, { id: draft.id, by: entryOf(db, row) })
  }
  return [...found.values()]
}

/** The change that put an article into the bin, or null where the journal does not say. */
export async function binningOf(archive: Archive, id: string): Promise<HistoryEntry | null> {
  const db = await linesOf(archive)
  const rows = linesTouching(db, { kind: 'article', id }, Number.MAX_SAFE_INTEGER, 50)
  const row = rows.find(({ operation, undone_by }) => operation === 'article.bin' && undone_by === null)
  return row ? entryOf(db, row) : null
}

/** The originals that a discarded draft came from. */
export async function filesOfDiscarded(archive: Archive, { id, by }: Discarded): Promise<AsReceivedFile[]> {
  const db = await linesOf(archive)
  const draft = await versionBefore(partsOf(archive), db, { kind: 'draft', id }, by.sequence)
  return (draft?.asReceived ?? []) as AsReceivedFile[]
}

/**
 * Removes originals for good: those of the given that no record names.
 * @returns how many were removed
 */
export async function removeUnnamed(archive: Archive, candidates: AsReceivedFile[]): Promise<number> {
  const { files } = partsOf(archive).platform
  const still = new Set(candidates.map(({ digest }) => digest.hex))
  for (const hex of still) {
    const named = (await archive.index.sameFile(hex)).length > 0 || (await archive.get('photo', hex)) !== null
    if (named) still.delete(hex)
  }
  const gone = new Set<string>()
  for (const file of candidates) {
    const path = archive.originals.pathOf(file)
    if (!still.has(file.digest.hex) || !(await files.stat(path))) continue
    await files.remove(path)
    gone.add(path)
  }
  return gone.size
}
