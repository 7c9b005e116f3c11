import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordTable } from '#core/text/word-table'
import { wordPattern, wordsOf } from '#core/text/words'
import { text } from './arbitraries'

const pieces = fc.oneof(
  text,
  fc.constantFrom("H'Hen ", 'K’Brêu', "o'", "'a", "a'𝒜b", '𝒜', '1’a', '\u0301a', "a''b", '\ud835'),
)
const texts = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''))

it('sees the words of a text as wordsOf does, one number for each distinct one', () => {
  const table = new WordTable(new RegExp(wordPattern))
  fc.assert(
    fc.property(texts, (source) => {
      const numbers = new Map<string, number>()
      const seen = Array.from({ length: table.scan(source) }, (_, at) => {
        const number = table.numbers[at]!
        const word = table.word(number)
        expect(numbers.get(word) ?? number).toBe(number)
        numbers.set(word, number)
        return { text: word, start: table.starts[at], end: table.ends[at] }
      })
      expect(seen).toEqual(wordsOf(source))
    }),
  )
})

it('keeps every word apart when it grows, and starts over between texts', () => {
  const table = new WordTable(new RegExp(wordPattern))
  const many = Array.from({ length: 70_000 }, (_, nth) => `từ${nth}`)
  const words = Array.from({ length: table.scan(many.join(' ')) }, (_, at) => table.word(table.numbers[at]!))
  expect(words).toEqual(many)
  const before = table.generation
  table.makeRoom()
  expect(table.generation).toBe(before + 1)
  expect(table.scan('hoá')).toBe(1)
  expect(table.word(table.numbers[0]!)).toBe('hoá')
})
