import { useEffect, useRef, useState } from 'react'
import { useReview } from '../../state/review'
import { TextAreaField, TextField } from '../../ui/Field'
import { readDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { setSuggestion } from './edits'
import { type FieldSpec, type Form, forms, type Typed } from './forms'
import type { Kind, SuggestionOf } from './model'

interface Props<K extends Kind> {
  kind: K
  suggestion: SuggestionOf<K>
  /** Opened on purpose: the first field is there to type in. */
  focusFirst?: boolean
}

/** The fields of one suggestion. What is typed goes to the draft at once, so that nothing typed can be lost. */
export function SuggestionForm<K extends Kind>({ kind, suggestion, focusFirst }: Props<K>) {
  const edit = useReview((state) => state.edit)
  const form = forms[kind] as Form<K>
  const first = useRef<Typed>(form.toTyped(suggestion.value))
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusFirst) fields.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [focusFirst])
  const onText = (name: string) => (text: string) =>
    edit(
      setSuggestion(kind, suggestion.id, (now) => ({
        ...now,
        value: form.fromTyped({ ...form.toTyped(now.value), [name]: text }, now.value),
        state: 'changed',
      })),
    )
  return (
    <div className="suggestion-form" ref={fields}>
      {form.fields.map((spec) => (
        <OneField key={spec.name} spec={spec} value={first.current[spec.name] ?? ''} onText={onText(spec.name)} />
      ))}
    </div>
  )
}

function OneField({ spec, value, onText }: { spec: FieldSpec; value: string; onText: (text: string) => void }) {
  const t = useWords()
  const [wrong, setWrong] = useState(false)
  const common = { label: t(spec.label), defaultValue: value, onText, 'data-testid': `field-${spec.name}` }
  if (spec.as === 'area') return <TextAreaField {...common} />
  if (spec.as === 'lines') return <TextAreaField {...common} hint={t('ui.review.onePerLine')} />
  if (spec.as === 'line') return <TextField {...common} />
  return (
    <TextField
      {...common}
      className="input"
      placeholder={t('ui.common.datePattern')}
      error={wrong ? t('ui.common.noDate') : null}
      onBlur={(event) => setWrong(readDate(event.currentTarget.value) === undefined)}
    />
  )
}
