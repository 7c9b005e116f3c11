import type { Photo, Region, Turn } from '../model/photo'
import { turnOf } from '../model/photo'

/** Turned a quarter further: clockwise by 1, the other way by -1. */
export function turnedOn(turn: Turn, quarters: 1 | -1): Turn {
  return ((turn + 90 * quarters + 360) % 360) as Turn
}

/** Width and height of a photo as it is shown. */
export function shownMeasures(photo: Pick<Photo, 'width' | 'height' | 'turned'>): { width: number; height: number } {
  const { width, height } = photo
  return turnOf(photo) % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** A rectangle of the picture, as it lies in the picture shown turned. */
export function regionShown({ x, y, width, height }: Region, turn: Turn): Region {
  if (turn === 90) return { x: 1 - y - height, y: x, width: height, height: width }
  if (turn === 180) return { x: 1 - x - width, y: 1 - y - height, width, height }
  if (turn === 270) return { x: y, y: 1 - x - width, width: height, height: width }
  return { x, y, width, height }
}

/** The way back: a rectangle drawn on the picture shown turned, as it is stored. */
export function regionStored(shown: Region, turn: Turn): Region {
  return regionShown(shown, ((360 - turn) % 360) as Turn)
}
