import { describe, expect, it } from 'vitest'
import { readBody } from './reading'

const documents = (...sentences: string[]) => readBody(...sentences).documents
const none = { number: null, date: null, issuer: null, subject: null }

describe('cited documents', () => {
  it('follow the Party grammar', () => {
    expect(
      documents(
        'Thực hiện Kết luận số 31-KL/TU, ngày 4-3-2024 của Ban Thường vụ Tỉnh ủy về phát triển cây chè; các xã mở lớp.',
      ),
    ).toEqual([
      {
        type: 'Kết luận',
        number: '31-KL/TU',
        date: '2024-03-04',
        issuer: 'Ban Thường vụ Tỉnh ủy',
        subject: 'phát triển cây chè',
      },
    ])
  })

  it('follow the State grammar, several numbers after one type', () => {
    expect(
      documents('Theo các Nghị quyết số 11/NQ-HĐND, 12/NQ-HĐND ngày 02/5/2024 của HĐND tỉnh, xã được hỗ trợ.').map(
        (one) => [one.number, one.date, one.issuer],
      ),
    ).toEqual([
      ['11/NQ-HĐND', null, 'HĐND tỉnh'],
      ['12/NQ-HĐND', '2024-05-02', 'HĐND tỉnh'],
    ])
  })

  it('tolerate spaces and long dashes in the number, as written', () => {
    expect(documents('Căn cứ Quyết định số 77/QĐ – UBND của UBND tỉnh.')[0]?.number).toBe('77/QĐ – UBND')
  })

  it('are laws by name, without the year, and congress resolutions without a number', () => {
    expect(
      documents('Cử tri hỏi về Luật Đất đai 2024, Luật Thủy lợi số 08/2017/QH14 và nghị quyết Đại hội XIII của Đảng.'),
    ).toEqual([
      { ...none, type: 'Luật', subject: 'Đất đai' },
      { ...none, type: 'Luật', number: '08/2017/QH14', subject: 'Thủy lợi' },
      { ...none, type: 'Nghị quyết', subject: 'Đại hội XIII của Đảng' },
    ])
  })

  it('count once, filled from every citation', () => {
    expect(
      documents(
        'Nghị quyết số 57-NQ/TW được quán triệt.',
        'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị có ý nghĩa lớn.',
      ),
    ).toEqual([{ type: 'Nghị quyết', number: '57-NQ/TW', date: '2024-12-22', issuer: 'Bộ Chính trị', subject: null }])
  })

  it('are no fractions, dates or nameless resolutions', () => {
    expect(
      documents(
        'Xã đạt 19/19 tiêu chí ngày 12/2; các nghị quyết, kế hoạch của tỉnh được triển khai; hỏi đáp pháp luật.',
      ),
    ).toEqual([])
  })
})
