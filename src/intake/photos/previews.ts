import type { Sharp } from 'sharp'
import type { Turn } from '#core/model/photo'
import type { LookedAt, Preview, readerLimits, ThumbnailsMade } from '../protocol'
import { likenessOfPicture } from './compare'
import { heicPixels, inSrgb, isHeic } from './heic'
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
  const made: Preview[] = []
  try {
    for (const size of [...sizes].sort((a, b) => b - a)) {
      // The smaller ones come from the larger: decoding the original is what costs.
      const larger = made.at(-1)
      const picture = larger ? await fitted(larger.bytes, size, limits, 0) : await fitted(input, size, limits, turned)
      const { data, info } = await picture.jpeg({ quality }).toBuffer({ resolveWithObject: true })
      made.push({ size, width: info.width, height: info.height, bytes: new Uint8Array(data) })
    }
  } catch {
    return null
  }
  return sizes.flatMap((size) => made.find((one) => one.size === size) ?? [])
}

/** A picture to be worked on, upright. @throws Error where it cannot be decoded or has too many pixels */
export async function opened(input: string | Uint8Array, { pixels }: Limits, sequentialRead: boolean): Promise<Sharp> {
  if (typeof input !== 'string' && isHeic(input)) return (await heicPixels(input)).pixels
  const sharp = await loadSharp()
  return sharp(input, { limitInputPixels: pixels, failOn: 'none', sequentialRead }).autoOrient()
}

/** Of a JPEG no more is decoded than the size needs: libjpeg gives a half, a quarter or an eighth by itself. */
async function fitted(input: string | Uint8Array, size: number, limits: Limits, turned: Turn): Promise<Sharp> {
  const inside = { width: size, height: size, fit: 'inside', withoutEnlargement: true } as const
  const small = (picture: Sharp) => picture.rotate(turned).resize(inside).flatten({ background: '#ffffff' })
  if (typeof input !== 'string' && isHeic(input)) {
    const { pixels, primaries } = await heicPixels(input)
    return inSrgb(small(pixels), primaries)
  }
  return small(await opened(input, limits, turned === 0)).toColourspace('srgb')
}

/**
 * Previews of a picture and the fingerprints that photos nearly the same are found by; one decoding for all.
 * @param turned as `makeThumbnails`; fingerprints are those of the picture not turned
 * @returns null where the picture cannot be decoded
 */
export async function lookAt(
  input: string | Uint8Array,
  sizes: number[],
  limits: Limits,
  turned: Turn = 0,
): Promise<LookedAt> {
  const previews = await makeThumbnails(input, sizes, limits, turned)
  const smallest = previews?.reduce((a, b) => (b.size < a.size ? b : a))
  if (!previews || !smallest) return null
  return { previews, likeness: await likenessOfPicture(smallest.bytes, turned) }
}
