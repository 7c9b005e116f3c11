import { KhoError } from '#core/errors'
import { mostHeicPixels } from '#core/pictures/limits'
import { pictureType } from '../pictures'
import type { PictureRead, readerLimits } from '../protocol'
import { sniff } from '../sniff'
import { Warnings } from '../warnings'
import { heicMeasures } from './heic'
import { readCredentials } from './inside/credentials'
import { readInside, readSidecar } from './inside/inside'
import type { PictureSource } from './inside/source'
import { loadSharp } from './sharp'

/** A picture handed in. */
export interface PictureIn {
  name: string
  source: PictureSource
  /** The whole of it, for the few things that need it. */
  bytes(): Promise<Uint8Array>
  /** What to decode. */
  input: string | Uint8Array
  /** The .xmp files beside it; null for one that cannot be read. */
  sidecars?: (Uint8Array | null)[]
  /** The program that checks Content Credentials. */
  credentialsProgram(): Promise<Uint8Array>
}

type Limits = Pick<typeof readerLimits, 'pictureBytes' | 'pixels'>

/** Pictures we file without a preview: no decoder for them is at hand. */
const NO_PREVIEW = new Set(['image/x-emf', 'image/x-wmf'])
const HEAD = 4096

/**
 * Measures a picture and reads the words inside it. Damage inside the picture or its metadata is a warning;
 * only what cannot be called a picture at all is an error.
 * @throws KhoError file-empty, picture-too-large (bytes), picture-unreadable, file-type-mismatch, file-encrypted
 */
export async function readPicture(file: PictureIn, limits: Limits): Promise<PictureRead> {
  const { name, source } = file
  if (source.size === 0) throw new KhoError('file-empty', { file: name })
  if (source.size > limits.pictureBytes) throw tooLarge(name, `${Math.round(source.size / 1024 / 1024)} MB`)
  const head = await source.read(0, HEAD)
  const mediaType = pictureType(head)
  if (!mediaType) throw noPicture(head, name)
  const warnings = new Warnings(name)
  const stored = await measure(file, mediaType, limits, warnings)
  const { words, named, gps, orientation, damaged, unreadable, credentials } = await readInside(
    source,
    mediaType,
    stored,
  )
  if (damaged || stored.damaged) warnings.add('photo-damaged', { shown: stored.width > 0 ? 'yes' : 'no' })
  if (unreadable && !damaged) warnings.add('metadata-unreadable')
  const measures = { width: stored.width, height: stored.height, orientation }
  const beside = (file.sidecars ?? []).flatMap((bytes) => (bytes ? [readSidecar(bytes, measures)] : []))
  const unread = file.sidecars?.includes(null) || beside.some((one) => one.words.length + one.named.length === 0)
  if (unread) warnings.add('sidecar-unreadable')
  return {
    mediaType,
    width: stored.turned ? stored.height : stored.width,
    height: stored.turned ? stored.width : stored.height,
    orientation,
    gps: gps ?? beside.find((one) => one.gps)?.gps ?? null,
    inside: [...words, ...beside.flatMap((one) => one.words)],
    named: [...named, ...beside.flatMap((one) => one.named)],
    credentials: credentials ? await checkedCredentials(file, mediaType, warnings) : null,
    warnings: warnings.list,
  }
}

/** A text renamed to a picture is named for what it is; anything else just cannot be opened. */
function noPicture(bytes: Uint8Array, name: string): KhoError {
  const { kind, name: actual } = sniff(bytes, name)
  if (kind === 'other' || kind === 'text') return new KhoError('picture-unreadable', { file: name })
  return new KhoError('file-type-mismatch', { file: name, args: { actual: kind === 'zip' ? 'Word/ZIP' : actual } })
}

interface Measures {
  width: number
  height: number
  /** Upright it lies the other way. */
  turned: boolean
  /** The picture cannot even be measured. */
  damaged: boolean
}

/** As the pixels are stored; those of HEIC as they are shown. */
async function measure(file: PictureIn, mediaType: string, limits: Limits, warnings: Warnings): Promise<Measures> {
  if (mediaType === 'image/heic') return measureHeic(file, warnings)
  const preview = !NO_PREVIEW.has(mediaType)
  if (!preview) warnings.add('picture-no-preview', { type: mediaType.replace(/^image\/(x-)?/, '').toUpperCase() })
  try {
    const sharp = await loadSharp()
    const found = await sharp(file.input, { limitInputPixels: false, failOn: 'none' }).metadata()
    const { width = 0, height = 0, orientation = 1 } = found
    tellPixels(file.name, width * height, limits.pixels, warnings)
    return { width, height, turned: orientation >= 5, damaged: false }
  } catch {
    return { width: 0, height: 0, turned: false, damaged: preview }
  }
}

/** One that cannot be decoded is filed as it came, and that is said. */
async function measureHeic(file: PictureIn, warnings: Warnings): Promise<Measures> {
  try {
    const { width, height } = await heicMeasures(await file.bytes())
    tellPixels(file.name, width * height, mostHeicPixels, warnings)
    return { width, height, turned: false, damaged: false }
  } catch {
    warnings.add('picture-no-preview', { type: 'HEIC' })
    return { width: 0, height: 0, turned: false, damaged: false }
  }
}

function tellPixels(picture: string, pixels: number, most: number, warnings: Warnings): void {
  const millions = (count: number) => String(Math.round(count / 1_000_000))
  if (pixels > most) warnings.add('picture-many-pixels', { picture, pixels: millions(pixels), most: millions(most) })
}

async function checkedCredentials(
  { source, bytes, credentialsProgram }: PictureIn,
  mediaType: string,
  warnings: Warnings,
): Promise<PictureRead['credentials']> {
  const found = await readCredentials({ size: source.size, bytes }, mediaType, credentialsProgram)
  if (found.state === 'broken') warnings.add('credentials-broken', { why: found.failures.join(', ') })
  return found
}

function tooLarge(file: string, size: string): KhoError {
  return new KhoError('picture-too-large', { file, args: { size } })
}
