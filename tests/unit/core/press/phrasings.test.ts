import { describe, expect, it } from 'vitest'
import { readBody, readText } from './reading'

const people = (sentence: string) =>
  Object.fromEntries(readBody(sentence).people.map((person) => [person.name, person.offices]))
const event = (sentence: string) => readBody(sentence).event

describe('people in the ways papers write them', () => {
  it.each<[string, Record<string, string[]>]>([
    ['Đồng chí Rah Lan Chung-Phó Bí thư Tỉnh ủy dự.', { 'Rah Lan Chung': ['Phó Bí thư Tỉnh ủy'] }],
    [
      'Dự có Thượng tá Nguyễn Tiến Dũng-Phó Trưởng phòng An ninh nội địa Công an tỉnh.',
      { 'Nguyễn Tiến Dũng': ['Phó Trưởng phòng An ninh nội địa Công an tỉnh'] },
    ],
    ['Ông Kim Min-soo và bà Khăm-phết Sỉ-xu-lạt dự.', { 'Kim Min-soo': [], 'Khăm-phết Sỉ-xu-lạt': [] }],
    ['Kỳ họp chất vấn Giám đốc Sở Y tế A Byot về thuốc men.', { 'A Byot': ['Giám đốc Sở Y tế'] }],
    [
      'Đoàn chúc mừng Giám mục Giáo phận Kon Tum Aloisiô Nguyễn Hùng Vị.',
      { 'Aloisiô Nguyễn Hùng Vị': ['Giám mục Giáo phận Kon Tum'] },
    ],
    ['Hồ Cửa Đạt, hồ Trung Sơn xả lũ theo quy trình.', {}],
    ['Các đại biểu dâng hương tại Khu di tích lịch sử Bà Rá.', {}],
    ['Xã liên kết với Công ty TNHH Lương thực Hoàng Minh Nhật bao tiêu sản phẩm.', {}],
  ])('%s', (sentence, found) => {
    expect(people(sentence)).toEqual(found)
  })
})

describe('bodies and places', () => {
  it.each([
    ['VNPT Đồng Nai, UNICEF Việt Nam hỗ trợ.', ['VNPT Đồng Nai', 'UNICEF Việt Nam']],
    ['Đại diện Bộ Tư lệnh Quân khu 3, Cục Thuế tỉnh dự.', ['Bộ Tư lệnh Quân khu 3', 'Cục Thuế tỉnh']],
    ['Khu Quản lý đường bộ II thông tuyến Quốc lộ 15C.', ['Khu Quản lý đường bộ II']],
    ['Khoa Nhi Bệnh viện Đa khoa tỉnh Hà Nam tiếp nhận.', ['Bệnh viện Đa khoa tỉnh Hà Nam']],
    ['Hoạt động của Ban HĐND cấp xã còn hình thức.', []],
  ])('%s', (sentence, found) => {
    expect(readBody(sentence).organizations).toEqual(found)
  })

  it.each([
    ['Cầu Nhơn Trạch thuộc đường Vành đai 3 Thành phố Hồ Chí Minh.', 'đường Vành đai 3 Thành phố Hồ Chí Minh'],
    ['Dự án đường cao tốc TP. Hồ Chí Minh - Mộc Bài.', 'đường cao tốc TP. Hồ Chí Minh - Mộc Bài'],
    ['Khởi công cầu vượt sông Lạch Tray.', 'cầu vượt sông Lạch Tray'],
    ['Công nhân Khu công nghiệp Đồng Xoài II kiến nghị.', 'Khu công nghiệp Đồng Xoài II'],
    ['Đoàn của nước CHDCND Lào sang thăm.', 'nước CHDCND Lào'],
    ['Bản Cầu Tám, bản Sơn Hà và khối 4 bị cuốn trôi.', 'khối 4'],
    ['Nhà ở khu vực Thới Hòa B, phường Thới Long.', 'khu vực Thới Hòa B'],
    ['Mực nước sông Bưởi tại Kim Tân đạt đỉnh.', 'Kim Tân'],
    ['Hộ ở các xã Nà Tông, Khe Mo vay vốn.', 'Khe Mo'],
  ])('%s', (sentence, place) => {
    expect(readBody(sentence).places).toContain(place)
  })
})

describe('the event', () => {
  it('has its halls and several sites as written', () => {
    expect(
      event('Sáng 17/5/2024, tại Trung tâm Hội nghị - Văn hóa tỉnh, HĐND tỉnh Điện Biên tổ chức Hội nghị giao ban.')
        ?.place,
    ).toBe('Trung tâm Hội nghị - Văn hóa tỉnh')
    expect(
      event(
        'Ngày 10-4-2024, Đoàn lãnh đạo thành phố đã đến thăm, chúc Tết tại chùa Pôthi (phường Ô Môn), chùa Pitu và Học viện Phật giáo Nam tông Khmer.',
      )?.place,
    ).toBe('chùa Pôthi (phường Ô Môn), chùa Pitu và Học viện Phật giáo Nam tông Khmer')
    expect(
      event(
        'Sáng 3/4/2024, tại Trung tâm Hội nghị Ninh Bình, Hội Doanh nhân trẻ Việt Nam và UBND tỉnh Ninh Bình tổ chức Hội nghị đầu tư.',
      )?.place,
    ).toBe('Trung tâm Hội nghị Ninh Bình')
  })

  it('takes the hall of the next sentence before the communes of the voters', () => {
    const found = event(
      'Chiều 5-11-2025, Tổ đại biểu số 4, Đoàn ĐBQH tỉnh Nghệ An đã tiếp xúc cử tri các xã Quỳ Châu, Hùng Chân. Hội nghị tổ chức tại Nhà văn hóa xã Quỳ Châu.',
    )
    expect(found).toMatchObject({ place: 'Nhà văn hóa xã Quỳ Châu', host: 'Đoàn ĐBQH tỉnh Nghệ An' })
  })

  it('that receives a delegation is a meeting without the guest’s place or host', () => {
    expect(
      event('Chiều 21-10-2025, Chủ tịch UBND thành phố Phạm Đức Ấn tiếp thân mật Đoàn đại biểu tỉnh Sê Kông.'),
    ).toMatchObject({ type: 'meeting', place: null, host: null })
  })
})

describe('around the text', () => {
  it('a time without a day is no paragraph', () => {
    const read = readText('Huyện ủy trao tặng Huy hiệu Đảng\n\nCập nhật lúc: 10:35\n\nSáng 17/5/2024, Huyện ủy họp.')
    expect(read.furniture).toEqual(['Cập nhật lúc: 10:35'])
  })

  it('a day without "năm" is one', () => {
    expect(readText('Đoàn tặng quà\nĐược đăng: 17 Tháng 1 2025\nNgày 16/1, Đoàn tặng quà.').publishedOn).toBe(
      '2025-01-17',
    )
  })

  it('who issues may stand before the paper', () => {
    expect(readBody('UBND tỉnh đã ban hành Công điện số 22/CĐ-UBND.').documents[0]?.issuer).toBe('UBND tỉnh')
  })
})
