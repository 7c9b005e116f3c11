import { useRef, useState } from 'react'
import type { PhotoFields as Fields, PhotoView } from '#contract/photos'
import { useReadOnly } from '../../state/archive'
import { TextAreaField, TextField } from '../../ui/Field'
import { readDate, showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { useDescribing } from './useDescribing'
import { useSaved } from './useSaved'

/** Names set apart by semicolons. */
export const namesIn = (text: string): string[] =>
  text
    .split(';')
    .map((name) => name.normalize('NFC').trim())
    .filter(Boolean)

const clean = (text: string): string => text.normalize('NFC').trim()

/** Who took a photo, where and when, whose it is, what it is on: each written when it is left. */
export function PhotoFields({ view: { photo } }: { view: PhotoView }) {
  const t = useWords()
  return (
    <div className="viewer-credit">
      <One
        id={photo.id}
        label={t('ui.photo.by')}
        value={photo.photographers.join('; ')}
        read={(text) => ({ photographers: namesIn(text) })}
        testId="photo-by"
      />
      <One
        id={photo.id}
        label={t('ui.photo.where')}
        value={photo.place}
        read={(text) => ({ place: clean(text) })}
        testId="photo-place"
      />
      <TakenOn id={photo.id} date={photo.takenOn} />
      <One
        id={photo.id}
        label={t('photos.field.rights')}
        value={photo.rights}
        read={(text) => ({ rights: clean(text) })}
        testId="photo-rights"
      />
      <One
        id={photo.id}
        label={t('photos.field.physicalDescription')}
        hint={t('photos.field.physicalHint')}
        value={photo.physicalDescription}
        read={(text) => ({ physicalDescription: clean(text) })}
        testId="photo-physical"
        area
      />
    </div>
  )
}

interface OneProps {
  id: string
  label: string
  hint?: string
  value: string
  read: (text: string) => Fields
  testId: string
  area?: boolean
}

function One({ id, label, hint, value, read, testId, area }: OneProps) {
  const readOnly = useReadOnly()
  const describe = useDescribing(id)
  const { current: first } = useRef(value)
  const { save, onText } = useSaved(first, (text) => describe(() => read(text)))
  const props = { label, readOnly, defaultValue: first, onText, onBlur: () => void save(), 'data-testid': testId }
  return area ? <TextAreaField {...props} placeholder={hint} /> : <TextField {...props} placeholder={hint} />
}

function TakenOn({ id, date }: { id: string; date: string | null }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const describe = useDescribing(id)
  const [wrong, setWrong] = useState(false)
  const { current: first } = useRef(date ? showDate(date) : '')
  const { save, onText } = useSaved(first, async (text) => {
    const takenOn = readDate(text)
    if (takenOn !== undefined) await describe(() => ({ takenOn }))
  })
  return (
    <TextField
      label={t('photos.field.takenOn')}
      placeholder={t('ui.common.datePattern')}
      defaultValue={first}
      readOnly={readOnly}
      error={wrong ? t('ui.common.noDate') : null}
      data-testid="photo-taken"
      onText={onText}
      onBlur={(event) => {
        setWrong(readDate(event.currentTarget.value) === undefined)
        void save()
      }}
    />
  )
}
