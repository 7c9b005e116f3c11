import type { ArticleFacets, ArticleTerms, FacetCount } from '#core/model/views'
import { EventType, Genre } from '#core/model/vocabulary'
import { everyHit } from './by-date'
import { BINNED, genreCode } from './columns'
import { type Counted, countFacts } from './count-facts'
import type { IndexDatabase } from './database'
import { endOfYearKeys, yearOfKey } from './dates'
import { factOf } from './facts'
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
