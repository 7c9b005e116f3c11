import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { narrowed, queryOf } from '../features/archive/query'
import { keepSeen } from '../state/last-seen'
import { useRoute } from '../state/route'
import { useSearch } from '../state/search'

const quietMs = 1_000

/** Keeps what a first screen shows, whenever it has stood still for a moment. */
export function useLastSeen(folder: string): void {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      const { screen } = useRoute.getState().route
      const first = screen === 'intake' || (screen === 'archive' && !narrowed(queryOf(useSearch.getState())))
      if (first && client.isFetching() === 0) requestIdleCallback(() => keepSeen(client, folder))
    }
    const stop = client.getQueryCache().subscribe(({ type }) => {
      if (type !== 'updated' && type !== 'observerAdded') return
      clearTimeout(timer)
      timer = setTimeout(keep, quietMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, folder])
}
