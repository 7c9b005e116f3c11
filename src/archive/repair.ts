import type { Id } from '#core/model/common'
import type { RecordKind } from '#core/model/records'
import type { Platform } from '#platform/ports'
import type { OpeningReport } from './archive'
import { type Catalogue, DamagedDocument, digestOf, type StoredDocument } from './catalogue'
import { JournalLine, type Layout, parseJson } from './format'
import { type ScannedLine, scanJournal } from './journal'

/** A document of a kind that is known. */
export type Written = StoredDocument & { kind: RecordKind }

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

/** What repairing needs; `report` gathers what was done. */
export interface Tools {
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  report: OpeningReport
}

/** Notes the records of a journal line; the last note on a record is the last word on it. */
export function noteWords(scanned: ScannedLine, line: JournalLine, words: Map<string, LastWord>): void {
  const { month, start, end } = scanned
  for (const { kind, id, before, after } of line.entries) {
    const key = `${kind}/${id}`
    const created = before === null ? line.sequence : (words.get(key)?.created ?? null)
    words.set(key, { kind, id, sequence: line.sequence, created, removed: after === null, month, start, end })
  }
}

/** The stored document; one that is damaged is moved under `recovered/` and counts as missing. */
export async function readOrSetAside(tools: Tools, kind: RecordKind, id: Id): Promise<StoredDocument | null> {
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

/** Writes a document as the journal has it. */
export async function restoreDocument(tools: Tools, word: LastWord, known: number | null): Promise<StoredDocument> {
  const document = await documentOf(tools, word, known)
  await tools.catalogue.write(document)
  return document
}

/**
 * The document that the last word on a record makes.
 * @param known sequence of the change that made the record, where a document still tells
 */
export async function documentOf(tools: Tools, word: LastWord, known: number | null): Promise<Written> {
  const { layout, platform } = tools
  const bytes = await platform.files.readPart(layout.month(word.month), word.start, word.end - word.start)
  const line = JournalLine.parse(parseJson(new TextDecoder().decode(bytes)))
  const record = line.entries.find((entry) => entry.kind === word.kind && entry.id === word.id)?.after ?? {}
  const created = word.created ?? known ?? (await searchJournal(tools, word.kind, word.id))?.created ?? word.sequence
  const { kind, id, sequence } = word
  return { kind, id, created, sequence, digest: await digestOf(record, platform.digests), record }
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
  const words = new Map<string, LastWord>()
  for await (const scanned of scanJournal(layout, platform.files, platform.digests)) {
    if (!scanned.line || scanned.torn) continue
    const entries = scanned.line.entries.filter((entry) => entry.kind === kind && entry.id === id)
    if (entries.length > 0) noteWords(scanned, { ...scanned.line, entries }, words)
  }
  return words.get(`${kind}/${id}`) ?? null
}

/** Keeps bytes that are about to be replaced; returns the name of the copy. */
export async function keepAside({ layout, platform }: Tools, name: string, bytes: Uint8Array): Promise<string> {
  const { files, ids } = platform
  await files.makeFolder(layout.recovered)
  const kept = `${ids.next()}-${name}`
  await files.writeWhole(files.join(layout.recovered, kept), bytes)
  return kept
}

/** Notes one repair for the person. */
export function note(tools: Tools, code: string, args: Record<string, string>): void {
  tools.report.repaired.push({ code, args })
  tools.platform.log.warn(`repaired: ${code}`, args)
}
