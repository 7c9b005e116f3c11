import { describe, expect, it } from 'vitest'
import { officesOn, recordOffices } from '#authority/offices'
import { abbreviations, office, person } from './records'

describe('recordOffices', () => {
  it('keeps the history and adds what was seen', () => {
    const before = person('p', 'Lò Thị Viên', { offices: [office('Chủ tịch UBND xã', '2024-01-05')] })
    const after = recordOffices(
      before,
      ['Chủ tịch Ủy ban nhân dân xã', 'Phó Bí thư Đảng ủy'],
      '2023-12-01',
      abbreviations,
    )
    expect(after.offices).toEqual([
      office('Chủ tịch UBND xã', '2023-12-01', '2024-01-05'),
      office('Phó Bí thư Đảng ủy', '2023-12-01'),
    ])
    expect(before.offices).toHaveLength(1)
  })

  it('changes nothing twice', () => {
    const once = recordOffices(person('p', 'A'), ['Bí thư Huyện uỷ', 'Bí thư Huyện ủy', ' '], '2024-01-05')
    expect(once.offices).toEqual([office('Bí thư Huyện uỷ', '2024-01-05')])
    expect(recordOffices(once, ['bí thư huyện ủy'], '2024-01-05')).toBe(once)
  })

  it('never stretches a period that is known', () => {
    const ended = { ...office('Chủ tịch UBND xã', '2019-05-01'), from: '2016', to: '2021' }
    const after = recordOffices(person('p', 'A', { offices: [ended] }), ['Chủ tịch UBND xã'], '2024-01-05')
    expect(after.offices).toEqual([ended, office('Chủ tịch UBND xã', '2024-01-05')])
  })
})

describe('officesOn', () => {
  const moved = person('p', 'A', {
    offices: [
      office('Chủ tịch UBND tỉnh', '2023-02-01', '2024-04-10'),
      office('Phó Bí thư Tỉnh ủy', '2023-02-01', '2025-08-01'),
      office('Chủ tịch HĐND tỉnh', '2025-07-15', '2025-08-01'),
      { ...office('Đại biểu Quốc hội'), from: '2021', to: '2026' },
    ],
  })
  const on = (date: string | null) => officesOn(moved, date).map((held) => held.office)

  it('gives the offices of that day', () => {
    expect(on('2023-10-01')).toEqual(['Chủ tịch UBND tỉnh', 'Phó Bí thư Tỉnh ủy', 'Đại biểu Quốc hội'])
    expect(on('2024-12-01')).toEqual(['Chủ tịch UBND tỉnh', 'Phó Bí thư Tỉnh ủy', 'Đại biểu Quốc hội'])
    expect(on('2025-07-20')).toEqual(['Phó Bí thư Tỉnh ủy', 'Chủ tịch HĐND tỉnh', 'Đại biểu Quốc hội'])
    expect(on('2027-01-01')).toEqual(['Phó Bí thư Tỉnh ủy', 'Chủ tịch HĐND tỉnh'])
    expect(on('2020')).toEqual([])
  })

  it('gives the latest known without a date', () => {
    expect(on(null)).toEqual(['Phó Bí thư Tỉnh ủy', 'Chủ tịch HĐND tỉnh'])
  })
})
