import { z } from 'zod'
import { Region } from '#core/model/photo'
import type { Platform } from '#platform/ports'
import type { Archive } from './archive'
import type { Layout } from './format'

const Kept = z.object({ faces: z.array(Region).nullable() })

/** Faces found in pictures, under `index/`; what cannot be read there is looked for again. */
export function openFaces(layout: Layout, { files }: Platform): Archive['faces'] {
  const pathOf = (photoId: string, turned: number) =>
    files.join(layout.faces, photoId.slice(0, 2), `${photoId}${turned ? `-${turned}` : ''}.json`)
  return {
    async find(photoId, turned) {
      const path = pathOf(photoId, turned)
      if (!(await files.stat(path))) return undefined
      try {
        return Kept.parse(JSON.parse(await files.readText(path))).faces
      } catch {
        return undefined
      }
    },
    async put(photoId, turned, faces) {
      const path = pathOf(photoId, turned)
      await files.makeFolder(files.dirName(path))
      await files.writeWhole(path, JSON.stringify({ faces }))
    },
  }
}
