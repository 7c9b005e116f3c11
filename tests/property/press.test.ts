import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadingJson, toContract } from '#core/press/contract'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import { SourceBlock, type SourceText } from '#core/press/source'
import { cleanText } from '#core/text/normalise'
import { vocabulary } from '#tests/bench/vocabulary'

/** Pieces the reader has rules for, thrown together in any order. */
const pieces = fc.constantFrom(
  ...[
    'đồng chí',
    'các đồng chí:',
    'Phó Chủ tịch',
    'HĐND tỉnh',
    'Nguyễn Văn',
    'Lò Thị Ún',
    'xã',
    'Nà Tông',
    'các xã',
    ',',
    ';',
    '.',
    ':',
    '(',
    ')',
    '“',
    '”',
    '-',
    '–',
    'và',
    'của',
  ],
  ...[
    'Nghị quyết số',
    '12/NQ-HĐND',
    '35-CT/TW',
    'ngày',
    '12/3',
    '8/7/2024',
    'Luật',
    'Đất đai',
    'trao',
    'Bằng khen',
    'cho',
    'Hội nghị',
    'tổ chức',
    'tại',
    'Ảnh:',
    'Tin, ảnh:',
    'Tin liên quan',
    'Sáng',
    '\n',
    '\n\n\n',
    'Đoàn giám sát',
    'Ban Pháp chế',
    'Huy hiệu',
    '40',
    'năm',
    'tuổi',
    'Đảng',
  ],
)
const bait = fc
  .array(fc.oneof({ weight: 6, arbitrary: pieces }, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 120 })
  .map((parts) => parts.join(' '))

const block = fc.record({
  kind: fc.constantFrom(...SourceBlock.shape.kind.options),
  text: bait,
  gap: fc.nat(3),
  bold: fc.option(fc.boolean(), { nil: undefined }),
  italic: fc.option(fc.boolean(), { nil: undefined }),
  role: fc.option(fc.constantFrom('title', 'lede', 'caption', 'byline', 'date', 'furniture'), { nil: undefined }),
  picture: fc.option(fc.nat(5), { nil: undefined }),
}) as fc.Arbitrary<SourceBlock>

const source: fc.Arbitrary<SourceText> = fc.oneof(
  bait.map((text) => sourceFromText(text, 'paste')),
  fc.record({
    origin: fc.constantFrom('html', 'word'),
    blocks: fc.array(block, { maxLength: 12 }),
    meta: fc.constant({}),
  }) as fc.Arbitrary<SourceText>,
)

describe('reading any text', () => {
  it('gives a reading in the form of the contract', () => {
    fc.assert(
      fc.property(source, (given) => void ReadingJson.parse(toContract(readPress(given, vocabulary), 'a.txt'))),
      { numRuns: 150 },
    )
  })

  it('points with every span at words that stand there', () => {
    fc.assert(
      fc.property(source, (given) => {
        const reading = readPress(given, vocabulary)
        const found = [reading.people, reading.organizations, reading.places, reading.documents, reading.awards].flat()
        for (const { spans, confidence } of [...found, ...(reading.event ? [reading.event] : [])]) {
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(spans.length).toBeGreaterThan(0)
          for (const span of spans) {
            const text = {
              title: reading.title,
              lede: reading.lede ?? '',
              body: reading.body[span.index]?.text ?? '',
              caption: reading.captions[span.index]?.text ?? '',
              byline: '',
              furniture: '',
            }[span.part]
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
          }
        }
        for (const { value, spans } of reading.people) {
          const [first] = spans
          if (first?.part === 'body')
            expect(value.name).toContain(
              reading.body[first.index]?.text.slice(first.start, first.end).split(' ').at(-1) ?? '',
            )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is the same for composed and decomposed letters', () => {
    fc.assert(
      fc.property(bait, (text) => {
        const read = (given: string) => toContract(readPress(sourceFromText(given, 'text'), vocabulary), 'a.txt')
        const clean = cleanText(text)
        expect(read(clean.normalize('NFD'))).toEqual(read(clean))
      }),
      { numRuns: 80 },
    )
  })
})

/** A second, and as much again for a cold start on a machine that does other things. */
const LIMIT_MS = 2000

describe('the time reading takes', () => {
  const cpuMs = (work: () => unknown): number => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const read = (text: string) => readPress(sourceFromText(`Tin hoạt động\n\n${text}`, 'text'), vocabulary)
  const word = (i: number) => `A${[...i.toString(8)].map((digit) => 'bcdghklm'[Number(digit)]).join('')}`
  const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

  it.each([
    'đồng chí Nguyễn Văn A, Phó Chủ tịch HĐND tỉnh; ',
    'Phó Chủ tịch HĐND tỉnh, ',
    'trao Huy hiệu 40 năm, 30 năm tuổi Đảng cho ông Lò Văn Ún ',
    'Nghị quyết số 12/NQ-HĐND, ',
    'các xã Nà Tông, Khe Mo, ',
    'Ban Pháp chế của HĐND tỉnh ',
    'ngày 12/3, 8 và 9/7 ',
    'Nguyễn ',
    '“(',
    'a',
  ])('stays within bounds for half a megabyte of "%s"', (piece) => {
    expect(cpuMs(() => read(filled(piece, 500_000)))).toBeLessThan(LIMIT_MS)
  })

  it.each([
    ['the same', () => 'Ảnh: A'],
    ['with a number', (i: number) => `Dòng ${i}`],
    ['capital', (i: number) => `TIN ${i}`],
  ])('stays within bounds for a hundred thousand short lines, each %s', (_name, line) => {
    const text = Array.from({ length: 100_000 }, (_, i) => line(i)).join('\n')
    expect(cpuMs(() => read(text))).toBeLessThan(LIMIT_MS)
  })

  // What is found once must not be compared with all that was found before.
  it.each([
    ['with another person', (i: number) => `ông Lê ${word(i)} ${word(i >> 4)} Anh`],
    ['with another post', (i: number) => `ông Lê Anh, Chủ tịch UBND xã ${word(i)}`],
    ['with another place', (i: number) => `xã Tân ${word(i)}`],
    ['with another paper', (i: number) => `Công văn số ${i}/UBND-VX`],
    ['with another award', (i: number) => `trao Bằng khen ${word(i)}`],
  ])('stays within bounds for twenty thousand lines, each %s', (_name, line) => {
    const text = Array.from({ length: 20_000 }, (_, i) => line(i)).join('\n')
    expect(cpuMs(() => read(text))).toBeLessThan(LIMIT_MS)
  })

  it('stays within bounds for deep nesting', () => {
    for (const [open, close] of ['()', '“”', '[]']) {
      const depth = 50_000
      expect(cpuMs(() => read(`Lễ ${open!.repeat(depth)}Hội nghị${close!.repeat(depth)}`))).toBeLessThan(LIMIT_MS)
    }
  })

  it('stays within bounds for any few pieces over and over', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (some) => {
        expect(cpuMs(() => read(filled(`${some.join(' ')} `, 100_000)))).toBeLessThan(LIMIT_MS)
      }),
      { numRuns: 25 },
    )
  })

  it('stays within bounds for an article of a megabyte', () => {
    const paragraph =
      'Phát biểu tại hội nghị, đồng chí Hà Thị Dịu, Phó Chủ tịch HĐND tỉnh đề nghị UBND xã Nà Tông thực hiện Nghị quyết số 12/NQ-HĐND ngày 02/5/2024 của HĐND tỉnh về hỗ trợ làm đường.\n\n'
    expect(cpuMs(() => read(filled(paragraph, 1_000_000)))).toBeLessThan(LIMIT_MS)
  })
})
