import type { AuthorityRow } from '#core/model/views'
import { showDate } from '../../words/dates'
import { usePhrases } from '../../words/words'

interface Props {
  row: AuthorityRow | undefined
  /** The row above, in a list by date: the month stands only where it begins. */
  above?: AuthorityRow | undefined
  byDate: boolean
}

/** An event of the list: its month where it begins, its day, its title and place, what hangs on it. */
export function EventRowView({ row, above, byDate }: Props) {
  const { t } = usePhrases()
  if (!row) return <span className="skeleton authority-waits" aria-hidden />
  const month = row.date ? showDate(row.date.slice(0, 7)) : t('events.noDate')
  const begins = !byDate || row.date?.slice(0, 7) !== above?.date?.slice(0, 7) || !above
  return (
    <div className="event-row">
      <span className="event-month">
        <span className={begins ? undefined : 'visually-hidden'}>{month}</span>
      </span>
      <span className="event-day">{row.date?.slice(8) || ''}</span>
      <span className="authority-words">
        <span className="authority-name">{row.name}</span>
        <span className="authority-detail">
          {[row.date && showDate(row.date), row.detail].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="authority-counts">
        {t('ui.count.articles', { count: row.articles })}
        {row.photos > 0 && ` · ${t('ui.count.photos', { count: row.photos })}`}
      </span>
    </div>
  )
}
