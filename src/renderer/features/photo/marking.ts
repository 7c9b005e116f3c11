import { create } from 'zustand'
import type { Region } from '#core/model/photo'

/** Someone to be marked: a known person, or a name that is none yet. */
export interface Someone {
  personId: string | null
  name: string
}

interface MarkingState {
  /** True while a drag over the picture draws a box. */
  drawing: boolean
  /** Those to be marked one after another; without any, each box is asked for its name. */
  queue: Someone[]
  at: number
  /** A box drawn, as shown, that has no name yet. */
  unnamed: Region | null
  /** True where that box stands where it should and only wants a name. */
  naming: boolean
  /** Begun by key for one box: naming it ends the marking. */
  once: boolean
  start(queue?: Someone[], once?: boolean): void
  drawn(region: Region, byKey?: boolean): void
  /** The box made by key stands where it should. */
  settled(region: Region): void
  /** The next of the queue; the last one ends the drawing. */
  next(): void
  named(): void
  stop(): void
}

const none = { drawing: false, queue: [], at: 0, unnamed: null, naming: false, once: false }

/** Marking people in the picture on the stage. */
export const useMarking = create<MarkingState>((set) => ({
  ...none,
  start: (queue = [], once = false) => set({ ...none, drawing: true, queue, once }),
  drawn: (unnamed, byKey = false) => set({ unnamed, naming: !byKey }),
  settled: (unnamed) => set({ unnamed, naming: true }),
  next: () => set(({ queue, at }) => (at + 1 < queue.length ? { at: at + 1, unnamed: null, naming: false } : none)),
  named: () => set(({ once }) => (once ? none : { unnamed: null, naming: false })),
  stop: () => set(none),
}))

/** Smallest box that was meant as one, in parts of the picture. */
const least = 0.008

/** The box between two points of the picture; null where it is a slip of the hand. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Region | null {
  const part = (value: number) => Math.max(0, Math.min(1, value))
  const [x, y] = [part(Math.min(a.x, b.x)), part(Math.min(a.y, b.y))]
  const [width, height] = [part(Math.max(a.x, b.x)) - x, part(Math.max(a.y, b.y)) - y]
  return width < least || height < least ? null : { x, y, width, height }
}

/** Where a box begins that is made by key: the nth of so many people stands about there. */
export function boxFor(at: number, of: number): Region {
  const width = Math.min(0.16, 0.7 / Math.max(1, of))
  return { x: (at + 0.5) / Math.max(1, of) - width / 2, y: 0.25, width, height: Math.min(0.24, width * 1.5) }
}

/** A box moved or made larger, inside the picture. */
export function boxMoved(box: Region, by: { x?: number; y?: number; width?: number; height?: number }): Region {
  const width = Math.max(least, Math.min(1, box.width + (by.width ?? 0)))
  const height = Math.max(least, Math.min(1, box.height + (by.height ?? 0)))
  return {
    x: Math.max(0, Math.min(1 - width, box.x + (by.x ?? 0))),
    y: Math.max(0, Math.min(1 - height, box.y + (by.y ?? 0))),
    width,
    height,
  }
}

const percent = (part: number): string => `${part * 100}%`

/** Where a box lies over the picture. */
export const styleOf = ({ x, y, width, height }: Region) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})
