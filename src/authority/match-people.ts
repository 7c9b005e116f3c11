import type { OfficeHeld, Person } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import type { Match, Reason } from '#core/model/draft'
import { compareVi } from '#core/text/collate'
import { comparable, fold } from '#core/text/fold'
import { covers } from './dates'
import type { Abbreviation } from './expand'
import { type OfficeLikeness, officeLikeness } from './office-likeness'
import { officesOn } from './offices'

export { autoChoose } from './choose'

export interface PeopleContext {
  /** The day the mention speaks of; null where unknown. */
  date: PartialDate | null
  abbreviations?: readonly Abbreviation[]
}

type NameLikeness = 'same-name' | 'other-spelling' | 'same-letters'

interface Judged {
  match: Match
  rank: number
  lastSeen: string
}

const ranks = [
  'same-name-same-office',
  'other-spelling-same-office',
  'same-name-same-body',
  'other-spelling-same-body',
  'same-name',
  'other-spelling',
  'same-name-other-office',
  'other-spelling-other-office',
  'same-letters',
]

/**
 * The people a name with its offices may mean, best first. Names are compared with their tones: equal
 * but for them is offered with a reason of its own and never chosen by itself (Hạ is not Hà).
 * @param name as written, without honorific
 * @param offices as written that day
 * @param candidates records the index found; those that do not match are left out
 */
export function matchPeople(
  name: string,
  offices: readonly string[],
  candidates: readonly Person[],
  context: PeopleContext,
): Match[] {
  return candidates
    .map((person) => judge(name, offices, person, context))
    .filter((judged) => judged !== null)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.lastSeen < b.lastSeen ? 1 : a.lastSeen > b.lastSeen ? -1 : 0) ||
        compareVi(a.match.name, b.match.name) ||
        (a.match.id < b.match.id ? -1 : 1),
    )
    .map(({ match }) => match)
}

function judge(name: string, offices: readonly string[], person: Person, context: PeopleContext): Judged | null {
  const found = nameLikeness(name, person)
  if (!found) return null
  const { likeness, spelling } = found
  const office = likestOffice(offices, person, context)
  const reason = reasonOf(likeness, spelling, office)
  const known = officesOn(person, context.date).map((held) => held.office)
  const detail = known.length > 0 ? known : officesOn(person, null).map((held) => held.office)
  return {
    match: { id: person.id, name: person.name, detail: detail.join(', '), reason },
    rank: ranks.indexOf(reason.code),
    lastSeen:
      person.offices
        .flatMap((held) => held.seen)
        .sort()
        .at(-1) ?? '',
  }
}

function nameLikeness(name: string, person: Person): { likeness: NameLikeness; spelling: string } | null {
  const written = simple(name)
  if (written === '') return null
  if (simple(person.name) === written) return { likeness: 'same-name', spelling: person.name }
  const spellings = [person.name, ...person.spellings]
  const spelt = spellings.find((spelling) => comparable(spelling) === comparable(name))
  if (spelt !== undefined) return { likeness: 'other-spelling', spelling: spelt }
  const bare = spellings.find((spelling) => fold(simple(spelling), 'bare') === fold(written, 'bare'))
  return bare === undefined ? null : { likeness: 'same-letters', spelling: bare }
}

/** Case and white space aside; tone placement still counts. */
function simple(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

interface OfficeFound {
  likeness: OfficeLikeness | null
  office: string
}

function likestOffice(offices: readonly string[], person: Person, { date, abbreviations }: PeopleContext): OfficeFound {
  if (offices.length === 0 || person.offices.length === 0) return { likeness: null, office: '' }
  const then = person.offices.filter((held) => !date || covers(held.from, held.to, date))
  for (const wanted of ['same-office', 'same-body'] as const) {
    // A rank may have been left since: only the very office must have been held that day.
    const among = wanted === 'same-office' ? then : person.offices
    const alike = (held: OfficeHeld) =>
      offices.some((office) => officeLikeness(office, held.office, abbreviations) === wanted)
    const held = among.find(alike)
    if (held) return { likeness: wanted, office: held.office }
  }
  return { likeness: 'other-office', office: (officesOn(person, date)[0] ?? person.offices[0])!.office }
}

function reasonOf(likeness: NameLikeness, spelling: string, office: OfficeFound): Reason {
  if (likeness === 'same-letters') return { code: likeness, args: { spelling } }
  const code = office.likeness ? `${likeness}-${office.likeness}` : likeness
  return { code, args: { spelling, office: office.office } }
}
