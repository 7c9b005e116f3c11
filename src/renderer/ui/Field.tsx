import {
  type ComponentPropsWithRef,
  type CompositionEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
} from 'react'

interface Labelled {
  label: string
  hint?: string
  error?: string | null
  /** The label is there for screen readers only. */
  bare?: boolean
}

/** Hears what is typed once each letter is put together; never in the middle of one. */
export const whenTyped = (hear: (text: string) => void) => ({
  onInput: (event: FormEvent<HTMLInputElement>) => {
    if (!(event.nativeEvent as InputEvent).isComposing) hear(event.currentTarget.value)
  },
  onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => hear(event.currentTarget.value),
})

interface TextFieldProps extends Labelled, Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange'> {
  /** Called with what stands in the field at every change. */
  onText?: (text: string) => void
}

/**
 * A line of text. Uncontrolled: nothing is written back into the field while someone types, so that no Vietnamese
 * input method loses or doubles a letter. Give a new `key` to show another value.
 */
export function TextField({ label, hint, error, bare, onText, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error} bare={bare}>
      <input
        id={id}
        type="text"
        className="input"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={Boolean(error)}
        aria-describedby={hint || error ? `${id}-more` : undefined}
        onInput={(event) => onText?.(event.currentTarget.value)}
        {...rest}
      />
    </Frame>
  )
}

interface TextAreaFieldProps extends Labelled, Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> {
  onText?: (text: string) => void
}

/** Several lines of text that grow with what is typed; uncontrolled for the same reason. */
export function TextAreaField({ label, hint, error, bare, onText, ...rest }: TextAreaFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error} bare={bare}>
      <textarea
        id={id}
        rows={1}
        className="input area"
        spellCheck={false}
        onInput={(event) => onText?.(event.currentTarget.value)}
        {...rest}
      />
    </Frame>
  )
}

interface ChoiceProps extends Labelled {
  value: string
  options: { value: string; label: string }[]
  onChoose: (value: string) => void
}

/** One of a few choices, with the system's own list. */
export function Choice({ label, hint, bare, value, options, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} bare={bare}>
      <select id={id} className="input select" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function Frame({ id, label, hint, error, bare, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={bare ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children}
      {(error || hint) && (
        <p id={`${id}-more`} className={error ? 'field-error' : 'field-hint'}>
          {error || hint}
        </p>
      )}
    </div>
  )
}

/** True for what text is typed into, or that has keys of its own. */
export const isField = (element: Element): boolean =>
  element.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])') ||
  (element instanceof HTMLElement && element.isContentEditable)

/** True while an input method is still putting a letter together: such keys are nobody else's business. */
export const composing = (event: KeyboardEvent | globalThis.KeyboardEvent): boolean =>
  'nativeEvent' in event ? event.nativeEvent.isComposing : event.isComposing
