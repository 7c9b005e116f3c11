import { describe, expect, it } from 'vitest'
import { readOrder } from '#core/press/order/read'
import { orderWords } from '#core/press/order/words'
import { orderSentence, withOrderSentence } from '#core/press/order/write'
import type { VocabularyData } from '#core/press/vocabulary-data'
import captions from '#resources/vocabulary/captions.json'
import honorifics from '#resources/vocabulary/honorifics.json'
import provinces from '#resources/vocabulary/provinces.json'
import surnames from '#resources/vocabulary/surnames.json'
import units from '#resources/vocabulary/units.json'

const words = orderWords({ captions, honorifics, provinces, surnames, units } as unknown as VocabularyData)
const one = (name: string, office = '') => ({ name, office })
const hoa = one('Lò Thị Hoà', 'Phó Chủ tịch HĐND tỉnh')
const nam = one('Trần Văn Nam', 'Giám đốc Sở Y tế')
const write = (...rows: { name: string; office: string }[][]) => orderSentence(rows, captions.writing)

describe('the sentence of order', () => {
  it.each([
    [[[hoa, nam]], 'Từ trái sang: Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh; Trần Văn Nam, Giám đốc Sở Y tế.'],
    [[[one('Lò Thị Hoà'), one('Trần Văn Nam')]], 'Từ trái sang: Lò Thị Hoà, Trần Văn Nam.'],
    [[[hoa, one('Hà Bền')]], 'Từ trái sang: Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh; Hà Bền.'],
    [
      [[one('Lò Thị Hoà')], [one('Trần Văn Nam'), one('Hà Bền')]],
      'Từ trái sang, hàng trước: Lò Thị Hoà; hàng sau: Trần Văn Nam, Hà Bền.',
    ],
    [[[]], ''],
  ])('%j', (rows, expected) => {
    expect(write(...rows)).toBe(expected)
  })

  it('is read back as it was written, in one row and in three', () => {
    const read = readOrder(write([hoa, nam], [one('Hà Văn Bền')], [one('Vàng Seo Tủa')]), words)
    expect(read.map(({ name, row, nth }) => [name, row, nth])).toEqual([
      ['Lò Thị Hoà', 1, 1],
      ['Trần Văn Nam', 1, 2],
      ['Hà Văn Bền', 50, 1],
      ['Vàng Seo Tủa', 99, 1],
    ])
    expect(readOrder(write([hoa, nam]), words)).toMatchObject([hoa, nam])
  })
})

describe('a caption with the sentence', () => {
  const sentence = 'Từ trái sang: A Páo, Hà Bền.'
  it.each([
    ['', sentence],
    ['Khai mạc kỳ họp', `Khai mạc kỳ họp. ${sentence}`],
    ['Khai mạc kỳ họp.', `Khai mạc kỳ họp. ${sentence}`],
    ['Từ trái sang: Lò Thị Hoà, Trần Văn Nam.', sentence],
    [
      'Khai mạc kỳ họp. Từ trái sang: Lò Thị Hoà, Trần Văn Nam. Kỳ họp bế mạc chiều cùng ngày.',
      `Khai mạc kỳ họp. ${sentence} Kỳ họp bế mạc chiều cùng ngày.`,
    ],
    [
      'Lãnh đạo tỉnh chủ trì kỳ họp (từ trái sang: Lò Thị Hoà, Trần Văn Nam).',
      `Lãnh đạo tỉnh chủ trì kỳ họp. ${sentence}`,
    ],
    ['Lãnh đạo tỉnh (từ trái sang): Lò Thị Hoà, Trần Văn Nam', `Lãnh đạo tỉnh. ${sentence}`],
    ['Hàng trước: Lò Thị Hoà. Hàng sau: Trần Văn Nam.', sentence],
  ])('%s', (caption, expected) => {
    expect(withOrderSentence(caption, sentence, words)).toBe(expected)
    // Written twice it stands once.
    expect(withOrderSentence(expected, sentence, words)).toBe(expected)
  })
})
