import { useRef } from 'react'
import type { Draft } from '#core/model/draft'
import { useReview } from '../../state/review'
import { useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { afterThis } from './useFiling'

/** Takes a draft out of the queue without filing it; a filed article it revises stays as it is. */
export function DiscardDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = useWords()
  const caught = useFailures()
  const reason = useRef('')
  const discard = caught(async () => {
    const next = await afterThis(draft)
    await useReview.getState().discard(reason.current.trim())
    onClose()
    useRoute.getState().replace(next)
  })
  return (
    <Dialog
      title={t('ui.review.discardTitle')}
      more={t(draft.replaces ? 'ui.review.discardRevision' : 'ui.review.discardMore')}
      testId="dialog-discard"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="danger" onClick={discard} data-testid="discard-do">
            {t('ui.review.discardDo')}
          </Button>
        </>
      }
    >
      <p className="dialog-quote">{draft.text.title || t('ui.review.untitled')}</p>
      <TextField
        label={t('ui.review.discardReason')}
        data-testid="discard-reason"
        onText={(text) => {
          reason.current = text
        }}
      />
    </Dialog>
  )
}
