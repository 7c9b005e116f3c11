import type { ExifTool } from 'exiftool-vendored'
import { KhoError } from '#core/errors'
import type { Warning } from '#core/model/draft'
import type { Digests, Files } from '#platform/ports'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { tagsOf } from './describe'
import { extensionOf } from './names'

const processes = 2
const longestMs = 60_000
const takesIim = new Set(['.jpg', '.jpeg', '.tif', '.tiff'])
const takesXmp = new Set([...takesIim, '.png', '.gif'])

/** Writes what is known of a picture into a copy of it; the picture's own bytes stay as they are. */
export interface PictureWriter {
  /**
   * @returns false where the copy was not made: the format takes no such data, or exiftool refuses the file
   * @throws KhoError file-damaged where the original is not what it was
   */
  describe(from: string, to: string, delivered: DeliveredArticle, photo: DeliveredPhoto): Promise<boolean>
  close(): Promise<void>
}

/**
 * Starts exiftool, which writes IPTC, XMP and regions better than anything else does.
 * @returns null, with a warning, where it cannot run here (no perl on a bare Linux)
 */
export async function startPictureWriter(
  tools: { files: Files; digests: Digests },
  warn: (warning: Warning) => void,
): Promise<PictureWriter | null> {
  // A large library, and a process besides: only when photos are to be described.
  const { ExifTool } = await import('exiftool-vendored')
  const exiftool = new ExifTool({ maxProcs: processes, taskTimeoutMillis: longestMs })
  try {
    await exiftool.version()
  } catch {
    await exiftool.end(false)
    warn({ code: 'picture-writer-missing', file: null, args: {} })
    return null
  }
  return writerOver(exiftool, tools, warn)
}

function writerOver(
  exiftool: ExifTool,
  { files, digests }: { files: Files; digests: Digests },
  warn: (warning: Warning) => void,
): PictureWriter {
  return {
    async describe(from, to, delivered, photo) {
      const extension = extensionOf(photo)
      if (!takesXmp.has(extension)) return false
      if ((await digests.sha256OfFile(from)) !== photo.photo.file.digest.hex) {
        throw new KhoError('file-damaged', { file: photo.name })
      }
      const tags = tagsOf(delivered, photo, { iim: takesIim.has(extension) })
      try {
        await exiftool.write(from, tags, { writeArgs: ['-charset', 'iptc=UTF8', '-o', to] })
        return true
      } catch (thrown) {
        await files.remove(to)
        warn({ code: 'picture-not-described', file: photo.name, args: { why: String(thrown) } })
        return false
      }
    },
    close: async () => exiftool.end(),
  }
}
