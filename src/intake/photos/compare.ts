import type { Turn } from '#core/model/photo'
import { Grey, greyMeasures } from '#core/pictures/grey'
import { cutLikenesses, likenessOf } from '#core/pictures/likeness'
import { isSamePicture, samenessOf } from '#core/pictures/sameness'
import { loadSharp } from './sharp'

/** @param turned degrees clockwise that the picture given was turned by, which is taken back */
async function greyOf(preview: string | Uint8Array, turned: Turn = 0): Promise<Grey> {
  const sharp = await loadSharp()
  const grey = await sharp(preview, { failOn: 'none' })
    .rotate((360 - turned) % 360)
    .greyscale()
    .resize({ ...greyMeasures, fit: 'fill' })
    .raw()
    .toBuffer()
  return new Grey(new Uint8Array(grey))
}

/** The fingerprints of a picture, by a preview of it. */
export const likenessOfPicture = async (preview: string | Uint8Array, turned: Turn = 0): Promise<string> =>
  likenessOf(await greyOf(preview, turned))

/** Fingerprints of a picture with its edges cut off, by a preview of it: what one cut so is found by. */
export const cutsOfPicture = async (preview: string): Promise<string[]> => cutLikenesses(await greyOf(preview))

/**
 * Whether others are the very picture, by previews of them.
 * @returns one answer for each; false where one cannot be read
 */
export async function samePictures(preview: string, others: string[]): Promise<boolean[]> {
  const own = await greyOf(preview)
  const same: boolean[] = []
  for (const other of others) {
    const grey = await greyOf(other).catch(() => null)
    same.push(grey !== null && isSamePicture(samenessOf(own, grey)))
  }
  return same
}
