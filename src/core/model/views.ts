import { z } from 'zod'
import { Id, PartialDate } from './common'

const Mark = z.tuple([z.number().int(), z.number().int()])

/** A row of the article list, from the index: no catalogue document is read for it. */
export const ArticleRow = z.object({
  id: Id,
  serial: z.number().int(),
  title: z.string(),
  /** Date shown and sorted by: published, else of the event, else received. */
  date: PartialDate.nullable(),
  /** Which of these it is: a date of receipt is never shown as the article's own. */
  dateKind: z.enum(['published', 'event', 'received']),
  genre: z.string(),
  eventTitle: z.string().nullable(),
  photoCount: z.number().int(),
  thumbnail: Id.nullable(),
  status: z.enum(['filed', 'binned']),
  /** Where the words of the query stand in the title: [start, end) pairs in UTF-16 units. */
  titleMarks: z.array(Mark),
  /** A piece of the text around the hit, with its own marks. */
  snippet: z.object({ text: z.string(), marks: z.array(Mark) }).nullable(),
})
export type ArticleRow = z.infer<typeof ArticleRow>

/** What articles are asked for, in which order. */
export const ArticleTerms = z.object({
  /** As typed; empty for all. */
  text: z.string().max(1000).default(''),
  sort: z.enum(['relevance', 'newest', 'oldest', 'title']).default('newest'),
  status: z.enum(['filed', 'binned']).default('filed'),
  eventId: Id.optional(),
  personId: Id.optional(),
  placeId: Id.optional(),
  organizationId: Id.optional(),
  documentId: Id.optional(),
  dossierId: Id.optional(),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  genre: z.string().optional(),
  eventType: z.string().optional(),
  /** As written in a credit. */
  photographer: z.string().optional(),
})
export type ArticleTerms = z.infer<typeof ArticleTerms>

/** One page of them. */
export const ArticleQuery = ArticleTerms.extend({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(50),
  /** Beyond the page itself, so many hits are counted before it says that there are more. */
  counted: z.number().int().nonnegative().default(2_000),
})
export type ArticleQuery = z.infer<typeof ArticleQuery>

/** Something a person should know about an answer; the words stand in the locale files under `query.note`. */
export const Note = z.object({ code: z.string(), args: z.record(z.string(), z.string()) })
export type Note = z.infer<typeof Note>

export const ArticlePage = z.object({
  total: z.number().int(),
  /** False where there are more than `total`, which were not counted. */
  exact: z.boolean(),
  notes: z.array(Note),
  rows: z.array(ArticleRow),
})
export type ArticlePage = z.infer<typeof ArticlePage>

/** How many of the articles found have a value: `value` for filters, `label` where it is a name. */
export const FacetCount = z.object({ value: z.string(), label: z.string(), count: z.number().int() })
export type FacetCount = z.infer<typeof FacetCount>

/** Counts over all articles that a query finds; the most frequent people, places and photographers. */
export const ArticleFacets = z.object({
  total: z.number().int(),
  status: z.object({ filed: z.number().int(), binned: z.number().int() }),
  year: z.array(FacetCount),
  genre: z.array(FacetCount),
  eventType: z.array(FacetCount),
  person: z.array(FacetCount),
  place: z.array(FacetCount),
  photographer: z.array(FacetCount),
})
export type ArticleFacets = z.infer<typeof ArticleFacets>

export const PhotoQuery = z.object({
  /** The same language as for articles. */
  text: z.string().max(1000).default(''),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(60),
  /** Only those that stand under this event in `PhotoEventPage`. */
  eventId: Id.optional(),
})
export type PhotoQuery = z.infer<typeof PhotoQuery>

/** A photo in the newest article that uses it. */
export const PhotoRow = z.object({
  photoId: Id,
  caption: z.string(),
  articleId: Id,
  articleTitle: z.string(),
  eventTitle: z.string().nullable(),
  date: PartialDate.nullable(),
  dateKind: ArticleRow.shape.dateKind,
})
export type PhotoRow = z.infer<typeof PhotoRow>

export const PhotoPage = z.object({ total: z.number().int(), notes: z.array(Note), rows: z.array(PhotoRow) })
export type PhotoPage = z.infer<typeof PhotoPage>

/** How many photos each month has, newest first; only the year where no month is known. */
export const PhotoMonths = z.object({
  total: z.number().int(),
  notes: z.array(Note),
  months: z.array(z.object({ month: PartialDate, count: z.number().int() })),
})
export type PhotoMonths = z.infer<typeof PhotoMonths>

export const PhotoEventQuery = z.object({
  text: z.string().max(1000).default(''),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
  /** How many photos of each event are given. */
  photos: z.number().int().min(1).max(24).default(8),
})
export type PhotoEventQuery = z.infer<typeof PhotoEventQuery>

/** An event, or an article without one, with its first photos. */
export const PhotoEventRow = z.object({
  eventId: Id.nullable(),
  title: z.string(),
  date: PartialDate.nullable(),
  count: z.number().int(),
  photos: z.array(PhotoRow),
})
export type PhotoEventRow = z.infer<typeof PhotoEventRow>

export const PhotoEventPage = z.object({
  total: z.number().int(),
  /** Photos of all events together. */
  photos: z.number().int(),
  notes: z.array(Note),
  rows: z.array(PhotoEventRow),
})
export type PhotoEventPage = z.infer<typeof PhotoEventPage>

export const AuthorityKind = z.enum(['event', 'person', 'organization', 'place', 'document'])
export type AuthorityKind = z.infer<typeof AuthorityKind>

/** A row of an authority list with the number of articles and photos attached. */
export const AuthorityRow = z.object({
  kind: AuthorityKind,
  id: Id,
  name: z.string(),
  detail: z.string(),
  date: PartialDate.nullable(),
  articles: z.number().int(),
  photos: z.number().int(),
})
export type AuthorityRow = z.infer<typeof AuthorityRow>

export const AuthorityQuery = z.object({
  kind: AuthorityKind,
  text: z.string().max(200).default(''),
  /** `fit`: those whose name begins with the very words asked for, then those that hold them, then by articles. */
  sort: z.enum(['name', 'newest', 'most', 'fit']).default('name'),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type AuthorityQuery = z.infer<typeof AuthorityQuery>

export const AuthorityPage = z.object({ total: z.number().int(), rows: z.array(AuthorityRow) })
export type AuthorityPage = z.infer<typeof AuthorityPage>
