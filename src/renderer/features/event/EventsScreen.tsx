import { CalendarDays, List } from 'lucide-react'
import { useEvents } from '../../state/events'
import { IconButton } from '../../ui/Button'
import { useWords } from '../../words/words'
import { AuthorityScreen } from '../authority/AuthorityScreen'
import { MonthScreen } from './MonthScreen'
import './event.css'

/** Sự kiện: as a list by month, or as the sheet of one month. */
export function EventsScreen() {
  const view = useEvents((state) => state.view)
  return view === 'month' ? <MonthScreen /> : <AuthorityScreen kind="event" more={<EventViews />} />
}

const views = { list: List, month: CalendarDays } as const

/** The two ways to look at events. */
export function EventViews() {
  const t = useWords()
  const { view, set } = useEvents()
  return (
    <div className="view-choice" role="toolbar" aria-label={t('events.view.label')}>
      {(Object.keys(views) as (keyof typeof views)[]).map((name) => (
        <IconButton
          key={name}
          icon={views[name]}
          label={t(`events.view.${name}`)}
          pressed={view === name}
          onClick={() => set({ view: name })}
          data-testid={`events-${name}`}
        />
      ))}
    </div>
  )
}
