import { useState } from 'react'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { setState } from './edits'
import { fieldId, focusField, point, showMark, usePointed } from './focus'
import { type Form, forms } from './forms'
import { MatchChooser } from './MatchChooser'
import type { AnySuggestion, List, SuggestionOf } from './model'
import { onRowKey } from './rowKeys'
import { SuggestionForm } from './SuggestionForm'
import { SuggestionTools } from './SuggestionTools'
import { useSuggestions } from './useSuggestions'
import { Why } from './Why'

interface Props<K extends List> {
  kind: K
  suggestion: SuggestionOf<K>
}

/** One suggestion: keep, change or drop it by one click, or by space, Enter and Delete. */
export function SuggestionRow<K extends List>({ kind, suggestion }: Props<K>) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const { match } = useSuggestions()
  const form = forms[kind] as unknown as Form<K>
  const name = form.name(suggestion.value)
  const [editing, setEditing] = useState(name === '')
  const pointed = usePointed((state) => state.id === suggestion.id)
  const set = (state: AnySuggestion['state']) => edit(setState(kind, suggestion.id, state))
  const close = () => {
    setEditing(false)
    void match(kind, suggestion.id)
    // An addition left empty was none.
    if (name === '') edit((draft) => ({ ...draft, [kind]: draft[kind].filter(({ id }) => id !== suggestion.id) }))
    else focusField(suggestion.id)
  }
  return (
    <li
      id={fieldId(suggestion.id)}
      className={`suggestion ${suggestion.state} of-${kind}${pointed ? ' pointed' : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the row takes space, Enter, Delete and the arrows
      tabIndex={0}
      data-testid="suggestion"
      data-state={suggestion.state}
      onMouseEnter={() => point(suggestion.id)}
      onMouseLeave={() => point(null)}
      onFocus={(event) => event.target === event.currentTarget && showMark(suggestion.id)}
      onKeyDown={(event) => onRowKey(event, suggestion.state, set, () => setEditing(true), close)}
    >
      <div className="suggestion-top">
        <div className="suggestion-words">
          <Shown name={name} more={editing ? [] : form.more(suggestion.value)} />
        </div>
        <SuggestionTools
          name={name}
          state={suggestion.state}
          set={set}
          onEdit={editing ? close : () => setEditing(true)}
          editing={editing}
        />
      </div>
      {editing && (
        <>
          <SuggestionForm kind={kind} suggestion={suggestion} focusFirst />
          <Button onClick={close} data-testid="suggestion-done">
            {t('ui.review.done')}
          </Button>
        </>
      )}
      {suggestion.state !== 'dropped' && (
        <>
          <MatchChooser kind={kind} suggestion={suggestion} />
          <Why suggestion={suggestion} />
        </>
      )}
    </li>
  )
}

function Shown({ name, more }: { name: string; more: string[] }) {
  return (
    <>
      <p className="suggestion-name">{name}</p>
      {more.map((line) => (
        <p key={line} className="suggestion-more">
          {line}
        </p>
      ))}
    </>
  )
}
