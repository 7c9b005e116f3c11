import { KhoError } from '#core/errors'
import type { AsReceivedFile } from '#core/model/common'
import { type AnyRecord, type RecordKind, recordKinds } from '#core/model/records'
import type { Files } from '#platform/ports'
import type { Archive, ChangeEntry, OpeningReport } from './archive'
import { DamagedDocument, digestOf, type StoredDocument } from './catalogue'
import type { Work } from './check'
import { layoutOf } from './format'
import { linesTouching } from './history/lines'
import { linesOf, versionAt } from './history/read'
import { scanJournal } from './journal'
import { filesOf, referencesOf } from './references'
import { keepAside, type LastWord, noteWords, restoreDocument, type Tools } from './repair'
import { partsOf } from './store'

/** What was put right, in counts; `kept` names what lies under `recovered/`. */
export interface Mended {
  documents: number
  strays: number
  adopted: number
  returned: number
  originals: number
  kept: string[]
}

interface Mending {
  archive: Archive
  tools: Tools
  work: Work
  words: Map<string, LastWord & { digest: string }>
  damagedLines: number
  adopt: ChangeEntry[]
  done: Mended
}

/**
 * Does what is safe to repair: catalogue documents follow the journal again; what only the catalogue
 * knows is journalled where lines are damaged, and set aside otherwise; removed records that others
 * point at come back; originals get the name their records say. Nothing is thrown away. Call it while
 * nobody else changes records; the index is to be made anew afterwards.
 * @throws KhoError archive-read-only, cancelled, or what the disk answers
 */
export async function mendArchive(archive: Archive, work: Work): Promise<Mended> {
  const parts = partsOf(archive)
  if (!parts.journal) throw new KhoError('archive-read-only', { file: archive.folder })
  const report: OpeningReport = { replayed: 0, repaired: [] }
  const done: Mended = { documents: 0, strays: 0, adopted: 0, returned: 0, originals: 0, kept: [] }
  const tools = { ...parts, report }
  const mending = { archive, tools, work, ...(await lastWords(tools, work)), adopt: [], done }
  await mendDocuments(mending)
  await commitRepair(archive, mending.adopt)
  done.adopted = mending.adopt.length
  done.returned = await returnPointedAt(mending)
  return done
}

/** Removes the search index, so that opening makes it anew. Call it while the archive is closed. */
export async function dropIndex(folder: string, files: Files): Promise<void> {
  const { index } = layoutOf(folder, files)
  for (const name of await files.list(index)) {
    if (name.includes('.sqlite')) await files.remove(files.join(index, name))
  }
}

async function lastWords(tools: Tools, work: Work) {
  const { layout, platform } = tools
  const plain = new Map<string, LastWord>()
  const digests = new Map<string, string>()
  let damagedLines = 0
  for await (const scanned of scanJournal(layout, platform.files, platform.digests)) {
    if (work.signal.aborted) throw new KhoError('cancelled', { file: layout.journal })
    if (!scanned.line) damagedLines++
    else {
      noteWords(scanned, scanned.line, plain)
      for (const { kind, id, after } of scanned.line.entries) {
        digests.set(`${kind}/${id}`, after ? await digestOf(after, platform.digests) : '')
      }
    }
  }
  const words = new Map([...plain].map(([key, word]) => [key, { ...word, digest: digests.get(key) ?? '' }]))
  return { words, damagedLines }
}

async function mendDocuments(mending: Mending): Promise<void> {
  const { tools, words, work } = mending
  const known = new Map<string, { kind: RecordKind; id: string }>()
  for (const kind of recordKinds) {
    for (const id of await tools.catalogue.ids(kind)) known.set(`${kind}/${id}`, { kind, id })
  }
  for (const [key, { kind, id }] of words) known.set(key, { kind, id })
  let at = 0
  for (const [key, { kind, id }] of known) {
    if (work.signal.aborted) throw new KhoError('cancelled', { file: key })
    work.report(++at, known.size, key)
    await mendDocument(mending, kind, id)
  }
}

async function mendDocument(mending: Mending, kind: RecordKind, id: string): Promise<void> {
  const { tools, words, done, damagedLines } = mending
  const word = words.get(`${kind}/${id}`)
  const document = await readOrNull(tools, kind, id)
  if (word && !word.removed && document?.digest === word.digest) return mendOriginals(mending, kind, document)
  // Only a line that cannot be read any more can have said what this document says.
  if (document && damagedLines > 0 && document.sequence > (word?.sequence ?? 0)) {
    mending.adopt.push({ kind, id, after: document.record } as unknown as ChangeEntry)
    return mendOriginals(mending, kind, document)
  }
  const aside = await setAside(tools, kind, id)
  if (aside) done.kept.push(aside)
  if (!word || word.removed) {
    if (aside) done.strays++
    return
  }
  const restored = await restoreDocument(tools, word, document?.created ?? null)
  done.documents++
  await mendOriginals(mending, kind, restored)
}

async function readOrNull({ catalogue }: Tools, kind: RecordKind, id: string): Promise<StoredDocument | null> {
  try {
    return await catalogue.read(kind, id)
  } catch (thrown) {
    if (thrown instanceof DamagedDocument) return null
    throw thrown
  }
}

async function setAside(tools: Tools, kind: RecordKind, id: string): Promise<string | null> {
  const { files } = tools.platform
  const path = tools.layout.document(kind, id)
  if (!(await files.stat(path))) return null
  const kept = await keepAside(tools, files.baseName(path), await files.read(path))
  await files.remove(path)
  return kept
}

/** An original that lies there with another ending is copied to where its record looks for it. */
async function mendOriginals(mending: Mending, kind: RecordKind, document: StoredDocument): Promise<void> {
  const { archive, tools, done } = mending
  const { files, digests } = tools.platform
  for (const file of filesIn(kind, document)) {
    const path = archive.originals.pathOf(file)
    if (await files.stat(path)) continue
    const folder = files.dirName(path)
    const name = (await files.list(folder)).find((one) => one.startsWith(`${file.digest.hex}.`))
    if (!name || (await digests.sha256OfFile(files.join(folder, name))) !== file.digest.hex) continue
    await files.copyHashed(files.join(folder, name), {
      temporaryFolder: tools.layout.incoming,
      pathFor: () => path,
    })
    done.originals++
  }
}

function filesIn(kind: RecordKind, { record }: StoredDocument): AsReceivedFile[] {
  return filesOf(kind, record as unknown as AnyRecord)
}

/** Removed records that others point at, put back as they last were, until nothing points at nothing. */
async function returnPointedAt(mending: Mending): Promise<number> {
  const { archive, tools } = mending
  const asked = new Set<string>()
  const back: ChangeEntry[] = []
  for (const kind of recordKinds) {
    for (const id of await tools.catalogue.ids(kind)) {
      const record = await archive.get(kind, id)
      const waiting = record ? referencesOf(kind, record) : []
      for (let key = waiting.pop(); key; key = waiting.pop()) {
        if (asked.has(key)) continue
        asked.add(key)
        const entry = await lastVersion(archive, key)
        if (!entry?.after) continue
        back.push(entry)
        waiting.push(...referencesOf(entry.kind, entry.after))
      }
    }
  }
  await commitRepair(archive, back)
  return back.length
}

/** The last version of a record that is gone; null where it is there, or never was. */
async function lastVersion(archive: Archive, key: string): Promise<ChangeEntry | null> {
  const slash = key.indexOf('/')
  const record = { kind: key.slice(0, slash) as RecordKind, id: key.slice(slash + 1) }
  if (await archive.get(record.kind, record.id)) return null
  const rows = linesTouching(await linesOf(archive), record, Number.MAX_SAFE_INTEGER, 50)
  for (const row of rows) {
    const after = await versionAt(archive, record, row.sequence)
    if (after) return { ...record, after } as unknown as ChangeEntry
  }
  return null
}

async function commitRepair(archive: Archive, entries: ChangeEntry[]): Promise<void> {
  if (entries.length === 0) return
  await archive.commit({ operation: 'archive.repair', args: { records: String(entries.length) }, entries })
}
