import { coded } from '../../words/errors'
import { usePhrases } from '../../words/words'
import { type AnySuggestion, sureness } from './model'

/** How sure the reader is and why, quietly; said of what the clerk has not decided yet. */
export function Why({ suggestion }: { suggestion: AnySuggestion }) {
  const phrases = usePhrases()
  if (suggestion.state !== 'offered') return null
  const sure = sureness(suggestion.confidence)
  const reasons = suggestion.why.map((reason) => coded(phrases, 'reason', reason)).filter((words) => words !== null)
  return (
    <p className={`why ${sure}`} title={reasons.join('; ')}>
      <span className="why-sure">{phrases.t(`ui.review.sure.${sure}`)}</span>
      {reasons.length > 0 && <span> · {reasons.join('; ')}</span>}
    </p>
  )
}
