import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Region } from '#core/model/photo'
import { useReadOnly } from '../../state/archive'
import { composing } from '../../ui/Field'
import { useWords } from '../../words/words'
import { boxMoved, styleOf } from './marking'

interface BoxProps {
  name: string
  region: Region
  /** Just made by key: it takes the focus. */
  fresh?: boolean
  onMoved: (region: Region) => void
  onRemoved: () => void
  /** Enter on a box that only had to be put in its place. */
  onDone?: ((region: Region) => void) | undefined
}

/**
 * One box: the name below. Arrows or a drag move it, with Shift or at its corner they change its size; Delete takes it
 * away.
 */
export function Box({ name, region, fresh, onMoved, onRemoved, onDone }: BoxProps) {
  const t = useWords()
  const readOnly = useReadOnly()
  const button = useRef<HTMLButtonElement>(null)
  const [moved, setMoved] = useState<Region | null>(null)
  const here = moved ?? region
  useEffect(() => {
    if (fresh) button.current?.focus()
  }, [fresh])
  const grip = useGrip((by, sizing) => setMoved(boxMoved(region, sizing ? { width: by.x, height: by.y } : by)))
  const settle = () => {
    if (moved) onMoved(moved)
    setMoved(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || readOnly) return
    const by = movement(event)
    if (by) setMoved(boxMoved(here, by))
    else if (event.key === 'Delete') onRemoved()
    else if (event.key === 'Enter' && onDone) onDone(here)
    else if (event.key === 'Enter') settle()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      ref={button}
      type="button"
      className="box"
      style={styleOf(here)}
      aria-label={t('photos.people.box', { name })}
      title={t('photos.people.boxHint')}
      data-testid="box"
      onKeyDown={onKeyDown}
      onBlur={settle}
      // Else the drag would carry a copy of the photo out of the window.
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      {...(readOnly ? {} : grip(settle))}
    >
      {!readOnly && <span className="box-corner" data-corner aria-hidden />}
      <span className="box-name">{name}</span>
    </button>
  )
}

interface Grip {
  x: number
  y: number
  sizing: boolean
}

/** Heeds a drag over a box. @param onDrag how far it went, in parts of the picture; `sizing` where it began at the corner */
function useGrip(onDrag: (by: { x: number; y: number }, sizing: boolean) => void) {
  const from = useRef<Grip | null>(null)
  return (settle: () => void) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation()
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const sizing = (event.target as HTMLElement).hasAttribute('data-corner')
      from.current = { x: event.clientX, y: event.clientY, sizing }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const picture = event.currentTarget.parentElement?.getBoundingClientRect()
      if (!from.current || !picture) return
      const [x, y] = [event.clientX - from.current.x, event.clientY - from.current.y]
      // A click that trembles moves nothing.
      if (Math.hypot(x, y) > 3) onDrag({ x: x / picture.width, y: y / picture.height }, from.current.sizing)
    },
    onPointerUp: () => {
      from.current = null
      settle()
    },
  })
}

const stepPart = 0.01

function movement({ key, shiftKey }: KeyboardEvent): Parameters<typeof boxMoved>[1] | null {
  const [across, along] = shiftKey ? (['width', 'height'] as const) : (['x', 'y'] as const)
  if (key === 'ArrowLeft') return { [across]: -stepPart }
  if (key === 'ArrowRight') return { [across]: stepPart }
  if (key === 'ArrowUp') return { [along]: -stepPart }
  if (key === 'ArrowDown') return { [along]: stepPart }
  return null
}
