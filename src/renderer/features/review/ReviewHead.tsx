import { Archive, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Draft } from '#core/model/draft'
import { CallFailed } from '../../engine/failure'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { useFailures } from '../../ui/useFailures'
import { usePhrases } from '../../words/words'
import { DiscardDialog } from './DiscardDialog'
import { fileable } from './forms'
import { useFiling } from './useFiling'

/** Where in the queue this draft is, whether it is saved, and what to do with it. */
export function ReviewHead({ draft }: { draft: Draft }) {
  const { t } = usePhrases()
  const readOnly = useReadOnly()
  const { file, busy } = useFiling(draft)
  const [discarding, setDiscarding] = useState(false)
  const rows = useRead('draft.list', {}).data?.rows ?? []
  const at = rows.findIndex(({ id }) => id === draft.id)
  return (
    <>
      <header className="review-head">
        <div className="review-where">
          <h1 className="review-title" tabIndex={-1}>
            {t(draft.replaces ? 'ui.review.revising' : 'ui.review.title')}
          </h1>
          {at >= 0 && rows.length > 1 && (
            <p className="review-place">{t('ui.review.place', { at: at + 1, of: rows.length })}</p>
          )}
          <Saved />
          {!fileable(draft) && (
            <p className="review-needs" data-testid="needs-title">
              {t('ui.review.needsTitle')}
            </p>
          )}
        </div>
        <div className="page-actions">
          <Button
            look="quiet"
            icon={Trash2}
            disabled={readOnly}
            onClick={() => setDiscarding(true)}
            data-testid="discard"
          >
            {t('ui.review.discard')}
          </Button>
          <Button
            look="primary"
            icon={Archive}
            keys="Ctrl ⏎"
            disabled={readOnly || busy || !fileable(draft)}
            onClick={file}
            data-testid="file"
          >
            {t('ui.review.file')}
          </Button>
        </div>
      </header>
      <Failure draftId={draft.id} />
      {discarding && <DiscardDialog draft={draft} onClose={() => setDiscarding(false)} />}
    </>
  )
}

function Saved() {
  const { t } = usePhrases()
  const { dirty, savedAt } = useReview()
  const words = dirty ? t('ui.review.saving') : savedAt ? t('ui.review.saved', { time: savedAt }) : ''
  return (
    <p className="review-saved" role="status" data-testid="saved" data-dirty={dirty}>
      {words}
    </p>
  )
}

function Failure({ draftId }: { draftId: string }) {
  const { t } = usePhrases()
  const { failure, open, flush } = useReview()
  const caught = useFailures()
  if (!failure) return null
  const changed = failure.code === 'record-changed-meanwhile'
  return (
    <div className="review-failure">
      <ErrorNote error={new CallFailed(failure)} />
      <Button onClick={caught(() => (changed ? open(draftId) : flush()))}>
        {t(changed ? 'ui.review.reload' : 'ui.common.again')}
      </Button>
    </div>
  )
}
