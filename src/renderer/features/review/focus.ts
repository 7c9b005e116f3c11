import { create } from 'zustand'

interface FocusState {
  /** The suggestion pointed at, in the text or among the fields. */
  id: string | null
  point(id: string | null): void
}

/** What is pointed at on one side shows on the other. */
export const usePointed = create<FocusState>((set) => ({ id: null, point: (id) => set({ id }) }))

export const point = (id: string | null): void => usePointed.getState().point(id)

export const fieldId = (suggestionId: string): string => `field-${suggestionId}`

/** Moves the focus to the field of a suggestion. */
export function focusField(suggestionId: string): void {
  const field = document.getElementById(fieldId(suggestionId))
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'nearest' })
}

/** Brings the first place where a suggestion is marked into sight. */
export function showMark(suggestionId: string): void {
  const mark = document.querySelector(`[data-mark="${CSS.escape(suggestionId)}"]`)
  mark?.scrollIntoView({ block: 'nearest' })
}
