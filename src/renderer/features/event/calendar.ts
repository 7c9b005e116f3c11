import type { CalendarEvent } from '#contract/events'

/** A day of a month's sheet; days of the months before and after fill the first and last week. */
export interface CalendarDay {
  date: string
  day: number
  inMonth: boolean
}

const two = (n: number) => String(n).padStart(2, '0')
const iso = (date: Date) => date.toISOString().slice(0, 10)

/** The weeks of a month (`2024-07`), each from Monday. */
export function weeksOf(month: string): CalendarDay[][] {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  const first = new Date(Date.UTC(year, nth - 1, 1))
  const start = new Date(first)
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7))
  const weeks: CalendarDay[][] = []
  for (let at = start; weeks.length === 0 || iso(at).slice(0, 7) <= month; ) {
    const week = Array.from({ length: 7 }, (_, nth) => {
      const date = new Date(at)
      date.setUTCDate(at.getUTCDate() + nth)
      return { date: iso(date), day: date.getUTCDate(), inMonth: iso(date).slice(0, 7) === month }
    })
    weeks.push(week)
    at = new Date(at)
    at.setUTCDate(at.getUTCDate() + 7)
  }
  return weeks
}

/** The month so many months away. */
export function monthFrom(month: string, away: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  const months = year * 12 + nth - 1 + away
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`
}

/** Events of a day; those that began earlier come first, so that they stand in one row. */
export function eventsOn(date: string, events: readonly CalendarEvent[]): CalendarEvent[] {
  return events.filter(({ from, to }) => from?.length === 10 && from <= date && date <= lastDay(from, to))
}

const lastDay = (from: string, to: string | null): string => (to && to.length === 10 && to > from ? to : from)

/** Events of which only the month is known. */
export const withoutDay = (month: string, events: readonly CalendarEvent[]): CalendarEvent[] =>
  events.filter(({ from }) => from === month)
