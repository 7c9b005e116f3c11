import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { DossierRow, TransferRow } from '#contract/custody'
import type { InputOf } from '#contract/operations'
import type {
  ArticleQuery,
  ArticleRow,
  AuthorityQuery,
  AuthorityRow,
  PhotoEventQuery,
  PhotoEventRow,
  PhotoQuery,
  PhotoRow,
} from '#core/model/views'
import { call } from './client'

const pageSize = 100

interface Lists {
  'dossier.list': { query: InputOf<'dossier.list'>; row: DossierRow }
  'transfer.list': { query: InputOf<'transfer.list'>; row: TransferRow }
  'article.list': { query: Partial<ArticleQuery>; row: ArticleRow }
  'authority.list': { query: Partial<AuthorityQuery> & Pick<AuthorityQuery, 'kind'>; row: AuthorityRow }
  'photo.list': { query: Partial<PhotoQuery>; row: PhotoRow }
  'photo.events': { query: Partial<PhotoEventQuery>; row: PhotoEventRow }
}

/** What every list answers; searches also say what they could not count and what a person should know. */
interface Page<Row> {
  total: number
  rows: Row[]
  exact?: boolean
  notes?: { code: string; args: Record<string, string> }[]
}

interface Range {
  first: number
  last: number
}

/** The pages that hold these rows. */
export const pagesOf = (firstRow: number, lastRow: number): Range => ({
  first: Math.floor(firstRow / pageSize),
  last: Math.floor(lastRow / pageSize),
})

/** The pages to read: those in sight and one either side so that scrolling meets no gap; the first is always read. */
export function pagesFor({ first, last }: Range, total: number): number[] {
  const end = Math.max(0, Math.ceil(total / pageSize) - 1)
  const from = Math.max(1, first - 1)
  const to = Math.min(end, last + 1)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

/**
 * A long list read page by page as it is scrolled. While the question changes, the former answer stays on screen
 * until the new one is there.
 * @param known how many rows there are, where someone else has counted what the list has not
 */
export function usePaged<N extends keyof Lists>(operation: N, query: Lists[N]['query'], known?: number) {
  type Row = Lists[N]['row']
  const [range, setRange] = useState<Range>(() => pagesOf(0, 0))
  const page = (n: number) => {
    const input = { ...query, offset: n * pageSize, limit: pageSize }
    return {
      queryKey: [operation, input],
      queryFn: () => call(operation, input as InputOf<N>) as Promise<Page<Row>>,
    }
  }
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const counted = head.data?.exact ?? true
  const total = (counted ? undefined : known) ?? head.data?.total ?? 0
  const numbers = pagesFor(range, total)
  const rest = useQueries({ queries: numbers.map(page) })
  const row = (index: number): Row | undefined => {
    const n = Math.floor(index / pageSize)
    const rows = n === 0 ? head.data?.rows : rest[numbers.indexOf(n)]?.data?.rows
    return rows?.[index % pageSize]
  }
  const onRange = useCallback((first: number, last: number) => {
    const next = pagesOf(first, last)
    // Scrolling inside the same pages draws nothing new here.
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next))
  }, [])
  return {
    total,
    exact: counted || known !== undefined,
    notes: head.data?.notes ?? [],
    row,
    onRange,
    isPending: head.isPending,
    error: head.error,
    again: () => void head.refetch(),
  }
}
