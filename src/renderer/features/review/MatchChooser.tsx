import { useId } from 'react'
import { useReview } from '../../state/review'
import { coded } from '../../words/errors'
import { usePhrases } from '../../words/words'
import { choose } from './edits'
import type { AnySuggestion, Kind } from './model'

/** Which record of the archive a suggestion means, or a new one; there only where records may be meant. */
export function MatchChooser({ kind, suggestion }: { kind: Kind; suggestion: AnySuggestion }) {
  const phrases = usePhrases()
  const { t } = phrases
  const edit = useReview((state) => state.edit)
  const id = useId()
  const { matches, chosen } = suggestion
  if (matches.length === 0) return null
  const taken = matches.find((match) => match.id === chosen)
  const reason = taken && coded(phrases, 'match', taken.reason)
  return (
    <div className={chosen ? 'match known' : 'match'}>
      <label htmlFor={id}>{t(chosen ? 'ui.review.match.known' : 'ui.review.match.new')}</label>
      <select
        id={id}
        className="match-choice"
        value={chosen ?? ''}
        data-testid="match"
        onChange={(event) => edit(choose(kind, suggestion.id, event.currentTarget.value || null))}
      >
        {matches.map((match) => (
          <option key={match.id} value={match.id}>
            {[match.name, match.detail].filter(Boolean).join(' — ')}
          </option>
        ))}
        <option value="">{t('ui.review.match.makeNew')}</option>
      </select>
      {reason && <span className="match-why">{reason}</span>}
    </div>
  )
}
