import { QueryClient } from '@tanstack/react-query'

/** Everything the window has read, by operation and input. */
export const cache = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' } },
})
