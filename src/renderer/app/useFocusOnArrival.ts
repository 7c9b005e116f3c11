import { useEffect, useRef } from 'react'
import { type Route, useRoute } from '../state/route'

/**
 * Moves the focus to the heading of a screen just arrived at, or to the list one came back to, so that the keyboard
 * and screen readers are there too. A field that is typed in keeps the focus: search results show beneath it.
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
    const screen = sheet.current
    if (!screen || arrive(screen)) return
    // The screen is still being read.
    const observer = new MutationObserver(() => arrive(screen) && observer.disconnect())
    observer.observe(screen, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [route])
  return sheet
}

/** True once there is nothing more to wait for. */
function arrive(screen: HTMLElement): boolean {
  const focused = document.activeElement
  if (focused instanceof HTMLInputElement || (screen.contains(focused) && isShown(focused))) return true
  const list = useRoute.getState().cameBack ? firstShown(screen, '[data-results]') : undefined
  const target = list ?? firstShown(screen, 'h1')
  target?.focus()
  return target !== undefined
}

const firstShown = (screen: HTMLElement, selector: string): HTMLElement | undefined =>
  [...screen.querySelectorAll<HTMLElement>(selector)].find(isShown)

/** False of the screen left behind: it stays in the page, hidden, until the code of the next one is there. */
const isShown = (element: Element | null): boolean => element?.checkVisibility() ?? false
