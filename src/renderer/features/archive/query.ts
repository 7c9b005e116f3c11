import type { ArticleTerms } from '#core/model/views'
import { linkKinds, type Search } from '../../state/search'
import { readDate, showDate } from '../../words/dates'

export type ListQuery = ArticleTerms

/** The question the list is asked; what is half typed or no date is left out until it is one. */
export function queryOf(search: Search): ListQuery {
  const { text, genre, eventType, photographer, status } = search
  const from = readDate(search.from) ?? undefined
  const to = readDate(search.to) ?? undefined
  const links = linkKinds.flatMap((kind) => {
    const link = search.links[kind]
    return link ? [[`${kind}Id`, link.id]] : []
  })
  return {
    text,
    sort: search.sort === 'relevance' && !text ? 'newest' : search.sort,
    status,
    ...(genre && { genre }),
    ...(eventType && { eventType }),
    ...(photographer && { photographer }),
    ...(from && { from }),
    ...(to && { to }),
    ...Object.fromEntries(links),
  }
}

/** The way back: what the screen shows for a question that was kept. Names of records are not kept with it. */
export function searchOf(query: Partial<ListQuery>): Partial<Search> {
  const links = linkKinds.flatMap((kind) => {
    const id = query[`${kind}Id`]
    return id ? [[kind, { id, label: '' }]] : []
  })
  const { text = '', sort = 'newest', status = 'filed', genre = '', eventType = '', photographer = '' } = query
  return {
    text,
    sort,
    status,
    genre,
    eventType,
    photographer,
    from: query.from ? showDate(query.from) : '',
    to: query.to ? showDate(query.to) : '',
    links: Object.fromEntries(links),
  }
}

/** True where anything narrows the list. */
export const narrowed = (query: ListQuery): boolean => {
  const { text, sort: _sort, status, ...filters } = query
  return text !== '' || status !== 'filed' || Object.keys(filters).length > 0
}
