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
  /** Width of a column in rem; as many stand side by side as there is room for. One where there is none. */
  columnRem?: number
  onOpen: (index: number) => void
  onRange?: (first: number, last: number) => void
  /** Selection by checkbox, where there is one. */
  isSelected?: (index: number) => boolean
  onToggle?: (index: number, range: boolean) => void
  onSelectAll?: () => void
  /** Selects everything between two rows. */
  onExtend?: (from: number, to: number) => void
  /** A quick look, by the space bar; selecting is then Ctrl+space. */
  onPeek?: (index: number) => void
  /** Another question: the list begins at its top again. */
  resetKey?: string
  testId: string
}

type KeyWays = Pick<Props, 'onOpen' | 'onToggle' | 'onSelectAll' | 'onExtend' | 'onPeek'>

/** Where each list was left, so that coming back from an article finds the place again. */
const left = new Map<string, { active: number; offset: number }>()

/**
 * A list or grid of any length: only the rows in sight exist. A listbox for the keyboard: arrows, Page Up/Down, Home,
 * End; Enter opens, space takes a quick look or selects, Ctrl+space selects, Shift+space and Shift+arrows select up to
 * here, Ctrl+A all.
 */
export function VirtualList(props: Props) {
  const { label, count, rowRem, row, isSelected, testId } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const memory = `${testId} ${rowRem} ${props.resetKey ?? ''}`
  const [active, setActive] = useState(() => left.get(memory)?.active ?? 0)
  const rem = 16 * (Number(useSettings().settings.textSize) / 100)
  const rowHeight = Math.round(rowRem * rem)
  const columns = useColumns(scroller, props.columnRem === undefined ? null : props.columnRem * rem)
  const list = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: useDrawn() ? (props.columnRem === undefined ? 12 : 4) : 0,
    // Until it is measured it may be as high as the window: rows are there from the first drawing.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: () => left.get(memory)?.offset ?? 0,
  })
  useReset(list, scroller, setActive, rowHeight, props.resetKey)
  useEffect(() => () => void left.set(memory, { active, offset: list.scrollOffset ?? 0 }), [memory, active, list])
  const items = list.getVirtualItems()
  useRange(items, columns, props.onRange)
  const at = Math.min(active, Math.max(0, count - 1))
  const move = (to: number) => {
    const index = Math.max(0, Math.min(count - 1, to))
    setActive(index)
    list.scrollToIndex(Math.floor(index / columns))
  }
  const perPage = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
  const inSight = items.some(({ index }) => index === Math.floor(at / columns))
  return (
    <div
      ref={scroller}
      className={props.columnRem === undefined ? 'list' : 'list grid'}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={props.onToggle ? true : undefined}
      // A row scrolled out of sight does not exist.
      aria-activedescendant={inSight ? `${id}-${at}` : undefined}
      data-results
      data-testid={testId}
      onKeyDown={(event) => onListKey(event, { at, move, perPage: perPage(), columns, count }, props)}
      onClick={(event) => onListClick(event, setActive, props)}
    >
      <div className="list-all" role="presentation" style={{ height: list.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="presentation"
            className="list-line"
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            {indexesOf(item.index, columns, count).map((index) => (
              <div
                key={index}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={isSelected ? isSelected(index) : index === at}
                aria-posinset={index + 1}
                aria-setsize={count}
                className={index === at ? 'list-row active' : 'list-row'}
                data-index={index}
                style={columns > 1 ? { width: `${100 / columns}%` } : undefined}
              >
                {row(index)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

const indexesOf = (line: number, columns: number, count: number): number[] =>
  Array.from({ length: Math.min(columns, count - line * columns) }, (_, at) => line * columns + at)

const drawnMs = 200

/** False at first: what is out of sight is made once what is in sight has been drawn. */
function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true), drawnMs)
    return () => clearTimeout(timer)
  }, [])
  return drawn
}

/** How many columns there is room for. */
function useColumns(scroller: { current: HTMLDivElement | null }, width: number | null): number {
  const [columns, setColumns] = useState(1)
  useEffect(() => {
    const element = scroller.current
    if (!element || width === null) {
      setColumns(1)
      return
    }
    const measure = () => setColumns(Math.max(1, Math.floor(element.clientWidth / width)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, width])
  return columns
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

function useRange(items: { index: number }[], columns: number, onRange?: (first: number, last: number) => void): void {
  const first = (items[0]?.index ?? 0) * columns
  const last = ((items.at(-1)?.index ?? 0) + 1) * columns - 1
  useEffect(() => onRange?.(first, last), [first, last, onRange])
}

interface Where {
  at: number
  move: (to: number) => void
  perPage: number
  columns: number
  count: number
}

function onListKey(event: KeyboardEvent, where: Where, ways: KeyWays): void {
  if (composing(event) || event.altKey) return
  const { at, move, count } = where
  const step = stepsOf(where)[event.key]
  const ctrl = event.ctrlKey || event.metaKey
  if (step !== undefined) {
    const to = Math.max(0, Math.min(count - 1, step))
    move(to)
    if (event.shiftKey) ways.onExtend?.(at, to)
  } else if (event.key === 'Enter' && count > 0 && !ctrl) ways.onOpen(at)
  else if (event.key === ' ' && count > 0 && ways.onPeek && !ctrl && !event.shiftKey) ways.onPeek(at)
  else if (event.key === ' ' && count > 0 && ways.onToggle) ways.onToggle(at, event.shiftKey)
  else if (event.code === 'KeyA' && ctrl && ways.onSelectAll) ways.onSelectAll()
  else return
  event.preventDefault()
}

function stepsOf({ at, perPage, columns, count }: Where): Record<string, number> {
  return {
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    ...(columns > 1 && { ArrowRight: at + 1, ArrowLeft: at - 1 }),
    PageDown: at + perPage * columns,
    PageUp: at - perPage * columns,
    Home: 0,
    End: count - 1,
  }
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
