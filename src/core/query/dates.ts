import type { PartialDate } from '../model/common'
import type { DateRange } from './query'

/**
 * Reads what stands after `ngày:`: 2024, 7/2024, 8/7/2024 or 2024-07-08, alone or as a range
 * (8/7/2024.., ..2024, 1/2024..3/2024). Also with – or … between.
 * @returns null where it is no date, `reversed` where the range ends before it begins
 */
export function parseDateRange(text: string): DateRange | 'reversed' | null {
  const pieces = text.trim().split(/\s*(?:\.{2,3}|…|–|—)\s*/u)
  const [first = '', second] = pieces
  if (pieces.length > 2 || (first === '' && !second)) return null
  const from = first === '' ? null : parseDate(first)
  const to = second === undefined ? from : second === '' ? null : parseDate(second)
  if (from === undefined || to === undefined) return null
  if (from !== null && to !== null && to.slice(0, from.length) < from.slice(0, to.length)) return 'reversed'
  return { from, to }
}

/** A date as people write it, as precise as it is; undefined where it is none. */
function parseDate(text: string): PartialDate | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  const [, year = '', month, day] = iso ?? []
  if (iso) return dateOf(year, month, day)
  const written = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])(\d{4})$/.exec(text)
  return written ? dateOf(written[3] ?? '', written[2], written[1]) : undefined
}

function dateOf(year: string, month?: string, day?: string): PartialDate | undefined {
  if (month === undefined) return year
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const known = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return known
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > last) return undefined
  return `${known}-${day.padStart(2, '0')}`
}

/** A range as `parseDateRange` reads it. */
export function printDateRange({ from, to }: DateRange): string {
  const print = (date: PartialDate | null) => (date ? date.split('-').reverse().join('/') : '')
  return from !== null && from === to ? print(from) : `${print(from)}..${print(to)}`
}
