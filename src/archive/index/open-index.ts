import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Platform } from '#platform/ports'
import type { Archive, OpeningReport } from '../archive'
import { type Catalogue, DamagedDocument } from '../catalogue'
import type { Layout } from '../format'
import { documentsAhead, type Recovered } from '../recovery'
import { type LastWord, rebuildDocument } from '../repair'
import { createDatabase, type IndexDatabase, openDatabase } from './database'
import { type Pace, rebuildIndex } from './rebuild'
import { type LookUp, SearchIndex, type Touched } from './search-index'
import type { SearchWords } from './search-words'

interface Opening {
  folder: string
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  report: OpeningReport
  recovered: Recovered
  /** True for the one writer; a reader never touches the file of the writer. */
  write: boolean
  readOnly: Archive['readOnly']
  searchWords: SearchWords
  options: {
    indexInMemory?: boolean
    indexInBackground?: boolean
    onIndexing?: (done: number, total: number) => void
  }
}

/** `rebuild` is what is still to be done while the archive is used; null where the index is complete. */
export interface OpenedIndex {
  index: SearchIndex
  rebuild: ((pace: Pace) => Promise<void>) | null
}

/**
 * Opens the search index and brings it up to the journal; one that is missing, old or damaged is made
 * anew from the catalogue.
 */
export async function openIndex(opening: Opening): Promise<OpenedIndex> {
  const { layout, platform, write, options } = opening
  if (options.indexInMemory) return rebuilt(createDatabase(':memory:'), opening)
  const existed = (await platform.files.stat(layout.search)) !== null
  const database = existed ? openDatabase(layout.search, { write }) : null
  if (database) {
    const index = newIndex(database, opening, write)
    if (await isUsable(index, opening)) return { index, rebuild: null }
    index.close()
  }
  if (!write) return openIndex({ ...opening, options: { ...options, indexInMemory: true } })
  if (existed) opening.report.repaired.push({ code: 'index-rebuilt', args: {} })
  await removeIndex(layout, platform)
  return rebuilt(createDatabase(layout.search), opening)
}

/** Brings an index up to the journal; false where it cannot be used, since it lags too far behind or is damaged. */
async function isUsable(index: SearchIndex, opening: Opening): Promise<boolean> {
  try {
    if (opening.write) await lookAhead(index, opening)
    const usable = opening.write ? await caughtUp(index, opening) : isRecent(index, opening)
    // What every opening asks next stands in other pages of the file.
    index.lastSerial()
    await index.counts()
    return usable
  } catch (thrown) {
    if (thrown instanceof KhoError && thrown.code === 'index-damaged') return false
    throw thrown
  }
}

/** An index that knows more changes than the journal tells that lines are gone. */
async function lookAhead(index: SearchIndex, opening: Opening): Promise<void> {
  const { recovered } = opening
  const { sequence } = recovered.position
  if (index.sequence > sequence && recovered.ahead.length === 0)
    recovered.ahead = await documentsAhead(opening, sequence)
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

/** Makes an empty index anew, at once or, where so asked, when the archive is open. */
async function rebuilt(database: IndexDatabase, opening: Opening): Promise<OpenedIndex> {
  const index = newIndex(database, opening, true)
  const { layout, platform, catalogue, recovered, options } = opening
  const entry = (word: Pick<LastWord, 'kind' | 'id'>) => entryOf(opening, word)
  const sources = {
    folder: opening.folder,
    layout,
    platform,
    catalogue,
    recovered,
    entryOf: entry,
    onIndexing: options.onIndexing,
  }
  index.rebuilding = { done: 0, total: recovered.position.sequence }
  if (options.indexInBackground) return { index, rebuild: (pace) => rebuildIndex(index, sources, pace) }
  await rebuildIndex(index, sources, { inTurn: (work) => work(), stopped: () => false })
  return { index, rebuild: null }
}

function newIndex(database: IndexDatabase, opening: Opening, write: boolean): SearchIndex {
  database.searchWords = opening.searchWords
  return new SearchIndex(database, write, glanceOf(opening))
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

/** An article as it is shown among others: read without proving it, and only if that fails with all care. */
function glanceOf(opening: Opening): (id: string) => Promise<Article | null> {
  return async (id) => {
    const glance = opening.recovered.overlay.has(`article/${id}`) ? null : await opening.catalogue.glance('article', id)
    return (glance as Article | null) ?? lookUpOf(opening)('article', id)
  }
}

function lookUpOf(opening: Opening): LookUp {
  return async (kind, id) => ((await readRepaired(opening, { kind, id }))?.record ?? null) as never
}
