import { type RecordKind, recordKinds } from '#core/model/records'
import type { Platform } from '#platform/ports'
import type { Archive, OpeningReport } from '../archive'
import { type Catalogue, DamagedDocument } from '../catalogue'
import type { Layout } from '../format'
import type { Recovered } from '../recovery'
import { type LastWord, rebuildDocument } from '../repair'
import { createDatabase, openDatabase } from './database'
import { type LookUp, SearchIndex, type Touched } from './search-index'

const BATCH = 100

interface Opening {
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  report: OpeningReport
  recovered: Recovered
  /** True for the one writer; a reader never touches the file of the writer. */
  write: boolean
  readOnly: Archive['readOnly']
  options: { indexInMemory?: boolean; onIndexing?: (done: number, total: number) => void }
}

/**
 * Opens the search index and brings it up to the journal; one that is missing, old or damaged is made
 * anew from the catalogue.
 */
export async function openIndex(opening: Opening): Promise<SearchIndex> {
  const { layout, platform, write, options } = opening
  if (options.indexInMemory)
    return rebuild(new SearchIndex(createDatabase(':memory:'), platform.digests, true), opening)
  const existed = (await platform.files.stat(layout.search)) !== null
  const database = existed ? openDatabase(layout.search, { write }) : null
  if (database) {
    const index = new SearchIndex(database, platform.digests, write)
    if (write ? await caughtUp(index, opening) : isRecent(index, opening)) return index
    index.close()
  }
  if (!write) return openIndex({ ...opening, options: { ...options, indexInMemory: true } })
  if (existed) opening.report.repaired.push({ code: 'index-rebuilt', args: {} })
  await removeIndex(layout, platform)
  return rebuild(new SearchIndex(createDatabase(layout.search), platform.digests, true), opening)
}

/** A reader takes the index as it is: while another writes, it is at most a step behind. */
function isRecent(index: SearchIndex, { recovered, readOnly }: Opening): boolean {
  return readOnly?.reason === 'locked' || index.sequence >= recovered.position.sequence
}

async function removeIndex(layout: Layout, { files }: Platform): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) {
    const path = `${layout.search}${ending}`
    if (await files.stat(path)) await files.remove(path)
  }
}

/** Takes in what the journal has and the index lacks; false where only making it anew helps. */
async function caughtUp(index: SearchIndex, opening: Opening): Promise<boolean> {
  const { since, position, touched } = opening.recovered
  if (index.sequence === position.sequence) return true
  if (index.sequence < since || index.sequence > position.sequence) return false
  const missing = touched.filter((word) => word.sequence > index.sequence)
  const entries = await Promise.all(missing.map((word) => entryOf(opening, word)))
  await index.apply(entries, position.sequence, lookUpOf(opening))
  return true
}

async function rebuild(index: SearchIndex, opening: Opening): Promise<SearchIndex> {
  const { catalogue, options, recovered } = opening
  const lookUp = lookUpOf(opening)
  // Articles last: they show names and dates of the others.
  const kinds = [...recordKinds].sort((a, b) => Number(a === 'article') - Number(b === 'article'))
  const overlaid = [...recovered.overlay.values()]
  const all: { kind: RecordKind; id: string }[] = []
  for (const kind of kinds) {
    const ids = [...(await catalogue.ids(kind)), ...overlaid.filter((one) => one.kind === kind).map((one) => one.id)]
    for (const id of [...new Set(ids)].sort()) all.push({ kind, id })
  }
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = await Promise.all(all.slice(at, at + BATCH).map((one) => entryOf(opening, one)))
    const found = batch.filter((entry) => entry.record !== null)
    await index.apply(found, 0, lookUp)
    options.onIndexing?.(Math.min(at + BATCH, all.length), all.length)
  }
  index.complete(recovered.position.sequence)
  return index
}

async function entryOf(opening: Opening, word: Pick<LastWord, 'kind' | 'id'>): Promise<Touched> {
  const stored = await readRepaired(opening, word)
  const record = (stored?.record ?? null) as Touched['record']
  return { kind: word.kind, id: word.id, created: stored?.created ?? 0, record }
}

async function readRepaired(opening: Opening, { kind, id }: Pick<LastWord, 'kind' | 'id'>) {
  const overlaid = opening.recovered.overlay.get(`${kind}/${id}`)
  if (overlaid) return overlaid.record === null ? null : overlaid
  try {
    return await opening.catalogue.read(kind, id)
  } catch (thrown) {
    if (!(thrown instanceof DamagedDocument)) throw thrown
    // A reader leaves the damaged record out of its lists; asking for it by id says what is wrong.
    return opening.write ? rebuildDocument(opening, kind, id) : null
  }
}

function lookUpOf(opening: Opening): LookUp {
  return async (kind, id) => ((await readRepaired(opening, { kind, id }))?.record ?? null) as never
}
