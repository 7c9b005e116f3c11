import { useEffect, useRef, useState } from 'react'

/** The width and height of an element in pixels, followed as it changes. */
export function useWidth<E extends HTMLElement>() {
  const box = useRef<E>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, ...size }
}
