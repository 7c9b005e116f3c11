import { KhoError } from '#core/errors'
import { offerLegacy } from '../legacy'
import { pictureType } from '../pictures'
import type { PictureRead, readerLimits } from '../protocol'
import { sniff } from '../sniff'
import { Warnings } from '../warnings'
import { heicMeasures } from './heic'
import { type PictureWords, pictureWords } from './metadata'
import { loadSharp } from './sharp'

/** A picture handed in: `bytes` the whole or, for very large ones, the beginning; `input` what to decode. */
export interface PictureIn {
  name: string
  bytes: Uint8Array
  size: number
  input: string | Uint8Array
}

type Limits = Pick<typeof readerLimits, 'pictureBytes' | 'pixels'>

/** Pictures we file without a preview: no decoder for them is at hand. */
const NO_PREVIEW = new Set(['image/x-emf', 'image/x-wmf'])

/**
 * Measures a picture and reads the words inside it. Damage inside the picture or its metadata is a warning;
 * only what cannot be called a picture at all is an error.
 * @throws KhoError file-empty, picture-too-large (bytes), picture-unreadable, file-type-mismatch, file-encrypted
 */
export async function readPicture(file: PictureIn, limits: Limits): Promise<PictureRead> {
  const { name, bytes } = file
  if (file.size === 0) throw new KhoError('file-empty', { file: name })
  if (file.size > limits.pictureBytes) throw tooLarge(name, `${Math.round(file.size / 1024 / 1024)} MB`)
  const mediaType = pictureType(bytes)
  if (!mediaType) throw noPicture(bytes, name)
  const warnings = new Warnings(name)
  const { width, height } = await measure(file, mediaType, limits, warnings)
  const words = await wordsOf(bytes, warnings)
  if (mediaType === 'image/jpeg' && bytes.length === file.size && isCut(bytes))
    warnings.add('picture-damaged', { picture: name })
  return { mediaType, width, height, ...chosen(words, warnings), warnings: warnings.list }
}

/** A text renamed to a picture is named for what it is; anything else just cannot be opened. */
function noPicture(bytes: Uint8Array, name: string): KhoError {
  const { kind, name: actual } = sniff(bytes, name)
  if (kind === 'other' || kind === 'text') return new KhoError('picture-unreadable', { file: name })
  return new KhoError('file-type-mismatch', { file: name, args: { actual: kind === 'zip' ? 'Word/ZIP' : actual } })
}

async function measure(
  file: PictureIn,
  mediaType: string,
  limits: Limits,
  warnings: Warnings,
): Promise<{ width: number; height: number }> {
  if (mediaType === 'image/heic') return measureHeic(file, warnings)
  const preview = !NO_PREVIEW.has(mediaType)
  if (!preview) warnings.add('picture-no-preview', { type: mediaType.replace(/^image\/(x-)?/, '').toUpperCase() })
  try {
    const sharp = await loadSharp()
    const found = await sharp(file.input, { limitInputPixels: false, failOn: 'none' }).metadata()
    const { width = 0, height = 0, orientation = 1 } = found
    if (width * height > limits.pixels) warnings.add('picture-too-large', { picture: file.name })
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch (error) {
    if (preview) throw new KhoError('picture-unreadable', { file: file.name, cause: error })
    return { width: 0, height: 0 }
  }
}

/** One that cannot be decoded is filed as it came, and that is said. */
async function measureHeic({ bytes }: PictureIn, warnings: Warnings): Promise<{ width: number; height: number }> {
  try {
    return await heicMeasures(bytes)
  } catch {
    warnings.add('picture-no-preview', { type: 'HEIC' })
    return { width: 0, height: 0 }
  }
}

async function wordsOf(bytes: Uint8Array, warnings: Warnings): Promise<PictureWords> {
  try {
    return await pictureWords(bytes)
  } catch (error) {
    // A picture without any metadata is no matter for a warning.
    const none = error instanceof Error && error.name === 'MetadataMissingError'
    if (!none) warnings.add('metadata-unreadable')
    return { captions: {}, photographers: {}, dates: {}, camera: '', gps: null, others: {} }
  }
}

type Chosen = Pick<PictureRead, 'takenAt' | 'camera' | 'gps' | 'caption' | 'photographer' | 'embedded'>

/**
 * One value of each where the standards differ: for words XMP, then IPTC (which cuts at 2,000 bytes), then EXIF;
 * for the time EXIF first, since the camera wrote it. All that differ stay in `embedded`.
 */
function chosen(words: PictureWords, warnings: Warnings): Chosen {
  const { captions, photographers, dates } = words
  const caption = captions.xmp ?? captions.iptc ?? captions.exif ?? captions.windows ?? ''
  const takenAt = dates.exif ?? dates.xmp ?? dates.iptc ?? null
  const embedded: Record<string, string> = { ...words.others }
  for (const [field, values] of Object.entries({ caption: captions, photographer: photographers, takenAt: dates })) {
    for (const [standard, value] of Object.entries(values)) embedded[`${field}.${standard}`] = value
    if (field === 'caption' && differ(Object.values(values))) warnings.add('metadata-differs')
  }
  if (takenAt && /^(1970-01-01|1980-01-01|2000-01-01|200[0-9]-01-01T00:00)/.test(takenAt)) {
    warnings.add('date-doubtful', { date: takenAt })
  }
  offerLegacy(caption, warnings)
  const photographer = photographers.xmp ?? photographers.iptc ?? photographers.exif ?? photographers.windows ?? ''
  return { takenAt, camera: words.camera, gps: words.gps, caption, photographer, embedded }
}

/** True where no longest text holds the others: IPTC cut short says the same as XMP in full. */
function differ(values: string[]): boolean {
  const longest = values.reduce((a, b) => (b.length > a.length ? b : a), '')
  return values.some((value) => !longest.startsWith(value.slice(0, -1)))
}

/** A JPEG whose end marker is missing after the beginning of the pixels. */
function isCut(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    at += 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number))
  }
  for (let end = bytes.length - 2; end > at; end -= 1) {
    if (bytes[end] === 0xff && bytes[end + 1] === 0xd9) return false
  }
  return true
}

function tooLarge(file: string, size: string): KhoError {
  return new KhoError('picture-too-large', { file, args: { size } })
}
