import type { Event } from '#core/model/authority'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'

/** Nothing an office reports lasts longer; what began earlier is not looked through for each month. */
const longestMonths = 3

export const eventMonths: Handler<'event.months'> = (context) => openArchiveOf(context).index.eventMonths()

export const eventCalendar: Handler<'event.calendar'> = async (context, { month }) => {
  const archive = openArchiveOf(context)
  const rows = await archive.index.eventsBegun(monthsBefore(month, longestMonths), `${month}-31`)
  const counts = new Map(rows.map((row) => [row.id, row]))
  const events = await archive.getMany(
    'event',
    rows.map(({ id }) => id),
  )
  return {
    events: events
      .filter((event) => reaches(event, month))
      .map(({ id, title, type, from, to, place }) => {
        const { articles = 0, photos = 0 } = counts.get(id) ?? {}
        return { id, title, type, from, to, place, articles, photos }
      }),
  }
}

/** Whether an event lies in a month at least in part; one whose end is unknown lasts a day. */
function reaches({ from, to }: Event, month: string): boolean {
  if (!from || from.length < 7) return false
  return from.slice(0, 7) <= month && (to ?? from).slice(0, 7) >= month
}

function monthsBefore(month: string, many: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  const months = year * 12 + nth - 1 - many
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
