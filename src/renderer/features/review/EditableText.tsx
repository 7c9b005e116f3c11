import { PencilLine } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Block } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import { useReadOnly } from '../../state/archive'
import { type Stretch, segments } from '../../text/segments'
import { IconButton } from '../../ui/Button'
import { composing } from '../../ui/Field'
import { useWords } from '../../words/words'
import { Mark } from './Mark'
import type { Marked } from './model'

interface Props {
  as: Block['kind'] | 'title' | 'lede'
  part: TextSpan['part']
  index?: number
  label: string
  /** Shown where there are no words. */
  empty: string
  text: string
  marks: Stretch<Marked>[]
  onText: (text: string) => void
  onLeave?: () => void
}

/** A piece of text to read with its marks; a double click or its pencil makes it a plain text field. */
export function EditableText({ as, part, index = 0, label, empty, text, marks, onText, onLeave }: Props) {
  const t = useWords()
  const readOnly = useReadOnly()
  // A paragraph just added is there to be typed into.
  const [editing, setEditing] = useState(part === 'body' && text === '')
  if (editing) {
    return (
      <Editor
        as={as}
        label={label}
        text={text}
        onText={onText}
        onLeave={() => {
          setEditing(false)
          onLeave?.()
        }}
      />
    )
  }
  const edit = () => !readOnly && setEditing(true)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pencil beside it does the same by keyboard
    <div className={`piece ${as}`} onDoubleClick={edit} data-part={part} data-index={index}>
      <p className="piece-words" data-testid={`text-${part}`}>
        {text === '' && <span className="piece-empty">{empty}</span>}
        {segments(text, marks).map(({ start, words, of }) =>
          of ? (
            <Mark key={start} start={start} marked={of} words={words} />
          ) : (
            <span key={start} data-start={start}>
              {words}
            </span>
          ),
        )}
      </p>
      <IconButton
        icon={PencilLine}
        label={t('ui.review.editNamed', { name: label })}
        className="piece-edit"
        disabled={readOnly}
        onClick={edit}
      />
    </div>
  )
}

function Editor({
  as,
  label,
  text,
  onText,
  onLeave,
}: Pick<Props, 'as' | 'label' | 'text' | 'onText'> & { onLeave: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.key !== 'Escape') return
    event.preventDefault()
    area.current?.blur()
  }
  return (
    <div className={`piece ${as}`}>
      <textarea
        ref={area}
        rows={1}
        className="piece-words piece-area"
        aria-label={label}
        defaultValue={text}
        spellCheck={false}
        data-testid="text-editor"
        onInput={(event) => onText(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
