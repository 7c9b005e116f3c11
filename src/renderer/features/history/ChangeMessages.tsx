import { useEffect } from 'react'
import { listen } from '../../engine/client'
import { usePhrases } from '../../words/words'
import { tellChange } from './useUndo'

/** Saved while one types, said beside the text; or leading to a screen that shows what was done. */
const quiet: ReadonlySet<string> = new Set(['draft.save', 'article.save', 'article.revise'])

/** Tells of every change made from this window, each with the way back. */
export function ChangeMessages() {
  const phrases = usePhrases()
  useEffect(() => listen({ done: (change) => quiet.has(change.operation) || tellChange(phrases, change) }), [phrases])
  return null
}
