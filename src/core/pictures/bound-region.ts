import type { Region } from '../model/region'

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
