import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, linesOf, stepDown } from '../../../src/renderer/features/photo/wall'

const months = [
  { month: '2025-12', count: 5 },
  { month: '2025-11', count: 2 },
]

describe('the lines of the photo wall', () => {
  it('begin each month anew, however many photos stand side by side', () => {
    expect(linesOf(months, 4)).toEqual([
      { month: '2025-12', count: 5 },
      { first: 0, count: 4 },
      { first: 4, count: 1 },
      { month: '2025-11', count: 2 },
      { first: 5, count: 2 },
    ])
  })

  it('go up and down in the same column, over the heads of months', () => {
    const lines = linesOf(months, 4)
    expect(stepDown(lines, 1, 1)).toBe(4)
    expect(stepDown(lines, 4, 1)).toBe(5)
    expect(stepDown(lines, 6, -1)).toBe(4)
    expect(stepDown(lines, 0, -1)).toBe(0)
    expect(stepDown(lines, 6, 1)).toBe(6)
  })

  it('hold every photo once, and each is found on its line', () => {
    const some = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (counts, columns) => {
        const lines = linesOf(
          counts.map((count, at) => ({ month: `20${10 + at}`, count })),
          columns,
        )
        const total = counts.reduce((sum, count) => sum + count, 0)
        for (let photo = 0; photo < total; photo++) {
          const line = lines[lineOf(lines, photo)]
          expect(line && 'first' in line && photo >= line.first && photo < line.first + line.count).toBe(true)
        }
      }),
    )
  })
})
