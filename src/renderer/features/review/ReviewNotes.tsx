import { Columns2, Copy, TriangleAlert } from 'lucide-react'
import type { Draft, Duplicate } from '#core/model/draft'
import { showDialog } from '../../state/dialogs'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { Link } from '../../ui/Link'
import { warningWords } from '../../words/errors'
import { usePhrases } from '../../words/words'
import { notDuplicate } from './edits'

/** What the clerk should know before filing: the same thing is here already, or something could not be read. */
export function ReviewNotes({ draft }: { draft: Draft }) {
  const phrases = usePhrases()
  return (
    <>
      {draft.duplicates.map((duplicate) => (
        <DuplicateNote key={duplicate.id} draftId={draft.id} duplicate={duplicate} />
      ))}
      {draft.warnings.length > 0 && (
        <div className="note care" data-testid="warnings">
          <TriangleAlert aria-hidden />
          <ul>
            {draft.warnings.map((warning) => (
              <li key={JSON.stringify(warning)}>{warningWords(phrases, warning)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function DuplicateNote({ draftId, duplicate }: { draftId: string; duplicate: Duplicate }) {
  const { t } = usePhrases()
  const edit = useReview((state) => state.edit)
  const to =
    duplicate.of === 'article'
      ? ({ screen: 'article', id: duplicate.id } as const)
      : ({ screen: 'review', draftId: duplicate.id } as const)
  return (
    <div className="note error" data-testid="duplicate">
      <Copy aria-hidden />
      <div>
        <p className="note-title">{t(`ui.review.duplicate.${duplicate.because}`)}</p>
        <p>
          {t(`ui.review.duplicate.${duplicate.of}`)} <Link to={to}>{duplicate.title || t('ui.review.untitled')}</Link>
        </p>
        <Button icon={Columns2} onClick={() => showDialog({ name: 'compare-draft', draftId })} data-testid="compare">
          {t('queue.compare')}
        </Button>
        <Button look="quiet" onClick={() => edit(notDuplicate(duplicate.id))} data-testid="not-duplicate">
          {t('queue.beside.different')}
        </Button>
      </div>
    </div>
  )
}
