import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { HistoryRow } from '#contract/history'
import { call } from '../../engine/client'

const pageSize = 100
/** So many rows before the end the next page is asked for. */
const ahead = 40

export type HistoryLine = { day: string } | { row: HistoryRow }

/** The history as it is scrolled: days and changes, the next page read before its end is reached. */
export function useHistory(asked: { text: string; who: string }) {
  const read = useInfiniteQuery({
    queryKey: ['history.list', asked],
    queryFn: ({ pageParam }) => call('history.list', { ...asked, before: pageParam, limit: pageSize }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = read
  const lines = useMemo(() => byDay(data?.pages.flatMap(({ rows }) => rows) ?? []), [data])
  const onRange = useCallback(
    (_first: number, last: number) => {
      if (hasNextPage && !isFetchingNextPage && last > lines.length - ahead) void fetchNextPage()
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, lines.length],
  )
  return {
    lines,
    total: data?.pages[0]?.total ?? null,
    onRange,
    error: read.error,
    again: () => void read.refetch(),
  }
}

/** Changes under the day they were made on. */
export function byDay(rows: HistoryRow[]): HistoryLine[] {
  return rows.flatMap((row, at) => {
    const day = row.at.slice(0, 10)
    return day === rows[at - 1]?.at.slice(0, 10) ? [{ row }] : [{ day }, { row }]
  })
}
