import { z } from 'zod'
import { Credentials, Inside, NamedInside } from '../pictures/inside'
import { digitsOfOne } from '../pictures/likeness'
import { AsReceivedFile, Id, PartialDate, RecordBase } from './common'
import { Region } from './region'

export { Region }

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
  /** Words inside the file as earlier versions kept them; `inside` holds them all since. */
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
  /**
   * Fingerprints for finding photos nearly the same (`core/pictures/likeness`): of the whole picture and of all but its
   * edges; records made before have the first alone, or none. Empty where it could not be made.
   */
  likeness: z.string().optional(),
  /** The first photo of the burst this one is of: nearly alike, taken within seconds by the same camera. */
  burst: Id.optional(),
  /** Photos nearly alike that a person has said to be other pictures. */
  notLike: z.array(Id).optional(),
  /** Everything written inside the file and in .xmp files beside it; none on records made before it was kept whole. */
  inside: z.array(Inside).optional(),
  /** People the file names, with the part of the upright picture that shows them; none on older records. */
  namedInside: z.array(NamedInside).optional(),
  /** Title and keywords as the mapping of the archive took them from the file; none on older records. */
  title: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  /** Content Credentials (C2PA) found in the file; none where there are none. */
  credentials: Credentials.optional(),
  /** Files of words that came beside the picture (.xmp), kept as received. */
  sidecars: z.array(AsReceivedFile).optional(),
})
export type Photo = z.infer<typeof Photo>

/** The turn of a photo, also of records made before there was one. */
export const turnOf = (photo: Pick<Photo, 'turned'>): Turn => photo.turned ?? 0

/** True where fingerprints, or the second of them, are still to be made. */
export const lacksLikeness = ({ likeness }: Pick<Photo, 'likeness'>): boolean =>
  likeness === undefined || likeness.length === digitsOfOne
