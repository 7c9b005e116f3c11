import { describe, expect, it } from 'vitest'
import { parseSyllable, placeTone, repairTones, withToneStyle } from '#core/text/syllable'

/** old style, new style: the fifteen pairs that differ and every trap beside them. */
const placements: [old: string, fresh: string][] = [
  ['hoà', 'hòa'],
  ['khoá', 'khóa'],
  ['toả', 'tỏa'],
  ['hoã', 'hõa'],
  ['toạ', 'tọa'],
  ['hoè', 'hòe'],
  ['choé', 'chóe'],
  ['khoẻ', 'khỏe'],
  ['ngoẽ', 'ngõe'],
  ['loẹ', 'lọe'],
  ['tuỳ', 'tùy'],
  ['thuý', 'thúy'],
  ['uỷ', 'ủy'],
  ['luỹ', 'lũy'],
  ['luỵ', 'lụy'],
  ['HOÁ', 'HÓA'],
  ['Uỷ', 'Ủy'],
  // Written alike in both styles.
  ...[
    ...['hoàn', 'toán', 'ngoài', 'xoáy', 'ngoáo', 'ngoẻo', 'tuyến', 'tuyết', 'huỳnh', 'khuỷu', 'suýt', 'thuế'],
    ...['thuở', 'quý', 'quả', 'quốc', 'quỳnh', 'quyết', 'gì', 'già', 'giếng', 'giữa', 'giời', 'giỏi', 'nghĩa'],
    ...['nghiêng', 'của', 'mừa', 'người', 'được', 'rượu', 'bưởi', 'tiếng', 'yến', 'yểu', 'ý', 'chìa', 'xoòng'],
    ...['Đắk', 'Lắk', 'Huệ', 'tuần', 'khuếch', 'hoẵng', 'xuống', 'cứu', 'chịu', 'HOÀNG', 'Đảng'],
  ].map((word): [string, string] => [word, word]),
]

describe('tone placement', () => {
  it.each(placements)('%s / %s', (old, fresh) => {
    for (const written of [old, fresh, old.normalize('NFD'), fresh.normalize('NFD')]) {
      expect(placeTone(written, 'new')).toBe(fresh)
      expect(placeTone(written, 'old')).toBe(old)
    }
  })

  it('repairs misplaced tones and leaves both accepted styles as written', () => {
    expect(repairTones('Hòang, ngòai, qúy, gìa, hòan thành')).toBe('Hoàng, ngoài, quý, già, hoàn thành')
    expect(repairTones('Uỷ viên BTV Tỉnh ủy, Huyện uỷ Chiêm Hoá')).toBe('Uỷ viên BTV Tỉnh ủy, Huyện uỷ Chiêm Hoá')
  })

  it('touches nothing that is no Vietnamese syllable', () => {
    const foreign = 'Café résumé Ångström naïve UBND Krông Pleiku São Paulo'
    expect(withToneStyle(foreign)).toBe(foreign)
    expect(placeTone('hòá')).toBe('hòá')
  })

  it('gives a whole text one style', () => {
    expect(withToneStyle('Huyện uỷ Chiêm Hoá, Hoàng Thuý quý khoẻ')).toBe('Huyện ủy Chiêm Hóa, Hoàng Thúy quý khỏe')
    expect(withToneStyle('Hòa, thủy, ủy', 'old')).toBe('Hoà, thuỷ, uỷ')
  })
})

describe('parsing a syllable', () => {
  it('takes onset, nucleus, coda and tone apart', () => {
    expect(parseSyllable('Nghiêng')).toEqual({ onset: 'ngh', nucleus: 'iê', coda: 'ng', tone: 'ngang' })
    expect(parseSyllable('quyết')).toEqual({ onset: 'qu', nucleus: 'yê', coda: 't', tone: 'sac' })
    expect(parseSyllable('già')).toEqual({ onset: 'gi', nucleus: 'a', coda: '', tone: 'huyen' })
    expect(parseSyllable('GÌ')).toEqual({ onset: 'g', nucleus: 'i', coda: '', tone: 'huyen' })
    expect(parseSyllable('đẹp'.normalize('NFD'))).toEqual({ onset: 'đ', nucleus: 'e', coda: 'p', tone: 'nang' })
  })

  it.each(['UBND', 'Krông', 'xyz', '', '12', 'street', 'hòá', 'nghiêngh'])('refuses %s', (word) => {
    expect(parseSyllable(word)).toBeNull()
  })
})
