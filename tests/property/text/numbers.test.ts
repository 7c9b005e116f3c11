import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberInWords } from '#core/text/numbers'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales: Record<string, number> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 }

/** Reads number words by the grammar of the language: an own reader, so that the writer is not checked by itself. */
function read(words: string): number {
  let total = 0
  let group = 0
  let digit = 0
  for (const word of words.split(' ')) {
    if (word === 'trăm') {
      group += digit * 100
      digit = 0
    } else if (word === 'mươi' || word === 'mười') {
      group += (word === 'mười' ? 1 : digit) * 10
      digit = 0
    } else if (word === 'tỷ') {
      total = (total + group + digit) * 1e9
      group = 0
      digit = 0
    } else if (scales[word]) {
      total += (group + digit) * scales[word]
      group = 0
      digit = 0
    } else if (word !== 'linh') {
      digit = { mốt: 1, tư: 4, lăm: 5 }[word] ?? digits.indexOf(word)
    }
  }
  return total + group + digit
}

const numbers = fc.oneof(
  fc.nat(2_000),
  fc.maxSafeNat().map((value) => value % 1e15),
)

it('says a number that reads back as itself', () => {
  fc.assert(fc.property(numbers, (value) => read(numberInWords(value)) === value))
})

it('says mốt, tư, lăm after tens only, and linh only before the last digit', () => {
  fc.assert(
    fc.property(numbers, (value) => {
      const words = numberInWords(value)
      expect(words).not.toMatch(/mươi (một|năm)\b|(^|trăm |linh )(mốt|lăm|tư)|mười (mốt|tư|năm)( |$)/u)
      expect(words).not.toMatch(/linh \S+ (mươi|trăm)|trăm không|mươi không/u)
    }),
  )
})
