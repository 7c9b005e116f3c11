import type { ArticleTerms, FacetCount } from '#core/model/views'
import { Genre } from '#core/model/vocabulary'
import { everyHit } from './by-date'
import { genreCode } from './columns'
import { countFacts } from './count-facts'
import type { IndexDatabase } from './database'
import { monthOfKey } from './dates'
import { countGenres, eventTypes, named, valued, written } from './facets'
import type { FactKind } from './facts'
import { maskOf } from './masks'
import { planOf } from './plan'

/** Articles and photos of one month or year. */
export interface PeriodCount {
  period: string
  articles: number
  photos: number
}

export interface Counts {
  articles: number
  photos: number
  months: PeriodCount[]
  years: PeriodCount[]
  genre: FacetCount[]
  eventType: FacetCount[]
  person: FacetCount[]
  photographer: FacetCount[]
  author: FacetCount[]
  office: FacetCount[]
  organization: FacetCount[]
  place: FacetCount[]
}

type Asked = Omit<ArticleTerms, 'sort' | 'status'>

/**
 * How the filed articles that a query finds spread over time and over what they name.
 * @param most how many of each kind, the most frequent first
 * @throws KhoError query-invalid
 */
export function countAll(db: IndexDatabase, query: Asked, most: number): Counts {
  const hits = everyHit(db, planOf(db, { ...query, status: 'filed' }))
  const { columns } = db
  const months = new Map<string, PeriodCount>()
  for (const slot of hits) count(months, monthOfKey(columns.key[slot]!), 1, columns.photos[slot]!)
  const genres = countGenres(db, hits)
  const years = new Map<string, PeriodCount>()
  for (const { period, articles, photos } of months.values()) count(years, period.slice(0, 4), articles, photos)
  const among = maskOf(db, hits)
  const counted = (kind: FactKind) => countFacts(db, among, kind, most)
  return {
    articles: hits.length,
    photos: [...years.values()].reduce((sum, { photos }) => sum + photos, 0),
    months: withoutGaps(months),
    years: [...years.values()].sort(byPeriod),
    genre: Genre.options
      .flatMap((code) => valued(code, genres[genreCode(code)] ?? 0))
      .sort((a, b) => b.count - a.count),
    eventType: eventTypes(db, hits),
    person: named(db, counted('person')),
    photographer: written(db, counted('photographer')),
    author: written(db, counted('author')),
    office: written(db, counted('office')),
    organization: named(db, counted('organization')),
    place: named(db, counted('place')),
  }
}

function count(periods: Map<string, PeriodCount>, period: string, articles: number, photos: number): void {
  const there = periods.get(period)
  if (!there) {
    periods.set(period, { period, articles, photos })
    return
  }
  there.articles += articles
  there.photos += photos
}

const byPeriod = (a: PeriodCount, b: PeriodCount): number => (a.period < b.period ? -1 : 1)

/** Every month from the first to the last, also those in which nothing came. */
function withoutGaps(found: Map<string, PeriodCount>): PeriodCount[] {
  const known = [...found.keys()].filter((period) => period.length === 7).sort()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const months: PeriodCount[] = []
  for (let at = first; at <= last; at = monthAfter(at)) {
    months.push(found.get(at) ?? { period: at, articles: 0, photos: 0 })
  }
  return months
}

function monthAfter(month: string): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`
}
