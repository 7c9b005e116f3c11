import { Columns2, Copy, Images, Trash2, TriangleAlert } from 'lucide-react'
import type { DraftRow } from '#contract/operations'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { Button, IconButton } from '../../ui/Button'
import { Thumb } from '../../ui/Thumb'
import { useFailures } from '../../ui/useFailures'
import { showDate, showInstant } from '../../words/dates'
import { usePhrases } from '../../words/words'

const namesShown = 3

/** Drafts waiting for a look, oldest first as they came, each with what was recognised in it. */
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
  const readOnly = useReadOnly()
  const caught = useFailures()
  const title = row.title || t('ui.review.untitled')
  const discard = caught(() => call('draft.discard', { id: row.id }))
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
          <span className="queue-title">{title}</span>
          <Recognised row={row} />
          <Facts row={row} />
        </span>
        <Flags row={row} />
      </button>
      {row.duplicates > 0 && (
        <Button
          look="quiet"
          icon={Columns2}
          aria-label={t('queue.compareNamed', { title })}
          onClick={() => showDialog({ name: 'compare-draft', draftId: row.id })}
          data-testid="compare"
        >
          {t('queue.compare')}
        </Button>
      )}
      <IconButton
        icon={Trash2}
        label={t('queue.discard', { title })}
        disabled={readOnly}
        onClick={discard}
        data-testid="queue-discard"
      />
    </li>
  )
}

/** What the reader found: which event, on which day, and who. */
function Recognised({ row: { event, people } }: { row: DraftRow }) {
  const phrases = usePhrases()
  const { t } = phrases
  const type = event && phrases.maybe(`eventType.${event.type}`)
  const named = people.slice(0, namesShown)
  const who =
    named.length === 0
      ? t('queue.noPeople')
      : t('queue.people', { count: people.length, names: named.join(', '), more: people.length - named.length })
  const what = [type, event?.date && showDate(event.date)].filter(Boolean).join(', ')
  return <span className="queue-found">{[what, who].filter(Boolean).join(' · ')}</span>
}

function Facts({ row }: { row: DraftRow }) {
  const { t } = usePhrases()
  const facts = [
    t('ui.count.photos', { count: row.photos }),
    row.uncaptioned > 0 && t('queue.uncaptioned', { count: row.uncaptioned }),
    showInstant(row.receivedAt),
    row.files.join(', '),
  ]
  return <span className="queue-facts">{facts.filter(Boolean).join(' · ')}</span>
}

function Flags({ row }: { row: DraftRow }) {
  const { t } = usePhrases()
  return (
    <>
      {row.duplicates > 0 && (
        <span className="flag stamp">
          <Copy aria-hidden />
          {t('ui.intake.duplicate')}
        </span>
      )}
      {row.nearPhotos > 0 && (
        <span className="flag care" title={t('queue.near', { count: row.nearPhotos })}>
          <Images aria-hidden />
          {row.nearPhotos}
          <span className="visually-hidden">{t('queue.near', { count: row.nearPhotos })}</span>
        </span>
      )}
      {row.warnings > 0 && (
        <span className="flag care">
          <TriangleAlert aria-hidden />
          {t('ui.intake.warnings', { count: row.warnings })}
        </span>
      )}
    </>
  )
}
