import { describe, expect, it } from 'vitest'
import { readBody, readText } from './reading'

const event = (...sentences: string[]) => readBody(...sentences).event

describe('the event', () => {
  it.each([
    ['Ngày 3/4/2024, HĐND tỉnh tổ chức Kỳ họp thứ 21.', 'session'],
    ['Ngày 3/4/2024, Huyện ủy Nà Rì tổ chức Hội nghị tổng kết công tác dân vận.', 'conference'],
    ['Ngày 3/4/2024, Đoàn công tác của tỉnh làm việc với UBND huyện Nà Rì.', 'working-visit'],
    ['Ngày 3/4/2024, đại biểu HĐND tỉnh tiếp xúc cử tri xã Nà Tông.', 'voter-meeting'],
    ['Ngày 3/4/2024, Ban Pháp chế giám sát việc tiếp công dân tại xã Nà Tông.', 'supervision'],
    ['Ngày 3/4/2024, Ban Dân tộc khảo sát tình hình nhà ở tại xã Nà Tông.', 'survey'],
    ['Ngày 3/4/2024, Đảng bộ xã Nà Tông tổ chức Đại hội đại biểu lần thứ II.', 'congress'],
    ['Ngày 3/4/2024, Sở Y tế tổ chức Lễ kỷ niệm Ngày Thầy thuốc Việt Nam.', 'ceremony'],
    ['Ngày 3/4/2024, UBND tỉnh tổ chức họp báo giới thiệu Hội chợ nông sản.', 'press-conference'],
    ['Ngày 3/4/2024, đoàn đến thăm, tặng quà các gia đình chính sách xã Nà Tông.', 'visit'],
  ])('%s', (sentence, type) => expect(event(sentence)).toMatchObject({ type, from: '2024-04-03', to: null }))

  it('takes the body behind a team as host and the narrowest place', () => {
    expect(
      event(
        'Ngày 3/4/2024, Đoàn giám sát của Thường trực HĐND tỉnh do đồng chí Hà Thị Dịu làm trưởng đoàn giám sát việc dạy nghề tại xã Nà Tông, huyện Nà Rì.',
      ),
    ).toMatchObject({
      host: 'Thường trực HĐND tỉnh',
      place: 'xã Nà Tông',
    })
  })

  it('gives the hall as written and several places together', () => {
    expect(
      event('Sáng 3/4/2024, tại hội trường UBND xã Nà Tông, Tổ đại biểu HĐND tỉnh tổ chức hội nghị tiếp xúc cử tri.')
        ?.place,
    ).toBe('hội trường UBND xã Nà Tông')
    expect(event('Ngày 3/4/2024, Ban Dân tộc khảo sát tình hình nhà ở tại các xã Nà Tông, Khe Mo.')?.place).toBe(
      'các xã Nà Tông, Khe Mo',
    )
  })

  it('knows ranges of days, also when a later sentence tells the last', () => {
    expect(event('Từ ngày 3 đến 5/4/2024, UBND tỉnh tổ chức Hội thảo về cây chè.')).toMatchObject({
      from: '2024-04-03',
      to: '2024-04-05',
    })
    expect(
      event('Sáng 3/4/2024, UBND tỉnh tổ chức Hội thảo về cây chè.', 'Hội thảo diễn ra trong 2 ngày 3 và 4/4.'),
    ).toMatchObject({ to: '2024-04-04' })
  })

  it('takes a missing year from the page, minding the turn of the year', () => {
    const text = (day: string) =>
      readText(
        `Hội nghị tổng kết công tác dân vận\n\n02/01/2025 08:15\n\n${day}, Huyện ủy Nà Rì tổ chức Hội nghị tổng kết công tác dân vận.`,
      )
    expect(text('Ngày 31/12').event?.from).toBe('2024-12-31')
    expect(text('Sáng 2/1').event?.from).toBe('2025-01-02')
  })

  it('is none in an interview or a communiqué', () => {
    expect(
      readText(
        'Chuyện làm chè\n\nPhóng viên: Ông thấy sao?\n\nÔng Hà Văn Dịu: Rất tốt.\n\nPhóng viên: Kế hoạch tới?\n\nÔng Hà Văn Dịu: Mở rộng.',
      ).event,
    ).toBeNull()
    expect(
      readText(
        'THÔNG CÁO BÁO CHÍ\n\nVề Hội nghị xúc tiến đầu tư\n\nUBND tỉnh thông báo kế hoạch xúc tiến đầu tư năm 2026.',
      ).event,
    ).toBeNull()
  })
})
