import type { AuthorityRow } from '#core/model/views'
import { showDate } from '../../words/dates'
import { usePhrases } from '../../words/words'

/** A record of the authority lists in one line, with how much hangs on it. */
export function AuthorityRowView({ row }: { row: AuthorityRow | undefined }) {
  const { t } = usePhrases()
  if (!row) return <span className="skeleton authority-waits" aria-hidden />
  return (
    <div className="authority-row">
      <span className="authority-words">
        <span className="authority-name">{row.name}</span>
        <span className="authority-detail">
          {[row.kind === 'event' && row.date && showDate(row.date), row.detail].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="authority-counts">
        {t('ui.count.articles', { count: row.articles })}
        {row.photos > 0 && ` · ${t('ui.count.photos', { count: row.photos })}`}
      </span>
    </div>
  )
}
