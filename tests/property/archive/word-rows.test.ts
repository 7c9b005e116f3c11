import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowAt, WordRowsMaker } from '#archive/index/word-rows'
import { BETWEEN, indexWords, LONGEST_START, START } from '#archive/index/words'
import { sameTextDigest } from '#core/text/folded-words'
import { hasDiacritics } from '#core/text/letters'
import { text } from '#tests/property/text/arbitraries'

const texts = fc.array(text, { minLength: 1, maxLength: 4 })

/** The same row, made the long way. */
function expected(parts: string[]): { distinct: string[]; body: string[] } {
  const marked = new Set<string>()
  const starts = new Set<string>()
  for (const part of parts) {
    for (const word of indexWords(part, 'iy')) if (hasDiacritics(word)) marked.add(word)
    for (const word of indexWords(part, 'bare')) {
      const letters = [...word]
      for (let at = 1; at <= Math.min(LONGEST_START, letters.length); at++)
        starts.add(START + letters.slice(0, at).join(''))
    }
  }
  const body = parts.flatMap((part, nth) => [...(nth > 0 ? [BETWEEN] : []), ...indexWords(part, 'bare')])
  return { distinct: [...marked, ...starts].sort(), body }
}

it('rows have every word in order, after each distinct one with its marks and the beginnings', () => {
  const maker = new WordRowsMaker()
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), fc.nat(4), (rows, digested) => {
      const digests = rows.map((row) => maker.add(row, digested))
      const made = maker.take()
      for (const [nth, row] of rows.entries()) {
        const words = new TextDecoder().decode(rowAt(made, nth)).split(' ').filter(Boolean)
        const { distinct, body } = expected(row)
        expect(words.slice(0, distinct.length).sort()).toEqual(distinct)
        expect(words.slice(distinct.length)).toEqual(body)
        expect(digests[nth]).toBe(sameTextDigest(row.slice(0, digested).join(' ')))
      }
      const vocabulary = new Set(rows.flat().flatMap((part) => indexWords(part, 'iy')))
      expect([...made.vocabulary].sort()).toEqual([...vocabulary].sort())
    }),
  )
})

it('tells once of each word where that is asked', () => {
  const maker = new WordRowsMaker(true)
  maker.add(['đất dat'])
  expect(maker.take().vocabulary).toEqual(['đất', 'dat'])
  maker.add(['dat họp'])
  expect(maker.take().vocabulary).toEqual(['họp'])
})
