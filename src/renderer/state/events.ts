import { create } from 'zustand'

interface EventsState {
  view: 'list' | 'month'
  /** The month shown; null for the latest in which there is an event. */
  month: string | null
  set(part: Partial<Pick<EventsState, 'view' | 'month'>>): void
}

/** How the events are shown, so that coming back from one finds the same sheet. */
export const useEvents = create<EventsState>((set) => ({
  view: 'list',
  month: null,
  set: (part) => set(part),
}))
