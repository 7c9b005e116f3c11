import type { Region, Turn } from '../model/photo'
import { regionShown, regionStored } from './turn'

/** How the pixels of a file are to be turned or mirrored to be seen upright (EXIF 2.32, 4.6.4 Orientation). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Each is the one before it turned a quarter clockwise: those of a camera held four ways, and their mirror images. */
const quarters: readonly (readonly Orientation[])[] = [
  [1, 6, 3, 8],
  [2, 7, 4, 5],
]

/** The orientation a number of EXIF means; 1 for what is none. */
export function orientationFrom(value: unknown): Orientation {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number <= 8 ? (number as Orientation) : 1
}

/** True where width and height of the stored pixels are those of the upright picture changed about. */
export const liesSideways = (orientation: Orientation): boolean => orientation >= 5

/** The orientation that shows a picture turned further clockwise, its pixels as they are. */
export function orientationTurned(orientation: Orientation, turn: Turn): Orientation {
  const ring = quarters.find((one) => one.includes(orientation)) ?? quarters[0]!
  return ring[(ring.indexOf(orientation) + turn / 90) % ring.length]!
}

/** A rectangle of the upright picture in the picture as its pixels are stored. */
export function regionAsStored(region: Region, orientation: Orientation): Region {
  const { x, y, width, height } = region
  const right = 1 - x - width
  const bottom = 1 - y - height
  const flat = (left: number, top: number): Region => ({ x: left, y: top, width, height })
  const turned = (left: number, top: number): Region => ({ x: left, y: top, width: height, height: width })
  switch (orientation) {
    case 1:
      return flat(x, y)
    case 2:
      return flat(right, y)
    case 3:
      return flat(right, bottom)
    case 4:
      return flat(x, bottom)
    case 5:
      return turned(y, x)
    case 6:
      return turned(y, right)
    case 7:
      return turned(bottom, right)
    case 8:
      return turned(bottom, x)
  }
}

/** The way back: a rectangle of the stored pixels in the upright picture. */
export function regionUpright(stored: Region, orientation: Orientation): Region {
  // Only the two quarter turns are not their own opposite.
  return regionAsStored(stored, orientation === 6 ? 8 : orientation === 8 ? 6 : orientation)
}

/** Less than this part of a face is no face any more. */
const leastLeft = 0.25

/**
 * A rectangle of a picture in a piece cut out of it, in fractions of the piece; what sticks out is cut off.
 * @param crop the piece, in fractions of the picture
 * @returns null where (nearly) nothing of it is in the piece
 */
export function regionCropped(region: Region, crop: Region): Region | null {
  const left = Math.max(region.x, crop.x)
  const top = Math.max(region.y, crop.y)
  const right = Math.min(region.x + region.width, crop.x + crop.width)
  const bottom = Math.min(region.y + region.height, crop.y + crop.height)
  const kept = (right - left) * (bottom - top)
  if (right <= left || bottom <= top || kept < leastLeft * region.width * region.height) return null
  return {
    x: (left - crop.x) / crop.width,
    y: (top - crop.y) / crop.height,
    width: (right - left) / crop.width,
    height: (bottom - top) / crop.height,
  }
}

/** The way back: a rectangle of the piece in the whole picture. */
export function regionUncropped(region: Region, crop: Region): Region {
  return {
    x: crop.x + region.x * crop.width,
    y: crop.y + region.y * crop.height,
    width: region.width * crop.width,
    height: region.height * crop.height,
  }
}

/** How a copy differs from the upright picture: turned first, then a piece of it; its size in pixels does not matter. */
export interface CopyShape {
  turned: Turn
  /** In fractions of the turned picture; null for all of it. */
  crop: Region | null
}

/** A rectangle of the upright picture as it lies in a copy; null where the copy does not show it. */
export function regionInCopy(region: Region, { turned, crop }: CopyShape): Region | null {
  const shown = regionShown(region, turned)
  return crop ? regionCropped(shown, crop) : shown
}

/** The way back: a rectangle marked in a copy, in the upright picture. */
export function regionFromCopy(region: Region, { turned, crop }: CopyShape): Region {
  return regionStored(crop ? regionUncropped(region, crop) : region, turned)
}
