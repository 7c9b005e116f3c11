import type { PartialDate } from '#core/model/common'

/** Whether a is not after b as far as both are known: 2024 is not after 2024-07-08, nor the reverse. */
export function notAfter(a: PartialDate, b: PartialDate): boolean {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) <= b.slice(0, known)
}

/** Whether a date lies in a period; open or unknown ends hold everything. */
export function covers(from: PartialDate | null, to: PartialDate | null, date: PartialDate): boolean {
  return (!from || notAfter(from, date)) && (!to || notAfter(date, to))
}
