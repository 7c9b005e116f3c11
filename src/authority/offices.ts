import type { OfficeHeld, Person } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import { covers, notAfter } from './dates'
import { type Abbreviation, sameExpanded } from './expand'

/**
 * Adds to a person's history that an article of this date names them in these offices. What is known
 * stays as it is: an office already held gains a date in `seen`, any other is appended, `from` and `to`
 * stay unknown. An office that ended before the date is a new one, held again.
 * @returns the same object where nothing is new
 */
export function recordOffices(
  person: Person,
  offices: readonly string[],
  date: PartialDate,
  abbreviations: readonly Abbreviation[] = [],
): Person {
  const held = [...person.offices]
  let changed = false
  for (const office of offices.map((text) => text.trim().normalize('NFC'))) {
    if (office === '') continue
    const at = held.findIndex(
      (one) => sameExpanded(one.office, office, abbreviations) && covers(one.from, one.to, date),
    )
    const known = held[at]
    if (known?.seen.includes(date)) continue
    changed = true
    if (known) held[at] = { ...known, seen: [...known.seen, date].sort() }
    else held.push({ office, organization: null, from: null, to: null, seen: [date] })
  }
  return changed ? { ...person, offices: held } : person
}

/**
 * The offices a person held at a date, as far as the archive knows: those whose stated period covers it,
 * those seen before and after it, and those of the latest sighting up to it. Null asks for the latest
 * known. In the order of the record.
 */
export function officesOn(person: Person, date: PartialDate | null): OfficeHeld[] {
  const until = date ?? '9999-12-31'
  const undated = person.offices.filter((held) => !held.from && !held.to)
  const latest = undated
    .flatMap((held) => held.seen.filter((seen) => notAfter(seen, until)))
    .sort()
    .at(-1)
  return person.offices.filter((held) => {
    if (held.from || held.to) return covers(held.from, held.to, until)
    const [first, last] = [held.seen[0], held.seen.at(-1)]
    if (first === undefined || last === undefined) return true
    return notAfter(first, until) && (notAfter(until, last) || last === latest)
  })
}
