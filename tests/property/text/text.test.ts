import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, compareVi } from '#core/text/collate'
import { fold } from '#core/text/fold'
import { findMarks } from '#core/text/highlight'
import { cleanText } from '#core/text/normalise'
import { parseSyllable, placeTone, repairTones, withToneStyle } from '#core/text/syllable'
import { fileNameFrom, wordsOf } from '#core/text/words'
import { text, vietnameseWord } from './arbitraries'

describe('tone placement', () => {
  it('comes to rest and keeps the syllable', () => {
    fc.assert(
      fc.property(vietnameseWord, fc.constantFrom('new' as const, 'old' as const), (word, style) => {
        const placed = placeTone(word, style)
        expect(placeTone(placed, style)).toBe(placed)
        expect(parseSyllable(placed)).toEqual(parseSyllable(word))
        expect(fold(placed, 'tone')).toBe(fold(word, 'tone'))
      }),
    )
  })

  it('never touches text that has no misplaced tone', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('new' as const, 'old' as const), (source, style) => {
        const styled = withToneStyle(source, style)
        expect(repairTones(styled)).toBe(styled)
      }),
    )
  })
})

describe('cleanText', () => {
  it('leaves no invisible or control character and only NFC', () => {
    fc.assert(
      fc.property(text, (source) => {
        const clean = cleanText(source)
        expect(clean).not.toMatch(/[\u00AD\u200B-\u200F\u2060\uFEFF\r\0\u00A0]/)
        expect(clean).toBe(clean.normalize('NFC'))
        expect(clean).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})

describe('order', () => {
  it.each([compareVi, compareNames])('is total: %o', (compare) => {
    fc.assert(
      fc.property(fc.tuple(text, text, text), ([a, b, c]) => {
        expect(Math.sign(compare(a, b))).toBe(0 - Math.sign(compare(b, a)))
        expect(compare(a, a)).toBe(0)
        const [x, y, z] = [a, b, c].sort(compare)
        expect(compare(x!, z!)).toBeLessThanOrEqual(0)
        expect(compare(y!, z!)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('words, marks and file names', () => {
  it('words stand where they say, in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        let end = 0
        for (const word of wordsOf(source)) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(source.slice(word.start, word.end)).toBe(word.text)
          end = word.end
        }
      }),
    )
  })

  it('every word of a text is found in it, typed with or without marks', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const word of wordsOf(source)) {
          for (const typed of [word.text, fold(word.text, 'bare')]) {
            if (wordsOf(typed).length === 0) continue
            const marks = findMarks(source, [typed], { prefix: false })
            expect(marks.some(([start, end]) => start <= word.start && word.end <= end)).toBe(true)
          }
        }
      }),
    )
  })

  it('marks are ordered, apart and inside the text', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (source, query) => {
        let end = -1
        for (const mark of findMarks(source, query)) {
          expect(mark[0]).toBeGreaterThan(end)
          expect(mark[1]).toBeGreaterThan(mark[0])
          end = mark[1]
        }
        expect(end).toBeLessThanOrEqual(source.length)
      }),
    )
  })

  it('file names are safe and bounded, and name themselves', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 200 }), (source, maxBytes) => {
        const name = fileNameFrom(source, { maxBytes })
        expect(name).not.toMatch(/[<>:"/\\|?*\0-\x1F\x7F]|[. ]$|^[. ]/)
        expect(name).not.toBe('')
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(maxBytes)
        expect(fileNameFrom(name, { maxBytes })).toBe(name)
        expect(fileNameFrom(source.normalize('NFD'), { maxBytes })).toBe(name)
      }),
    )
  })
})
