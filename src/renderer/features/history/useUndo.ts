import { useMemo } from 'react'
import type { Undone } from '#contract/history'
import { callTold } from '../../engine/client'
import { failureOf } from '../../engine/failure'
import { useArticleEdit } from '../../state/articleEdit'
import { useReview } from '../../state/review'
import { go, useRoute } from '../../state/route'
import { flushUnsaved } from '../../state/unsaved'
import { errorWords } from '../../words/errors'
import { type Phrases, usePhrases } from '../../words/words'
import { showChange } from './changeMessage'
import { blockedBy, sentenceOf } from './sentences'

type Turn = 'undo' | 'redo'

/** Taking back and doing again: the newest change where none is named. Both say what they did, or why they did not. */
export function useUndo(): Record<Turn, (sequence?: number) => Promise<void>> {
  const phrases = usePhrases()
  return useMemo(() => turns(phrases), [phrases])
}

/** The two ways, in the words of one language; for messages that outlive the component that showed them. */
export function turns(phrases: Phrases): Record<Turn, (sequence?: number) => Promise<void>> {
  const turn = async (what: Turn, sequence: number | null): Promise<void> => {
    await flushUnsaved()
    try {
      const { value } = await callTold(`history.${what}`, { sequence })
      await reloadEdited(value)
      tell(what, value)
    } catch (thrown) {
      refuse(what, thrown)
    }
  }
  const tell = (what: Turn, done: Undone) => {
    const back = what === 'undo' ? 'redo' : 'undo'
    showChange({
      title: phrases.t(`past.${what === 'undo' ? 'undone' : 'redone'}`),
      more: sentenceOf(phrases, done),
      action: {
        label: phrases.t(`past.${back}`),
        keys: phrases.t(`past.keys.${back}`),
        run: () => void turn(back, done.of),
      },
    })
  }
  const refuse = (what: Turn, thrown: unknown) => {
    const failure = failureOf(thrown)
    const words = errorWords(phrases, failure)
    const blocked = blockedBy(phrases, failure)
    // Nothing left to undo is news, not a failure that has to be put away by hand.
    const kind = failure.code.startsWith('nothing-to-') ? 'done' : 'error'
    const title = blocked ? phrases.t(`past.refused.${what}`) : words.what
    const toHistory = { label: phrases.t('past.show'), run: () => go({ screen: 'history' }) }
    showChange({ kind, title, more: blocked ?? words.doNext, action: toHistory })
  }
  return {
    undo: (sequence) => turn('undo', sequence ?? null),
    redo: (sequence) => turn('redo', sequence ?? null),
  }
}

/** What is being edited and was put back shows as it now is; what is gone is left. */
async function reloadEdited(done: Undone): Promise<void> {
  const { edit, reload } = useArticleEdit.getState()
  if (edit && done.records.some(({ kind, id }) => kind === 'article' && id === edit.id)) await reload()
  await reloadDraft(done)
}

async function reloadDraft({ records }: Undone): Promise<void> {
  const { draft, open, leave } = useReview.getState()
  if (!draft || !records.some(({ kind, id }) => kind === 'draft' && id === draft.id)) return
  try {
    await open(draft.id)
  } catch {
    leave()
    useRoute.getState().replace({ screen: 'intake' })
  }
}

/** Says that something was changed, with the way back. */
export function tellChange(
  phrases: Phrases,
  change: { sequence: number; operation: string; args: Record<string, string> },
): void {
  showChange({ title: sentenceOf(phrases, change), action: undoing(phrases, change.sequence) })
}

/** The button that takes back one change. */
export const undoing = (phrases: Phrases, sequence: number) => ({
  label: phrases.t('past.undo'),
  keys: phrases.t('past.keys.undo'),
  run: () => void turns(phrases).undo(sequence),
})
