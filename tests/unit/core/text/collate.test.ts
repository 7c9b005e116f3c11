import { describe, expect, it } from 'vitest'
import { compareNames, compareVi, sortedByName, sortedVi, sortKeyOfName } from '#core/text/collate'

describe('Vietnamese order', () => {
  it('ranks letters before tones', () => {
    const order = ['a', 'à', 'ả', 'ã', 'á', 'ạ', 'ă', 'â', 'd', 'đ', 'e', 'ê', 'o', 'ô', 'ơ', 'u', 'ư', 'z']
    expect([...order].reverse().sort(compareVi)).toEqual(order)
  })

  it('sorts spaces first, numbers by value', () => {
    expect(['Hà Nội', 'Hạ Long', 'Ha Long'].sort(compareVi)).toEqual(['Ha Long', 'Hạ Long', 'Hà Nội'])
    expect(['Kỳ họp thứ 10', 'Kỳ họp thứ 2'].sort(compareVi)).toEqual(['Kỳ họp thứ 2', 'Kỳ họp thứ 10'])
  })

  it('does not tear old and new tone placement apart', () => {
    const titles = ['hoà b', 'hòa a', 'hoà a', 'hòa b']
    expect(sortedVi(titles, (title) => title)).toEqual(['hoà a', 'hòa a', 'hoà b', 'hòa b'])
    expect([...titles].sort(compareVi)).toEqual(sortedVi(titles, (title) => title))
  })
})

describe('order of personal names', () => {
  it('goes by given name, middle names, surname', () => {
    const order = [
      'Lê Văn Dung',
      'Vũ Thị Hồng',
      'Trần Lâm',
      'Hầu A Lềnh',
      'Nguyễn Thị Mai',
      'Hà Thị Nga',
      'Đặng Bích Ngọc',
      'Phan Huy Ngọc',
      'Nguyễn Văn Sơn',
      'Đỗ Văn Vượng',
    ]
    expect(sortedByName([...order].reverse(), (name) => name)).toEqual(order)
    expect([...order].reverse().sort(compareNames)).toEqual(order)
  })

  it('keeps all named Hà before all named Hạ', () => {
    expect(['Trần Anh Hạ', 'Trần Yên Hà'].sort(compareNames)).toEqual(['Trần Yên Hà', 'Trần Anh Hạ'])
  })

  it('knows given names of two syllables when told', () => {
    expect(sortKeyOfName('Nguyễn Bình Minh')).toEqual(['Minh', 'Bình', 'Nguyễn'])
    expect(sortKeyOfName('Nguyễn Bình Minh', 2)).toEqual(['Bình', 'Minh', 'Nguyễn'])
    expect(sortKeyOfName('Thuý')).toEqual(['Thúy'])
  })
})
