import type { Region } from '../model/region'

/**
 * A box of the picture as its pixels are stored, in the picture upright (EXIF 3.0, 4.6.5.1.6 Orientation): the way back
 * of what is written into copies.
 * @param orientation 1 to 8
 */
export function uprightRegion({ x, y, width, height }: Region, orientation: number): Region {
  const right = 1 - x - width
  const bottom = 1 - y - height
  const flat = (left: number, top: number): Region => ({ x: left, y: top, width, height })
  const turned = (left: number, top: number): Region => ({ x: left, y: top, width: height, height: width })
  switch (orientation) {
    case 2:
      return flat(right, y)
    case 3:
      return flat(right, bottom)
    case 4:
      return flat(x, bottom)
    case 5:
      return turned(y, x)
    case 6:
      return turned(bottom, x)
    case 7:
      return turned(bottom, right)
    case 8:
      return turned(y, right)
    default:
      return flat(x, y)
  }
}

/** A box as far as it lies in the picture, rounded to a millionth; null where nothing of it does. */
export function boundRegion({ x, y, width, height }: Region): Region | null {
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  const left = Math.max(0, x)
  const top = Math.max(0, y)
  const right = Math.min(1, x + width)
  const bottom = Math.min(1, y + height)
  if (![left, top, right, bottom].every(Number.isFinite) || right <= left || bottom <= top) return null
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) }
}
