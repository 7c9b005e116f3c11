import { describe, expect, it } from 'vitest'
import { officeScale } from '../../../src/renderer/features/person/offices'
import { office } from '../authority/records'

describe('offices on a line of years', () => {
  it('stand where their dates are, the latest first', () => {
    const scale = officeScale([
      { ...office('Phó Chủ tịch', '2021-01-01'), from: '2020', to: '2021' },
      office('Chủ tịch', '2022-01-01', '2023-07-01'),
      office('Đại biểu'),
    ])!
    expect(scale.places.map(({ held }) => held.office)).toEqual(['Chủ tịch', 'Phó Chủ tịch'])
    expect(scale.undated.map((held) => held.office)).toEqual(['Đại biểu'])
    expect(scale.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024])
    const [chair, deputy] = scale.places
    expect(chair).toMatchObject({ start: 0.5, end: 0.875, stated: { from: false, to: false } })
    expect(deputy).toMatchObject({ start: 0, end: 0.5, stated: { from: true, to: true } })
  })

  it('keeps within the line, and few years on it', () => {
    const scale = officeScale([{ ...office('A'), from: '1950', to: '2026-12-31' }, office('B', '2027-12-31')])!
    expect(scale.years.length).toBeLessThanOrEqual(10)
    for (const { start, end } of scale.places) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(1)
    }
    expect(officeScale([office('A')])).toBeNull()
  })
})
