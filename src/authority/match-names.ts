import type { Organization, Place } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import type { Match, Reason } from '#core/model/draft'
import { compareVi } from '#core/text/collate'
import { formatDate } from '#core/text/dates'
import { comparable, fold } from '#core/text/fold'
import { covers } from './dates'
import { type Abbreviation, sameExpanded } from './expand'
import { beginsWithKind, withoutKind } from './unit-names'

export { matchEvents } from './match-events'

export interface NameContext {
  /** The day the text speaks of: units and bodies that had ended by then, or began later, are not chosen. */
  date?: PartialDate | null
  abbreviations?: readonly Abbreviation[]
}

const ranks = ['name-same', 'name-spelling', 'name-abbreviation', 'name-not-valid', 'name-kind', 'name-letters']

/**
 * The bodies or places a name may mean, best first: the same name (tone placement and case aside), a
 * known spelling, a short form of it; then, never chosen without asking, one that was not in being at
 * the date, a place named without its kind, one equal but for tones.
 */
export function matchNames(
  name: string,
  candidates: readonly (Organization | Place)[],
  context: NameContext = {},
): Match[] {
  return candidates
    .flatMap((record) => {
      const reason = reasonFor(name, record, context)
      return reason ? [{ id: record.id, name: record.name, detail: detailOf(record), reason }] : []
    })
    .sort(
      (a, b) =>
        ranks.indexOf(a.reason.code) - ranks.indexOf(b.reason.code) ||
        compareVi(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    )
}

function reasonFor(name: string, record: Organization | Place, context: NameContext): Reason | null {
  if (comparable(name) === '') return null
  const found = likeness(name, record, context.abbreviations ?? [])
  if (!found || found.code === 'name-letters' || found.code === 'name-kind') return found
  const { date } = context
  if (date && !covers(record.validFrom, record.validTo, date)) {
    return { code: 'name-not-valid', args: { spelling: found.args.spelling ?? '', period: periodOf(record) } }
  }
  return found
}

function likeness(name: string, record: Organization | Place, abbreviations: readonly Abbreviation[]): Reason | null {
  const names = namesOf(record)
  const every = [...names, ...record.spellings]
  const test = (code: string, among: readonly string[], same: (a: string, b: string) => boolean): Reason | null => {
    const spelling = among.find((text) => same(text, name))
    return spelling === undefined ? null : { code, args: { spelling } }
  }
  const equal = (a: string, b: string) => comparable(a) === comparable(b)
  return (
    test('name-same', names, equal) ??
    test('name-spelling', record.spellings, equal) ??
    test('name-abbreviation', [...every, record.abbreviation], (a, b) => sameExpanded(a, b, abbreviations)) ??
    test(
      'name-kind',
      names.map((text) => withoutKind(text, kindOf(record))),
      equal,
    ) ??
    test('name-letters', every, (a, b) => fold(comparable(a), 'bare') === fold(comparable(b), 'bare'))
  )
}

/** A place may be filed with its kind in the name (huyện Chiêm Hóa) or beside it. */
function namesOf(record: Organization | Place): string[] {
  const kind = kindOf(record)
  if (kind === '' || beginsWithKind(record.name, kind)) return [record.name]
  return [`${kind} ${record.name}`]
}

function kindOf(record: Organization | Place): string {
  return 'kind' in record ? record.kind : ''
}

function detailOf(record: Organization | Place): string {
  return [record.abbreviation, periodOf(record)].filter((part) => part !== '').join(' · ')
}

function periodOf({ validFrom, validTo }: Organization | Place): string {
  if (!validFrom && !validTo) return ''
  return `${validFrom ? formatDate(validFrom) : '…'} – ${validTo ? formatDate(validTo) : '…'}`
}
