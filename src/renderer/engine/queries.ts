import {
  keepPreviousData,
  type QueryClient,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query'
import type { InputOf, NamesOfKind, OutputOf } from '#contract/operations'
import { call } from './client'

type QueryName = NamesOfKind<'query'>

/** The options that read an operation; shared by single and parallel reads, so that both use one cache. */
export function reading<N extends QueryName>(operation: N, input: InputOf<N>): UseQueryOptions<OutputOf<N>> {
  return {
    queryKey: [operation, input],
    queryFn: () => call(operation, input) as Promise<OutputOf<N>>,
  }
}

/** Reads an operation and again whenever records it shows have changed. */
export function useRead<N extends QueryName>(
  operation: N,
  input: InputOf<N>,
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<OutputOf<N>> {
  return useQuery({
    ...reading(operation, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
  })
}

/** Which reads show records of a kind, by the first word of the operation. */
const shownBy: Record<string, string[]> = {
  draft: ['draft', 'archive'],
  article: [
    ...['article', 'event', 'person', 'authority', 'photo', 'archive', 'draft', 'search'],
    ...['dossier', 'transfer', 'statistics', 'place'],
  ],
  photo: ['photo', 'article', 'event', 'person', 'statistics', 'dossier', 'transfer', 'search'],
  event: ['event', 'article', 'authority', 'person', 'photo', 'statistics'],
  person: ['person', 'article', 'authority', 'event', 'photo', 'statistics'],
  organization: ['authority', 'article'],
  place: ['authority', 'article', 'place'],
  document: ['authority', 'article', 'event'],
  learnt: ['learnt'],
  dossier: ['dossier', 'transfer', 'archive', 'article'],
  transfer: ['transfer', 'dossier', 'archive'],
  fonds: ['archive', 'dossier', 'transfer'],
  search: ['search'],
  term: ['vocabulary'],
  template: ['template'],
  mapping: ['photo'],
  watched: ['intake'],
}

/**
 * Marks every read stale after the engine was started anew. What was asked of the shell still holds, and a draft on
 * the screen stays: reading it again would put the disk's words in place of those being typed.
 */
export function refreshAfterRestart(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey, state }) => {
      const read = String(queryKey[0])
      return !read.startsWith('shell.') && !(read === 'review' && state.status === 'success')
    },
  })
}

/** Marks every read stale that shows one of these kinds of record. A draft under review is left alone. */
export function refresh(client: QueryClient, kinds: string[]): void {
  const areas = new Set(['history', 'bin', 'archive', ...kinds.flatMap((kind) => shownBy[kind] ?? [])])
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const operation = String(queryKey[0])
      return operation !== 'draft.get' && areas.has(operation.split('.')[0] ?? '')
    },
  })
}
