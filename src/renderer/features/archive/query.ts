import type { ArticleQuery } from '#core/model/views'
import type { Search } from '../../state/search'
import { readDate } from '../../words/dates'

export type ListQuery = Omit<ArticleQuery, 'offset' | 'limit'>

/** The question the list is asked; what is half typed or no date is left out until it is one. */
export function queryOf(search: Search): ListQuery {
  const from = readDate(search.from) ?? undefined
  const to = readDate(search.to) ?? undefined
  return {
    text: search.text,
    sort: search.sort === 'relevance' && !search.text ? 'newest' : search.sort,
    status: 'filed',
    ...(search.genre && { genre: search.genre }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

/** True where anything narrows the list. */
export const narrowed = (query: ListQuery): boolean => Boolean(query.text || query.genre || query.from || query.to)
