import type { ExifTool, Tags } from 'exiftool-vendored'
import { KhoError } from '#core/errors'
import type { Warning } from '#core/model/draft'
import type { Digests, Files } from '#platform/ports'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { factsOf } from './describe'
import { Said, saidArguments } from './said'
import { formats, type MadeCopy, type PictureTags, tagsOfCopy, tagsOfMade, tagsOfSidecar } from './tags'

const processes = 2
const longestMs = 60_000

/** A photo in the article that shows it. */
export interface Described {
  within: DeliveredArticle
  shown: DeliveredPhoto
}

/** Writes what is known of a picture into a copy of it; the picture's own bytes stay as they are. */
export interface PictureWriter {
  /**
   * Makes a copy of the original that says what is known of it.
   * @returns false where the copy was not made: the format takes no such data, or exiftool refuses the file
   * @throws KhoError file-damaged where the original is not what it was
   */
  describe(from: string, to: string, photo: Described): Promise<boolean>
  /** Writes the same into a JPEG that we made of the picture, in its place; one that fails is told and stays as it is. */
  describeMade(path: string, made: MadeCopy, photo: Described): Promise<void>
  /** Writes the same as a file of its own (`.xmp`), for copies that cannot be written into. */
  sidecar(to: string, photo: Described): Promise<boolean>
  close(): Promise<void>
}

/**
 * Starts exiftool, which writes IPTC, XMP and regions better than anything else does.
 * @param agency the body whose fonds is delivered
 * @returns null, with a warning, where it cannot run here (no perl on a bare Linux)
 */
export async function startPictureWriter(
  tools: { files: Files; digests: Digests; agency: string },
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
  { files, digests, agency }: { files: Files; digests: Digests; agency: string },
  warn: (warning: Warning) => void,
): PictureWriter {
  /** @returns whether it was written; what failed leaves nothing under `made` */
  const write = async (path: string, tags: PictureTags, how: string[], made: string | null, name: string) => {
    try {
      await exiftool.write(path, plain(tags), { writeArgs: ['-charset', 'iptc=UTF8', ...how] })
      return true
    } catch (thrown) {
      if (made) await files.remove(made)
      warn({ code: 'picture-not-described', file: name, args: { why: String(thrown) } })
      return false
    }
  }
  return {
    async describe(from, to, { within, shown }) {
      const takes = formats[shown.photo.file.mediaType]
      if (!takes) return false
      if ((await digests.sha256OfFile(from)) !== shown.photo.file.digest.hex) {
        throw new KhoError('file-damaged', { file: shown.name })
      }
      const said = await saidBy(exiftool, from)
      const tags = tagsOfCopy(await factsOf(within, shown, agency), said, takes)
      const written = await write(from, tags, ['-o', to], to, shown.name)
      if (written && said.credentials) warn({ code: 'picture-credentials', file: shown.name, args: {} })
      return written
    },
    async describeMade(path, made, { within, shown }) {
      const tags = tagsOfMade(await factsOf(within, shown, agency), made)
      await write(path, tags, ['-overwrite_original'], null, shown.name)
    },
    async sidecar(to, { within, shown }) {
      return write(to, tagsOfSidecar(await factsOf(within, shown, agency)), [], to, shown.name)
    },
    close: async () => exiftool.end(),
  }
}

/** What a file says; one that cannot be read says nothing, and is refused when it is written. */
async function saidBy(exiftool: ExifTool, path: string): Promise<Said> {
  const read = async (charset: string) => {
    const tags: unknown = await exiftool.readRaw<Tags>(path, { readArgs: [...saidArguments, '-charset', charset] })
    return new Said(tags as Record<string, unknown>)
  }
  try {
    const said = await read('iptc=UTF8')
    return said.doubtful ? said.mended(await read('iptc=Latin')) : said
  } catch {
    return new Said({})
  }
}

/**
 * Texts as they reach the file: exiftool takes each value for HTML, and what stands inside structures once more, so
 * that an ampersand must be written as one. Control characters would end or part values.
 */
function plain(tags: PictureTags): Record<string, string | number | string[] | object | null> {
  return Object.fromEntries(Object.entries(tags).map(([tag, value]) => [tag, escaped(value, 1)])) as PictureTags
}

function escaped(value: unknown, layers: number): unknown {
  if (typeof value === 'string') {
    let text = value.replace(/[\0-\b\v\f\x0E-\x1F\x7F]/g, ' ')
    for (let layer = 0; layer < layers; layer++) text = text.replaceAll('&', '&amp;')
    return text
  }
  if (Array.isArray(value)) return value.map((one) => escaped(one, layers))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, escaped(one, 2)]))
}
