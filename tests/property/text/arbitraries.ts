import fc from 'fast-check'
import { toneMarks } from '#core/text/letters'

const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY']
const marks = ['', '', '', ...Object.values(toneMarks)]

/** Letters of Vietnamese with any tone anywhere: syllables, near-syllables and nonsense. */
export const vietnameseWord = fc
  .array(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...marks)), { minLength: 1, maxLength: 8 })
  .map((pairs) => pairs.map(([letter, mark]) => letter + mark).join(''))

const between = fc.constantFrom(' ', ', ', '\n', '-', '/', '–', '“', '\u00A0', '\u200B', '\u00AD', ' 08/7/2024 ', '. ')

/** Running text: words, punctuation, invisible characters, and now and then any Unicode at all. */
export const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: vietnameseWord },
      { weight: 4, arbitrary: between },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''))
