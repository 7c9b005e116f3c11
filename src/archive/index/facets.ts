import type { ArticleFacets, ArticleTerms, FacetCount } from '#core/model/views'
import { EventType, Genre } from '#core/model/vocabulary'
import { everyHit } from './by-date'
import { BINNED, FILED, genreCode } from './columns'
import { type Counted, countFacts } from './count-facts'
import type { IndexDatabase } from './database'
import { endOfYearKeys, yearOfKey } from './dates'
import { factOf } from './facts'
import { maskOf, within } from './masks'
import { firstPlace } from './places'
import { planOf } from './plan'

const MOST_SHOWN = 50

/**
 * How the hits of a query spread over years, people, places and so on: each article once per value.
 * @throws KhoError query-invalid
 */
export function countFacets(db: IndexDatabase, query: Omit<ArticleTerms, 'sort'>): ArticleFacets {
  const { status, ...others } = query
  const every = everyHit(db, planOf(db, others))
  const hits = within(db.columns.withStatus(status === 'binned' ? BINNED : FILED), every)
  const other = every.length - hits.length
  const among = maskOf(db, hits)
  const genres = countGenres(db, hits)
  return {
    total: hits.length,
    status: { filed: status === 'binned' ? other : hits.length, binned: status === 'binned' ? hits.length : other },
    year: countYears(db, hits),
    genre: Genre.options.flatMap((code) => valued(code, genres[genreCode(code)] ?? 0)),
    eventType: eventTypes(db, hits),
    person: named(db, countFacts(db, among, 'person', MOST_SHOWN)),
    place: named(db, countFacts(db, among, 'place', MOST_SHOWN)),
    photographer: written(db, countFacts(db, among, 'photographer', MOST_SHOWN)),
  }
}

/** A count under its code; left out where there is none. */
export const valued = (code: string, count: number): FacetCount[] =>
  count > 0 ? [{ value: code, label: code, count }] : []

/** How many hits there are of each genre, by its number. */
export function countGenres({ columns }: IndexDatabase, hits: Uint32Array): Uint32Array {
  const counts = new Uint32Array(Genre.options.length)
  for (let nth = 0; nth < hits.length; nth++) counts[columns.genre[hits[nth]!]!]!++
  return counts
}

/** The newest first. Hits ascend by date, so that only the ends of years have to be looked for. */
function countYears({ columns: { key } }: IndexDatabase, hits: Uint32Array): FacetCount[] {
  const years: FacetCount[] = []
  for (let at = 0; at < hits.length; ) {
    const year = yearOfKey(key[hits[at]!]!)
    const endKey = endOfYearKeys(year)
    const end = firstPlace(hits.length, (place) => key[hits[place]!]! < endKey)
    years.unshift({ value: String(year), label: String(year), count: end - at })
    at = end
  }
  return years
}

/** Articles by the types of their events. */
export function eventTypes(db: IndexDatabase, hits: Uint32Array): FacetCount[] {
  const types = typesOf(db)
  const counts = new Uint32Array(EventType.options.length)
  for (let nth = 0; nth < hits.length; nth++) {
    for (let left = types[hits[nth]!]!; left > 0; left &= left - 1) counts[31 - Math.clz32(left & -left)]!++
  }
  return EventType.options.flatMap((type, code) => valued(type, counts[code] ?? 0)).sort((a, b) => b.count - a.count)
}

interface Types {
  version: number
  codes: Uint8Array
  bySlot: Uint32Array
}

const known = new WeakMap<IndexDatabase, Types>()

/** For every slot one bit for each type that an event of its article has, kept until something changes. */
function typesOf(db: IndexDatabase): Uint32Array {
  const codes = db.eventCodes()
  const { size, version, pool, start, end } = db.columns
  const before = known.get(db)
  if (before?.version === version && before.codes === codes) return before.bySlot
  const bySlot = new Uint32Array(size)
  const event = factOf('event', 0)
  for (let slot = 0; slot < size; slot++) {
    for (let at = start[slot]!; at < end[slot]!; at++) {
      const key = pool[at]! ^ event
      if (key >= 0 && key < codes.length && codes[key]! > 0) bySlot[slot]! |= 1 << (codes[key]! - 1)
    }
  }
  known.set(db, { version, codes, bySlot })
  return bySlot
}

/** Counts under the names of their records. */
export function named(db: IndexDatabase, counted: Counted[]): FacetCount[] {
  return labelled(db, counted, 'SELECT record AS key, id AS value, name AS label FROM authorities WHERE record')
}

/** Counts under what was written. */
export function written(db: IndexDatabase, counted: Counted[]): FacetCount[] {
  return labelled(db, counted, 'SELECT key, text AS value, text AS label FROM terms WHERE key')
}

/** All in one question: one each takes three times as long. */
function labelled(db: IndexDatabase, counted: Counted[], sql: string): FacetCount[] {
  const keys = JSON.stringify(counted.map(({ key }) => key))
  const rows = db.all<{ key: number; value: string; label: string }>(`${sql} IN (SELECT value FROM json_each(?))`, keys)
  const labels = new Map(rows.map(({ key, value, label }) => [key, { value, label }]))
  return counted.flatMap(({ key, count }) => {
    const label = labels.get(key)
    return label ? [{ ...label, count }] : []
  })
}
