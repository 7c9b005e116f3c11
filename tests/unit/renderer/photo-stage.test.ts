import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxBetween, boxFor, boxMoved } from '../../../src/renderer/features/photo/marking'
import { fitted, kept, zoomed } from '../../../src/renderer/features/photo/useZoom'

const stage = { width: 800, height: 600 }

describe('a picture on the stage', () => {
  it('fits whole, upright or not', () => {
    expect(fitted({ width: 1600, height: 800 }, stage)).toEqual({ width: 800, height: 400 })
    expect(fitted({ width: 800, height: 1600 }, stage)).toEqual({ width: 300, height: 600 })
  })

  it('keeps the point under the mouse in its place while it grows, as far as it covers the stage', () => {
    const fit = fitted({ width: 4000, height: 3000 }, stage)
    const about = { x: 100, y: 50 }
    const view = zoomed({ zoom: 1, x: 0, y: 0 }, 4, about, fit, stage)
    expect(view.zoom).toBe(4)
    expect((about.x - view.x) / 4).toBeCloseTo(about.x)
    expect((about.y - view.y) / 4).toBeCloseTo(about.y)
  })

  it('never leaves the stage', () => {
    const fit = fitted({ width: 4000, height: 3000 }, stage)
    const far = fc.double({ min: -1e5, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 1, max: 16, noNaN: true }), far, far, (zoom, x, y) => {
        const view = kept({ zoom, x, y }, fit, stage)
        expect(Math.abs(view.x)).toBeLessThanOrEqual((fit.width * zoom - stage.width) / 2 + 1e-6)
        expect(Math.abs(view.y)).toBeLessThanOrEqual((fit.height * zoom - stage.height) / 2 + 1e-6)
      }),
    )
  })
})

describe('a box', () => {
  it('is drawn from any corner, and a slip of the hand is none', () => {
    const box = boxBetween({ x: 0.4, y: 0.5 }, { x: 0.2, y: 0.1 })
    expect(box?.x).toBeCloseTo(0.2)
    expect(box?.height).toBeCloseTo(0.4)
    expect(boxBetween({ x: 0.4, y: 0.5 }, { x: 0.401, y: 0.7 })).toBeNull()
  })

  it('stays inside the picture, however it is drawn, moved or made by key', () => {
    const any = fc.double({ min: -2, max: 3, noNaN: true })
    const inside = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
      x >= 0 && y >= 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9
    fc.assert(
      fc.property(any, any, any, any, (x, y, width, height) => {
        const drawn = boxBetween({ x, y }, { x: width, y: height })
        expect(drawn === null || inside(drawn)).toBe(true)
        expect(inside(boxMoved(boxFor(0, 1), { x, y, width, height }))).toBe(true)
      }),
    )
    expect([0, 1, 2].map((at) => inside(boxFor(at, 3)))).toEqual([true, true, true])
  })
})
