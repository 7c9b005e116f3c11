import { z } from 'zod'
import { DocumentRecord, Event, Organization, Person, Place } from '#core/model/authority'
import { Id, Instant, PartialDate } from '#core/model/common'
import { Reason } from '#core/model/draft'
import { AuthorityKind } from '#core/model/views'
import { change, query } from './operation'

const own = { id: true, createdAt: true, updatedAt: true } as const

/** What a person may write in an authority record, by its kind. */
export const AuthorityFields = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), fields: Event.omit(own) }),
  z.object({ kind: z.literal('person'), fields: Person.omit(own) }),
  z.object({ kind: z.literal('organization'), fields: Organization.omit(own) }),
  z.object({ kind: z.literal('place'), fields: Place.omit(own) }),
  z.object({ kind: z.literal('document'), fields: DocumentRecord.omit(own) }),
])
export type AuthorityFields = z.infer<typeof AuthorityFields>

/** Another record in one line. */
export const RecordRef = z.object({ id: Id, name: z.string(), detail: z.string() })
export type RecordRef = z.infer<typeof RecordRef>

/** The change that did it, for taking it back. */
const Done = z.object({ id: Id, sequence: z.number().int() })

const Kinded = z.object({ kind: AuthorityKind, id: Id })

/** Which records give way to which. */
export const MergeAsked = z.object({ kind: AuthorityKind, keep: Id, gone: z.array(Id).min(1).max(20) })
export type MergeAsked = z.infer<typeof MergeAsked>

const UsedBy = z.object({ id: Id, title: z.string(), date: PartialDate.nullable(), written: z.string() })

/** What a merge will do, counted over everything that points at the records giving way. */
export const MergePreview = z.object({
  keep: RecordRef,
  gone: z.array(RecordRef),
  articles: z.number().int(),
  photos: z.number().int(),
  drafts: z.number().int(),
  events: z.number().int(),
  /** Records of the same kind that name one giving way as parent, or as what became of them. */
  relatives: z.number().int(),
  searches: z.number().int(),
  /** Spellings, offices and facts that the kept record gains. */
  spellings: z.array(z.string()),
  offices: z.array(z.string()),
  facts: z.array(z.object({ field: z.string(), value: z.string() })),
  /** The first articles that move. */
  some: z.array(UsedBy),
})
export type MergePreview = z.infer<typeof MergePreview>

/** Which articles' mentions go to a new record of this name. Events move with a title for a name. */
export const SplitAsked = z.object({
  kind: z.enum(['event', 'person', 'organization', 'place']),
  id: Id,
  name: z.string().trim().min(1).max(2000),
  articles: z.array(Id).min(1),
})
export type SplitAsked = z.infer<typeof SplitAsked>

export const SplitPreview = z.object({
  moved: z.number().int(),
  stay: z.number().int(),
  photos: z.number().int(),
  /** Photos that articles of both sides use: they stay where they are. */
  sharedPhotos: z.number().int(),
  offices: z.array(z.string()),
  spellings: z.array(z.string()),
})
export type SplitPreview = z.infer<typeof SplitPreview>

/** Two records that may be one, and why; nothing is done about it without a person. */
export const LikelyPair = z.object({
  one: RecordRef.extend({ articles: z.number().int() }),
  other: RecordRef.extend({ articles: z.number().int() }),
  reason: Reason,
})
export type LikelyPair = z.infer<typeof LikelyPair>

/** A merger of provinces that a place record took part in, and what linking its records would do. */
export const PlaceMerger = z.object({
  name: z.string(),
  since: PartialDate,
  from: z.array(z.string()),
  predecessors: z.array(RecordRef),
  /** Null where the archive has no record of the new unit: it is made. */
  successor: RecordRef.nullable(),
  /** Articles from that day on, which name the unit of the same name: they go to the new record. */
  articles: z.number().int(),
})
export type PlaceMerger = z.infer<typeof PlaceMerger>

export const authorityOperations = {
  'authority.create': change(AuthorityFields, Done),
  /** Writes a record; `updatedAt` must be the one that was read. */
  'authority.update': change(z.intersection(AuthorityFields, z.object({ id: Id, updatedAt: Instant })), Done),
  /** Takes out a record that nothing points at. */
  'authority.remove': change(Kinded, Done),
  'authority.mergePreview': query(MergeAsked, MergePreview),
  /** One record out of several; whatever pointed at those that give way points at the kept one. */
  'authority.merge': change(MergeAsked, Done),
  /** Articles that point at a record, newest first, with the name as written there. */
  'authority.uses': query(Kinded, z.object({ rows: z.array(UsedBy) })),
  'authority.splitPreview': query(SplitAsked, SplitPreview),
  /** A second record out of one; answers with its id. */
  'authority.split': change(SplitAsked, Done),
  /** Records of a kind that may be one, the likeliest first. */
  'authority.likely': query(z.object({ kind: AuthorityKind }), z.object({ pairs: z.array(LikelyPair) })),
  /** The merger of provinces a place took part in, by `resources/vocabulary/provinces.json`; null where all is linked. */
  'place.merger': query(z.object({ id: Id }), z.object({ merger: PlaceMerger.nullable() })),
  /** Links predecessors with their successor and ends them, as the merger says. */
  'place.linkMerger': change(z.object({ id: Id }), Done),
} as const
