import { Check, PencilLine, RotateCcw, X } from 'lucide-react'
import { IconButton } from '../../ui/Button'
import { useWords } from '../../words/words'
import type { AnySuggestion } from './model'

interface Props {
  name: string
  state: AnySuggestion['state']
  set: (state: AnySuggestion['state']) => void
  editing: boolean
  onEdit: () => void
}

/** Keep, change and drop; or take back what was dropped. */
export function SuggestionTools({ name, state, set, editing, onEdit }: Props) {
  const t = useWords()
  if (state === 'dropped') {
    return (
      <div className="suggestion-tools">
        <IconButton
          icon={RotateCcw}
          label={t('ui.review.takeBackNamed', { name })}
          data-testid="take-back"
          onClick={() => set('offered')}
        />
      </div>
    )
  }
  const kept = state === 'accepted' || state === 'changed'
  return (
    <div className="suggestion-tools">
      <IconButton
        icon={Check}
        label={t('ui.review.acceptNamed', { name })}
        pressed={kept}
        data-testid="accept"
        onClick={() => set(kept ? 'offered' : 'accepted')}
      />
      <IconButton
        icon={PencilLine}
        label={t('ui.review.editNamed', { name })}
        pressed={editing}
        data-testid="edit"
        onClick={onEdit}
      />
      <IconButton
        icon={X}
        label={t('ui.review.dropNamed', { name })}
        data-testid="drop"
        onClick={() => set('dropped')}
      />
    </div>
  )
}
