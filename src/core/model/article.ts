import { z } from 'zod'
import {
  AccessConditions,
  AsReceivedFile,
  Id,
  Instant,
  PartialDate,
  RecordBase,
  RetentionPeriod,
  TextSpan,
} from './common'
import { Genre } from './vocabulary'

/** One block of the body; a figure points at a photo of the article by its order. */
export const Block = z.object({
  kind: z.enum(['paragraph', 'heading', 'list-item', 'quote', 'table-row', 'footnote', 'figure']),
  text: z.string(),
  photo: z.number().int().nonnegative().optional(),
})
export type Block = z.infer<typeof Block>

/** A person met in the text, with the offices as written that day. */
export const Mention = z.object({
  personId: Id,
  name: z.string(),
  offices: z.array(z.string()),
  spans: z.array(TextSpan),
})
export type Mention = z.infer<typeof Mention>

/** A body or place met in the text; `name` as written, `id` its authority record. */
export const NameUse = z.object({ id: Id, name: z.string(), spans: z.array(TextSpan) })
export type NameUse = z.infer<typeof NameUse>

/** A document cited by number, or by a full official name. Strings as written; the date as a date. */
export const CitedDocument = z.object({
  type: z.string(),
  number: z.string().nullable(),
  date: PartialDate.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
})
export type CitedDocument = z.infer<typeof CitedDocument>

/** A citation in an article and the document record it points to. */
export const Citation = CitedDocument.extend({ id: Id, spans: z.array(TextSpan) })
export type Citation = z.infer<typeof Citation>

/** An award reported by the article. */
export const Award = z.object({ name: z.string(), to: z.array(z.string()) })
export type Award = z.infer<typeof Award>

/** A photo as this article uses it. The caption belongs to the use, not to the photo alone. */
export const PhotoUse = z.object({ photoId: Id, caption: z.string() })
export type PhotoUse = z.infer<typeof PhotoUse>

/** How a record came into the archive. */
export const Provenance = z.object({
  source: z.enum(['file', 'paste', 'manual']),
  receivedAt: Instant,
  filedBy: z.string(),
  reader: z.string(),
})
export type Provenance = z.infer<typeof Provenance>

/** The words of an article: what a clerk types or a reader finds, before any tag. */
export const ArticleText = z.object({
  title: z.string().max(2000),
  lede: z.string().nullable(),
  body: z.array(Block),
  genre: Genre,
  authors: z.array(z.string()),
  photographers: z.array(z.string()),
  publishedOn: PartialDate.nullable(),
  outlet: z.string(),
  sourceAddress: z.string(),
  language: z.string(),
})
export type ArticleText = z.infer<typeof ArticleText>

/** A filed article (tin, bài, …): `design` 4. */
export const Article = RecordBase.extend({
  ...ArticleText.shape,
  serial: z.number().int().positive(),
  events: z.array(Id),
  mentions: z.array(Mention),
  organizations: z.array(NameUse),
  places: z.array(NameUse),
  documents: z.array(Citation),
  awards: z.array(Award),
  topics: z.array(z.string()),
  photos: z.array(PhotoUse),
  asReceived: z.array(AsReceivedFile),
  status: z.enum(['filed', 'binned']),
  access: AccessConditions,
  retention: RetentionPeriod.nullable(),
  dossierId: Id.nullable(),
  notes: z.string(),
  provenance: Provenance,
  filedAt: Instant,
})
export type Article = z.infer<typeof Article>
