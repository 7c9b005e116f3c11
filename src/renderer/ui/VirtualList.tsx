import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useSettings } from '../state/settings'
import { composing } from './Field'
import './list.css'

interface Props {
  label: string
  count: number
  /** Height of a row in rem, so that it grows with the text size. */
  rowRem: number
  row: (index: number) => ReactNode
  onOpen: (index: number) => void
  onRange?: (first: number, last: number) => void
  /** Selection by checkbox, where there is one. */
  isSelected?: (index: number) => boolean
  onToggle?: (index: number, range: boolean) => void
  onSelectAll?: () => void
  /** Another question: the list begins at its top again. */
  resetKey?: string
  testId: string
}

/** Where each list was left, so that coming back from an article finds the place again. */
const left = new Map<string, { active: number; offset: number }>()

/**
 * A list of any length: only the rows in sight exist. A listbox for the keyboard: arrows, Page Up/Down, Home, End;
 * Enter opens, space selects, Shift+space selects up to here, Ctrl+A all.
 */
export function VirtualList(props: Props) {
  const { label, count, rowRem, row, isSelected, testId } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const memory = `${testId} ${props.resetKey ?? ''}`
  const [active, setActive] = useState(() => left.get(memory)?.active ?? 0)
  const rowHeight = Math.round(rowRem * 16 * (Number(useSettings().settings.textSize) / 100))
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: () => left.get(memory)?.offset ?? 0,
  })
  useReset(list, scroller, setActive, rowHeight, props.resetKey)
  useEffect(() => () => void left.set(memory, { active, offset: list.scrollOffset ?? 0 }), [memory, active, list])
  const items = list.getVirtualItems()
  useRange(items, props.onRange)
  const at = Math.min(active, Math.max(0, count - 1))
  const move = (to: number) => {
    const index = Math.max(0, Math.min(count - 1, to))
    setActive(index)
    list.scrollToIndex(index)
  }
  const perPage = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
  return (
    <div
      ref={scroller}
      className="list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={props.onToggle ? true : undefined}
      // A row scrolled out of sight does not exist.
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      data-results
      data-testid={testId}
      onKeyDown={(event) => onListKey(event, at, move, perPage(), count, props)}
      onClick={(event) => onListClick(event, setActive, props)}
    >
      <div className="list-all" role="presentation" style={{ height: list.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            id={`${id}-${item.index}`}
            role="option"
            tabIndex={-1}
            aria-selected={isSelected ? isSelected(item.index) : item.index === at}
            aria-posinset={item.index + 1}
            aria-setsize={count}
            className={item.index === at ? 'list-row active' : 'list-row'}
            data-index={item.index}
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            {row(item.index)}
          </div>
        ))}
      </div>
    </div>
  )
}

function useReset(
  list: { measure: () => void },
  scroller: { current: HTMLDivElement | null },
  setActive: (index: number) => void,
  rowHeight: number,
  resetKey?: string,
): void {
  const shown = useRef(resetKey)
  useEffect(() => {
    if (shown.current === resetKey) return
    shown.current = resetKey
    scroller.current?.scrollTo(0, 0)
    setActive(0)
  }, [resetKey, scroller, setActive])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when the text size changes
  useEffect(() => list.measure(), [rowHeight])
}

function useRange(items: { index: number }[], onRange?: (first: number, last: number) => void): void {
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRange?.(first, last), [first, last, onRange])
}

function onListKey(
  event: KeyboardEvent,
  at: number,
  move: (to: number) => void,
  perPage: number,
  count: number,
  { onOpen, onToggle, onSelectAll }: Props,
): void {
  if (composing(event) || event.altKey) return
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + perPage,
    PageUp: at - perPage,
    Home: 0,
    End: count - 1,
  }
  const step = steps[event.key]
  if (step !== undefined) move(step)
  else if (event.key === 'Enter' && count > 0) onOpen(at)
  else if (event.key === ' ' && onToggle && count > 0) onToggle(at, event.shiftKey)
  else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey) && onSelectAll) onSelectAll()
  else return
  event.preventDefault()
}

function onListClick(event: MouseEvent, setActive: (index: number) => void, { onOpen, onToggle }: Props): void {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLElement>('[data-index]')
  if (!row) return
  const index = Number(row.dataset.index)
  setActive(index)
  if (onToggle && (target.closest('[data-toggle]') || event.ctrlKey || event.metaKey || event.shiftKey)) {
    onToggle(index, event.shiftKey)
  } else onOpen(index)
}
