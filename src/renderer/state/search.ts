import { create } from 'zustand'
import type { ArticleQuery } from '#core/model/views'

export interface Search {
  text: string
  sort: ArticleQuery['sort']
  genre: string
  /** As typed; read as a date when asked for. */
  from: string
  to: string
}

interface SearchState extends Search {
  set(part: Partial<Search>): void
  clear(): void
}

const none: Search = { text: '', sort: 'newest', genre: '', from: '', to: '' }

/** What the archive list is asked for; kept while the clerk looks at an article and comes back. */
export const useSearch = create<SearchState>((set) => ({
  ...none,
  set: (part) => set(part),
  clear: () => set({ text: '', genre: '', from: '', to: '' }),
}))
