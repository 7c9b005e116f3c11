import { useEffect, useState } from 'react'
import type { Draft } from '#core/model/draft'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { underDialog } from '../../state/dialogs'
import { useReview } from '../../state/review'
import { go, type Route, useRoute } from '../../state/route'
import { composing } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { usePhrases } from '../../words/words'
import { showChange } from '../history/changeMessage'
import { undoing } from '../history/useUndo'
import { fileable } from './forms'

/** Files the draft, by button or Ctrl+Enter, says so and opens the next one waiting. */
export function useFiling(draft: Draft): { file: () => void; busy: boolean } {
  const phrases = usePhrases()
  const { t } = phrases
  const caught = useFailures()
  const readOnly = useReadOnly()
  const [busy, setBusy] = useState(false)
  const file = async () => {
    if (busy || readOnly || !fileable(draft)) return
    setBusy(true)
    try {
      const next = await afterThis(draft)
      const filed = await useReview.getState().file()
      if (!filed) return
      const show = { label: t('ui.review.showFiled'), run: () => go({ screen: 'article', id: filed.articleId }) }
      showChange({
        title: t('ui.review.filed', { serial: filed.serial }),
        more: filed.title,
        action: filed.change ? [show, undoing(phrases, filed.change.sequence)] : show,
      })
      useRoute.getState().replace(next)
    } finally {
      setBusy(false)
    }
  }
  const run = caught(file)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (composing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      if (underDialog()) return
      event.preventDefault()
      void run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return { file: () => void run(), busy }
}

/**
 * Where to go after this draft: to the article it revises, else to the next draft waiting, from the top again after
 * the last, else to the empty queue.
 */
export async function afterThis(draft: Draft): Promise<Route> {
  if (draft.replaces) return { screen: 'article', id: draft.replaces }
  const { rows } = await call('draft.list', {})
  const at = rows.findIndex(({ id }) => id === draft.id)
  const next = rows[at + 1] ?? rows.filter(({ id }) => id !== draft.id).at(0)
  return next ? { screen: 'review', draftId: next.id } : { screen: 'intake' }
}
