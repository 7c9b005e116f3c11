import { create } from 'zustand'

interface PhotosState {
  /** What the photos are asked for; kept while the clerk looks elsewhere and comes back. */
  text: string
  view: 'date' | 'event'
  selected: ReadonlySet<string>
  /** True where everything found is meant, however much that is. */
  all: boolean
  find(text: string): void
  show(view: PhotosState['view']): void
  toggle(id: string): void
  add(ids: string[]): void
  selectAll(): void
  clear(): void
}

/** The photos screen: what is looked for, how it is laid out, what is selected. */
export const usePhotos = create<PhotosState>((set) => ({
  text: '',
  view: 'date',
  selected: new Set(),
  all: false,
  find: (text) => set(({ all }) => ({ text, ...(all ? { all: false } : {}) })),
  show: (view) => set({ view }),
  toggle: (id) =>
    set(({ selected }) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      return { selected: next, all: false }
    }),
  add: (ids) => set(({ selected }) => ({ selected: new Set([...selected, ...ids]), all: false })),
  selectAll: () => set({ selected: new Set(), all: true }),
  clear: () => set({ selected: new Set(), all: false }),
}))

/** Counts how often each photo was turned here, so that its pictures are asked for anew. */
export const useTurns = create<{ turns: Record<string, number>; note(id: string, turned: number): void }>((set) => ({
  turns: {},
  note: (id, turned) => set(({ turns }) => (turns[id] === turned ? {} : { turns: { ...turns, [id]: turned } })),
}))

const mostLately = 5

interface Lately {
  people: { id: string; name: string }[]
  note(people: Lately['people']): void
}

/** People put into pictures lately, the last first: those of one meeting stand in many of its photos. */
export const useNamedLately = create<Lately>((set) => ({
  people: [],
  note: (named) =>
    set(({ people }) => {
      const ids = new Set(named.map(({ id }) => id))
      return { people: [...named, ...people.filter(({ id }) => !ids.has(id))].slice(0, mostLately) }
    }),
}))
