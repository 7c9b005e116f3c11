import { describe, expect, it } from 'vitest'
import { eventsOn, monthFrom, weeksOf } from '../../../src/renderer/features/event/calendar'

const event = (id: string, from: string | null, to: string | null = null) => ({
  id,
  title: id,
  type: 'session' as const,
  from,
  to,
  place: null,
  articles: 0,
  photos: 0,
})

describe('the sheet of a month', () => {
  it('has whole weeks from Monday and every day of the month once', () => {
    for (const [month, days] of [
      ['2024-02', 29],
      ['2025-06', 30],
      ['2025-09', 30],
      ['2026-02', 28],
      ['2026-03', 31],
    ] as const) {
      const weeks = weeksOf(month)
      const all = weeks.flat()
      expect(all.filter((day) => day.inMonth).map(({ day }) => day)).toEqual(
        Array.from({ length: days }, (_, at) => at + 1),
      )
      expect(weeks.every((week) => week.length === 7 && week.some((day) => day.inMonth))).toBe(true)
      expect(new Date(`${all[0]!.date}T00:00:00Z`).getUTCDay()).toBe(1)
    }
  })

  it('goes from month to month over the year', () => {
    expect([monthFrom('2024-12', 1), monthFrom('2024-01', -1), monthFrom('2024-05', 19)]).toEqual([
      '2025-01',
      '2023-12',
      '2025-12',
    ])
  })

  it('has an event on each of its days, and nowhere where its day is unknown', () => {
    const events = [
      event('session', '2024-07-08', '2024-07-10'),
      event('month', '2024-07'),
      event('wrong', '2024-07-09', '2024-07-01'),
    ]
    expect(eventsOn('2024-07-09', events).map(({ id }) => id)).toEqual(['session', 'wrong'])
    expect(eventsOn('2024-07-10', events).map(({ id }) => id)).toEqual(['session'])
    expect(eventsOn('2024-07-11', events)).toEqual([])
  })
})
