import { z } from 'zod'
import { Id } from '#core/model/common'
import { job } from './operation'
import { ExportReport, Selection } from './selection'

/** How pictures are handed on. */
export const PictureCopies = z.object({
  /**
   * `originals`: byte for byte. `described`: the same pixels, with caption, people, photographer, event, place, date
   * and rights written inside. `web`: a JPEG made anew, upright as it is shown here, in sRGB, described as well.
   */
  kind: z.enum(['originals', 'described', 'web']).default('originals'),
  /** Pixels of the longest side of a copy for the web; smaller pictures stay as large as they are. */
  longest: z.number().int().min(100).max(20_000).default(1920),
})
export type PictureCopies = z.infer<typeof PictureCopies>

const folder = z.string().min(1)
const copies = PictureCopies.default({ kind: 'originals', longest: 1920 })

/** Copies of photos, named by date, event and serial. Originals in the archive are never touched. */
export const pictureOperations = {
  /** The photos of articles. */
  'export.pictures': job(z.object({ selection: Selection, folder, copies }), ExportReport),
  /** Chosen photos, each with what the article that shows it says of it. Errors: export-nothing-selected where none is shown. */
  'export.photos': job(z.object({ photos: z.array(Id).min(1).max(500_000), folder, copies }), ExportReport),
} as const
