import { useQuery } from '@tanstack/react-query'
import type { Draft } from '#core/model/draft'
import { useReadOnly } from '../../state/archive'
import { useReview } from '../../state/review'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { useWords } from '../../words/words'
import { FieldsPane } from './FieldsPane'
import { ReviewHead } from './ReviewHead'
import { TextPane } from './TextPane'
import { useFlushing } from './useFlushing'
import './review.css'

/** Xem lại: the text on one side, what was read out of it on the other; one key files it. */
export function ReviewScreen({ draftId }: { draftId: string }) {
  const opening = useOpened(draftId)
  const draft = useReview((state) => state.draft)
  if (opening.error) return <ErrorNote error={opening.error} again={() => void opening.refetch()} />
  if (!opening.isSuccess || draft?.id !== draftId) return <Loading />
  return <Opened draft={draft} />
}

/** Loads the draft for as long as it is looked at; leaving writes what is still unwritten. */
function useOpened(draftId: string) {
  const opening = useQuery({
    queryKey: ['review', draftId],
    queryFn: async () => {
      await useReview.getState().open(draftId)
      return draftId
    },
    gcTime: 0,
    staleTime: Infinity,
  })
  useFlushing()
  return opening
}

function Opened({ draft }: { draft: Draft }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const loaded = useReview((state) => state.loaded)
  return (
    <section className="review" data-testid="screen-review">
      <ReviewHead draft={draft} />
      <fieldset key={loaded} className="review-panes" disabled={readOnly}>
        <legend className="visually-hidden">{t('ui.review.title')}</legend>
        <TextPane draft={draft} />
        <FieldsPane draft={draft} />
      </fieldset>
    </section>
  )
}
