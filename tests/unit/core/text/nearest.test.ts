import { describe, expect, it } from 'vitest'
import { editDistance, nameKey, nearestName } from '#core/text/nearest'

describe('names of placeholders', () => {
  it('are one with or without marks, in any case and way of joining words', () => {
    const all = ['Tiêu đề', 'tieu_de', 'TIÊU-ĐỀ', 'Tiêu đề'.normalize('NFD'), ' tiêu  đề ']
    expect(new Set(all.map(nameKey))).toEqual(new Set(['tieu de']))
  })
  it('find the one that was meant, or none', () => {
    const known = ['tiêu đề', 'tác giả', 'chú thích', 'ngày']
    expect(nearestName('tieu dee', known)).toBe('tiêu đề')
    expect(nearestName('chu thihc', known)).toBe('chú thích')
    expect(nearestName('ngày đăng', known)).toBe('ngày')
    expect(nearestName('quốc hiệu', known)).toBeNull()
    expect(nearestName('', known)).toBeNull()
  })
  it('count letters put in, taken out, replaced and swapped', () => {
    expect([
      editDistance('abc', 'abc'),
      editDistance('abc', 'acb'),
      editDistance('', 'abc'),
      editDistance('abc', 'xbc'),
    ]).toEqual([0, 1, 3, 1])
  })
})
