import { useQuery } from '@tanstack/react-query'
import { call } from '../../engine/client'
import type { FoundPhotos } from '../../state/dialogs'

const pageSize = 100

/** The photos a viewer goes through: named ones, or all that a search finds. */
export type Shown = { ids: string[] } | FoundPhotos

export const countOf = (shown: Shown): number => ('ids' in shown ? shown.ids.length : shown.total)

/**
 * Ids around a place in what is looked through. A page once read stays as it was: describing a photo may take it out
 * of what the search finds now, and it must not vanish under the clerk's hands.
 */
export function useShownPhotos(shown: Shown, at: number): (place: number) => string | undefined {
  const page = Math.floor(at / pageSize)
  const here = usePage(shown, page)
  // The neighbours of the last or first of a page are on another one.
  const beside = usePage(shown, at % pageSize < pageSize / 2 ? Math.max(0, page - 1) : page + 1)
  return (place) => {
    if (place < 0 || place >= countOf(shown)) return undefined
    if ('ids' in shown) return shown.ids[place]
    const ids = Math.floor(place / pageSize) === page ? here : beside
    return ids?.[place % pageSize]
  }
}

function usePage(shown: Shown, page: number): string[] | undefined {
  const query = 'ids' in shown ? null : shown
  const { data } = useQuery({
    queryKey: ['viewer', query?.text, query?.eventId, page],
    queryFn: async () => {
      const { text = '', eventId } = query ?? {}
      const input = { text, offset: page * pageSize, limit: pageSize, ...(eventId ? { eventId } : {}) }
      return (await call('photo.list', input)).rows.map(({ photoId }) => photoId)
    },
    enabled: query !== null && page * pageSize < (query?.total ?? 0),
    staleTime: Infinity,
    gcTime: 0,
  })
  return data
}
