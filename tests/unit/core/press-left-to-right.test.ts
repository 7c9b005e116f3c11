import { describe, expect, it } from 'vitest'
import { namesLeftToRight, type OrderWords, tellsOrder } from '#core/press/left-to-right'
import captions from '#resources/vocabulary/captions.json'
import honorifics from '#resources/vocabulary/honorifics.json'

const words: OrderWords = {
  markers: captions.leftToRight,
  rows: captions.rows,
  address: [...honorifics.singular, ...honorifics.plural, ...honorifics.roles],
}
const names = (text: string) => namesLeftToRight(text, words)

describe('people from left to right', () => {
  it.each([
    [
      'Các đồng chí lãnh đạo tỉnh chủ trì kỳ họp (từ trái sang: Lò Văn Thành, Hoàng Thị Mai, Vàng A Páo).',
      ['Lò Văn Thành', 'Hoàng Thị Mai', 'Vàng A Páo'],
    ],
    [
      'Từ trái sang phải: đồng chí Lò Thị Hoà, ông Trần Văn Nam và bà Nguyễn Thị Lan',
      ['Lò Thị Hoà', 'Trần Văn Nam', 'Nguyễn Thị Lan'],
    ],
    [
      'Từ trái qua, hàng trước: Lò Thị Hoà, Bí thư Tỉnh uỷ; Trần Văn Nam, Chủ tịch HĐND tỉnh. Ảnh: Đức Anh',
      ['Lò Thị Hoà', 'Trần Văn Nam'],
    ],
    ['Từ trái sang: Lò Thị Hoà (Bí thư), Y Thanh Hà Niê Kđăm', ['Lò Thị Hoà', 'Y Thanh Hà Niê Kđăm']],
    ['Lò Thị Hoà\nTrần Văn Nam', ['Lò Thị Hoà', 'Trần Văn Nam']],
    ['Quang cảnh kỳ họp.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('is told where a caption gives an order', () => {
    expect(tellsOrder('Từ trái sang: A', words)).toBe(true)
    expect(tellsOrder('Đường từ xã sang huyện', words)).toBe(false)
  })

  it('reads letters put together from parts', () => {
    expect(names('Từ trái sang: Lò Thị Hoà'.normalize('NFD'))).toEqual(['Lò Thị Hoà'])
  })
})
