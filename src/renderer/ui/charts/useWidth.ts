import { useEffect, useRef, useState } from 'react'

/** The width a chart has, followed as the window changes. */
export function useWidth<E extends HTMLElement>(first = 640) {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? first)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [first])
  return { ref, width }
}
