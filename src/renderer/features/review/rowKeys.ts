import type { KeyboardEvent } from 'react'
import { composing } from '../../ui/Field'
import type { AnySuggestion } from './model'

/** Space keeps, Delete drops, Enter changes, arrows go on; Esc inside the fields closes them. */
export function onRowKey(
  event: KeyboardEvent<HTMLElement>,
  state: AnySuggestion['state'],
  set: (state: AnySuggestion['state']) => void,
  edit: () => void,
  close: () => void,
): void {
  if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return
  const row = event.currentTarget
  if (event.key === 'Escape' && event.target !== row) close()
  else if (event.target !== row) return
  else if (event.key === ' ') set(state === 'accepted' ? 'offered' : 'accepted')
  else if (event.key === 'Delete') set(state === 'dropped' ? 'offered' : 'dropped')
  else if (event.key === 'Enter' || event.key === 'F2') edit()
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(row, event.key === 'ArrowDown' ? 1 : -1)
  else return
  event.preventDefault()
}

/** To the next or former suggestion, across the lists. */
function step(row: HTMLElement, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.suggestion')]
  rows[rows.indexOf(row) + by]?.focus()
}
