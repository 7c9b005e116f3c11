import type { Article } from '#core/model/article'
import type { RecordKind } from '#core/model/records'
import type { Files } from '#platform/ports'
import type { Layout } from '../format'
import { scanJournal } from '../journal'
import { prepareText } from './prepare'
import type { Touched } from './writer'

// Large enough that a transaction costs little per record, small enough that a change need not wait long.
const BATCH = 2_500

/** A record of the past; `created` is null where an earlier batch or nobody knows which change made it. */
export type PastRecord = Omit<Touched, 'created'> & { created: number | null }

/** Some records as they were after a change, ready to be put. */
export interface Batch {
  /** The change they reach up to. */
  sequence: number
  records: PastRecord[]
  /** True where the journal has a line that cannot be read: nothing follows. */
  broken: boolean
}

/**
 * What the journal holds up to a change, in order and in batches: of what changed several times within
 * one only the last word. The words of articles are read here, so that another thread can do it.
 */
export async function* batchesOf(layout: Layout, files: Files, total: number): AsyncGenerator<Batch> {
  let records = new Map<string, PastRecord>()
  let expected = 1
  const told = new Set<string>()
  for await (const { line } of scanJournal(layout, files, null)) {
    if (expected > total) break
    if (line?.sequence !== expected) {
      yield { sequence: expected - 1, records: [], broken: true }
      return
    }
    for (const { kind, id, before, after } of line.entries) {
      const name = `${kind}/${id}`
      const created = before === null ? line.sequence : (records.get(name)?.created ?? null)
      records.set(name, pastRecord(kind, id, created, after))
    }
    if (records.size >= BATCH) {
      yield { sequence: line.sequence, records: ready(records, told), broken: false }
      records = new Map()
    }
    expected++
  }
  yield { sequence: expected - 1, records: ready(records, told), broken: expected <= total }
}

function pastRecord(kind: RecordKind, id: string, created: number | null, after: object | null): PastRecord {
  return { kind, id, created, record: after as Touched['record'] }
}

/** @param told words that an earlier batch has told of: nearly all */
function ready(records: Map<string, PastRecord>, told: Set<string>): PastRecord[] {
  return [...records.values()].map((past) => {
    if (past.kind !== 'article' || !past.record) return past
    const article = past.record as Article
    // What has been read need not go from thread to thread.
    const text = prepareText(article)
    const vocabulary = text.vocabulary.filter((word) => !told.has(word) && told.add(word))
    return { ...past, record: { ...article, lede: null, body: [] }, text: { ...text, vocabulary } }
  })
}
