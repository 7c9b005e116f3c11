import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useRead } from '../engine/queries'
import { useWords } from '../words/words'
import { composing, whenTyped } from './Field'
import './tags.css'

/** A record that was chosen, or a name to make a new one of. */
export interface Picked {
  name: string
  chosen: string | null
}

export type PickKind = 'event' | 'person' | 'organization' | 'place' | 'dossier'

interface Props {
  kind: PickKind
  label: string
  picked: Picked[]
  onChange: (picked: Picked[]) => void
  /** One at most. */
  single?: boolean
  /** Records that are no choice, besides those picked. */
  without?: readonly string[]
  /** Only what there is. */
  noNew?: boolean
}

interface Option extends Picked {
  detail: string
}

const most = 8

/**
 * Chooses records by a few letters of their names, with or without marks, or a new one by its whole name. The list
 * stands below the field and nothing is written into it, so that no input method loses a letter.
 */
export function TagPicker({ kind, label, picked, onChange, single, noNew, without = [] }: Props) {
  const t = useWords()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const options = useOptions(kind, typed, [...picked.map(({ chosen }) => chosen), ...without], noNew === true)
  const open = typed !== '' && options.length > 0
  const at = Math.min(active, options.length - 1)
  const clear = () => {
    setTyped('')
    setActive(0)
    if (field.current) field.current.value = ''
  }
  const choose = ({ name, chosen }: Option) => {
    onChange(single ? [{ name, chosen }] : [...picked, { name, chosen }])
    clear()
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || !open) return
    const option = options[at]
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, options.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && option) choose(option)
    else if (event.key === 'Escape') clear()
    else return
    event.preventDefault()
    // Esc closes the list, not the dialog around it.
    event.stopPropagation()
  }
  return (
    <div className="field tags-field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <Chosen picked={picked} onChange={onChange} />
      <input
        ref={field}
        id={id}
        type="text"
        className="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('find.pick.hint')}
        data-testid={`pick-${kind}`}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => document.activeElement !== field.current && clear(), 150)}
        {...whenTyped((text) => setTyped(text.trim()))}
      />
      {open && (
        <div id={`${id}-list`} role="listbox" aria-label={label} className="tags-list" data-testid="pick-list">
          {options.map((option, nth) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, where the focus stays
            <div
              key={option.chosen ?? 'new'}
              id={`${id}-${nth}`}
              role="option"
              tabIndex={-1}
              aria-selected={nth === at}
              className={nth === at ? 'tags-option active' : 'tags-option'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.chosen === null && <Plus aria-hidden />}
              <span>{option.chosen === null ? t('find.pick.make', { name: option.name }) : option.name}</span>
              {option.detail && <span className="tags-detail">{option.detail}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function Chosen({ picked, onChange }: Pick<Props, 'picked' | 'onChange'>) {
  const t = useWords()
  if (picked.length === 0) return null
  return (
    <ul className="picked">
      {picked.map((one) => (
        <li key={one.chosen ?? one.name}>
          <button
            type="button"
            className="filter-chip"
            aria-label={t('find.pick.drop', { name: one.name })}
            onClick={() => onChange(picked.filter((other) => other !== one))}
          >
            {one.name}
            {one.chosen === null && <span className="chip">{t('find.pick.new')}</span>}
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What the letters typed may mean, and a new record last; what is chosen already is left out. */
function useOptions(kind: PickKind, typed: string, known: (string | null)[], noNew: boolean): Option[] {
  const authority = kind === 'dossier' ? 'event' : kind
  const names = useRead(
    'authority.list',
    { kind: authority, text: typed, sort: 'fit', limit: most },
    { enabled: typed !== '' && kind !== 'dossier', keep: true },
  ).data?.rows
  const dossiers = useRead(
    'dossier.list',
    { text: typed, status: 'open', limit: most },
    { enabled: typed !== '' && kind === 'dossier', keep: true },
  ).data?.rows
  const found: Option[] =
    kind === 'dossier'
      ? (dossiers ?? []).map(({ id, code, title }) => ({ name: title, chosen: id, detail: code }))
      : (names ?? []).map(({ id, name, detail }) => ({ name, chosen: id, detail }))
  const taken = new Set(known)
  const free = found.filter(({ chosen }) => !taken.has(chosen))
  return noNew || kind === 'dossier' ? free : [...free, { name: typed, chosen: null, detail: '' }]
}
