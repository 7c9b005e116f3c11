import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assigned } from '#operations/intake/assign'

/** The greatest sum, by trying everything. */
function greatest(scores: number[][], row = 0, taken: ReadonlySet<number> = new Set()): number {
  const own = scores[row]
  if (!own) return 0
  const without = greatest(scores, row + 1, taken)
  return own.reduce(
    (most, score, column) =>
      taken.has(column) || score <= 0
        ? most
        : Math.max(most, score + greatest(scores, row + 1, new Set([...taken, column]))),
    without,
  )
}

describe('assigned', () => {
  it('finds the greatest sum, each column once', () => {
    const score = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 100 }).map((value) => value / 100),
    )
    const table = fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(score, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(table, (scores) => {
        const { columns, total } = assigned(scores)
        const used = columns.filter((column) => column >= 0)
        expect(new Set(used).size).toBe(used.length)
        expect(columns.reduce((sum, column, row) => sum + (scores[row]?.[column] ?? 0), 0)).toBeCloseTo(total)
        expect(total).toBeCloseTo(greatest(scores))
      }),
    )
  })

  it('gives up the best pair where another would go without', () => {
    expect(
      assigned([
        [0.9, 0.85],
        [0.88, 0],
      ]).columns,
    ).toEqual([1, 0])
  })
})
