import { type RecordKind, recordKinds } from '#core/model/records'
import type { Platform } from '#platform/ports'
import type { Catalogue } from '../catalogue'
import type { Layout } from '../format'
import type { Recovered } from '../recovery'
import { type Batch, batchesOf } from './feed'
import type { SearchIndex } from './search-index'
import type { Touched } from './writer'

const AT_ONCE = 1_500
// A journal of fewer changes is read before a thread has started.
const WORTH_A_THREAD = 1_000

/** What an index is made anew from. */
export interface RebuildSources {
  folder: string
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  recovered: Recovered
  /** A record as it is; null where it is gone. */
  entryOf(word: { kind: RecordKind; id: string }): Promise<Touched>
  onIndexing: ((done: number, total: number) => void) | undefined
}

/** What the thread `indexer` is asked: batches of the journal of an archive up to a change. */
export interface FeedRequest {
  folder: string
  total: number
}

/** How the making goes along with other work: each step in its turn, and no further once it is to stop. */
export interface Pace {
  inTurn<T>(work: () => Promise<T>): Promise<T>
  stopped(): boolean
}

/**
 * Makes an index anew: from the journal, which is read in one go where the catalogue would take half a
 * million openings of files; and from the catalogue where the journal has a line that cannot be read.
 */
export async function rebuildIndex(index: SearchIndex, sources: RebuildSources, pace: Pace): Promise<void> {
  if (!(await replayJournal(index, sources, pace))) await readCatalogue(index, sources, pace)
  if (pace.stopped()) return
  await pace.inTurn(async () => index.complete(sources.recovered.position.sequence))
}

async function replayJournal(index: SearchIndex, sources: RebuildSources, pace: Pace): Promise<boolean> {
  const { layout, platform, recovered } = sources
  const total = recovered.position.sequence
  const ask: FeedRequest = { folder: sources.folder, total }
  const thread = total >= WORTH_A_THREAD ? platform.threads?.batches<Batch>('indexer', ask) : undefined
  let done = 0
  for await (const batch of thread ?? batchesOf(layout, platform.files, total)) {
    if (pace.stopped() || batch.broken) break
    done = batch.sequence
    await pace.inTurn(() => index.replay(batch.records, { done, total }))
    sources.onIndexing?.(done, total)
  }
  return done === total || pace.stopped()
}

async function readCatalogue(index: SearchIndex, sources: RebuildSources, pace: Pace): Promise<void> {
  const { catalogue, recovered } = sources
  // Articles last: they show names and dates of the others.
  const kinds = [...recordKinds].sort((a, b) => Number(a === 'article') - Number(b === 'article'))
  const overlaid = [...recovered.overlay.values()]
  const all: { kind: RecordKind; id: string }[] = []
  for (const kind of kinds) {
    const ids = [...(await catalogue.ids(kind)), ...overlaid.filter((one) => one.kind === kind).map((one) => one.id)]
    // What came out of the journal before the line that cannot be read may be gone since.
    for (const id of [...new Set([...ids, ...index.ids(kind)])].sort()) all.push({ kind, id })
  }
  for (let at = 0; at < all.length && !pace.stopped(); at += AT_ONCE) {
    const done = Math.min(at + AT_ONCE, all.length)
    await pace.inTurn(async () => {
      const batch = await Promise.all(all.slice(at, at + AT_ONCE).map((one) => sources.entryOf(one)))
      await index.replay(batch, { done, total: all.length })
    })
    sources.onIndexing?.(done, all.length)
  }
}
