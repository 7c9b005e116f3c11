import type { ArticleFacets, FacetCount } from '#core/model/views'
import type { Search } from '../../state/search'
import type { Phrases } from '../../words/words'

export type FacetKind = 'year' | 'genre' | 'eventType' | 'person' | 'place' | 'photographer'

export const facetKinds: FacetKind[] = ['year', 'genre', 'eventType', 'person', 'place', 'photographer']

/** The name of a value: from the vocabulary, or as it is. */
export function facetLabel({ maybe }: Phrases, kind: FacetKind, { value, label }: FacetCount): string {
  return kind === 'genre' || kind === 'eventType' ? (maybe(`${kind}.${value}`) ?? value) : label
}

/** True where the list is narrowed to this value. */
export function isChosen(search: Search, kind: FacetKind, value: string): boolean {
  if (kind === 'year') return search.from === value && search.to === value
  if (kind === 'person' || kind === 'place') return search.links[kind]?.id === value
  return search[kind] === value
}

/** What to change so that the list is narrowed to a value, or no longer. */
export function toggled(search: Search, kind: FacetKind, { value, label }: FacetCount): Partial<Search> {
  const off = isChosen(search, kind, value)
  if (kind === 'year') return off ? { from: '', to: '' } : { from: value, to: value }
  if (kind === 'person' || kind === 'place') {
    const { [kind]: _now, ...others } = search.links
    return { links: off ? others : { ...others, [kind]: { id: value, label } } }
  }
  return { [kind]: off ? '' : value }
}

/** The name of a record the list is narrowed to, where the counts know it: a saved search keeps only its id. */
export function nameInFacets(facets: ArticleFacets | undefined, kind: string, id: string): string {
  const among = kind === 'person' || kind === 'place' ? (facets?.[kind] ?? []) : []
  return among.find(({ value }) => value === id)?.label ?? ''
}
