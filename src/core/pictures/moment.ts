import type { Photo } from '../model/photo'

/** Photos of one burst are taken at most so many seconds apart. */
const burstSeconds = 3

type Taken = Pick<Photo, 'takenAt' | 'camera'>

/**
 * How the moments two photos were taken at stand to each other: `same` moment of the same camera, within a `burst` of
 * it, at `other` moments of it, or `unknown` where one of them does not say.
 */
export function momentsOf(one: Taken, other: Taken): 'same' | 'burst' | 'other' | 'unknown' {
  const [a, b] = [secondsOf(one.takenAt), secondsOf(other.takenAt)]
  if (!a || !b || one.camera === '' || one.camera !== other.camera) return 'unknown'
  const apart = Math.abs(a.whole - b.whole)
  const samePart = a.part === null || b.part === null || a.part === b.part
  if (apart === 0 && samePart) return 'same'
  return apart <= burstSeconds ? 'burst' : 'other'
}

/** Seconds of the camera's own clock, whatever its zone; a day alone is no moment. */
function secondsOf(takenAt: string | null): { whole: number; part: string | null } | null {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:[.,](\d+))?/.exec(takenAt ?? '')
  if (!found) return null
  const whole = Date.parse(`${found[1]}T${found[2]}Z`) / 1_000
  return Number.isNaN(whole) ? null : { whole, part: found[3]?.replace(/0+$/, '') ?? null }
}
