import { recordKinds } from '#core/model/records'
import type { Platform } from '#platform/ports'
import { DamagedDocument, type StoredDocument } from './catalogue'
import { Checkpoint, type Layout, parseJson } from './format'
import { type JournalPosition, journalStart, lineEndingAt, type ScannedLine, scanJournal } from './journal'
import {
  documentOf,
  keepAside,
  type LastWord,
  note,
  noteWords,
  readOrSetAside,
  restoreDocument,
  type Tools,
  type Written,
} from './repair'

/** A record as the journal has it where the catalogue is behind; `record` is null where it was removed. */
export type Overlaid = Written | { kind: LastWord['kind']; id: string; sequence: number; record: null }

export interface Recovered {
  position: JournalPosition
  lastSerial: number
  /** Sequence from which on `touched` is complete. */
  since: number
  touched: LastWord[]
  /** Only when reading: what the catalogue misses and nobody may write. */
  overlay: Map<string, Overlaid>
  /** Documents of changes whose lines are gone: they follow a line, so it was on the disk once. */
  ahead: Written[]
}

/** The last checkpoint, and whether it can be believed; null where there is none. */
async function readCheckpoint(layout: Layout, platform: Platform) {
  const { files } = platform
  if ((await files.stat(layout.checkpoint)) === null) return null
  const found = Checkpoint.safeParse(parseJson(await files.readText(layout.checkpoint))).data
  if (!found) return null
  return { ...found, fits: await fits(found, layout, platform) }
}

/**
 * True where the line that a checkpoint names ends where it says. A journal that lost or gained a byte before it
 * would be read from the middle of a line, and its last whole line taken for one that was never finished.
 */
async function fits({ sequence, digest, month, offset }: Checkpoint, layout: Layout, { files, digests }: Platform) {
  if (sequence === 0) return offset === 0
  const line = await lineEndingAt(layout.month(month), offset, files)
  return line !== null && (await digests.sha256(line)) === digest
}

/**
 * Reads the journal from the last checkpoint on, cuts off a line that was never finished, and brings
 * the catalogue up to the journal. Everything replaced is kept under `recovered/`.
 */
export async function recover(tools: Tools): Promise<Recovered> {
  const { found, doubtful, claimed } = await readOn(tools)
  if (doubtful.length > 0) await cutTail(tools, doubtful)
  // A line without its newline was never acknowledged; one that has it may have been.
  const lost = claimed > found.position.sequence || doubtful.some(({ torn }) => !torn)
  if (lost) found.ahead = await documentsAhead(tools, found.position.sequence)
  await bringUp(tools, found.touched)
  return found
}

/** The same for one who may not write: what the catalogue misses is held in memory. */
export async function survey(tools: Tools): Promise<Recovered> {
  const { found } = await readOn(tools)
  for (const word of found.touched) {
    const stored = await readOrNull(tools, word)
    if (stored ? stored.sequence >= word.sequence : word.removed) continue
    const { kind, id, sequence } = word
    const overlaid = word.removed
      ? { kind, id, sequence, record: null }
      : await documentOf(tools, word, stored?.created ?? null)
    found.overlay.set(`${kind}/${id}`, overlaid)
  }
  return found
}

async function readOrNull(tools: Tools, { kind, id }: Pick<LastWord, 'kind' | 'id'>): Promise<StoredDocument | null> {
  try {
    return await tools.catalogue.read(kind, id)
  } catch (thrown) {
    if (thrown instanceof DamagedDocument) return null
    throw thrown
  }
}

/** What the journal says since the checkpoint, and whatever stands after its last whole line. */
async function readOn(tools: Tools): Promise<{ found: Recovered; doubtful: ScannedLine[]; claimed: number }> {
  const { layout, platform } = tools
  const checkpoint = await readCheckpoint(layout, platform)
  const from = checkpoint?.fits ? checkpoint : { ...journalStart, lastSerial: 0 }
  let position: JournalPosition = from
  let lastSerial = from.lastSerial
  const words = new Map<string, LastWord>()
  let doubtful: ScannedLine[] = []
  for await (const scanned of scanJournal(layout, platform.files, platform.digests, from)) {
    const { line, month, end, digest } = scanned
    if (!line || scanned.torn) {
      doubtful.push(scanned)
      continue
    }
    for (const damaged of doubtful)
      note(tools, 'journal-line-damaged', { month: damaged.month, at: `${damaged.start}` })
    doubtful = []
    position = { sequence: line.sequence, digest, month, offset: end }
    noteWords(scanned, line, words)
    const serials = line.entries.map(({ kind, after }) => (kind === 'article' ? Number(after?.serial ?? 0) : 0))
    lastSerial = Math.max(lastSerial, ...serials)
  }
  const touched = [...words.values()]
  const found = { position, lastSerial, since: from.sequence, touched, overlay: new Map(), ahead: [] }
  return { found, doubtful, claimed: checkpoint?.sequence ?? 0 }
}

/** The documents that are newer than the journal; walks all of them, so only where lines are known to be gone. */
export async function documentsAhead(tools: Tools, sequence: number): Promise<Written[]> {
  const ahead: Written[] = []
  for (const kind of recordKinds) {
    for (const id of await tools.catalogue.ids(kind)) {
      const document = await readOrNull(tools, { kind, id })
      if (document && document.sequence > sequence) ahead.push({ ...document, kind })
    }
  }
  return ahead
}

/** What stands after the last whole line was never acknowledged: it goes, and a copy stays. */
async function cutTail(tools: Tools, doubtful: ScannedLine[]): Promise<void> {
  const { files } = tools.platform
  const months = [...new Set(doubtful.map((line) => line.month))]
  for (const month of months) {
    const path = tools.layout.month(month)
    const start = Math.min(...doubtful.filter((line) => line.month === month).map((line) => line.start))
    const size = (await files.stat(path))?.size ?? start
    const kept = await keepAside(tools, `journal-${month}.txt`, await files.readPart(path, start, size - start))
    await files.truncate(path, start)
    const unfinished = doubtful.every(({ torn }) => torn)
    note(tools, unfinished ? 'journal-tail-cut' : 'journal-tail-damaged', { month, kept })
  }
}

async function bringUp(tools: Tools, touched: LastWord[]): Promise<void> {
  const replayed = new Set<number>()
  for (const word of touched) {
    const stored = await readOrSetAside(tools, word.kind, word.id)
    if (stored ? stored.sequence >= word.sequence : word.removed) continue
    replayed.add(word.sequence)
    if (word.removed) await tools.catalogue.remove(word.kind, word.id)
    else await restoreDocument(tools, word, stored?.created ?? null)
  }
  tools.report.replayed = replayed.size
  if (replayed.size > 0) note(tools, 'changes-replayed', { count: String(replayed.size) })
}
