import { Check, PencilLine, RotateCcw, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useReview } from '../../state/review'
import { Button, IconButton } from '../../ui/Button'
import { composing } from '../../ui/Field'
import { useWords } from '../../words/words'
import { setState } from './edits'
import { fieldId, focusField, point, showMark, usePointed } from './focus'
import { type Form, forms } from './forms'
import { MatchChooser } from './MatchChooser'
import type { AnySuggestion, List, SuggestionOf } from './model'
import { SuggestionForm } from './SuggestionForm'
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
        <Tools name={name} state={suggestion.state} set={set} onEdit={() => setEditing(!editing)} editing={editing} />
      </div>
      {editing && (
        <>
          <SuggestionForm kind={kind} suggestion={suggestion} />
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

interface ToolsProps {
  name: string
  state: AnySuggestion['state']
  set: (state: AnySuggestion['state']) => void
  editing: boolean
  onEdit: () => void
}

function Tools({ name, state, set, editing, onEdit }: ToolsProps) {
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

function onRowKey(
  event: KeyboardEvent<HTMLElement>,
  state: AnySuggestion['state'],
  set: (state: AnySuggestion['state']) => void,
  edit: () => void,
  close: () => void,
): void {
  if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return
  const row = event.currentTarget
  if (event.key === 'Escape' && event.target !== row) close()
  else if (event.target !== row) return
  else if (event.key === ' ') set(state === 'accepted' ? 'offered' : 'accepted')
  else if (event.key === 'Delete') set(state === 'dropped' ? 'offered' : 'dropped')
  else if (event.key === 'Enter' || event.key === 'F2') edit()
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(row, event.key === 'ArrowDown' ? 1 : -1)
  else return
  event.preventDefault()
}

/** To the next or former suggestion, across the lists. */
function step(row: HTMLElement, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.suggestion')]
  rows[rows.indexOf(row) + by]?.focus()
}
