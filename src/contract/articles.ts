import { z } from 'zod'
import { AccessConditions, Id, RetentionPeriod } from '#core/model/common'
import { EventFields, PersonFields } from '#core/model/draft'
import { type RecordKind, recordKinds } from '#core/model/records'
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

export const articleOperations = {
  /** Errors of both: selection-too-large, export-nothing-selected, dossier-closed, dossier-in-transfer. */
  'article.bulkPreview': query(Bulk, BulkPreview),
  /** Edits many articles in one change, so that one undo takes it back. */
  'article.bulkEdit': change(Bulk, z.object({ changed: z.number().int(), skipped: z.array(SkippedItem) })),
} as const
