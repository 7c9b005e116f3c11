import { describe, expect, it } from 'vitest'
import { readBody, readText } from './reading'

const people = (...sentences: string[]) =>
  Object.fromEntries(readBody(...sentences).people.map((person) => [person.name, person.offices]))
const bodies = (...sentences: string[]) => readBody(...sentences).organizations
const places = (...sentences: string[]) => readBody(...sentences).places

describe('names no list knows', () => {
  it.each([
    ['Chủ tịch UBND TP.Tân Uyên Đoàn Hồng Tươi cho biết.', 'Đoàn Hồng Tươi', ['Chủ tịch UBND TP.Tân Uyên']],
    ['Bí thư Huyện ủy Mường Lát Hơ Chống Dơ cho rằng đúng.', 'Hơ Chống Dơ', ['Bí thư Huyện ủy Mường Lát']],
    ['Giám đốc Sở Y tế Khuất Duy Lưỡng trả lời.', 'Khuất Duy Lưỡng', ['Giám đốc Sở Y tế']],
    [
      'Giám đốc Công ty TNHH MTV Thoát nước đô thị Vũ Lê Bách nói.',
      'Vũ Lê Bách',
      ['Giám đốc Công ty TNHH MTV Thoát nước đô thị'],
    ],
    ['Trưởng ban Nguyễn Thành Vững kết luận.', 'Nguyễn Thành Vững', ['Trưởng ban']],
    ['Đồng chí Đinh Công Sứ đến dự.', 'Đinh Công Sứ', []],
    ['Bị can Trần Thị H. (SN 1984) khai nhận.', 'Trần Thị H.', []],
    ['Công an bắt Sok Vanna (quốc tịch Campuchia) tại nhà.', 'Sok Vanna', []],
  ])('%s', (sentence, name, offices) => {
    expect(people(sentence)).toEqual({ [name]: offices })
  })
})

describe('offices', () => {
  it('of diplomats go with country and seat', () => {
    expect(people('Dự có ông Sok Dareth, Tổng Lãnh sự Vương quốc Campuchia tại TP Hồ Chí Minh.')).toEqual({
      'Sok Dareth': ['Tổng Lãnh sự Vương quốc Campuchia tại TP Hồ Chí Minh'],
    })
  })

  it('given or taken away count for everybody named', () => {
    expect(people('Kỳ họp miễn nhiệm chức danh Ủy viên UBND xã đối với ông Lê Văn Tám và bà Hà Thị Dịu.')).toEqual({
      'Lê Văn Tám': ['Ủy viên UBND xã'],
      'Hà Thị Dịu': ['Ủy viên UBND xã'],
    })
    expect(
      people('Các đồng chí Trần Bảo Quyên, Sùng Thị Chá được bầu giữ chức Phó Chủ tịch Hội Nông dân tỉnh.'),
    ).toEqual({
      'Trần Bảo Quyên': ['Phó Chủ tịch Hội Nông dân tỉnh'],
      'Sùng Thị Chá': ['Phó Chủ tịch Hội Nông dân tỉnh'],
    })
  })

  it('of a list stay with those who have a rank or a post of their own', () => {
    expect(
      people(
        'Cùng đi có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Văn Tám - Phó Chủ tịch UBND tỉnh, Đại tá Hà Văn Dịu - Giám đốc Công an tỉnh.',
      ),
    ).toEqual({
      'Lê Văn Tám': ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Phó Chủ tịch UBND tỉnh'],
      'Hà Văn Dịu': ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Giám đốc Công an tỉnh'],
    })
  })

  it('of somebody in whose name a person acts are not that person’s', () => {
    expect(people('Thừa lệnh Chủ tịch nước, Phó Chủ tịch UBND tỉnh Hà Văn Dịu trao quyết định.')).toEqual({
      'Hà Văn Dịu': ['Phó Chủ tịch UBND tỉnh'],
    })
  })

  it('in a unit of a larger body name both', () => {
    expect(people('Dự có Trung tá Hà Văn Dịu, Trung đoàn trưởng Trung đoàn 123, Sư đoàn 3, Quân khu 1.')).toEqual({
      'Hà Văn Dịu': ['Trung đoàn trưởng Trung đoàn 123, Sư đoàn 3, Quân khu 1'],
    })
  })
})

describe('bodies', () => {
  it.each([
    ['Dự có đại diện Tập đoàn Viễn thông Quân đội (Viettel).', 'Tập đoàn Viễn thông Quân đội'],
    ['Công ty cổ phần Lọc hóa dầu Bình Sơn báo cáo.', 'Công ty cổ phần Lọc hóa dầu Bình Sơn'],
    ['Đại diện Hội Khoa học Lịch sử tỉnh phát biểu.', 'Hội Khoa học Lịch sử tỉnh'],
    ['Đoàn làm việc với Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh.', 'Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh'],
    ['Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam kiến nghị.', 'Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam'],
    ['Sở Khoa học và Công nghệ hỗ trợ xã làm đường.', 'Sở Khoa học và Công nghệ'],
  ])('%s', (sentence, body) => {
    expect(bodies(sentence)).toContain(body)
  })

  it('are no common words that begin like one', () => {
    expect(bodies('Nhân ngày Báo chí Cách mạng Việt Nam, Bộ máy được kiện toàn.')).toEqual([])
  })
})

describe('places', () => {
  it.each([
    ['Đoàn thăm xã A Lưới 3 và cầu Trà Khúc 2.', ['xã A Lưới 3', 'cầu Trà Khúc 2']],
    ['Đoàn khảo sát các xã vùng cao như Y Tý, Nậm Chày và Khao Mang.', ['Y Tý', 'Nậm Chày', 'Khao Mang']],
    [
      'Nước ngập ở phường Quy Nhơn Đông và phường Xuân Hương - Đà Lạt.',
      ['phường Quy Nhơn Đông', 'phường Xuân Hương - Đà Lạt'],
    ],
    ['Bà Vũ Kim Chung, cán bộ hưu trí phường Lê Thanh Nghị kiến nghị.', ['phường Lê Thanh Nghị']],
    ['Thi công đường ven biển Xuân Hội - Thạch Khê - Vũng Áng.', ['đường ven biển Xuân Hội - Thạch Khê - Vũng Áng']],
    ['Nhà ở tiểu khu 3/2 bị ngập.', ['tiểu khu 3/2']],
  ])('%s', (sentence, expected) => {
    expect(places(sentence)).toEqual(expected)
  })
})

describe('documents', () => {
  it('named by serials before one symbol have it all', () => {
    const numbers = readBody('Quán triệt các Nghị quyết số 70, 71, 72-NQ/TW của Bộ Chính trị.').documents
    expect(numbers.map((document) => document.number)).toEqual(['70-NQ/TW', '71-NQ/TW', '72-NQ/TW'])
  })
})

describe('events', () => {
  it('of a supervising team are supervision, whatever its verb', () => {
    const { event } = readText(
      'Làm việc tại xã Bến Lức\n\nSáng 17/10/2025, Đoàn giám sát của Ban Pháp chế HĐND tỉnh có buổi làm việc với UBND xã Bến Lức về công tác hòa giải.',
    )
    expect([event?.type, event?.host]).toEqual(['supervision', 'Ban Pháp chế HĐND tỉnh'])
  })

  it('wished for are none beside the one that was', () => {
    const { event } = readText(
      'Cử tri đề nghị sớm khởi công nút giao Bình Triệu\n\nSáng 12/10/2025, Tổ đại biểu HĐND tỉnh số 9 đã tiếp xúc cử tri phường Hiệp Bình trước Kỳ họp thứ 7.',
    )
    expect(event?.type).toBe('voter-meeting')
  })

  it('are not dated by the anniversary they are held for', () => {
    const { event } = readText(
      'Gặp mặt\n\n27/02/2025 16:30\n\nSáng nay, Sở Y tế tổ chức Lễ kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2025).',
    )
    expect([event?.from, event?.to]).toEqual(['2025-02-27', null])
  })
})
