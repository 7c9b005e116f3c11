import { useRef, useState } from 'react'
import type { AuthorityFields } from '#contract/authority'
import type { EventType } from '#core/model/vocabulary'
import { call } from '../../engine/client'
import { Button } from '../../ui/Button'
import { DateField } from '../../ui/DateField'
import { Dialog } from '../../ui/Dialog'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { eventTypes } from '../../words/vocabulary'
import { useWords } from '../../words/words'
import { KinFields } from './KinFields'
import { OfficesField } from './OfficesField'
import { PortraitField } from './PortraitField'
import { type Entered, enteredOf, fieldsOf, type Kin, type RecordField, recordFields } from './record-forms'

interface Props {
  value: AuthorityFields
  /** Null makes a new record. */
  record: { id: string; updatedAt: string } | null
  kin?: Kin
  /** Photos a portrait may be chosen from. */
  photos?: string[]
  onClose: () => void
  onDone?: (id: string) => void
}

/** Writes a record of any kind: everything on one sheet, nothing kept until it is saved. */
export function EditDialog({
  value,
  record,
  kin = { parent: null, successors: [] },
  photos = [],
  onClose,
  onDone,
}: Props) {
  const t = useWords()
  const caught = useFailures()
  const { kind } = value
  const [entered, setEntered] = useState(() => enteredOf(value, kin))
  const first = useRef(entered).current
  const set = (part: Partial<Entered>) => setEntered((now) => ({ ...now, ...part }))
  const written = fieldsOf(value, entered)
  const save = caught(async () => {
    if (!written) return
    const done = record
      ? await call('authority.update', { ...written, ...record })
      : await call('authority.create', written)
    onClose()
    onDone?.(done.id)
  })
  return (
    <Dialog
      title={t(record ? 'record.edit.title' : 'record.edit.newTitle', { kind: t(`kind.${kind}`) })}
      wide
      testId="dialog-edit-record"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!written} onClick={save} data-testid="record-save">
            {t('record.edit.save')}
          </Button>
        </>
      }
    >
      <div className="record-form">
        {recordFields[kind].map((field) => (
          <OneField key={field.name} field={field} first={first} set={setEntered} />
        ))}
        {kind === 'person' && <OfficesField offices={entered.offices} onOffices={(offices) => set({ offices })} />}
        {kind === 'person' && photos.length > 0 && (
          <PortraitField photos={photos} chosen={entered.portraitId} onChoose={(portraitId) => set({ portraitId })} />
        )}
        {kind !== 'person' && kind !== 'document' && (
          <KinFields kind={kind} self={record?.id ?? null} entered={entered} set={set} />
        )}
      </div>
    </Dialog>
  )
}

interface FieldProps {
  field: RecordField
  first: Entered
  set: (change: (now: Entered) => Entered) => void
}

function OneField({ field: { name, label, as, short, hint }, first, set }: FieldProps) {
  const t = useWords()
  const [type, setType] = useState(first.texts[name] ?? '')
  const onText = (text: string) => set((now) => ({ ...now, texts: { ...now.texts, [name]: text } }))
  const common = { label: t(label), 'data-testid': `record-${name}`, onText, defaultValue: first.texts[name] ?? '' }
  const control = () => {
    switch (as) {
      case 'date':
        return (
          <DateField
            label={t(label)}
            value={first.dates[name] ?? null}
            testId={`record-${name}`}
            onDate={(date) => set((now) => ({ ...now, dates: { ...now.dates, [name]: date } }))}
          />
        )
      case 'event-type':
        return (
          <Choice
            label={t(label)}
            value={type}
            options={eventTypes.map((value: EventType) => ({ value, label: t(`eventType.${value}`) }))}
            onChoose={(value) => {
              setType(value)
              onText(value)
            }}
          />
        )
      case 'lines':
        return <TextAreaField {...common} hint={t('ui.review.onePerLine')} />
      case 'area':
        return <TextAreaField {...common} />
      case 'line':
        return <TextField {...common} hint={hint && t(hint)} />
    }
  }
  return <div className={short ? 'record-field short' : 'record-field'}>{control()}</div>
}
