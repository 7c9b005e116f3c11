import { useEffect, useState } from 'react'
import type { ArticleFacets } from '#core/model/views'
import { useRead } from '../../engine/queries'
import type { ListQuery } from './query'

/** The list answers first: counts are asked for once the question has stood still for this long. */
const settleMs = 200

interface Counted {
  /** Those of the question before stay until new ones are there. */
  facets: ArticleFacets | undefined
  /** How many articles this very question finds, once that is known. */
  total: number | undefined
}

/** How all that a question finds spreads over years, people and so on. */
export function useFacets(query: ListQuery): Counted {
  const [settled, setSettled] = useState<ListQuery | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), settleMs)
    return () => clearTimeout(timer)
  }, [query])
  const { sort: _sort, ...asked } = settled ?? query
  const { data, isPlaceholderData } = useRead('article.facets', asked, { keep: true, enabled: settled !== null })
  return { facets: data, total: settled === query && !isPlaceholderData ? data?.total : undefined }
}
