import type { OfficeHeld, Person } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import type { Match, Reason } from '#core/model/draft'
import { compareVi } from '#core/text/collate'
import { comparable, fold } from '#core/text/fold'
import { covers } from './dates'
import { type Abbreviation, alignedWords } from './expand'
import { officesOn } from './offices'

export { autoChoose } from './choose'

export interface PeopleContext {
  /** The day the mention speaks of; null where unknown. */
  date: PartialDate | null
  abbreviations?: readonly Abbreviation[]
}

type NameLikeness = 'same-name' | 'other-spelling' | 'same-letters'
type OfficeLikeness = 'same-office' | 'other-office' | null

interface Judged {
  match: Match
  rank: number
  lastSeen: string
}

const ranks = [
  'same-name-same-office',
  'other-spelling-same-office',
  'same-name',
  'other-spelling',
  'same-name-other-office',
  'other-spelling-other-office',
  'same-letters',
]

/**
 * The people a name with its offices may mean, best first. Names are compared with their tones: equal
 * but for them is offered with a reason of its own and never chosen by itself (Hạ is not Hà, standards 3.5).
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
  const office = officeLikeness(offices, person, context)
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

function officeLikeness(
  offices: readonly string[],
  person: Person,
  { date, abbreviations }: PeopleContext,
): { likeness: OfficeLikeness; office: string } {
  if (offices.length === 0 || person.offices.length === 0) return { likeness: null, office: '' }
  const then = person.offices.filter((held) => !date || covers(held.from, held.to, date))
  const same = then.find((held) => offices.some((office) => sameOffice(office, held, abbreviations)))
  if (same) return { likeness: 'same-office', office: same.office }
  return { likeness: 'other-office', office: (officesOn(person, date)[0] ?? person.offices[0])!.office }
}

/** One office in two lengths: Phó Chủ tịch HĐND tỉnh and Phó Chủ tịch Thường trực HĐND tỉnh Tuyên Quang. */
function sameOffice(written: string, held: OfficeHeld, abbreviations: readonly Abbreviation[] = []): boolean {
  const [short, long] = alignedWords(written, held.office, abbreviations).sort((a, b) => a.length - b.length)
  if (short!.join(' ') === long!.join(' ')) return true
  // Two words (Chủ tịch, Giám đốc) say too little to recognise a person by.
  return short!.length >= 4 && startsAlike(short!, long!) && isSubsequence(short!, long!)
}

/** The head of an office decides what it is: Phó Chủ tịch is no Chủ tịch. */
function startsAlike(a: readonly string[], b: readonly string[]): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}

function reasonOf(
  likeness: NameLikeness,
  spelling: string,
  office: { likeness: OfficeLikeness; office: string },
): Reason {
  if (likeness === 'same-letters') return { code: likeness, args: { spelling } }
  const code = office.likeness ? `${likeness}-${office.likeness}` : likeness
  return { code, args: { spelling, office: office.office } }
}
