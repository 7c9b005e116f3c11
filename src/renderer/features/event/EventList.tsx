import type { Event } from '#core/model/authority'
import { AuthorityLink } from '../../ui/AuthorityLink'
import { showPeriod } from '../../words/dates'

/** Events as links with their time and place. */
export function EventList({ events }: { events: Event[] }) {
  return (
    <ul className="record-list">
      {events.map((event) => (
        <li key={event.id}>
          <AuthorityLink kind="event" id={event.id}>
            {event.title}
          </AuthorityLink>
          <p className="side-more">{[showPeriod(event.from, event.to), event.place].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
