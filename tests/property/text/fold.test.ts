import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, fold, foldWithMap, rungs } from '#core/text/fold'
import { sameTextKey } from '#core/text/folded-words'
import { findMarks } from '#core/text/highlight'
import { clustersOf } from '#core/text/letters'
import { cleanText } from '#core/text/normalise'
import { fileNameFrom } from '#core/text/words'
import { text } from './arbitraries'

describe.each(rungs)('fold to %s', (rung) => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(fold(fold(source, rung), rung)).toBe(fold(source, rung))
      }),
    )
  })

  it('is the same for NFC and NFD', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(fold(source.normalize('NFD'), rung)).toBe(fold(source.normalize('NFC'), rung))
      }),
    )
  })

  it('maps every unit, in order, to the start of a letter', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { folded, map } = foldWithMap(source, rung)
        expect(folded).toBe(fold(source, rung))
        expect(map).toHaveLength(folded.length + 1)
        expect(map.at(-1)).toBe(source.length)
        for (let index = 1; index < map.length; index++) expect(map[index]!).toBeGreaterThanOrEqual(map[index - 1]!)
      }),
    )
  })

  it('keeps each folded letter with its own letter', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { folded, map } = foldWithMap(source, rung)
        let at = 0
        for (const cluster of clustersOf(folded)) {
          const original = source.slice(map[at], map[at + cluster.length])
          // Letter by letter, out of its syllable, i and y are all that may differ.
          expect(fold(original, 'bare').replace('y', 'i')).toBe(fold(cluster, 'bare').replace('y', 'i'))
          at += cluster.length
        }
      }),
    )
  })
})

describe('the ladder', () => {
  it('never parts on a higher rung what a lower one joined', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const [index, rung] of rungs.entries()) {
          for (const higher of rungs.slice(index + 1)) {
            expect(fold(fold(source, rung), higher)).toBe(fold(source, higher))
          }
        }
      }),
    )
  })
})

describe('keys', () => {
  it('are stable and the same for NFC and NFD', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const key of [comparable, sameTextKey, cleanText]) {
          expect(key(key(source))).toBe(key(source))
          expect(key(source.normalize('NFD'))).toBe(key(source.normalize('NFC')))
        }
      }),
    )
  })
})

describe('long texts', { timeout: 30_000 }, () => {
  // Processor time, so that a busy machine does not count. Ten times the text must cost far less than
  // a hundred times as much.
  const hostile = {
    'running text': 'Huyện uỷ Chiêm Hoá tổ chức Hội nghị sơ kết, Đại hội Đảng bộ; ',
    'one word': 'hoá',
    'one letter': 'à',
    'marks only': '\u0301',
    spaces: ' ',
    invisible: '\u00AD',
    'Cyrillic twins': 'ѕố',
  }
  it.each(Object.entries(hostile))('%s', (_name, unit) => {
    const timeFor = (length: number) => {
      const source = unit.repeat(Math.ceil(length / unit.length)).normalize('NFD')
      const start = process.cpuUsage()
      foldWithMap(source, 'bare')
      sameTextKey(source)
      comparable(source)
      cleanText(source)
      fileNameFrom(source)
      findMarks(source, ['hoi nghi', 'hoa'])
      return process.cpuUsage(start).user / 1000
    }
    timeFor(5_000)
    const short = Math.max(timeFor(10_000), 5)
    expect(timeFor(100_000)).toBeLessThan(short * 60)
  })

  it('folds a megabyte', () => {
    const source = 'Huyện uỷ Chiêm Hoá tổ chức Hội nghị sơ kết, '.repeat(25_000)
    expect(foldWithMap(source, 'bare').map).toHaveLength(source.length + 1)
  })
})
