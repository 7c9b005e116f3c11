import { describe, expect, it } from 'vitest'
import { findMarks, prefixForms } from '#core/text/highlight'

const text = 'Đồng chí Hoà dự hội nghị; đông người, dòng họ, kỹ thuật, Hoàng.'
const found = (source: string, words: string[], prefix?: boolean) =>
  findMarks(source, words, { prefix }).map(([start, end]) => source.slice(start, end).normalize('NFC'))

describe('findMarks', () => {
  it('finds all without diacritics, only the same with', () => {
    expect(found(text, ['dong'], false)).toEqual(['Đồng', 'đông', 'dòng'])
    expect(found(text, ['đồng'], false)).toEqual(['Đồng'])
    expect(found(text, ['hòa'], false)).toEqual(['Hoà'])
    expect(found(text, ['kĩ'], false)).toEqual(['kỹ'])
  })

  it('marks the right places in decomposed text', () => {
    expect(found(text.normalize('NFD'), ['hoi nghi'], false)).toEqual(['hội nghị'])
  })

  it('takes an entry of several words as a phrase', () => {
    expect(found(text, ['hội nghị', 'dong nguoi'], false)).toEqual(['hội nghị', 'đông người'])
    expect(found(text, ['hội người'], false)).toEqual([])
    expect(found('Chỉ thị số 35-CT/TW', ['35-ct/tw'])).toEqual(['35-CT/TW'])
  })

  it('takes the last word as a beginning while it is typed', () => {
    expect(found(text, ['hoa'])).toEqual(['Hoà', 'Hoàng'])
    expect(found(text, ['hoà'])).toEqual(['Hoà', 'Hoàng'])
    expect(found(text, ['đô'])).toEqual(['Đồng', 'đông'])
    expect(found(text, ['hoa'], false)).toEqual(['Hoà'])
    expect(found('kinh, kỳ, kịch', ['ky'])).toEqual(['kỳ'])
    expect(found('kinh, kỳ, kịch', ['ki'])).toEqual(['kinh', 'kỳ', 'kịch'])
  })

  it('joins marks that overlap', () => {
    expect(findMarks('hội nghị hội nghị', ['hội nghị', 'nghị hội'])).toEqual([[0, 17]])
  })

  it('has nothing to mark for an empty query', () => {
    expect(findMarks(text, [])).toEqual([])
    expect(findMarks(text, ['', '  ', '…'])).toEqual([])
    expect(findMarks('', ['a'])).toEqual([])
  })
})

describe('prefixForms', () => {
  it('differs only where i and y fold', () => {
    expect(prefixForms('Kỳ', 'bare')).toEqual({ whole: 'ki', prefix: 'ky' })
    expect(prefixForms('thuy', 'bare')).toEqual({ whole: 'thuy', prefix: 'thuy' })
  })
})
