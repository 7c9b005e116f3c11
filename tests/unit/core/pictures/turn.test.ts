import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '#core/model/photo'
import { regionShown, regionStored, shownMeasures, turnedOn } from '#core/pictures/turn'

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.1 }

describe('a turned photo', () => {
  it('turns by quarters either way', () => {
    expect([0, 90, 180, 270].map((turn) => turnedOn(turn as Turn, 1))).toEqual([90, 180, 270, 0])
    expect([0, 90, 180, 270].map((turn) => turnedOn(turn as Turn, -1))).toEqual([270, 0, 90, 180])
  })

  it('changes its measures with a quarter', () => {
    expect(shownMeasures({ width: 600, height: 400, turned: 90 })).toEqual({ width: 400, height: 600 })
    expect(shownMeasures({ width: 600, height: 400, turned: 180 })).toEqual({ width: 600, height: 400 })
    expect(shownMeasures({ width: 600, height: 400 })).toEqual({ width: 600, height: 400 })
  })

  it('carries its boxes along: what was left above is right above after a quarter clockwise', () => {
    const shown = regionShown(box, 90)
    expect(shown.x).toBeCloseTo(0.7)
    expect(shown.y).toBeCloseTo(0.1)
    expect([shown.width, shown.height]).toEqual([0.1, 0.3])
  })

  it('stores what was drawn as it lies in the file', () => {
    const part = fc.double({ min: 0, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom<Turn>(0, 90, 180, 270), part, part, part, part, (turn, x, y, width, height) => {
        const back = regionStored(regionShown({ x, y, width, height }, turn), turn)
        expect(back.x).toBeCloseTo(x)
        expect(back.y).toBeCloseTo(y)
        expect(back.width).toBeCloseTo(width)
        expect(back.height).toBeCloseTo(height)
      }),
    )
  })
})
