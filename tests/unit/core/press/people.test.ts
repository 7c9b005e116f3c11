import { describe, expect, it } from 'vitest'
import { readBody } from './reading'

const people = (...sentences: string[]) =>
  Object.fromEntries(readBody(...sentences).people.map((person) => [person.name, person.offices]))

describe('people', () => {
  it('come with their offices after or before the name', () => {
    expect(people('Dự có đồng chí Lành Thị Bưởi, Tỉnh ủy viên, Chủ tịch UBND xã Nà Tông.')).toEqual({
      'Lành Thị Bưởi': ['Tỉnh ủy viên', 'Chủ tịch UBND xã Nà Tông'],
    })
    expect(people('Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Vương Bá Khải chủ trì hội nghị.')).toEqual({
      'Vương Bá Khải': ['Bí thư Tỉnh ủy', 'Chủ tịch HĐND tỉnh'],
    })
  })

  it('in a list are kept apart by semicolons', () => {
    expect(
      people(
        'Dự có các đồng chí: Vương Bá Khải, Bí thư Tỉnh ủy; Đại tá Lục Kim Chung, Giám đốc Công an tỉnh; Hà Thị Dịu, nguyên Giám đốc Sở Y tế.',
      ),
    ).toEqual({
      'Vương Bá Khải': ['Bí thư Tỉnh ủy'],
      'Lục Kim Chung': ['Giám đốc Công an tỉnh'],
      'Hà Thị Dịu': ['nguyên Giám đốc Sở Y tế'],
    })
  })

  it('share an office given to several', () => {
    const shared = ['Phó Chủ tịch HĐND tỉnh']
    const expected = { 'Vương Bá Khải': shared, 'Hà Thị Dịu': shared }
    expect(people('Các Phó Chủ tịch HĐND tỉnh Vương Bá Khải, Hà Thị Dịu đồng chủ trì.')).toEqual(expected)
    expect(people('Dự có các đồng chí Vương Bá Khải và Hà Thị Dịu, Phó Chủ tịch HĐND tỉnh.')).toEqual(expected)
  })

  it('met by a short name are the person of the full name', () => {
    expect(
      people('Đồng chí Lành Thị Bưởi thăm xã. Đồng chí Bưởi tặng quà.', 'Bà Bưởi, Phó Bí thư Huyện ủy nói.'),
    ).toEqual({
      'Lành Thị Bưởi': ['Phó Bí thư Huyện ủy'],
    })
  })

  it('keep one office each in its longest form', () => {
    expect(
      people(
        'Chủ tịch HĐND Vương Bá Khải đến dự.',
        'Đồng chí Vương Bá Khải, UV BTV Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh nói.',
        'Đồng chí Vương Bá Khải, Ủy viên Ban Thường vụ Tỉnh ủy kết luận.',
      ),
    ).toEqual({ 'Vương Bá Khải': ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Chủ tịch Hội đồng nhân dân tỉnh'] })
  })

  it('end where a place began before them', () => {
    expect(people('Chủ tịch UBND xã Trần Phú Lương Văn Sầm báo cáo. Chủ tịch UBND tỉnh Ksor Phen kết luận.')).toEqual({
      'Lương Văn Sầm': ['Chủ tịch UBND xã Trần Phú'],
      'Ksor Phen': ['Chủ tịch UBND tỉnh'],
    })
  })

  it('have names of every people and rank', () => {
    expect(
      Object.keys(
        people(
          "Dự có bà Siu H'Nhen, ông Hạng A Tủa, Thượng tọa Thích Minh Tấn, PGS.TS Đào Ngọc Bảo và anh Y Blong Niê.",
        ),
      ),
    ).toEqual(["Siu H'Nhen", 'Hạng A Tủa', 'Thích Minh Tấn', 'Đào Ngọc Bảo', 'Y Blong Niê'])
  })

  it('are no streets, schools, campaigns or places', () => {
    expect(
      people(
        'Đoàn đi trên đường Trần Hưng Đạo, thăm Trường THPT Lê Quý Đôn; cán bộ làm theo phong cách Hồ Chí Minh ở huyện Anh Sơn, tỉnh Hà Giang.',
      ),
    ).toEqual({})
  })

  it('an office lent by authority is not theirs', () => {
    expect(people('Thừa ủy quyền của Chủ tịch nước, Thiếu tướng Lục Kim Chung trao quyết định.')).toEqual({
      'Lục Kim Chung': [],
    })
  })
})
