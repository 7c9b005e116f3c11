import { recordKinds } from '#core/model/records'
import type { Platform } from '#platform/ports'
import type { OpeningReport } from '../archive'
import { type Catalogue, DamagedDocument } from '../catalogue'
import type { Layout } from '../format'
import { type LastWord, type Recovered, rebuildDocument } from '../recovery'
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
  options: { indexInMemory?: boolean; onIndexing?: (done: number, total: number) => void }
}

/**
 * Opens the search index and brings it up to the journal; one that is missing, old or damaged is made
 * anew from the catalogue.
 */
export async function openIndex(opening: Opening): Promise<SearchIndex> {
  const { layout, platform, recovered, write, options } = opening
  if (!options.indexInMemory) {
    const existed = (await platform.files.stat(layout.search)) !== null
    const database = existed ? openDatabase(layout.search, { write }) : null
    if (database) {
      const index = new SearchIndex(database, platform.digests, write)
      if (!write || (await caughtUp(index, opening))) return index
      index.close()
    }
    if (write) {
      if (existed) opening.report.repaired.push({ code: 'index-rebuilt', args: {} })
      await removeIndex(layout, platform)
      return rebuild(new SearchIndex(createDatabase(layout.search), platform.digests, true), opening)
    }
  }
  const index = new SearchIndex(createDatabase(':memory:'), platform.digests, true)
  return rebuild(index, { ...opening, recovered })
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
  const all: { kind: (typeof kinds)[number]; id: string }[] = []
  for (const kind of kinds) for (const id of (await catalogue.ids(kind)).sort()) all.push({ kind, id })
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
