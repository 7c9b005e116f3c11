import type { DragEvent } from 'react'
import { shell } from './bridge'

/** Hands photos to the desktop instead of the page: what is dropped elsewhere is a read-only copy of each original. */
export function dragOut(
  event: DragEvent,
  ids: string[],
  caught: (run: () => Promise<unknown>) => () => Promise<void>,
): void {
  event.preventDefault()
  if (ids.length > 0) void caught(() => shell('shell.dragOut', { ids }))()
}
