import { z } from 'zod'
import { SearchTerms } from '#core/model/search'
import { FacetCount } from '#core/model/views'
import { query } from './operation'

/** Articles and photos of a month (`2024-07`) or a year (`2024`). */
export const PeriodCount = z.object({ period: z.string(), articles: z.number().int(), photos: z.number().int() })
export type PeriodCount = z.infer<typeof PeriodCount>

export const StatisticsQuery = SearchTerms.omit({ sort: true, status: true }).extend({
  /** How many people, photographers, offices and so on, the most frequent first. */
  most: z.number().int().min(1).max(1000).default(20),
})
export type StatisticsQuery = z.infer<typeof StatisticsQuery>

/** How the filed articles that a query finds spread. An article counts once for each value it has. */
export const Statistics = z.object({
  articles: z.number().int(),
  photos: z.number().int(),
  /** Without gaps from the first to the last; articles of which only the year is known stand in `years` alone. */
  months: z.array(PeriodCount),
  years: z.array(PeriodCount),
  genre: z.array(FacetCount),
  eventType: z.array(FacetCount),
  person: z.array(FacetCount),
  photographer: z.array(FacetCount),
  author: z.array(FacetCount),
  /** Offices as written on the day. */
  office: z.array(FacetCount),
  organization: z.array(FacetCount),
  place: z.array(FacetCount),
})
export type Statistics = z.infer<typeof Statistics>

export const statisticsOperations = {
  /** Counted from the index in memory; no record is read. */
  'statistics.get': query(StatisticsQuery, Statistics),
} as const
