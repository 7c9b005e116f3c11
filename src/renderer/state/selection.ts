import { create } from 'zustand'
import type { Selection } from '#contract/operations'

type ListQuery = Extract<Selection, { query: unknown }>['query']

interface SelectionState {
  ids: ReadonlySet<string>
  /** Everything a question finds, however much that is. */
  all: { query: ListQuery; count: number } | null
  toggle(id: string): void
  add(ids: string[]): void
  set(ids: string[]): void
  selectAll(query: ListQuery, count: number): void
  clear(): void
}

/** The one selection of articles; it stays while the clerk searches for more to add. */
export const useSelection = create<SelectionState>((set) => ({
  ids: new Set(),
  all: null,
  toggle: (id) =>
    set(({ ids }) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      return { ids: next, all: null }
    }),
  add: (more) => set(({ ids }) => ({ ids: new Set([...ids, ...more]), all: null })),
  set: (ids) => set({ ids: new Set(ids), all: null }),
  selectAll: (query, count) => set({ ids: new Set(), all: { query, count } }),
  clear: () => set({ ids: new Set(), all: null }),
}))
