import { useEffect, useRef } from 'react'
import type { Route } from '../state/route'

/**
 * Moves the focus to the heading of a screen just arrived at, so that the keyboard and screen readers are there too.
 * The search box keeps the focus while its results are shown beneath it, as does a field that asked for it.
 */
export function useFocusOnArrival(route: Route) {
  const sheet = useRef<HTMLElement>(null)
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving is the event, whatever the screen shows
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const focused = document.activeElement
    if (focused instanceof HTMLInputElement || sheet.current?.contains(focused)) return
    sheet.current?.querySelector('h1')?.focus()
  }, [route])
  return sheet
}
