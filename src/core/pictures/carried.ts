import { z } from 'zod'
import type { Photo } from '../model/photo'

/** What a photo says and is, to be laid beside another: what the one has and the other lacks. */
export const Carried = z.object({
  name: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  takenAt: z.string().nullable(),
  caption: z.string(),
  title: z.string(),
  photographers: z.array(z.string()),
  place: z.string(),
  rights: z.string(),
  camera: z.string(),
  people: z.array(z.string()),
  keywords: z.array(z.string()),
  gps: z.boolean(),
  credentials: z.boolean(),
})
export type Carried = z.infer<typeof Carried>

/** @param people the names of those in the picture */
export function carriedBy(photo: Photo, people: string[]): Carried {
  const { file, width, height, takenAt, caption, photographers, place, rights, camera } = photo
  return {
    ...{
      name: file.name,
      width,
      height,
      bytes: file.size,
      takenAt,
      caption,
      photographers,
      place,
      rights,
      camera,
      people,
    },
    title: photo.title ?? '',
    keywords: photo.keywords ?? [],
    gps: photo.gps !== null,
    credentials: photo.credentials !== undefined,
  }
}
