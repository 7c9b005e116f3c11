import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesFor, rowsOf } from '#core/pictures/rows'
import type { Placed } from '#core/press/order/read'

const head = (x: number, y: number, size = 0.08) => ({ x, y, width: size, height: size })
const place = (name: string, from: Placed['from'], nth: number, row: number | null = null): Placed => ({
  name,
  office: '',
  row,
  from,
  nth,
})
const list = (names: string, row: number | null = null, from: Placed['from'] = 'left') =>
  [...names].map((name, at) => place(name, from, at + 1, row))

/** Two rows as on a stage: those behind stand higher, and between the others. */
const front = [head(0.1, 0.6), head(0.4, 0.62), head(0.7, 0.59)]
const back = [head(0.25, 0.35), head(0.55, 0.33)]

describe('people in rows', () => {
  it('are parted by the heights of their heads, the front row first', () => {
    expect(rowsOf([...back, ...front])).toEqual([front, back])
    expect(rowsOf([...front, ...back], 2)).toEqual([front, back])
  })

  it('stand in one row where nobody stands a head higher', () => {
    expect(rowsOf(front)).toEqual([front])
    expect(rowsOf([])).toEqual([])
  })

  it('keep everyone, each once', () => {
    const box = fc.record({
      x: fc.double({ min: 0, max: 0.9, noNaN: true }),
      y: fc.double({ min: 0, max: 0.9, noNaN: true }),
      width: fc.constant(0.05),
      height: fc.constant(0.05),
    })
    fc.assert(
      fc.property(fc.array(box), fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), (boxes, count) => {
        const rows = rowsOf(boxes, count)
        expect(rows.flat()).toHaveLength(boxes.length)
        if (count) expect(rows.length).toBeLessThanOrEqual(count)
      }),
    )
  })
})

describe('boxes for the people of a caption', () => {
  const row = [head(0.7, 0.3), head(0.1, 0.32), head(0.4, 0.28)]

  it('are taken from left to right, or from the right', () => {
    expect(boxesFor(row, list('ABC'))).toEqual([1, 2, 0])
    expect(boxesFor(row, list('ABC', null, 'right'))).toEqual([0, 2, 1])
  })

  it('are those of the row that is named', () => {
    const boxes = [...back, ...front]
    expect(boxesFor(boxes, [...list('ABC', 1), ...list('DE', 99)])).toEqual([2, 3, 4, 0, 1])
    expect(boxesFor(boxes, [...list('DE', 99, 'right'), ...list('ABC', 1)])).toEqual([1, 0, 2, 3, 4])
    // A row that was not named is the one in front.
    expect(boxesFor(boxes, [...list('ABC'), ...list('DE', 99)])).toEqual([2, 3, 4, 0, 1])
  })

  it('are counted for single people', () => {
    expect(boxesFor(row, [place('A', 'left', 2)])).toEqual([2])
    expect(boxesFor(row, [place('A', 'right', 1), place('B', 'left', 1), place('C', 'middle', 1)])).toEqual([0, 1, 2])
  })

  it('are the foremost where more faces were found than names', () => {
    const passers = [head(0.25, 0.2, 0.02), head(0.9, 0.25, 0.02)]
    expect(boxesFor([...passers, ...row], list('ABC'))).toEqual([3, 4, 2])
  })

  it('are wanting where there are more names, and never given twice', () => {
    expect(boxesFor([head(0.1, 0.3)], list('AB'))).toEqual([0, null])
    expect(boxesFor([head(0.1, 0.3)], [place('A', 'left', 1), place('B', 'right', 1)])).toEqual([0, null])
    expect(boxesFor([], list('AB'))).toEqual([null, null])
  })
})
