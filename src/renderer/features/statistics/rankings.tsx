import type { ReactNode } from 'react'
import type { Translate } from '#core/messages'
import type { AuthorityKind, FacetCount } from '#core/model/views'
import { AuthorityLink } from '../../ui/AuthorityLink'
import type { Rank } from '../../ui/charts/RankTable'
import type { WordKey } from '../../words/words'

/** What is ranked, and how its values are shown: words of a code, the name of a record, or as written. */
export interface Ranking {
  of: 'genre' | 'eventType' | 'person' | 'office' | 'organization' | 'place' | 'photographer' | 'author'
  as: 'code' | AuthorityKind | 'text'
}

export const rankings: readonly Ranking[] = [
  { of: 'genre', as: 'code' },
  { of: 'eventType', as: 'code' },
  { of: 'person', as: 'person' },
  { of: 'office', as: 'text' },
  { of: 'organization', as: 'organization' },
  { of: 'place', as: 'place' },
  { of: 'photographer', as: 'text' },
  { of: 'author', as: 'text' },
]

/** The lines of a ranking. */
export function ranksOf(
  { of, as }: Ranking,
  counts: readonly FacetCount[],
  t: Translate<WordKey>,
  number: (n: number) => string,
): Rank[] {
  const nameOf = ({ value, label }: FacetCount): ReactNode => {
    if (as === 'text') return label
    if (as === 'code') return t(`${of as 'genre'}.${value}` as WordKey)
    return (
      <AuthorityLink kind={as} id={value}>
        {label}
      </AuthorityLink>
    )
  }
  return counts.map((one) => ({ key: one.value, name: nameOf(one), count: one.count, shown: number(one.count) }))
}
