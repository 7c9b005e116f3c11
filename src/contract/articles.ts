import { z } from 'zod'
import { Article, Citation, Mention, NameUse } from '#core/model/article'
import { AccessConditions, Id, RetentionPeriod } from '#core/model/common'
import { EventFields, PersonFields } from '#core/model/draft'
import { type RecordKind, recordKinds } from '#core/model/records'
import { ArticleRow } from '#core/model/views'
import { Genre } from '#core/model/vocabulary'
import { SkippedItem } from './custody'
import { RecordHistoryRow } from './history'
import { change, query } from './operation'
import { Selection } from './selection'

/** A name to tag with: the record it means, or null for a new one. */
const Chosen = z.object({ name: z.string().trim().min(1).max(500), chosen: Id.nullable().default(null) })

/** What is done to many articles at once; what is left out stays as it is. Tags are added, never taken away. */
export const BulkEdit = z.object({
  event: z.object({ fields: EventFields, chosen: Id.nullable().default(null) }).optional(),
  people: z.array(PersonFields.extend({ chosen: Id.nullable().default(null) })).default([]),
  organizations: z.array(Chosen).default([]),
  places: z.array(Chosen).default([]),
  addTopics: z.array(z.string().trim().min(1)).default([]),
  removeTopics: z.array(z.string().trim().min(1)).default([]),
  genre: Genre.optional(),
  access: AccessConditions.optional(),
  /** Null takes the period away. */
  retention: RetentionPeriod.nullable().optional(),
  /** The dossier to lie in; those in another open one move there. */
  dossierId: Id.optional(),
})
export type BulkEdit = z.infer<typeof BulkEdit>

const Bulk = z.object({ selection: Selection, edit: BulkEdit })

/** What an edit of many articles would do, before it is done. */
export const BulkPreview = z.object({
  total: z.number().int(),
  /** How many would change; the others are so already. */
  changed: z.number().int(),
  /** The first ones that would change, field by field. */
  rows: z.array(z.object({ id: Id, title: z.string(), changes: RecordHistoryRow.shape.changes })),
  names: z.record(z.string(), z.string()),
  /** Records that would be made. */
  made: z.array(z.object({ kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]), name: z.string() })),
  /** Articles that cannot go into the dossier; everything else is done to them all the same. */
  skipped: z.array(SkippedItem),
})
export type BulkPreview = z.infer<typeof BulkPreview>

/** A record that a tag means; null for one that is to be made. */
const Meant = { id: Id.nullable() }

/** An article as its page edits it: the words, the photos and the tags, whole. */
export const ArticleEdit = Article.pick({
  ...{ id: true, updatedAt: true, title: true, lede: true, body: true, genre: true, authors: true },
  ...{ photographers: true, publishedOn: true, outlet: true, sourceAddress: true, language: true },
  ...{ awards: true, topics: true, photos: true, access: true, retention: true, notes: true },
}).extend({
  events: z.array(z.object({ ...Meant, title: z.string() })),
  mentions: z.array(Mention.extend({ personId: Id.nullable() })),
  organizations: z.array(NameUse.extend(Meant)),
  places: z.array(NameUse.extend(Meant)),
  documents: z.array(Citation.extend(Meant)),
})
export type ArticleEdit = z.infer<typeof ArticleEdit>

/** Other articles one may want to see beside this one. */
export const RelatedArticles = z.object({
  sameEvent: z.array(ArticleRow),
  /** Those that name most of the same people, and how many. */
  samePeople: z.array(z.object({ row: ArticleRow, shared: z.number().int() })),
})
export type RelatedArticles = z.infer<typeof RelatedArticles>

export const articleOperations = {
  /**
   * Saves what was edited on the page of an article; `updatedAt` must be that of what was read. One change.
   * Errors: record-changed-meanwhile, input-invalid where there is no title.
   */
  'article.save': change(z.object({ article: ArticleEdit }), Article),
  'article.related': query(z.object({ id: Id }), RelatedArticles),
  /** Errors of both: selection-too-large, export-nothing-selected, dossier-closed, dossier-in-transfer. */
  'article.bulkPreview': query(Bulk, BulkPreview),
  /** Edits many articles in one change, so that one undo takes it back. */
  'article.bulkEdit': change(Bulk, z.object({ changed: z.number().int(), skipped: z.array(SkippedItem) })),
} as const
