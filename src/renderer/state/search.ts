import { create } from 'zustand'
import type { ArticleQuery } from '#core/model/views'

/** The kinds of record that a list can be narrowed to by one of their pages or by a count. */
export const linkKinds = ['event', 'person', 'organization', 'place', 'document', 'dossier'] as const
export type LinkKind = (typeof linkKinds)[number]

export type View = 'list' | 'grid' | 'timeline'

export interface Search {
  text: string
  sort: ArticleQuery['sort']
  status: ArticleQuery['status']
  genre: string
  eventType: string
  photographer: string
  /** As typed; read as a date when asked for. */
  from: string
  to: string
  /** Records that must be named, by kind; the label is what people know them by. */
  links: Partial<Record<LinkKind, { id: string; label: string }>>
}

interface SearchState extends Search {
  set(part: Partial<Search>): void
  /** Asks for this and nothing else. */
  replace(search: Partial<Search>): void
  clear(): void
}

export const noSearch: Search = {
  text: '',
  sort: 'newest',
  status: 'filed',
  genre: '',
  eventType: '',
  photographer: '',
  from: '',
  to: '',
  links: {},
}

/** What the archive list is asked for; kept while the clerk looks at an article and comes back. */
export const useSearch = create<SearchState>((set) => ({
  ...noSearch,
  set: (part) => set(part),
  replace: (search) => set({ ...noSearch, ...search }),
  clear: () => set(({ sort }) => ({ ...noSearch, sort })),
}))
