import { z } from 'zod'
import { Event } from '#core/model/authority'
import { Id, PartialDate } from '#core/model/common'
import { Photo, Region, Turn } from '#core/model/photo'
import { PhotoEventPage, PhotoEventQuery, PhotoMonths, PhotoPage, PhotoQuery, PhotoRow } from '#core/model/views'
import { Carried } from '#core/pictures/carried'
import { change, job, query } from './operation'
import { batchRules } from './photo-batch'

/** At most so many photos are described in one change. */
export const mostDescribed = 5_000

/** A photo with the articles that use it, and who may be in it. */
export const PhotoView = z.object({
  photo: Photo,
  uses: z.array(z.object({ articleId: Id, title: z.string(), caption: z.string(), date: PartialDate.nullable() })),
  /** Those in the picture first, then the others of its articles. */
  people: z.array(z.object({ id: Id, name: z.string(), inPicture: z.boolean(), region: Region.nullable() })),
  event: Event.nullable(),
})
export type PhotoView = z.infer<typeof PhotoView>

/** What can be said of one photo or of many at once. */
export const PhotoFields = z.object({
  /** Written into every use that had the caption shown, and into the photo itself. */
  caption: z.string().max(5000).optional(),
  photographers: z.array(z.string().max(200)).max(50).optional(),
  place: z.string().max(500).optional(),
  eventId: Id.nullable().optional(),
  takenOn: PartialDate.nullable().optional(),
  rights: z.string().max(2000).optional(),
  physicalDescription: z.string().max(2000).optional(),
})
export type PhotoFields = z.infer<typeof PhotoFields>

/** What many photos get: plain fields, and rules that go by what each has. */
export const PhotoBatch = PhotoFields.extend(batchRules)
export type PhotoBatch = z.infer<typeof PhotoBatch>

/**
 * Someone in a picture: a known person, or a name that is matched or made. Without a region a box drawn before stays;
 * null takes it away.
 */
export const PersonInPhoto = z.union([
  z.object({ personId: Id, region: Region.nullable().optional() }),
  z.object({ name: z.string().trim().min(1).max(200), region: Region.nullable().optional() }),
])
export type PersonInPhoto = z.infer<typeof PersonInPhoto>

/** Named photos, or all that a query finds. */
export const PhotoSelection = z.union([
  z.object({ ids: z.array(Id).min(1).max(mostDescribed) }),
  z.object({ text: z.string().max(1000) }),
])
export type PhotoSelection = z.infer<typeof PhotoSelection>

/** What of a photo would change; `before` and `after` hold the same fields. */
export const PhotoDifference = z.object({
  id: Id,
  name: z.string(),
  before: z.record(z.string(), z.string()),
  after: z.record(z.string(), z.string()),
})
export type PhotoDifference = z.infer<typeof PhotoDifference>

/** Someone where a caption says that they stand (`core/press/order`). */
export const NamedInOrder = z.object({
  name: z.string(),
  personId: Id.nullable(),
  /** As the caption writes it; empty for none. */
  office: z.string(),
  row: z.number().int().nullable(),
  from: z.enum(['left', 'right', 'middle']),
  nth: z.number().int(),
})
export type NamedInOrder = z.infer<typeof NamedInOrder>

/** A photo nearly the same as another. */
export const NearPhoto = Carried.extend({
  photoId: Id,
  /** The very picture, another of the same burst, or another picture nearly alike. */
  is: z.enum(['same', 'burst', 'different']),
  /** Differing bits of 64: 0 looks the same. */
  distance: z.number().int(),
  uses: z.array(PhotoRow.pick({ articleId: true, articleTitle: true, caption: true })),
})
export type NearPhoto = z.infer<typeof NearPhoto>

export const photoOperations = {
  /** Photos for a query of the same language as `article.list`. */
  'photo.list': query(PhotoQuery, PhotoPage),
  /** The same photos as counts by month, to lay out a list of any length. */
  'photo.months': query(PhotoQuery.pick({ text: true }), PhotoMonths),
  /** The same photos by event. */
  'photo.events': query(PhotoEventQuery, PhotoEventPage),
  'photo.get': query(z.object({ id: Id }), PhotoView),
  /** Photos nearly the same, the most alike first. */
  'photo.near': query(z.object({ id: Id }), z.object({ rows: z.array(NearPhoto) })),
  /** Says of two photos nearly the same that they are different pictures: neither is proposed beside the other again. */
  'photo.notNear': change(z.object({ id: Id, other: Id }), z.object({})),
  /**
   * Where faces are in a picture, as they lie in its file, from left to right; never whose. Looked for at the first
   * asking and kept; null where the picture cannot be looked at.
   */
  'photo.faces': query(z.object({ id: Id }), z.object({ faces: z.array(Region).nullable() })),
  /** How many photos want a preview or a fingerprint: of those that came in since, or of all. */
  'photo.previewsWanting': query(z.object({ all: z.boolean() }), z.object({ count: z.number().int() })),
  /** Makes them, after everybody else's work; what is done stays when it is stopped. */
  'photo.previews': job(z.object({ all: z.boolean() }), z.object({ made: z.number().int(), left: z.number().int() })),
  /** Has a draft use a photo of the archive instead of one that came in and repeats it; one change. */
  'photo.useInstead': change(z.object({ draftId: Id, id: Id, instead: Id }), z.object({})),
  /** Where a caption says that people stand, or a typed list of names, each with the record it means. */
  'photo.namesInOrder': query(
    z.object({ id: Id, text: z.string().max(5000) }),
    z.object({ names: z.array(NamedInOrder) }),
  ),
  /** A caption with the sentence "Từ trái sang: …" of the people marked, each in the office held that day. */
  'photo.orderWritten': query(
    z.object({ id: Id, caption: z.string().max(5000) }),
    z.object({ caption: z.string(), people: z.number().int() }),
  ),
  /** Says what is in a picture, who took it and where, or how it is turned; the original is never touched. */
  'photo.describe': change(
    PhotoFields.extend({ id: Id, people: z.array(PersonInPhoto).max(200).optional(), turned: Turn.optional() }),
    PhotoView,
  ),
  /**
   * What `photo.describeMany` would change, for the first rows; nothing is written. With `first` it stops at so many
   * rows, and how many change is null where it stopped.
   */
  'photo.compare': query(
    z.object({ selection: PhotoSelection, set: PhotoBatch, first: z.number().int().min(1).max(200).optional() }),
    z.object({ total: z.number().int(), changed: z.number().int().nullable(), rows: z.array(PhotoDifference) }),
  ),
  /** Describes many photos at once, in one change. */
  'photo.describeMany': change(
    z.object({ selection: PhotoSelection, set: PhotoBatch }),
    z.object({ changed: z.number().int() }),
  ),
} as const
