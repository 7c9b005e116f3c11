import { z } from 'zod'
import { Event } from '#core/model/authority'
import { query } from './operation'

/** A month: `2024-07`. */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** An event on the calendar with how much hangs on it. */
export const CalendarEvent = Event.pick({
  id: true,
  title: true,
  type: true,
  from: true,
  to: true,
  place: true,
}).extend({ articles: z.number().int(), photos: z.number().int() })
export type CalendarEvent = z.infer<typeof CalendarEvent>

export const eventOperations = {
  /** In which months events began, newest first (`2024` where only the year is known), and how many have no date. */
  'event.months': query(
    z.object({}),
    z.object({
      months: z.array(z.object({ month: z.string(), count: z.number().int() })),
      undated: z.number().int(),
    }),
  ),
  /** Events that lie in a month or reach into it, by date. */
  'event.calendar': query(z.object({ month: Month }), z.object({ events: z.array(CalendarEvent) })),
} as const
