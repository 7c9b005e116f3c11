import type { Instant, PartialDate } from './model/common'

const OFFSET_MS = 7 * 3_600_000

/**
 * Writes a moment as records carry it: Vietnamese time with its offset.
 * @param ms milliseconds since the epoch, from the clock port
 */
export function toInstant(ms: number): Instant {
  return `${new Date(ms + OFFSET_MS).toISOString().slice(0, 23)}+07:00`
}

/** The day of a moment in Viet Nam: `2024-07-08`. */
export function dayOf(instant: Instant): PartialDate {
  return toInstant(Date.parse(instant)).slice(0, 10)
}
