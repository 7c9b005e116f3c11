import { Copy, TriangleAlert } from 'lucide-react'
import type { DraftRow } from '#contract/operations'
import { go } from '../../state/route'
import { Thumb } from '../../ui/Thumb'
import { showInstant } from '../../words/dates'
import { usePhrases } from '../../words/words'

/** Drafts waiting for a look, oldest first as they came. */
export function Queue({ rows }: { rows: DraftRow[] }) {
  const { t } = usePhrases()
  return (
    <section aria-label={t('ui.intake.queue')} data-testid="queue">
      <h2 className="section-title">{t('ui.intake.queue')}</h2>
      <ul className="queue">
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function QueueRow({ row }: { row: DraftRow }) {
  const { t } = usePhrases()
  const facts = [t('ui.count.photos', { count: row.photos }), showInstant(row.receivedAt), row.files.join(', ')]
  return (
    <li className="queue-row">
      <button
        type="button"
        className="queue-open"
        data-testid="draft"
        onClick={() => go({ screen: 'review', draftId: row.id })}
      >
        <span className="queue-thumb">
          <Thumb photoId={row.thumbnails[0] ?? null} />
        </span>
        <span className="queue-words">
          <span className="queue-title">{row.title || t('ui.review.untitled')}</span>
          <span className="queue-facts">{facts.filter(Boolean).join(' · ')}</span>
        </span>
        {row.duplicates > 0 && (
          <span className="flag stamp">
            <Copy aria-hidden />
            {t('ui.intake.duplicate')}
          </span>
        )}
        {row.warnings > 0 && (
          <span className="flag care">
            <TriangleAlert aria-hidden />
            {t('ui.intake.warnings', { count: row.warnings })}
          </span>
        )}
      </button>
    </li>
  )
}
