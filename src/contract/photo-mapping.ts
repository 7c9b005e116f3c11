import { z } from 'zod'
import { Id } from '#core/model/common'
import { Warning } from '#core/model/draft'
import { Credentials, Inside, NamedUnder } from '#core/pictures/inside'
import { mappedFields, PhotoMapping, standings } from '#core/pictures/mapping'
import { change, query } from './operation'

const Field = z.enum(mappedFields)

/** What one tag says for a field of the record, and how it stands. */
export const CandidateView = z.object({
  tag: z.string(),
  sidecar: z.boolean(),
  language: z.string(),
  values: z.array(z.string()),
  standing: z.enum(standings),
})

/** Everything written inside a picture's file and beside it, and what a mapping takes of it. */
export const InsideView = z.object({
  name: z.string(),
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  gps: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  words: z.array(Inside),
  named: z.array(NamedUnder),
  credentials: Credentials.nullable(),
  /** Names of the .xmp files beside it. */
  sidecars: z.array(z.string()),
  /** In the order of the mapping; those that are not taken too. */
  fields: z.array(z.object({ field: Field, candidates: z.array(CandidateView) })),
  warnings: z.array(Warning),
})
export type InsideView = z.infer<typeof InsideView>

export const photoMappingOperations = {
  /** Which words inside pictures become which fields: of the open archive, else as shipped; and every tag that may be chosen. */
  'photo.mapping': query(
    z.object({}),
    z.object({ mapping: PhotoMapping, own: z.boolean(), tags: z.record(Field, z.array(z.string())) }),
  ),
  /** Reads a photo of the archive, or any picture file, anew; with another mapping where one is to be tried. */
  'photo.inside': query(
    z
      .union([z.object({ id: Id }), z.object({ path: z.string().min(1) })])
      .and(z.object({ mapping: PhotoMapping.optional() })),
    InsideView,
  ),
  /** Keeps a mapping for photos taken in from now on; null goes back to the one shipped. */
  'photo.saveMapping': change(z.object({ mapping: PhotoMapping.nullable() }), z.object({})),
} as const
