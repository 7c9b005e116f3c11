import { describe, expect, it } from 'vitest'
import { comparable, fold, foldWithMap } from '#core/text/fold'
import { sameTextKey } from '#core/text/folded-words'

describe('the folding ladder', () => {
  it.each([
    ['exact', 'Huyện uỷ Chiêm Hoá'],
    ['tone', 'huyện ủy chiêm hóa'],
    ['letters', 'huyên uy chiêm hoa'],
    ['bare', 'huyen uy chiem hoa'],
  ] as const)('%s', (rung, expected) => {
    expect(fold('Huyện uỷ Chiêm Hoá', rung)).toBe(expected)
    expect(fold('Huyện uỷ Chiêm Hoá'.normalize('NFD'), rung)).toBe(expected)
  })

  it('folds đ and the letter that looks like it', () => {
    expect(fold('Đồng chí ĐẢNG viên', 'bare')).toBe('dong chi dang vien')
    expect(fold('HÐND', 'tone')).toBe('hđnd')
    expect(fold('Đặng', 'letters')).toBe('đăng')
  })

  it('takes i for y only in open syllables after h k l m s t', () => {
    expect(fold('Kỹ thuật, tỷ lệ, liệt sỹ, hy sinh, Mỹ, Lý', 'iy')).toBe('kĩ thuật, tỉ lệ, liệt sĩ, hi sinh, mĩ, lí')
    expect(fold('tuý quý tay thủy yên y tế nylon', 'iy')).toBe('túy quý tay thủy yên y tế nylon')
    expect(fold('kỹ', 'tone')).not.toBe(fold('kĩ', 'tone'))
  })

  it('sets dashes, quotes, spaces and invisible characters equal from the second rung', () => {
    expect(fold('“Tỉnh\u00A0ủy” 2020–2025 h\u00ADội', 'tone')).toBe('"tỉnh ủy" 2020-2025 hội')
  })

  it('keeps words apart that differ in more', () => {
    for (const [a, b] of [
      ['Hạ', 'Hà'],
      ['Đoàn', 'Doãn'],
      ['đã', 'da'],
    ] as const) {
      expect(fold(a, 'tone')).not.toBe(fold(b, 'tone'))
    }
    expect(fold('Đà', 'letters')).not.toBe(fold('Da', 'letters'))
  })
})

describe('foldWithMap', () => {
  it.each(['NFC', 'NFD'] as const)('leads a hit back to the original letters (%s)', (form) => {
    const text = 'Tại Đại hội, đồng chí Hoà'.normalize(form)
    const { folded, map } = foldWithMap(text, 'bare')
    const at = folded.indexOf('dong')
    expect(text.slice(map[at], map[at + 4]).normalize('NFC')).toBe('đồng')
    const name = folded.indexOf('hoa')
    expect(text.slice(map[name], map[name + 3]).normalize('NFC')).toBe('Hoà')
    expect(map).toHaveLength(folded.length + 1)
  })

  it('counts what folding dropped', () => {
    const text = '\uFEFFHội\u200B nghị\u00AD!'
    const { folded, map } = foldWithMap(text, 'bare')
    expect(folded).toBe('hoi nghi!')
    expect(text.slice(map[0], map[3])).toBe('Hội\u200B')
    expect(text.slice(map[4], map[8])).toBe('nghị\u00AD')
  })
})

describe('keys for comparing', () => {
  it('folds case, white space, form and tone placement and nothing else', () => {
    expect(comparable('  Huyện  uỷ\nChiêm Hoá')).toBe(comparable('HUYỆN ỦY Chiêm Hóa'.normalize('NFD')))
    expect(comparable('kỹ thuật')).not.toBe(comparable('kĩ thuật'))
    expect(comparable('2020–2025')).not.toBe(comparable('2020-2025'))
    expect(comparable('Hạ')).not.toBe(comparable('Hà'))
  })

  it('finds a text again whose tones were scrambled', () => {
    expect(sameTextKey('Ngày 08/7/2024, Huyện ủy Chiêm Hóa tổ chức')).toBe(
      sameTextKey('Ngãy 08/7/2024 Huyẹn uy Chiẽm Hỏa tở chực,'),
    )
  })
})
