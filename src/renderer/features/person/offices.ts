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
