import type { ArticleFacets, ArticleTerms, FacetCount } from '#core/model/views'
import { EventType, Genre } from '#core/model/vocabulary'
import { everyHit } from './by-date'
import { BINNED, genreCode } from './columns'
import type { IndexDatabase } from './database'
import { endOfYearKeys, yearOfKey } from './dates'
import { type FactKind, factKinds, factOf, keyOfFact, kindOfFact } from './facts'
import { planOf } from './plan'

const MOST_SHOWN = 50

/**
 * How the hits of a query spread over years, people, places and so on: each article once per value.
 * @throws KhoError query-invalid
 */
export function countFacets(db: IndexDatabase, query: Omit<ArticleTerms, 'sort'>): ArticleFacets {
  const { status, ...others } = query
  const every = everyHit(db, planOf(db, others))
  const wanted = status === 'binned' ? 1 : 0
  const hits = every.filter((slot) => (db.columns.status[slot] === BINNED ? 1 : 0) === wanted)
  const other = every.length - hits.length
  const counted = countFacts(db, hits, ['person', 'place', 'photographer'])
  const { years, genres } = countKeys(db, hits)
  return {
    total: hits.length,
    status: { filed: wanted ? other : hits.length, binned: wanted ? hits.length : other },
    year: [...years]
      .map(([year, count]) => ({ value: String(year), label: String(year), count }))
      .sort((a, b) => Number(b.value) - Number(a.value)),
    genre: Genre.options.flatMap((code) => valued(code, genres[genreCode(code)] ?? 0)),
    eventType: eventTypes(db, hits),
    person: named(db, counted('person', MOST_SHOWN)),
    place: named(db, counted('place', MOST_SHOWN)),
    photographer: written(db, counted('photographer', MOST_SHOWN)),
  }
}

/** A count under its code; left out where there is none. */
export const valued = (code: string, count: number): FacetCount[] =>
  count > 0 ? [{ value: code, label: code, count }] : []

function countKeys(db: IndexDatabase, hits: Uint32Array) {
  const { columns } = db
  const years = new Map<number, number>()
  const genres = new Uint32Array(Genre.options.length)
  let [year, end, count] = [0, 0, 0]
  for (const slot of hits) {
    const key = columns.key[slot]!
    if (key >= end) {
      years.set(year, count)
      year = yearOfKey(key)
      end = endOfYearKeys(year)
      count = 0
    }
    count++
    genres[columns.genre[slot]!]!++
  }
  years.set(year, count)
  years.delete(0)
  return { years, genres }
}

export type Counted = { key: number; count: number }

const termKinds: readonly FactKind[] = ['office', 'author', 'photographer']

/**
 * Articles for each key of these kinds of fact; a key that an article has twice counts once.
 * @returns the most frequent of a kind
 */
export function countFacts(
  db: IndexDatabase,
  hits: Uint32Array,
  kinds: readonly FactKind[],
): (kind: FactKind, most: number) => Counted[] {
  // Keys of records are one series, so that people and places can share a counter; so are those of terms.
  const counters = { records: new Counter(db, 'records'), terms: new Counter(db, 'terms') }
  const counterOf = (kind: FactKind) => (termKinds.includes(kind) ? counters.terms : counters.records)
  const byKind: (Counter | undefined)[] = []
  for (const kind of kinds) byKind[factKinds[kind]] = counterOf(kind)
  const { pool, start, end } = db.columns
  for (let nth = 0; nth < hits.length; nth++) {
    const slot = hits[nth]!
    const stop = end[slot]!
    for (let at = start[slot]!; at < stop; at++) byKind[pool[at]! >>> 28]?.add(pool[at]!, nth + 1)
  }
  return (kind, most) => counterOf(kind).top(factKinds[kind], most)
}

/** Counts facts by key, each once an article. */
class Counter {
  private readonly counts: Uint32Array
  private readonly last: Uint32Array
  private readonly facts: number[] = []

  constructor(db: IndexDatabase, table: 'records' | 'terms') {
    const most = db.get<{ most: number | null }>(`SELECT max(key) AS most FROM ${table}`)?.most ?? 0
    this.counts = new Uint32Array(most + 1)
    this.last = new Uint32Array(most + 1)
  }

  add(fact: number, article: number): void {
    const key = keyOfFact(fact)
    if (this.last[key] === article) return
    this.last[key] = article
    if (this.counts[key]!++ === 0) this.facts.push(fact)
  }

  top(kind: number, most: number): Counted[] {
    return this.facts
      .filter((fact) => kindOfFact(fact) === kind)
      .map((fact) => ({ key: keyOfFact(fact), count: this.counts[keyOfFact(fact)]! }))
      .sort((a, b) => b.count - a.count || a.key - b.key)
      .slice(0, most)
  }
}

/** Articles by the types of their events. */
export function eventTypes(db: IndexDatabase, hits: Uint32Array): FacetCount[] {
  const codes = db.eventCodes()
  const counts = new Uint32Array(EventType.options.length)
  const { pool, start, end } = db.columns
  const event = factOf('event', 0)
  for (const slot of hits) {
    let had = 0
    for (let at = start[slot]!; at < end[slot]!; at++) {
      const key = pool[at]! ^ event
      if (key < 0 || key >= codes.length) continue
      const code = codes[key]! - 1
      if (code < 0 || had & (1 << code)) continue
      had |= 1 << code
      counts[code]!++
    }
  }
  return EventType.options.flatMap((type, code) => valued(type, counts[code] ?? 0)).sort((a, b) => b.count - a.count)
}

/** Counts under the names of their records. */
export function named(db: IndexDatabase, counted: Counted[]): FacetCount[] {
  return counted.flatMap(({ key, count }) => {
    const row = db.get<{ id: string; name: string }>('SELECT id, name FROM authorities WHERE record = ?', key)
    return row ? [{ value: row.id, label: row.name, count }] : []
  })
}

/** Counts under what was written. */
export function written(db: IndexDatabase, counted: Counted[]): FacetCount[] {
  return counted.flatMap(({ key, count }) => {
    const row = db.get<{ text: string }>('SELECT text FROM terms WHERE key = ?', key)
    return row ? [{ value: row.text, label: row.text, count }] : []
  })
}
