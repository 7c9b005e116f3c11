import { describe, expect, it } from 'vitest'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import { compileVocabulary } from '#core/press/vocabulary'
import { VocabularyData } from '#core/press/vocabulary-data'
import { vocabularyData } from '#tests/bench/vocabulary'
import { readBody } from './reading'

describe('bodies', () => {
  const bodies = (sentence: string) => readBody(sentence).organizations

  it('count with a place, a field or a name, not by level alone', () => {
    expect(
      bodies(
        'UBND huyện Nà Rì, Sở Nội vụ, Ban Pháp chế HĐND tỉnh, Hội Nông dân tỉnh và Công ty cổ phần Chè Khe Mo phối hợp với HĐND tỉnh, Công an tỉnh, các sở, ban, ngành.',
      ),
    ).toEqual([
      'UBND huyện Nà Rì',
      'Sở Nội vụ',
      'Ban Pháp chế HĐND tỉnh',
      'Hội Nông dân tỉnh',
      'Công ty cổ phần Chè Khe Mo',
    ])
  })

  it('count inside an office and once in the fullest form', () => {
    expect(bodies('Ông Hà Văn Dịu, Giám đốc Sở Y tế nói. Sở Y tế tỉnh Sơn La vào cuộc.')).toEqual([
      'Sở Y tế tỉnh Sơn La',
    ])
  })

  it('are no part of a document symbol or of another word', () => {
    expect(bodies('Theo Kế hoạch số 12/KH-UBND, báo cáo số 5 và văn bản hướng dẫn.')).toEqual([])
  })
})

describe('places', () => {
  const places = (sentence: string) => readBody(sentence).places

  it('come with their kind; further names of a list stand bare', () => {
    expect(places('Đoàn đến các xã Nà Tông, Khe Mo và thị trấn Yến Lạc.')).toEqual([
      'xã Nà Tông',
      'Khe Mo',
      'thị trấn Yến Lạc',
    ])
  })

  it('are roads, rivers and sites too', () => {
    expect(places('Quốc lộ 3B chạy dọc sông Bắc Giang qua thôn 5, phường Sông Cầu.')).toEqual([
      'Quốc lộ 3B',
      'sông Bắc Giang',
      'thôn 5',
      'phường Sông Cầu',
    ])
  })

  it('inside a body are part of its name only', () => expect(places('UBND xã Nà Tông họp.')).toEqual([]))

  it('are no bare kinds and no halves of words', () => {
    expect(places('Trên địa bàn huyện, hoạt động Đoàn sôi nổi; đông đảo Nhân dân dự tại điểm cầu Công an.')).toEqual([])
  })
})

describe('awards', () => {
  it('carry the giver and go to those named after "cho" or before "được tặng"', () => {
    expect(
      readBody(
        'Đồng chí Hà Thị Dịu trao Bằng khen của Thủ tướng Chính phủ cho ông Lò Văn Ún. Bà Ma Thị Nụ được tặng Huân chương Lao động hạng Ba.',
      ).awards,
    ).toEqual([
      { name: 'Bằng khen của Thủ tướng Chính phủ', to: ['Lò Văn Ún'] },
      { name: 'Huân chương Lao động hạng Ba', to: ['Ma Thị Nụ'] },
    ])
  })

  it('leave the recipients empty where only counts stand', () => {
    expect(readBody('UBND tỉnh tặng Bằng khen cho 5 tập thể, 7 cá nhân có thành tích.').awards).toEqual([
      { name: 'Bằng khen', to: [] },
    ])
  })
})

describe('the vocabulary', () => {
  const sentence = 'Dự có đồng chí Hà Thị Dịu, Điều phối viên Hội quán Chè Khe Mo.'
  const read = (data: VocabularyData) =>
    readPress(sourceFromText(`Hội quán ở cơ sở\n\n${sentence}`, 'text'), compileVocabulary(data))

  it('changes the reading without touching code', () => {
    const before = read(vocabularyData())
    expect(before.people[0]?.value.offices).toEqual([])
    const data = vocabularyData()
    data.offices.heads.push('Điều phối viên')
    data.bodies.named.push({ kind: 'Hội quán' })
    const after = read(data)
    expect(after.people[0]?.value.offices).toEqual(['Điều phối viên Hội quán Chè Khe Mo'])
    expect(after.organizations.map((name) => name.value.name)).toEqual(['Hội quán Chè Khe Mo'])
  })

  it('must have its form and name its sources', () => {
    const data = vocabularyData()
    expect(() => compileVocabulary({ ...data, offices: { ...data.offices, sources: [] } })).toThrow()
    expect(VocabularyData.safeParse({ ...data, more: {} }).success).toBe(false)
  })
})
