import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KhoError } from '#core/errors'
import { parseQuery } from '#core/query/parse'
import { printQuery } from '#core/query/print'

const piece = fc.constantFrom(
  ...'người: chức vụ: ngay: nơi: loại: ảnh: hội nghị Ủy "hội nghị" "chưa xong “trích” OR hoặc | - -tin -" " : .. 2024'.split(
    ' ',
  ),
  ...[
    '8/7/2024..',
    '..2024',
    '1/2024..3/2024',
    '31/2/2024',
    '187/BC-BPC',
    "H'Hen",
    '   ',
    'e\u0301',
    '\u200B',
    '(',
    '*',
  ],
)
const texts = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 40, unit: 'binary' }),
)

describe('the language of searches', () => {
  it('understands any text or says what is wrong with it, and where', () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parseQuery(text)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(KhoError)
          const { code, args } = thrown as KhoError
          expect(code).toBe('query-invalid')
          expect(Number(args.at)).toBeGreaterThan(0)
          expect(Number(args.at)).toBeLessThanOrEqual(text.normalize('NFC').length)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads what it prints as the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let query: ReturnType<typeof parseQuery>
        try {
          query = parseQuery(text)
        } catch {
          return
        }
        expect(parseQuery(printQuery(query))).toEqual(query)
      }),
      { numRuns: 2_000, examples: [['chức .. vụ:'], ['-chức .. vụ: Chủ tịch']] },
    )
  })
})
