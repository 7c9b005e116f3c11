import type { Id } from '#core/model/common'
import type { RecordKind } from '#core/model/records'
import type { Platform } from '#platform/ports'
import type { OpeningReport } from './archive'
import { type Catalogue, DamagedDocument, digestOf, type StoredDocument } from './catalogue'
import { Checkpoint, JournalLine, type Layout, parseJson } from './format'
import { type JournalPosition, journalStart, type ScannedLine, scanJournal } from './journal'

/** Where the last word on a record stands in the journal. */
export interface LastWord {
  kind: RecordKind
  id: Id
  sequence: number
  /** Sequence of the change that made it, where the part read tells. */
  created: number | null
  removed: boolean
  month: string
  start: number
  end: number
}

export interface Recovered {
  position: JournalPosition
  lastSerial: number
  /** Sequence from which on `touched` is complete. */
  since: number
  touched: LastWord[]
}

interface Tools {
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  report: OpeningReport
}

/** The last checkpoint, or null where there is none that can be believed. */
export async function readCheckpoint(layout: Layout, { files }: Platform): Promise<Checkpoint | null> {
  if ((await files.stat(layout.checkpoint)) === null) return null
  const found = Checkpoint.safeParse(parseJson(await files.readText(layout.checkpoint))).data
  if (!found) return null
  const size = found.month ? ((await files.stat(layout.month(found.month)))?.size ?? 0) : 0
  return size >= found.offset ? found : null
}

/**
 * Reads the journal from the last checkpoint on, cuts off a line that was never finished, and brings
 * the catalogue up to the journal. Everything replaced is kept under `recovered/`.
 */
export async function recover(tools: Tools): Promise<Recovered> {
  const { layout, platform } = tools
  const checkpoint = await readCheckpoint(layout, platform)
  const from = checkpoint ?? { ...journalStart, lastSerial: 0 }
  const found: Recovered = { position: from, lastSerial: from.lastSerial, since: from.sequence, touched: [] }
  const touched = new Map<string, LastWord>()
  let doubtful: ScannedLine[] = []
  for await (const scanned of scanJournal(layout, platform.files, platform.digests, from)) {
    if (!scanned.line || scanned.torn) {
      doubtful.push(scanned)
      continue
    }
    for (const { month, start } of doubtful) note(tools, 'journal-line-damaged', { month, at: String(start) })
    doubtful = []
    take(scanned, scanned.line, touched, found)
  }
  if (doubtful.length > 0) await cutTail(tools, doubtful)
  found.touched = [...touched.values()]
  await bringUp(tools, found.touched)
  return found
}

function take(scanned: ScannedLine, line: JournalLine, touched: Map<string, LastWord>, found: Recovered): void {
  const { month, start, end, digest } = scanned
  found.position = { sequence: line.sequence, digest, month, offset: end }
  for (const { kind, id, before, after } of line.entries) {
    const key = `${kind}/${id}`
    const created = before === null ? line.sequence : (touched.get(key)?.created ?? null)
    touched.set(key, { kind, id, sequence: line.sequence, created, removed: after === null, month, start, end })
    if (kind === 'article' && typeof after?.serial === 'number') {
      found.lastSerial = Math.max(found.lastSerial, after.serial)
    }
  }
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
    note(tools, 'journal-tail-cut', { month, kept })
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

/** The stored document; one that is damaged is moved under `recovered/` and counts as missing. */
async function readOrSetAside(tools: Tools, kind: RecordKind, id: Id): Promise<StoredDocument | null> {
  try {
    return await tools.catalogue.read(kind, id)
  } catch (thrown) {
    if (!(thrown instanceof DamagedDocument)) throw thrown
    const { files } = tools.platform
    const kept = await keepAside(tools, files.baseName(thrown.path), await files.read(thrown.path))
    await files.remove(thrown.path)
    note(tools, 'document-rebuilt', { kind, id, kept })
    return null
  }
}

async function restoreDocument(tools: Tools, word: LastWord, known: number | null): Promise<StoredDocument> {
  const { layout, platform, catalogue } = tools
  const bytes = await platform.files.readPart(layout.month(word.month), word.start, word.end - word.start)
  const line = JournalLine.parse(parseJson(new TextDecoder().decode(bytes)))
  const record = line.entries.find((entry) => entry.kind === word.kind && entry.id === word.id)?.after ?? {}
  const created = word.created ?? known ?? (await searchJournal(tools, word.kind, word.id))?.created ?? word.sequence
  const { kind, id, sequence } = word
  const document = { kind, id, created, sequence, digest: await digestOf(record, platform.digests), record }
  await catalogue.write(document)
  return document
}

/**
 * Rebuilds one document that is damaged or gone from the whole journal.
 * @returns null where the journal does not know the record, or knows its removal
 */
export async function rebuildDocument(tools: Tools, kind: RecordKind, id: Id): Promise<StoredDocument | null> {
  const stored = await readOrSetAside(tools, kind, id)
  if (stored) return stored
  const word = await searchJournal(tools, kind, id)
  return word && !word.removed ? restoreDocument(tools, word, null) : null
}

async function searchJournal(tools: Tools, kind: RecordKind, id: Id): Promise<LastWord | null> {
  const { layout, platform } = tools
  const touched = new Map<string, LastWord>()
  const ignored: Recovered = { position: journalStart, lastSerial: 0, since: 0, touched: [] }
  for await (const scanned of scanJournal(layout, platform.files, platform.digests)) {
    if (!scanned.line || scanned.torn) continue
    const entries = scanned.line.entries.filter((entry) => entry.kind === kind && entry.id === id)
    if (entries.length > 0) take(scanned, { ...scanned.line, entries }, touched, ignored)
  }
  return touched.get(`${kind}/${id}`) ?? null
}

/** Keeps bytes that are about to be replaced; returns the name of the copy. */
async function keepAside({ layout, platform }: Tools, name: string, bytes: Uint8Array): Promise<string> {
  const { files, ids } = platform
  await files.makeFolder(layout.recovered)
  const kept = `${ids.next()}-${name}`
  await files.writeWhole(files.join(layout.recovered, kept), bytes)
  return kept
}

function note(tools: Tools, code: string, args: Record<string, string>): void {
  tools.report.repaired.push({ code, args })
  tools.platform.log.warn(`repaired: ${code}`, args)
}
