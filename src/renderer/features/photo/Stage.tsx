import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { PhotoView } from '#contract/photos'
import { turnOf } from '#core/model/photo'
import { mostPixelsOf } from '#core/pictures/limits'
import { shownMeasures, turnedOn } from '#core/pictures/turn'
import { dragOut } from '../../engine/dragOut'
import { useReadOnly } from '../../state/archive'
import { useTurns } from '../../state/photos'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { Boxes } from './Boxes'
import { boxFor, useMarking } from './marking'
import { OrderBanner } from './OrderBanner'
import { Picture } from './Picture'
import { StageTools } from './StageTools'
import { useDescribing } from './useDescribing'
import { useOrderWriting } from './useOrderWriting'
import { useWidth } from './useWidth'
import { useZoom, type Zoom } from './useZoom'

const margin = { across: 128, along: 104 }

interface Props {
  view: PhotoView
  step: (by: number) => void
  /** Where the viewer asks what a key does. */
  keys: RefObject<StageKeys | null>
  /** A key pressed while this photo was still being read. */
  pressed: RefObject<string | null>
}

/** The picture to move about in, with the boxes of the people in it. */
export function Stage({ view, step, keys, pressed }: Props) {
  const { photo } = view
  useTurnFollowed(photo)
  const caught = useFailures()
  const readOnly = useReadOnly()
  const describe = useDescribing(photo.id)
  const { box, width, height } = useWidth<HTMLDivElement>()
  const stage = { width: Math.max(1, width - margin.across), height: Math.max(1, height - margin.along) }
  const { width: w, height: h } = shownMeasures(photo)
  const zoom = useZoom({ width: w || 3, height: h || 2 }, stage)
  const drawing = useMarking((state) => state.drawing)
  const [failed, setFailed] = useState(false)
  const noPreview = useNoPreview(photo)
  const turn = caught((quarters: 1 | -1) => describe((now) => ({ turned: turnedOn(turnOf(now.photo), quarters) })))
  const turning = readOnly || failed ? null : (quarters: 1 | -1) => void turn(quarters)
  const writeOrder = useOrderWriting(view)
  useStageKeys({ keys, pressed }, width > 0 || failed, (key) => actionOf(key, zoom, step, turning, writeOrder))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be what is zoomed and moved about in
    <div
      ref={box}
      className={`viewer-stage${drawing ? ' drawing' : ''}${zoom.view.zoom > 1 ? ' large' : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move about in the picture
      tabIndex={0}
      role="group"
      aria-label={view.uses[0]?.caption || photo.file.name}
      aria-keyshortcuts="+ - Z [ ] B F T"
      data-testid="photo-stage"
      onWheel={zoom.onWheel}
      {...(drawing ? {} : zoom.grip)}
      onDoubleClick={(event) => !drawing && (event.target as HTMLElement).tagName === 'IMG' && zoom.toggleFull()}
    >
      {failed ? (
        <p className="viewer-failed" data-testid="no-preview">
          {noPreview}
        </p>
      ) : (
        width > 0 && (
          // biome-ignore lint/a11y/noStaticElementInteractions: dragging a copy out has no key on any system
          <div
            className="viewer-canvas"
            data-testid="photo-canvas"
            style={{
              width: zoom.fit.width * zoom.view.zoom,
              height: zoom.fit.height * zoom.view.zoom,
              transform: `translate(calc(-50% + ${zoom.view.x}px), calc(-50% + ${zoom.view.y}px))`,
            }}
            draggable={!drawing && zoom.view.zoom === 1}
            onDragStart={(event) => dragOut(event, [photo.id], caught)}
          >
            <Picture
              view={view}
              large={zoom.fit.width * zoom.view.zoom > 1700}
              measures={{ width: zoom.fit.width * zoom.view.zoom, height: zoom.fit.height * zoom.view.zoom }}
              onFailed={() => setFailed(true)}
            />
            <Boxes view={view} />
          </div>
        )
      )}
      <StageTools photo={photo} zoom={zoom} turn={failed ? null : turn} />
      <OrderBanner />
    </div>
  )
}

/** Why there is nothing to see: too many pixels, or a kind that cannot be shown. */
function useNoPreview({ width, height, file }: PhotoView['photo']): string {
  const t = useWords()
  const [pixels, most] = [width * height, mostPixelsOf(file.mediaType)].map((count) => Math.round(count / 1_000_000))
  if (width * height <= mostPixelsOf(file.mediaType)) return t('photos.viewer.noPreview')
  return t('photos.viewer.manyPixels', { pixels: pixels ?? 0, most: most ?? 0 })
}

/** A turn that was undone is a turn as well: the pictures of this photo are asked for anew. */
function useTurnFollowed(photo: PhotoView['photo']): void {
  useEffect(() => {
    const { turns, note } = useTurns.getState()
    if (photo.id in turns) note(photo.id, turnOf(photo))
  }, [photo])
}

/** What a key does with the picture on the stage; null where it does nothing there. */
export type StageKeys = (key: string) => (() => void) | null

/** Says to the viewer what keys mean now, once there is room measured to act in; the picture that comes next says it anew. */
function useStageKeys({ keys, pressed }: Pick<Props, 'keys' | 'pressed'>, ready: boolean, action: StageKeys): void {
  useLayoutEffect(() => {
    keys.current = ready ? action : null
    return () => {
      keys.current = null
    }
  })
  useEffect(() => {
    if (!ready || pressed.current === null) return
    const act = keys.current?.(pressed.current)
    pressed.current = null
    act?.()
  }, [ready, keys, pressed])
}

type Turning = ((quarters: 1 | -1) => void) | null

function actionOf(
  key: string,
  zoom: Zoom,
  step: (by: number) => void,
  turn: Turning,
  writeOrder: () => void,
): (() => void) | null {
  const pan = zoom.view.zoom > 1
  const move = 80
  const actions: Record<string, (() => void) | null> = {
    ArrowLeft: () => (pan ? zoom.panBy(move, 0) : step(-1)),
    ArrowRight: () => (pan ? zoom.panBy(-move, 0) : step(1)),
    ArrowUp: pan ? () => zoom.panBy(0, move) : null,
    ArrowDown: pan ? () => zoom.panBy(0, -move) : null,
    PageUp: () => step(-1),
    PageDown: () => step(1),
    '+': zoom.zoomIn,
    '=': zoom.zoomIn,
    '-': zoom.zoomOut,
    '0': zoom.reset,
    z: zoom.toggleFull,
    '[': turn && (() => turn(-1)),
    ']': turn && (() => turn(1)),
    b: turn && markByKey,
    f: focusFace,
    t: turn && writeOrder,
  }
  return actions[key.length === 1 ? key.toLowerCase() : key] ?? null
}

/** The first face without a name takes the focus; from there Tab goes on to the next. */
function focusFace(): void {
  document.querySelector<HTMLElement>('.face')?.focus()
}

/** A box in the middle, or where the next of a row of people stands, to be moved with the arrows. */
function markByKey(): void {
  const marking = useMarking.getState()
  if (!marking.drawing) marking.start([], true)
  const { queue, at } = useMarking.getState()
  useMarking.getState().drawn(boxFor(at, queue.length), true)
}
