import { describe, expect, it } from 'vitest'
import { cleanText, toNfc } from '#core/text/normalise'

describe('cleanText', () => {
  it('composes and removes what nobody sees', () => {
    expect(cleanText('Hội\u00AD đồng\u200B nhân\uFEFF dân\u2060'.normalize('NFD'))).toBe('Hội đồng nhân dân')
    expect(cleanText('Tỉnh\u00A0ủy')).toBe('Tỉnh ủy')
    expect(cleanText('một\r\nhai\rba\u2028bốn\vnăm')).toBe('một\nhai\nba\nbốn\nnăm')
    expect(cleanText('a\0b\x07c\td')).toBe('abc\td')
  })

  it('puts real letters for look-alikes', () => {
    expect(cleanText('HÐND tỉnh, Ðối thoại, ðồng chí')).toBe('HĐND tỉnh, Đối thoại, đồng chí')
    expect(cleanText('Văn thƣ - Lƣu trữ, CHƢƠNG, thƣ̀a')).toBe('Văn thư - Lưu trữ, CHƯƠNG, thừa')
    expect(cleanText('ngàу ѕố хác lу\u0301')).toBe('ngày số xác lý')
    expect(cleanText('cơ ѕở у tế, bác ѕĩ Сao')).toBe('cơ sở y tế, bác sĩ Cao')
    expect(cleanText('ТАСС đưa tin về ngàу 9/5')).toBe('ТАСС đưa tin về ngày 9/5')
    expect(cleanText('vi\u00E9\u0302t, \u00E0\u0306n')).toBe('viết, ằn')
  })

  it('leaves what the author wrote', () => {
    for (const text of [
      'Huyện uỷ Chiêm Hoá, Huyện ủy Chiêm Hóa – “trích dẫn”…  hai dấu cách',
      'Москва и Россия',
      'Sigurður Guðmundsson',
      'Hòang Văn Qúy',
      'Nокиа',
      '20 °C, 5 m², ½, 😀',
    ]) {
      expect(cleanText(text)).toBe(text)
    }
  })

  it('lets no half character through', () => {
    expect(cleanText('a\uD83Db')).toBe('a\uFFFDb')
    expect(toNfc('Ho\u0300a')).toBe('Hòa')
  })
})
