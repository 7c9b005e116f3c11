import { useState } from 'react'
import type { CalendarEvent } from '#contract/events'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Link } from '../../ui/Link'
import { showDate, showPeriod } from '../../words/dates'
import { useWords } from '../../words/words'
import { type CalendarDay, eventsOn, weeksOf, withoutDay } from './calendar'

interface Props {
  month: string
  events: CalendarEvent[]
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const shownADay = 3

/** A month as a wall calendar has it: weeks from Monday, each day with its events. */
export function MonthSheet({ month, events }: Props) {
  const t = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const loose = withoutDay(month, events)
  return (
    <>
      {loose.length > 0 && (
        <p className="month-loose">
          {t('events.month.noDay')}{' '}
          {loose.map((event) => (
            <EventChip key={event.id} event={event} />
          ))}
        </p>
      )}
      <table className="month" data-testid="month">
        <caption className="visually-hidden">{t('events.month.caption', { month: showDate(month) })}</caption>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                <abbr title={t(`events.weekday.${day}.long`)}>{t(`events.weekday.${day}.short`)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <Day key={day.date} day={day} events={eventsOn(day.date, events)} onOpen={() => setOpen(day.date)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {open && (
        <Dialog
          title={t('events.month.day', { date: showDate(open) })}
          testId="dialog-day"
          onClose={() => setOpen(null)}
        >
          <ul className="day-list">
            {eventsOn(open, events).map((event) => (
              <li key={event.id}>
                <EventChip event={event} />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

function Day({ day, events, onOpen }: { day: CalendarDay; events: CalendarEvent[]; onOpen: () => void }) {
  const t = useWords()
  if (!day.inMonth) return <td className="day other" />
  return (
    <td className={events.length > 0 ? 'day has' : 'day'}>
      <span className="day-number">{day.day}</span>
      {events.slice(0, shownADay).map((event) => (
        <EventChip key={event.id} event={event} />
      ))}
      {events.length > shownADay && (
        <Button look="quiet" className="day-more" onClick={onOpen}>
          {t('events.month.more', { count: events.length - shownADay })}
        </Button>
      )}
    </td>
  )
}

function EventChip({ event }: { event: CalendarEvent }) {
  const t = useWords()
  const { id, title, type, from, to, place, articles } = event
  const facts = [t(`eventType.${type}`), showPeriod(from, to), place, t('ui.count.articles', { count: articles })]
  return (
    <Link to={{ screen: 'event', id }} className="event-chip">
      <span className="event-chip-title" title={[title, ...facts].filter(Boolean).join('\n')}>
        {title}
      </span>
      <span className="event-chip-more">{[t(`eventType.${type}`), place].filter(Boolean).join(' · ')}</span>
    </Link>
  )
}
