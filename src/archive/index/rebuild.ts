import { type RecordKind, recordKinds } from '#core/model/records'
import type { Platform } from '#platform/ports'
import type { Catalogue } from '../catalogue'
import type { Layout } from '../format'
import { scanJournal } from '../journal'
import type { Recovered } from '../recovery'
import type { SearchIndex } from './search-index'
import type { Touched } from './writer'

// Large enough that a transaction costs little per record, small enough that a change need not wait long.
const BATCH = 2_500

/** What an index is made anew from. */
export interface RebuildSources {
  layout: Layout
  platform: Platform
  catalogue: Catalogue
  recovered: Recovered
  /** A record as it is; null where it is gone. */
  entryOf(word: { kind: RecordKind; id: string }): Promise<Touched>
  onIndexing: ((done: number, total: number) => void) | undefined
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
  let expected = 1
  let batch = new Map<string, Touched>()
  const flush = async (done: number) => {
    const entries = [...batch.values()]
    batch = new Map()
    await pace.inTurn(() => index.replay(entries, { done, total }))
    sources.onIndexing?.(done, total)
  }
  for await (const { line } of scanJournal(layout, platform.files, null)) {
    if (pace.stopped() || expected > total) break
    if (line?.sequence !== expected) return false
    for (const { kind, id, before, after } of line.entries) {
      const made = before === null ? line.sequence : (batch.get(`${kind}/${id}`)?.created ?? null)
      const created = made ?? index.createdOf(kind, id)
      batch.set(`${kind}/${id}`, { kind, id, created, record: after } as Touched)
    }
    if (batch.size >= BATCH) await flush(line.sequence)
    expected++
  }
  if (!pace.stopped()) await flush(expected - 1)
  return expected > total || pace.stopped()
}

async function readCatalogue(index: SearchIndex, sources: RebuildSources, pace: Pace): Promise<void> {
  const { catalogue, recovered } = sources
  // Articles last: they show names and dates of the others.
  const kinds = [...recordKinds].sort((a, b) => Number(a === 'article') - Number(b === 'article'))
  const overlaid = [...recovered.overlay.values()]
  const all: { kind: RecordKind; id: string }[] = []
  for (const kind of kinds) {
    const ids = [...(await catalogue.ids(kind)), ...overlaid.filter((one) => one.kind === kind).map((one) => one.id)]
    for (const id of [...new Set(ids)].sort()) all.push({ kind, id })
  }
  for (let at = 0; at < all.length && !pace.stopped(); at += BATCH) {
    const done = Math.min(at + BATCH, all.length)
    await pace.inTurn(async () => {
      const batch = await Promise.all(all.slice(at, at + BATCH).map((one) => sources.entryOf(one)))
      await index.replay(batch, { done, total: all.length })
    })
    sources.onIndexing?.(done, all.length)
  }
}
