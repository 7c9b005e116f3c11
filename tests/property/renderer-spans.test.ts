import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftSpans } from '../../src/renderer/text/spans'

const where = { part: 'body', index: 0 } as const

/** A text, a span in it, and an edit that replaces a stretch by other words. */
const edits = fc
  .record({
    text: fc.string({ minLength: 1, maxLength: 40 }),
    put: fc.string({ maxLength: 8 }),
    at: fc.infiniteStream(fc.nat()),
  })
  .map(({ text, put, at }) => {
    const number = (below: number) => (at.next().value as number) % (below + 1)
    const [a, b, c, d] = [number(text.length), number(text.length), number(text.length), number(text.length)]
    const span = { ...where, start: Math.min(a, b), end: Math.max(a, b) }
    const [from, to] = [Math.min(c, d), Math.max(c, d)]
    return { text, span, after: text.slice(0, from) + put + text.slice(to) }
  })

describe('a span while its text is edited', () => {
  it('never leaves the text, and holds the same words unless the edit was inside it', () => {
    fc.assert(
      fc.property(edits, ({ text, span, after }) => {
        for (const moved of shiftSpans([span], where, text, after)) {
          expect(moved.start).toBeGreaterThanOrEqual(0)
          expect(moved.end).toBeLessThanOrEqual(after.length)
          const grown = moved.end - moved.start - (span.end - span.start)
          if (grown === 0 && moved.start !== span.start) {
            expect(after.slice(moved.start, moved.end)).toBe(text.slice(span.start, span.end))
          } else if (grown !== 0) {
            expect(grown).toBe(after.length - text.length)
          }
        }
      }),
    )
  })
})
