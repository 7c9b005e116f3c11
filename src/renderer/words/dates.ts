import type { PartialDate } from '#core/model/common'

/** A date as far as it is known, day first: `08/07/2024`, `07/2024`, `2024`. */
export const showDate = (date: PartialDate): string => date.split('-').reverse().join('/')

/** From–to in one line; one date where both are the same day. */
export function showPeriod(from: PartialDate | null, to: PartialDate | null): string {
  if (from && to && from !== to) return `${showDate(from)} – ${showDate(to)}`
  const only = from ?? to
  return only ? showDate(only) : ''
}

/**
 * Reads a date as clerks type it: `8/7/2024`, `08-07-2024`, `7/2024`, `2024`, also `2024-07-08`.
 * @returns the date, null for an empty field, undefined for what is no date
 */
export function readDate(typed: string): PartialDate | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const parts = text.split(/[/.\-\s]+/)
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined
  const numbers = (parts[0]?.length === 4 ? parts : parts.reverse()).map(Number)
  const [year, month, day] = numbers
  return made(year, month, day)
}

function made(year?: number, month?: number, day?: number): PartialDate | undefined {
  if (year === undefined || year < 1000) return undefined
  if (month === undefined) return String(year)
  if (month < 1 || month > 12) return undefined
  const head = `${year}-${two(month)}`
  if (day === undefined) return head
  return day >= 1 && day <= daysIn(year, month) ? `${head}-${two(day)}` : undefined
}

const two = (n: number) => String(n).padStart(2, '0')
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** An instant as date and time of the office, as stored: `08/07/2024 09:30`. */
export function showInstant(instant: string): string {
  return `${showDate(instant.slice(0, 10))} ${instant.slice(11, 16)}`
}

/** The time of day of an instant, for "saved at". */
export const showTime = (instant: string): string => instant.slice(11, 16)

/** The time now on the wall, `09:31`. */
export function wallTime(now: Date): string {
  return `${two(now.getHours())}:${two(now.getMinutes())}`
}
