import { useRef } from 'react'
import { call } from '../../engine/client'
import type { usePaged } from '../../engine/usePaged'
import { useSelection } from '../../state/selection'
import { useFailures } from '../../ui/useFailures'
import type { ListQuery } from './query'

const pageSize = 500

/** Selecting in the list: one, a range, everything found, and everything but one. */
export function useListSelection(query: ListQuery, list: ReturnType<typeof usePaged<'article.list'>>) {
  const { ids, all, toggle, add, set, selectAll } = useSelection()
  const caught = useFailures()
  const anchor = useRef(0)
  const wholly = all !== null && JSON.stringify(all.query) === JSON.stringify(query)
  const isSelected = (index: number) => {
    const row = list.row(index)
    return wholly || (row !== undefined && ids.has(row.id))
  }
  const onToggle = (index: number, range: boolean) => {
    const row = list.row(index)
    if (!row) return
    if (wholly) void caught(async () => set((await everyId(query)).filter((id) => id !== row.id)))()
    else if (range) add(between(anchor.current, index, list.row))
    else toggle(row.id)
    anchor.current = index
  }
  const onExtend = (from: number, to: number) => add(between(from, to, list.row))
  return { isSelected, onToggle, onExtend, onSelectAll: () => selectAll(query, list.total) }
}

function between(a: number, b: number, row: (index: number) => { id: string } | undefined): string[] {
  const first = Math.min(a, b)
  const indexes = Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => first + i)
  return indexes.flatMap((index) => row(index)?.id ?? [])
}

/** Every article a question finds: asked for only when one of them is taken out of "all". */
async function everyId(query: ListQuery): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { rows } = await call('article.list', { ...query, offset: ids.length, limit: pageSize })
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < pageSize) return ids
  }
}
