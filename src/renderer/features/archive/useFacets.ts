import { useEffect, useState } from 'react'
import { useRead } from '../../engine/queries'
import type { ListQuery } from './query'

/** The list answers first: counts are asked for once the question has stood still for this long. */
const settleMs = 200

/** How all that a question finds spreads over years, people and so on. */
export function useFacets(query: ListQuery) {
  const [settled, setSettled] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), settleMs)
    return () => clearTimeout(timer)
  }, [query])
  const { sort: _sort, ...asked } = settled
  return useRead('article.facets', asked, { keep: true }).data
}
