import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Region, Turn } from '#core/model/photo'
import {
  type CopyShape,
  type Orientation,
  orientationTurned,
  regionAsStored,
  regionCropped,
  regionFromCopy,
  regionInCopy,
  regionUpright,
} from '#core/pictures/regions'
import { regionShown } from '#core/pictures/turn'

const part = fc.double({ min: 0.01, max: 0.49, noNaN: true })
const region = fc.record({ x: part, y: part, width: part, height: part })
const orientation = fc.constantFrom<Orientation>(1, 2, 3, 4, 5, 6, 7, 8)
const turn = fc.constantFrom<Turn>(0, 90, 180, 270)

function expectAlike(a: Region | null, b: Region): void {
  expect(a).not.toBeNull()
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(a![side]).toBeCloseTo(b[side], 9)
}

describe('regions of copies', () => {
  it('stored and seen upright again are what they were', () => {
    fc.assert(
      fc.property(region, orientation, (box, how) => expectAlike(regionUpright(regionAsStored(box, how), how), box)),
    )
  })

  it('a picture turned by its orientation shows a region where turning the picture shows it', () => {
    fc.assert(
      fc.property(region, orientation, turn, (box, how, by) => {
        const stored = regionAsStored(box, how)
        expectAlike(regionUpright(stored, orientationTurned(how, by)), regionShown(box, by))
      }),
    )
  })

  it('turned all round, an orientation is the same', () => {
    fc.assert(
      fc.property(orientation, turn, (how, by) => {
        const back = ((360 - by) % 360) as Turn
        expect(orientationTurned(orientationTurned(how, by), back)).toBe(how)
      }),
    )
  })

  it('in a copy that shows all of it, and back in the original, is what it was', () => {
    fc.assert(
      fc.property(region, turn, part, part, (box, turned, left, top) => {
        const shown = regionShown(box, turned)
        // A piece around the region, somewhat larger.
        const crop = {
          x: shown.x * left,
          y: shown.y * top,
          width: shown.x * (1 - left) + shown.width,
          height: shown.y * (1 - top) + shown.height,
        }
        const shape: CopyShape = { turned, crop }
        const inCopy = regionInCopy(box, shape)
        expect(inCopy).not.toBeNull()
        expectAlike(regionFromCopy(inCopy!, shape), box)
      }),
    )
  })

  it('never sticks out of a piece, and is not in it where little of it is left', () => {
    fc.assert(
      fc.property(region, region, (box, crop) => {
        const inside = regionCropped(box, crop)
        if (!inside) return
        expect(inside.x).toBeGreaterThanOrEqual(0)
        expect(inside.y).toBeGreaterThanOrEqual(0)
        expect(inside.x + inside.width).toBeLessThanOrEqual(1 + 1e-9)
        expect(inside.y + inside.height).toBeLessThanOrEqual(1 + 1e-9)
        const kept = inside.width * crop.width * inside.height * crop.height
        expect(kept).toBeGreaterThanOrEqual(0.25 * box.width * box.height - 1e-9)
      }),
    )
    expect(
      regionCropped({ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }, { x: 0.28, y: 0, width: 0.5, height: 1 }),
    ).toBeNull()
  })
})
