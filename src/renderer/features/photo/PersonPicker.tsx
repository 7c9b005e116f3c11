import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { fold } from '#core/text/fold'
import { byFit } from '#core/text/name-fit'
import { useRead } from '../../engine/queries'
import { useNamedLately } from '../../state/photos'
import { composing } from '../../ui/Field'
import './person-picker.css'

interface Named {
  id: string
  name: string
  detail?: string
}

interface Props {
  label: string
  hint?: string
  /** Records to be offered first, under their own head. */
  first?: Named[]
  firstLabel?: string
  /** Words of the last choice, which makes a new record. */
  make: (name: string) => string
  onPick: (one: Named | { name: string }) => void
  onCancel: () => void
}

const mostOffered = 8

/**
 * A field that finds a person by name, with or without diacritics. What it offers stands below it and never inside
 * it, and nothing is written into the field, so that no input method loses a letter. Arrows and Enter choose.
 */
export function PersonPicker({ label, hint, first = [], firstLabel, make, onPick, onCancel }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => field.current?.focus(), [])
  const choices = useChoices(text, first, useNamedLately().people)
  const point = Math.min(at, Math.max(0, choices.length - 1))
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return
    const chosen = choices[point]
    if (event.key === 'ArrowDown') setAt((point + 1) % Math.max(1, choices.length))
    else if (event.key === 'ArrowUp') setAt((point + choices.length - 1) % Math.max(1, choices.length))
    else if (event.key === 'Enter' && chosen) onPick(chosen.of)
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: gestures inside are no gestures of what lies beneath
    <div
      className="person-picker"
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && text === '' && onCancel()}
    >
      <label htmlFor={`${id}-field`} className="field-label">
        {label}
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        type="text"
        className="input"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${point}` : undefined}
        aria-autocomplete="list"
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        data-testid="picker"
        onInput={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} className="person-choices" role="listbox" aria-label={firstLabel ?? label}>
        {choices.map(({ of, words, detail }, index) => (
          <div
            key={'id' in of ? of.id : 'new'}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === point}
            className={index === point ? 'person-choice pointed' : 'person-choice'}
            data-testid="picker-choice"
            // The field keeps the focus; a click arrives before it could be lost.
            onPointerDown={(event) => {
              event.preventDefault()
              event.stopPropagation()
              onPick(of)
            }}
          >
            <span>{words(make)}</span>
            {detail && <span className="person-detail">{detail}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}

interface Choice {
  of: Named | { name: string }
  words: (make: Props['make']) => string
  detail?: string | undefined
}

/**
 * Those at hand that fit, those named lately, then those of the archive, each kind with the best answers to what was
 * typed first; last a new one.
 */
function useChoices(text: string, first: Named[], lately: Named[]): Choice[] {
  const words = text.normalize('NFC').trim()
  const held = useRead(
    'authority.list',
    { kind: 'person', text: words, sort: 'fit', limit: mostOffered },
    { keep: true, enabled: words !== '' },
  )
  const wanted = fold(words, 'bare')
  const near = [...first, ...lately].filter(({ name }) => fold(name, 'bare').includes(wanted))
  const found = words === '' ? [] : (held.data?.rows ?? [])
  const ranked = byFit(onceEach([...near, ...found]), words)
  const choices: Choice[] = ranked
    .slice(0, mostOffered)
    .map(({ id, name, detail }) => ({ of: { id, name }, words: () => name, detail }))
  const known = ranked.some(({ name }) => name === words)
  if (words !== '' && !known) choices.push({ of: { name: words }, words: (make) => make(words) })
  return choices
}

function onceEach(all: Named[]): Named[] {
  const seen = new Set<string>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}
