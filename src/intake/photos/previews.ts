import type { Sharp } from 'sharp'
import type { Turn } from '#core/model/photo'
import { likenessMeasures, likenessOf } from '#core/pictures/likeness'
import type { LookedAt, readerLimits, ThumbnailsMade } from '../protocol'
import { heicPixels, isHeic } from './heic'
import { loadSharp } from './sharp'

type Limits = Pick<typeof readerLimits, 'pixels'>

/**
 * Upright previews in sRGB, the longest side as asked, never larger than the picture.
 * @param input a path, or the bytes themselves; those of HEIC must be the bytes
 * @param turned degrees clockwise to turn the upright picture by
 * @param quality of the JPEG: what previews need, more where the picture is handed on
 * @returns null where the picture cannot be decoded or has more pixels than `limits.pixels`
 */
export async function makeThumbnails(
  input: string | Uint8Array,
  sizes: number[],
  limits: Limits,
  turned: Turn = 0,
  quality = 82,
): Promise<ThumbnailsMade> {
  const made: NonNullable<ThumbnailsMade> = []
  try {
    let from: string | Uint8Array = input
    let turn = turned
    for (const size of [...sizes].sort((a, b) => b - a)) {
      const pipeline = (await opened(from, limits, turn === 0))
        .rotate(turn)
        .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
      const { data, info } = await pipeline.jpeg({ quality }).toBuffer({ resolveWithObject: true })
      const bytes = new Uint8Array(data)
      made.push({ size, width: info.width, height: info.height, bytes })
      // The smaller ones come from the larger: decoding the original is what costs.
      from = bytes
      turn = 0
    }
  } catch {
    return null
  }
  return sizes.flatMap((size) => made.find((one) => one.size === size) ?? [])
}

/** A picture to be worked on, upright. @throws Error where it cannot be decoded or has too many pixels */
export async function opened(input: string | Uint8Array, { pixels }: Limits, sequentialRead: boolean): Promise<Sharp> {
  if (typeof input !== 'string' && isHeic(input)) return heicPixels(input)
  const sharp = await loadSharp()
  return sharp(input, { limitInputPixels: pixels, failOn: 'none', sequentialRead }).autoOrient()
}

/**
 * The preview of a picture and the fingerprint that photos nearly the same are found by; one decoding for both.
 * @returns null where the picture cannot be decoded
 */
export async function lookAt(input: string | Uint8Array, size: number, limits: Limits): Promise<LookedAt> {
  const [preview] = (await makeThumbnails(input, [size], limits)) ?? []
  if (!preview) return null
  const sharp = await loadSharp()
  const grey = await sharp(preview.bytes)
    .greyscale()
    .resize({ ...likenessMeasures, fit: 'fill' })
    .raw()
    .toBuffer()
  return { preview: preview.bytes, likeness: likenessOf(new Uint8Array(grey)) }
}
