import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { OutputOf } from '#contract/operations'
import { useRead } from '../../engine/queries'
import { useEvents } from '../../state/events'
import { Button, IconButton } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { showDate } from '../../words/dates'
import { usePhrases } from '../../words/words'
import { ListActions } from '../authority/ListActions'
import { monthFrom } from './calendar'
import { EventViews } from './EventsScreen'
import { MonthSheet } from './MonthSheet'

type Months = OutputOf<'event.months'>['months']

/** The events of one month on its sheet, with the way to every other month that has some. */
export function MonthScreen() {
  const { t } = usePhrases()
  const months = useRead('event.months', {})
  const { month: chosen, set } = useEvents()
  const known = months.data?.months.filter(({ month }) => month.length === 7) ?? []
  const month = chosen ?? known[0]?.month ?? '2024-01'
  const ready = months.data !== undefined
  const sheet = useRead('event.calendar', { month }, { enabled: ready, keep: true })
  const count = sheet.data?.events.length ?? 0
  return (
    <Page
      title={t('ui.nav.event')}
      meta={
        <span role="status" data-testid="found">
          {sheet.data ? t('events.month.count', { count, month: showDate(month) }) : ' '}
        </span>
      }
      testId="screen-events"
      actions={
        <>
          <EventViews />
          <ListActions kind="event" />
        </>
      }
    >
      {months.error && <ErrorNote error={months.error} />}
      {sheet.error && <ErrorNote error={sheet.error} />}
      {ready && <MonthChooser month={month} known={known} onMonth={(to) => set({ month: to })} />}
      {sheet.data && <MonthSheet month={month} events={sheet.data.events} />}
    </Page>
  )
}

interface ChooserProps {
  month: string
  known: Months
  onMonth: (month: string) => void
}

function MonthChooser({ month, known, onMonth }: ChooserProps) {
  const { t } = usePhrases()
  const [year = '', nth = ''] = month.split('-')
  const years = [...new Set([...known.map((one) => one.month.slice(0, 4)), year])].sort().reverse()
  const counts = new Map(known.map((one) => [one.month, one.count]))
  const all = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
  const nearest = (way: -1 | 1) => {
    const others = known.map((one) => one.month).filter((one) => (way < 0 ? one < month : one > month))
    return others.sort()[way < 0 ? others.length - 1 : 0] ?? null
  }
  const [before, after] = [nearest(-1), nearest(1)]
  return (
    <div className="month-chooser">
      <IconButton
        icon={ChevronLeft}
        label={t('events.month.previous')}
        onClick={() => onMonth(monthFrom(month, -1))}
        data-testid="month-previous"
      />
      <Choice
        bare
        label={t('events.month.month')}
        value={nth}
        options={all.map((value) => ({
          value,
          label: t('events.month.option', { month: Number(value), count: counts.get(`${year}-${value}`) ?? 0 }),
        }))}
        onChoose={(value) => onMonth(`${year}-${value}`)}
      />
      <Choice
        bare
        label={t('events.month.year')}
        value={year}
        options={years.map((value) => ({ value, label: value }))}
        onChoose={(value) => onMonth(`${value}-${nth}`)}
      />
      <IconButton
        icon={ChevronRight}
        label={t('events.month.next')}
        onClick={() => onMonth(monthFrom(month, 1))}
        data-testid="month-next"
      />
      <span className="month-jumps">
        <Button look="quiet" disabled={!before} onClick={() => before && onMonth(before)} data-testid="month-earlier">
          {t('events.month.earlier')}
        </Button>
        <Button look="quiet" disabled={!after} onClick={() => after && onMonth(after)} data-testid="month-later">
          {t('events.month.later')}
        </Button>
      </span>
    </div>
  )
}
