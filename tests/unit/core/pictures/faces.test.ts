import { describe, expect, it } from 'vitest'
import { eachOnce, type Face, inWhole, pieceSide, piecesOf, sameFace, wantsFineLevel } from '#core/pictures/faces'

const face = (x: number, y: number, side: number, sure = 0.9): Face => ({ x, y, width: side, height: side, sure })

describe('a picture looked at in pieces', () => {
  it.each([
    [{ width: 200, height: 100 }, 1],
    [{ width: pieceSide, height: pieceSide }, 1],
    [{ width: 640, height: 427 }, 6],
    [{ width: 1600, height: 1067 }, 40],
  ])('%j is covered by them, each overlapping the next', (whole, count) => {
    const pieces = piecesOf(whole)
    expect(pieces).toHaveLength(count)
    const covered = (x: number, y: number) =>
      pieces.some((piece) => x >= piece.x && x < piece.x + pieceSide && y >= piece.y && y < piece.y + pieceSide)
    for (const x of [0, 0.31, 0.62, 0.999]) {
      for (const y of [0, 0.45, 0.999]) expect(covered(x * whole.width, y * whole.height)).toBe(true)
    }
    const rows = [...new Set(pieces.map(({ y }) => y))]
    for (const [at, y] of rows.entries())
      if (at > 0) expect(y - (rows[at - 1] as number)).toBeLessThanOrEqual(pieceSide - 48)
  })

  it('has its faces measured in the whole, and cut ones left to the next piece', () => {
    const whole = { width: 512, height: 256 }
    const found = inWhole([face(200, 100, 60), face(100, 50, 64)], { x: 0, y: 0 }, whole)
    expect(found).toEqual([{ x: 100 / 512, y: 50 / 256, width: 64 / 512, height: 64 / 256, sure: 0.9 }])
    // At the edge of the picture itself there is no next piece.
    expect(inWhole([face(-5, 100, 60)], { x: 0, y: 0 }, whole)).toMatchObject([{ x: 0, width: 55 / 512 }])
    expect(inWhole([face(-5, 100, 60)], { x: 256, y: 0 }, whole)).toEqual([])
  })
})

describe('faces found more than once', () => {
  it('stand once, the surest, from left to right', () => {
    const found = eachOnce([face(0.5, 0.2, 0.1, 0.7), face(0.51, 0.21, 0.1, 0.95), face(0.1, 0.4, 0.1)])
    expect(found).toEqual([face(0.1, 0.4, 0.1), face(0.51, 0.21, 0.1, 0.95)])
  })

  it('are one where a small box lies in a large one, and two where they only touch', () => {
    expect(sameFace(face(0.1, 0.1, 0.2), face(0.15, 0.15, 0.08))).toBe(true)
    expect(sameFace(face(0.1, 0.1, 0.2), face(0.28, 0.1, 0.2))).toBe(false)
    expect(sameFace(face(0.1, 0.1, 0.2), face(0.3, 0.1, 0.2))).toBe(false)
  })
})

it('many small faces want a closer look, a few or large ones do not', () => {
  const many = (side: number, count: number) => Array.from({ length: count }, (_, at) => face(at / 20, 0.4, side))
  expect(wantsFineLevel(many(0.015, 12))).toBe(true)
  expect(wantsFineLevel(many(0.015, 3))).toBe(false)
  expect(wantsFineLevel(many(0.06, 12))).toBe(false)
})
