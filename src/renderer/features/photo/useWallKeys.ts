import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react'
import type { PhotoRow } from '#core/model/views'
import { usePhotos } from '../../state/photos'
import { composing } from '../../ui/Field'
import { stepDown, type WallLine } from './wall'

interface Wall {
  lines: WallLine[]
  /** The photo pointed at. */
  at: number
  total: number
  move: (to: number) => void
  open: (photo: number) => void
  row: (index: number) => PhotoRow | undefined
  box: RefObject<HTMLElement | null>
}

/** Arrows in all four directions, a screen at a time, Enter opens, space selects, with Shift up to here, Ctrl+A all. */
export function useWallKeys({ lines, at, total, move, open, row, box }: Wall) {
  const anchor = useRef(0)
  const toggle = (index: number, range: boolean) => {
    const { add, toggle: one } = usePhotos.getState()
    const id = row(index)?.photoId
    if (!id) return
    if (range) add(between(anchor.current, index).flatMap((place) => row(place)?.photoId ?? []))
    else one(id)
    anchor.current = index
  }
  const page = (by: 1 | -1) => {
    const perPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / 200) - 1)
    let to = at
    for (let step = 0; step < perPage; step++) to = stepDown(lines, to, by)
    return to
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.altKey || total === 0) return
    const steps: Record<string, () => number> = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => stepDown(lines, at, 1),
      ArrowUp: () => stepDown(lines, at, -1),
      PageDown: () => page(1),
      PageUp: () => page(-1),
      Home: () => 0,
      End: () => total - 1,
    }
    const step = steps[event.key]
    if (step) move(step())
    else if (event.key === 'Enter') open(at)
    else if (event.key === ' ') toggle(at, event.shiftKey)
    else if (event.key === 'Escape' && usePhotos.getState().selected.size > 0) usePhotos.getState().clear()
    else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey)) usePhotos.getState().selectAll()
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const tile = target.closest<HTMLElement>('[data-index]')
    if (!tile) return
    const index = Number(tile.dataset.index)
    move(index)
    if (target.closest('[data-toggle]') || event.ctrlKey || event.metaKey || event.shiftKey)
      toggle(index, event.shiftKey)
    else open(index)
  }
  return { onKeyDown, onClick }
}

function between(a: number, b: number): number[] {
  const first = Math.min(a, b)
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, nth) => first + nth)
}
