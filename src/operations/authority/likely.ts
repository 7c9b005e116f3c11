import type { Abbreviation } from '#authority/expand'
import { likelyPairs } from '#authority/likely'
import { matchEvents, matchNames } from '#authority/match-names'
import { matchPeople } from '#authority/match-people'
import type { Match, Reason } from '#core/model/draft'
import type { RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { type AuthorityRecord, recordOr, refOf } from './records'

const mostRows = 200_000
const mostPairs = 200

// What says the most comes first; records whose periods cannot meet and other days are no doubles.
const ranks = [
  'same-name-same-office',
  'other-spelling-same-office',
  'same-name-same-body',
  'other-spelling-same-body',
  'name-same',
  'name-spelling',
  'name-abbreviation',
  'event-same',
  'same-name',
  'other-spelling',
  'name-kind',
  'event-like',
  'same-name-other-office',
  'other-spelling-other-office',
  'same-letters',
  'name-letters',
]

export const likelyDoubles: Handler<'authority.likely'> = async (context, { kind }) => {
  const archive = openArchiveOf(context)
  const abbreviations = (await context.vocabulary()).data.abbreviations.pairs
  const { rows } = await archive.index.authorities({ kind, text: '', sort: 'name', offset: 0, limit: mostRows })
  const counts = new Map(rows.map((row) => [row.id, row.articles]))
  const found = []
  for (const [a, b] of likelyPairs(kind, rows, abbreviations).slice(0, mostPairs * 2)) {
    const [one, other]: AuthorityRecord[] = [await recordOr(archive, kind, a.id), await recordOr(archive, kind, b.id)]
    const reason = reasonFor(kind, one!, other!, abbreviations)
    if (!reason || follows(one!, other!) || !ranks.includes(reason.code)) continue
    const row = (record: AuthorityRecord) => ({ ...refOf(kind, record), articles: counts.get(record.id) ?? 0 })
    found.push({ one: row(one!), other: row(other!), reason })
  }
  found.sort((x, y) => ranks.indexOf(x.reason.code) - ranks.indexOf(y.reason.code))
  return { pairs: found.slice(0, mostPairs) }
}

function reasonFor(
  kind: AuthorityKind,
  one: AuthorityRecord,
  other: AuthorityRecord,
  abbreviations: readonly Abbreviation[],
): Reason | null {
  if (kind === 'document') return { code: 'name-same', args: {} }
  return matchOf(kind, one, other, abbreviations)?.reason ?? matchOf(kind, other, one, abbreviations)?.reason ?? null
}

function matchOf(
  kind: Exclude<AuthorityKind, 'document'>,
  one: AuthorityRecord,
  other: AuthorityRecord,
  abbreviations: readonly Abbreviation[],
): Match | undefined {
  if (kind === 'event') return matchEvents(one as RecordOf<'event'>, [other as RecordOf<'event'>])[0]
  if (kind === 'person') {
    const { name, offices } = one as RecordOf<'person'>
    const written = offices.map((held) => held.office)
    return matchPeople(name, written, [other as RecordOf<'person'>], { date: null, abbreviations })[0]
  }
  return matchNames((one as RecordOf<'place'>).name, [other as RecordOf<'place'>], { abbreviations })[0]
}

/** One that became the other, or whose time had ended before the other's began: two records on purpose. */
function follows(one: AuthorityRecord, other: AuthorityRecord): boolean {
  if (!('successors' in one) || !('successors' in other)) return false
  const before = (a: typeof one, b: typeof one) => a.validTo !== null && b.validFrom !== null && a.validTo < b.validFrom
  return (
    one.successors.includes(other.id) || other.successors.includes(one.id) || before(one, other) || before(other, one)
  )
}
