import type { AuthorityKind } from '#core/model/views'
import { comparable, fold } from '#core/text/fold'
import { type Abbreviation, expandedKey } from './expand'
import { titleOverlap } from './match-events'
import { withoutKind } from './unit-names'

/** What a list knows of a record: enough to tell which two are worth a closer look. */
export interface Listed {
  id: string
  name: string
  /** The kind of a place; something else for others. */
  detail: string
  date: string | null
}

const likeTitles = 0.8

/**
 * Pairs of records that may be one: names equal but for marks, case and short forms; events of one day whose titles
 * share four fifths of their words. In the order of the list, each pair once.
 */
export function likelyPairs(
  kind: AuthorityKind,
  rows: readonly Listed[],
  abbreviations: readonly Abbreviation[],
): [Listed, Listed][] {
  const keyOf = kind === 'event' ? dayOf : (row: Listed) => nameKey(kind, row, abbreviations)
  const groups = new Map<string, Listed[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const alike = (a: Listed, b: Listed) => kind !== 'event' || titleOverlap(a.name, b.name) >= likeTitles
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, at) =>
      group.slice(at + 1).flatMap((other): [Listed, Listed][] => (alike(one, other) ? [[one, other]] : [])),
    ),
  )
}

const dayOf = ({ date }: Listed): string => (date?.length === 10 ? date : '')

/** A place may be filed with its kind in the name (xã Nà Mây) or beside it. */
function nameKey(kind: AuthorityKind, { name, detail }: Listed, abbreviations: readonly Abbreviation[]): string {
  const written = kind === 'place' ? withoutKind(name, detail) : name
  return fold(kind === 'organization' ? expandedKey(written, abbreviations) : comparable(written), 'bare')
}
