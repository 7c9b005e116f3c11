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

export const ArticleQuery = z.object({
  /** As typed; empty for all. */
  text: z.string().max(1000).default(''),
  sort: z.enum(['relevance', 'newest', 'oldest', 'title']).default('newest'),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(50),
  status: z.enum(['filed', 'binned']).default('filed'),
  eventId: Id.optional(),
  personId: Id.optional(),
  placeId: Id.optional(),
  organizationId: Id.optional(),
  documentId: Id.optional(),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  genre: z.string().optional(),
})
export type ArticleQuery = z.infer<typeof ArticleQuery>

export const ArticlePage = z.object({ total: z.number().int(), rows: z.array(ArticleRow) })
export type ArticlePage = z.infer<typeof ArticlePage>

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
  sort: z.enum(['name', 'newest', 'most']).default('name'),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type AuthorityQuery = z.infer<typeof AuthorityQuery>

export const AuthorityPage = z.object({ total: z.number().int(), rows: z.array(AuthorityRow) })
export type AuthorityPage = z.infer<typeof AuthorityPage>
