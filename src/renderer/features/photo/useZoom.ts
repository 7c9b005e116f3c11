import { type PointerEvent, useReducer, useRef, type WheelEvent } from 'react'

export interface View {
  /** 1 is the whole picture fitted into the stage. */
  zoom: number
  /** Where the middle of the picture is, in pixels from the middle of the stage. */
  x: number
  y: number
}

export interface Measures {
  width: number
  height: number
}

export const wholeView: View = { zoom: 1, x: 0, y: 0 }
const step = 1.25
const most = 16

/** The picture as large as fits into the stage. */
export function fitted(picture: Measures, stage: Measures): Measures {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

/** A view zoomed about a point of the stage, which keeps its place; the picture never leaves the stage. */
export function zoomed(
  view: View,
  factor: number,
  about: { x: number; y: number },
  fit: Measures,
  stage: Measures,
): View {
  const zoom = Math.max(1, Math.min(most, view.zoom * factor))
  const by = zoom / view.zoom
  return kept({ zoom, x: about.x - (about.x - view.x) * by, y: about.y - (about.y - view.y) * by }, fit, stage)
}

/** A view moved; where the picture is smaller than the stage it stays in the middle. */
export function kept(view: View, fit: Measures, stage: Measures): View {
  const room = (length: number, of: number) => Math.max(0, (length * view.zoom - of) / 2)
  const within = (value: number, most: number) => Math.max(-most, Math.min(most, value))
  return {
    zoom: view.zoom,
    x: within(view.x, room(fit.width, stage.width)),
    y: within(view.y, room(fit.height, stage.height)),
  }
}

/** Zooming and moving about in a picture, by wheel, mouse and keys. */
export function useZoom(picture: Measures, stage: Measures) {
  const fit = fitted(picture, stage)
  const [view, change] = useReducer((now: View, to: (now: View) => View) => to(now), wholeView)
  const grip = useRef<{ x: number; y: number } | null>(null)
  const full = Math.max(1, picture.width / Math.max(1, fit.width))
  const zoomBy = (factor: number, about = { x: 0, y: 0 }) => change((now) => zoomed(now, factor, about, fit, stage))
  const panBy = (x: number, y: number) => change((now) => kept({ ...now, x: now.x + x, y: now.y + y }, fit, stage))
  return {
    view,
    fit,
    full,
    isFull: view.zoom >= full * 0.999 && view.zoom > 1,
    zoomIn: () => zoomBy(step),
    zoomOut: () => zoomBy(1 / step),
    reset: () => change(() => wholeView),
    toggleFull: () => change((now) => (now.zoom > 1 ? wholeView : zoomed(now, full, { x: 0, y: 0 }, fit, stage))),
    panBy,
    onWheel: (event: WheelEvent) => {
      const box = event.currentTarget.getBoundingClientRect()
      const about = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
      zoomBy(event.deltaY < 0 ? step : 1 / step, about)
    },
    grip: {
      onPointerDown: (event: PointerEvent) => {
        if (view.zoom === 1 || event.button !== 0) return
        grip.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent) => {
        if (!grip.current) return
        panBy(event.clientX - grip.current.x, event.clientY - grip.current.y)
        grip.current = { x: event.clientX, y: event.clientY }
      },
      onPointerUp: () => {
        grip.current = null
      },
    },
  }
}

export type Zoom = ReturnType<typeof useZoom>
