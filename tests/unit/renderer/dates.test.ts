import { describe, expect, it } from 'vitest'
import { takenWords } from '../../../src/renderer/features/photo/taken'
import { readDate, showDate, showInstant, showPeriod } from '../../../src/renderer/words/dates'

describe('dates as clerks type them', () => {
  it.each([
    ['8/7/2024', '2024-07-08'],
    ['08-07-2024', '2024-07-08'],
    [' 08.07.2024 ', '2024-07-08'],
    ['2024-07-08', '2024-07-08'],
    ['7/2024', '2024-07'],
    ['2024', '2024'],
    ['29/2/2024', '2024-02-29'],
    ['', null],
  ])('reads %j as %j', (typed, date) => {
    expect(readDate(typed)).toBe(date)
  })

  it.each(['31/4/2024', '29/2/2023', '0/7/2024', '8/13/2024', '8/7/24', 'hôm qua', '1/2/3/2024'])(
    'does not take %j for a date',
    (typed) => {
      expect(readDate(typed)).toBeUndefined()
    },
  )
})

describe('dates as the office writes them', () => {
  it.each([
    ['2024-07-08', '08/07/2024'],
    ['2024-07', '07/2024'],
    ['2024', '2024'],
  ])('shows %s as %s', (date, shown) => {
    expect(showDate(date)).toBe(shown)
  })

  it('shows a period, and one day only once', () => {
    expect(showPeriod('2024-07-08', '2024-07-10')).toBe('08/07/2024 – 10/07/2024')
    expect(showPeriod('2024-07-08', '2024-07-08')).toBe('08/07/2024')
    expect(showPeriod(null, '2024-07')).toBe('07/2024')
    expect(showPeriod(null, null)).toBe('')
  })

  it('shows instants and camera times as they were written, never shifted', () => {
    expect(showInstant('2024-07-08T23:30:00.000+07:00')).toBe('08/07/2024 23:30')
    expect(takenWords('2024-07-08T09:12:31')).toBe('08/07/2024 09:12')
    expect(takenWords('2024:07:08 09:12:31')).toBe('08/07/2024 09:12')
    expect(takenWords('2024-07-08')).toBe('08/07/2024')
  })
})
