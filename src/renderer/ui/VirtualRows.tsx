import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSettings } from '../state/settings'
import './list.css'

interface Props {
  label: string
  count: number
  rowRem: number
  onRange: (first: number, last: number) => void
  children: (index: number) => ReactNode
}

/** A long list whose rows hold controls of their own, so that it is no listbox. */
export function VirtualRows({ label, count, rowRem, onRange, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = Math.round(rowRem * 16 * (Number(useSettings().settings.textSize) / 100))
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const items = list.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRange(first, last), [first, last, onRange])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className="list" aria-label={label} tabIndex={0}>
      <ul className="list-all" style={{ height: list.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            className="list-row still"
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            {children(item.index)}
          </li>
        ))}
      </ul>
    </section>
  )
}
