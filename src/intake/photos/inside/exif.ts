import type { Inside } from '#core/pictures/inside'
import { type Orientation, orientationFrom } from '#core/pictures/regions'
import { readTags, type Tag } from './ifd'
import { latin, type PictureSource, viewOf } from './source'
import { decodeOne, decodeUtf16, kept } from './text'

/** What we read of EXIF, under exiftool's names (EXIF 3.0, 4.6; TIFF 6.0; Windows' own tags). */
const NAMES: Record<number, string> = {
  269: 'DocumentName',
  270: 'ImageDescription',
  271: 'Make',
  272: 'Model',
  274: 'Orientation',
  285: 'PageName',
  305: 'Software',
  306: 'ModifyDate',
  315: 'Artist',
  316: 'HostComputer',
  33432: 'Copyright',
  36867: 'DateTimeOriginal',
  36868: 'CreateDate',
  36880: 'OffsetTime',
  36881: 'OffsetTimeOriginal',
  36882: 'OffsetTimeDigitized',
  37510: 'UserComment',
  40091: 'XPTitle',
  40092: 'XPComment',
  40093: 'XPAuthor',
  40094: 'XPKeywords',
  40095: 'XPSubject',
  42032: 'OwnerName',
  42036: 'LensModel',
  42038: 'ImageTitle',
  42039: 'Photographer',
  42040: 'ImageEditor',
}
const LARGEST_VALUE = 1024 * 1024
const [ASCII, SHORT, UTF8] = [2, 3, 129]
const ORIENTATION = 274
const USER_COMMENT = 37510
/** Lists of people and words, set apart by semicolons (MWG guidelines 2.0, 5.3). */
const LISTS = new Set([315, 40093, 40094])

export interface ExifRead {
  words: Inside[]
  /** 1 where the file says nothing or what cannot be. */
  orientation: Orientation
  gps: { latitude: number; longitude: number } | null
  pages: number
  whole: boolean
}

/** Reads the words of an EXIF structure; what lies outside it, or is of a kind that cannot be, is passed over. */
export async function readExif(source: PictureSource): Promise<ExifRead> {
  const only = new Set(Object.keys(NAMES).map(Number))
  const { tags, whole, pages } = await readTags(source, { only, largest: LARGEST_VALUE })
  const turn = tags.find(({ id, type }) => id === ORIENTATION && type === SHORT)
  const orientation = turn ? viewOf(turn.bytes).getUint16(0, turn.little) : 1
  return {
    words: tags.flatMap((tag) => wordsOf(tag) ?? []),
    orientation: orientationFrom(orientation),
    gps: placeOf(tags.filter(({ ifd }) => ifd === 'GPS')),
    pages,
    whole,
  }
}

function wordsOf(tag: Tag): Inside | null {
  const name = NAMES[tag.id]
  if (!name || tag.ifd === 'GPS' || tag.id === ORIENTATION) return null
  const text = kept(textOf(tag))
  const values = LISTS.has(tag.id) ? text.split(/\s*;\s*/) : [text]
  const said = values.filter((value) => value !== '')
  return said.length > 0 ? { tag: `${tag.ifd}:${name}`, values: said } : null
}

function textOf({ id, type, bytes, little }: Tag): string {
  // Windows' own tags are UTF-16, always the little end first.
  if (id >= 40091 && id <= 40095) return decodeUtf16(bytes, true)
  if (id === USER_COMMENT) return userComment(bytes, little)
  if (type !== ASCII && type !== UTF8) return ''
  // One value may hold several, each ended by a zero: photographer and editor of Copyright.
  const parts = latin(bytes).split('\0')
  let at = 0
  return parts
    .map((part) => {
      const own = bytes.subarray(at, at + part.length)
      at += part.length + 1
      return decodeOne(own).trim()
    })
    .filter(Boolean)
    .join(', ')
}

/** UserComment begins with eight bytes that name its encoding (EXIF 3.0, 4.6.6, table 9); some programs leave them out. */
function userComment(bytes: Uint8Array, little: boolean): string {
  const kind = latin(bytes.subarray(0, 8))
  const content = bytes.subarray(8)
  if (/^unicode/i.test(kind)) return unicodeComment(content, little)
  if (/^jis/i.test(kind)) return new TextDecoder('euc-jp').decode(jisAsEuc(content))
  if (/^ascii/i.test(kind) || /^\0{8}|^ {8}/.test(kind)) return decodeOne(content)
  return decodeOne(bytes)
}

/** Said to be in the order of the file, and often in the other: where the zero bytes are decides. */
function unicodeComment(content: Uint8Array, little: boolean): string {
  const zeros = (from: number) => content.reduce((sum, byte, at) => sum + (at % 2 === from && byte === 0 ? 1 : 0), 0)
  const [even, odd] = [zeros(0), zeros(1)]
  // No zeros at all: UTF-8 under the wrong name.
  if (even + odd === 0 && content.length > 8 && content.some((byte) => byte < 0x80)) return decodeOne(content)
  return decodeUtf16(content, even === odd ? little : odd > even)
}

/** JIS X 0208 as EXIF has it, without escapes: the same with the high bits set is EUC. */
function jisAsEuc(content: Uint8Array): Uint8Array {
  return content.map((byte) => (byte >= 0x21 && byte <= 0x7e ? byte | 0x80 : byte))
}

/** Degrees, minutes and seconds as fractions; 0,0 is what a camera without a fix writes. */
function placeOf(tags: Tag[]): ExifRead['gps'] {
  const latitude = angle(tags, 1, 2, 'S')
  const longitude = angle(tags, 3, 4, 'W')
  return latitude === null || longitude === null ? null : placed(latitude, longitude)
}

/** A place that can be one: on the globe, and not the 0,0 of a camera without a fix. */
export function placed(latitude: number, longitude: number): ExifRead['gps'] {
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  const round = (value: number) => Math.round(value * 1e8) / 1e8
  return possible && (latitude !== 0 || longitude !== 0)
    ? { latitude: round(latitude), longitude: round(longitude) }
    : null
}

function angle(tags: Tag[], side: number, value: number, negative: string): number | null {
  const tag = tags.find(({ id, type }) => id === value && type === 5)
  if (!tag || tag.bytes.length < 8) return null
  const view = viewOf(tag.bytes)
  let degrees = 0
  for (let part = 0; part < 3 && part * 8 + 8 <= tag.bytes.length; part += 1) {
    const divisor = view.getUint32(part * 8 + 4, tag.little)
    if (divisor !== 0) degrees += view.getUint32(part * 8, tag.little) / divisor / 60 ** part
  }
  const turned = latin(tags.find(({ id }) => id === side)?.bytes ?? new Uint8Array()).toUpperCase()
  return turned.startsWith(negative) ? -degrees : degrees
}
