import type { OfficeHeld } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'

/** From when to when an office was held: as stated, else from the first to the last article that names it. */
export function officePeriod({ from, to, seen }: OfficeHeld): [PartialDate | null, PartialDate | null] {
  const dates = [...seen].sort()
  return [from ?? dates[0] ?? null, to ?? dates.at(-1) ?? null]
}

/** Offices with the latest first; those without any date last. */
export function byTime(offices: OfficeHeld[]): OfficeHeld[] {
  const last = (held: OfficeHeld) => officePeriod(held)[1] ?? ''
  return [...offices].sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0))
}

/** A date as years and a fraction: the middle of what is not known more exactly is its beginning. */
export function yearOf(date: PartialDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year + (month - 1) / 12 + (day - 1) / 372
}

/** Where offices stand on one line, in fractions of its width. */
export interface OfficePlace {
  held: OfficeHeld
  start: number
  end: number
  /** Ends that are stated; others are only as far as articles saw. */
  stated: { from: boolean; to: boolean }
  seen: number[]
}

export interface OfficeScale {
  places: OfficePlace[]
  undated: OfficeHeld[]
  years: { year: number; at: number }[]
}

const mostYears = 9

/** Lays offices out over whole years; null where none has any date. */
export function officeScale(offices: OfficeHeld[]): OfficeScale | null {
  const dated = byTime(offices).filter((held) => officePeriod(held)[0] !== null)
  const all = dated.flatMap((held) => [...officePeriod(held), ...held.seen]).filter((date) => date !== null)
  if (all.length === 0) return null
  const years = all.map(yearOf)
  const first = Math.floor(Math.min(...years))
  const last = Math.max(first + 1, Math.ceil(Math.max(...years) + 0.01))
  const at = (date: PartialDate) => (yearOf(date) - first) / (last - first)
  const step = Math.ceil((last - first) / (mostYears - 1))
  const marks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, nth) => first + nth * step)
  return {
    undated: offices.filter((held) => officePeriod(held)[0] === null),
    years: marks.map((year) => ({ year, at: (year - first) / (last - first) })),
    places: dated.map((held) => {
      const [from, to] = officePeriod(held)
      const end = to && to !== from ? endOf(to, at) : at(from!)
      return {
        held,
        start: at(from!),
        end: Math.min(1, Math.max(end, at(from!))),
        stated: { from: held.from !== null, to: held.to !== null },
        seen: held.seen.map(at),
      }
    }),
  }
}

/** A year or month known as an end lasts to its last day. */
function endOf(date: PartialDate, at: (date: PartialDate) => number): number {
  if (date.length === 10) return at(date)
  const [year = 0, month = 12] = date.split('-').map(Number)
  return at(month === 12 ? String(year + 1) : `${year}-${String(month + 1).padStart(2, '0')}`)
}
