import { z } from 'zod'
import { AsReceivedFile, Id, PartialDate, RecordBase } from './common'

/**
 * A rectangle in a picture, in fractions of width and height of the picture as its own file says it is upright;
 * a turn made here later (`turned`) does not change it.
 */
export const Region = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
})
export type Region = z.infer<typeof Region>

/** Degrees clockwise that a picture is shown turned by, on top of what its file says. */
export const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
export type Turn = z.infer<typeof Turn>

/** A photo: its id is the SHA-256 of the original, so the same picture is one record. */
export const Photo = RecordBase.extend({
  file: AsReceivedFile,
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  takenAt: z.string().nullable(),
  camera: z.string(),
  gps: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  embedded: z.record(z.string(), z.string()),
  photographers: z.array(z.string()),
  caption: z.string(),
  place: z.string(),
  eventId: Id.nullable(),
  people: z.array(z.object({ personId: Id, region: Region.nullable() })),
  rights: z.string(),
  takenOn: PartialDate.nullable(),
  physicalDescription: z.string(),
  /** The first photo of those nearly the same, where this is a later one. */
  nearDuplicateGroup: z.string().nullable(),
  /** None on records made before photos could be turned. The original is never touched. */
  turned: Turn.optional(),
  /** Fingerprint for finding photos nearly the same (`core/pictures/likeness`); none where it could not be made. */
  likeness: z.string().optional(),
  /** Photos nearly alike that a person has said to be other pictures. */
  notLike: z.array(Id).optional(),
})
export type Photo = z.infer<typeof Photo>

/** The turn of a photo, also of records made before there was one. */
export const turnOf = (photo: Pick<Photo, 'turned'>): Turn => photo.turned ?? 0
