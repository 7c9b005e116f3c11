import type { Inside, NamedUnder } from '#core/pictures/inside'
import type { Blocks } from './blocks'
import { type ExifRead, placed, readExif } from './exif'
import { blocksOf } from './find'
import { readIim } from './iim'
import { namedIn, type Stored, textsOf } from './regions'
import type { PictureSource } from './source'
import { decodeOne, kept } from './text'
import { readXmp, type XmpProperties, xmpWords } from './xmp'

/** Everything a picture's file says in words. */
export interface InsideRead {
  words: Inside[]
  named: NamedUnder[]
  gps: { latitude: number; longitude: number } | null
  /** As EXIF has it, 1 to 8. */
  orientation: ExifRead['orientation']
  pages: number
  /** A manifest of Content Credentials is there to be checked. */
  credentials: boolean
  /** The file ends too early or its structure breaks off. */
  damaged: boolean
  /** Metadata that cannot be read to its end. */
  unreadable: boolean
}

/** Beyond this a file hides something else than words about a picture. */
const MOST_WORDS = 600
const LONGEST = 64 * 1024

/**
 * Reads what is written inside a picture. Never throws: what is damaged leaves what could be read, and is said.
 * @param measures of the picture as its pixels are stored, to place regions by
 */
export async function readInside(
  source: PictureSource,
  mediaType: string,
  measures: { width: number; height: number },
): Promise<InsideRead> {
  const blocks = await blocksOf(source, mediaType)
  const exif = blocks.exif ? await quietly(() => readExif(blocks.exif!)) : null
  const orientation = exif?.orientation ?? 1
  const iim = readIim(blocks.iim)
  const { properties, whole } = readXmp(blocks.xmp)
  const words = [...xmpWords(properties), ...iim, ...(exif?.words ?? []), ...textWords(blocks)]
  return {
    words: bounded(words),
    named: namedIn(properties, { ...measures, orientation }),
    gps: exif?.gps ?? placeIn(properties),
    orientation,
    pages: mediaType === 'image/tiff' ? (exif?.pages ?? 1) : 1,
    credentials: blocks.credentials,
    damaged: blocks.damaged,
    unreadable: (blocks.exif !== null && exif?.whole !== true) || !whole,
  }
}

/** The words of an .xmp file beside a picture. @param stored as the picture itself has it */
export function readSidecar(bytes: Uint8Array, stored: Stored): Pick<InsideRead, 'words' | 'named' | 'gps'> {
  const { properties } = readXmp([bytes])
  const words = xmpWords(properties).map((one): Inside => ({ ...one, sidecar: true }))
  const named = namedIn(properties, stored).map((one): NamedUnder => ({ ...one, sidecar: true }))
  return { words: bounded(words), named, gps: placeIn(properties) }
}

async function quietly<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch {
    return null
  }
}

function textWords({ texts }: Blocks): Inside[] {
  return texts.flatMap(({ tag, bytes, encoding }) => {
    const text = kept(encoding ? new TextDecoder(encoding).decode(bytes) : decodeOne(bytes))
    return text === '' ? [] : [{ tag, values: [text] }]
  })
}

const bounded = (words: Inside[]): Inside[] =>
  words.slice(0, MOST_WORDS).map((one) => ({ ...one, values: one.values.map((value) => value.slice(0, LONGEST)) }))

/** `22,9.396N` (XMP part 2, 3.3.1 GPSCoordinate). */
function placeIn(properties: XmpProperties): InsideRead['gps'] {
  const latitude = coordinate(textsOf(properties.get('exif:GPSLatitude'))[0])
  const longitude = coordinate(textsOf(properties.get('exif:GPSLongitude'))[0])
  return latitude === null || longitude === null ? null : placed(latitude, longitude)
}

function coordinate(written: string | undefined): number | null {
  const [, degrees, minutes, seconds = '0', side = ''] =
    /^(\d+),([\d.]+)(?:,([\d.]+))?([NSEW])$/i.exec(written ?? '') ?? []
  if (degrees === undefined) return null
  const angle = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
  return /[SW]/i.test(side) ? -angle : angle
}
