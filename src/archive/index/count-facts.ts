import type { IndexDatabase } from './database'
import { type FactKind, factKinds, KINDS, keyOfFact, kindOfFact } from './facts'

/** A key and how many articles have it. */
export type Counted = { key: number; count: number }

const termKinds: readonly FactKind[] = ['office', 'author', 'photographer']

/**
 * Articles for each key of these kinds of fact; a key that an article has twice counts once. Of most of the archive
 * those are counted that are not among the hits, and taken from the sums of all.
 * @param hits slots of articles, each once
 * @returns the most frequent of a kind
 */
export function countFacts(
  db: IndexDatabase,
  hits: Uint32Array,
  kinds: readonly FactKind[],
): (kind: FactKind, most: number) => Counted[] {
  const { columns } = db
  const tally = hits.length * 2 > columns.count ? sumsOf(db, kinds).less(tallyOf(db, others(db, hits), kinds)) : null
  const counted = tally ?? tallyOf(db, hits, kinds)
  return (kind, most) => counted.top(kind, most)
}

/** The articles that are not among these. */
function others({ columns }: IndexDatabase, hits: Uint32Array): Uint32Array {
  const among = new Uint8Array(columns.size)
  for (const slot of hits) among[slot] = 1
  return columns.order.subarray(0, columns.count).filter((slot) => among[slot] === 0)
}

const sums = new WeakMap<IndexDatabase, Map<string, { version: number; tally: Tally }>>()

/** The counts of all articles, kept until one of them changes. */
function sumsOf(db: IndexDatabase, kinds: readonly FactKind[]): Tally {
  const { columns } = db
  const kept = sums.get(db) ?? new Map()
  sums.set(db, kept)
  const held = kept.get(kinds.join())
  if (held?.version === columns.version) return held.tally
  const tally = tallyOf(db, columns.order.subarray(0, columns.count), kinds)
  kept.set(kinds.join(), { version: columns.version, tally })
  return tally
}

type Series = 'records' | 'terms'

/** Keys of records are one series, so that people and places can share a list; so are those of terms. */
const seriesOf = (kind: FactKind): Series => (termKinds.includes(kind) ? 'terms' : 'records')

/** How many articles have each fact. */
class Tally {
  constructor(
    private readonly counts: Record<Series, Uint32Array>,
    private readonly facts: readonly number[],
  ) {}

  /** These counts without those of others among the same articles. */
  less(others: Tally): Tally {
    const left = (series: Series) => this.counts[series].map((count, key) => count - others.counts[series][key]!)
    return new Tally({ records: left('records'), terms: left('terms') }, this.facts)
  }

  /** The most frequent keys of a kind. */
  top(kind: FactKind, most: number): Counted[] {
    const counts = this.counts[seriesOf(kind)]
    return this.facts
      .filter((fact) => kindOfFact(fact) === factKinds[kind] && counts[keyOfFact(fact)]! > 0)
      .map((fact) => ({ key: keyOfFact(fact), count: counts[keyOfFact(fact)]! }))
      .sort((a, b) => b.count - a.count || a.key - b.key)
      .slice(0, most)
  }
}

function tallyOf(db: IndexDatabase, slots: Uint32Array, kinds: readonly FactKind[]): Tally {
  const most = (table: Series) => db.get<{ most: number | null }>(`SELECT max(key) AS most FROM ${table}`)?.most ?? 0
  const room = { records: most('records') + 1, terms: most('terms') + 1 }
  const last = { records: new Uint32Array(room.records), terms: new Uint32Array(room.terms) }
  const counts = { records: new Uint32Array(room.records), terms: new Uint32Array(room.terms) }
  const facts: number[] = []
  const series: (Series | undefined)[] = Array(KINDS).fill(undefined)
  for (const kind of kinds) series[factKinds[kind]] = seriesOf(kind)
  const { pool, start, end } = db.columns
  for (let nth = 0; nth < slots.length; nth++) {
    const stop = end[slots[nth]!]!
    for (let at = start[slots[nth]!]!; at < stop; at++) {
      const fact = pool[at]!
      const of = series[kindOfFact(fact)]
      if (of === undefined) continue
      const key = keyOfFact(fact)
      if (last[of][key] === nth + 1) continue
      last[of][key] = nth + 1
      if (counts[of][key]!++ === 0) facts.push(fact)
    }
  }
  return new Tally(counts, facts)
}
