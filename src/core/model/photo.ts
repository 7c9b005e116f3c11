import { z } from 'zod'
import { AsReceivedFile, Id, PartialDate, RecordBase } from './common'

/** A rectangle in a picture, in fractions of width and height of the upright picture. */
export const Region = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Region = z.infer<typeof Region>

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
  nearDuplicateGroup: z.string().nullable(),
})
export type Photo = z.infer<typeof Photo>
