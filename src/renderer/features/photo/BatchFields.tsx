import type { PhotoFields } from '#contract/photos'
import { CheckField } from '../../ui/CheckField'
import { TextAreaField, TextField } from '../../ui/Field'
import type { Picked } from '../../ui/Picker'
import { RecordPicker } from '../../ui/RecordPicker'
import { readDate } from '../../words/dates'
import { useWords, type WordKey } from '../../words/words'
import { namesIn } from './PhotoFields'

/** What is typed into each ticked field; fields that are not ticked are absent. */
export type Batch = Partial<
  Record<'caption' | 'photographers' | 'place' | 'takenOn' | 'rights' | 'physicalDescription', string>
> & {
  event?: Picked | null
}
type TextName = Exclude<keyof Batch, 'event'>

const names: TextName[] = ['caption', 'photographers', 'place', 'takenOn', 'rights', 'physicalDescription']
const hints: Partial<Record<TextName, WordKey>> = {
  photographers: 'photos.field.photographersHint',
  takenOn: 'ui.common.datePattern',
  physicalDescription: 'photos.field.physicalHint',
}

/** What a batch writes; a date that is none yet is left out. */
export function setOf({ event, photographers, takenOn, ...texts }: Batch): PhotoFields {
  const date = takenOn === undefined ? undefined : readDate(takenOn)
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text?.normalize('NFC').trim()])),
    ...(photographers === undefined ? {} : { photographers: namesIn(photographers) }),
    ...(date === undefined ? {} : { takenOn: date }),
    ...(event === undefined ? {} : { eventId: event?.id ?? null }),
  }
}

/** The fields of a batch, each with a box that says whether it is written. */
export function BatchFields({ batch, onBatch }: { batch: Batch; onBatch: (batch: Batch) => void }) {
  return (
    <div className="batch-fields">
      {names.map((name) => (
        <TextRow key={name} name={name} batch={batch} onBatch={onBatch} />
      ))}
      <EventRow batch={batch} onBatch={onBatch} />
    </div>
  )
}

interface RowProps {
  batch: Batch
  onBatch: (batch: Batch) => void
}

function TextRow({ name, batch, onBatch }: RowProps & { name: TextName }) {
  const t = useWords()
  const on = batch[name] !== undefined
  const label = t(`photos.field.${name}`)
  const hint = hints[name] && t(hints[name])
  const field = {
    label,
    bare: true,
    placeholder: hint,
    'data-testid': `batch-${name}`,
    onText: (text: string) => onBatch({ ...batch, [name]: text }),
  }
  return (
    <div className="batch-row">
      <CheckField
        label={label}
        checked={on}
        onCheck={(ticked) => {
          const { [name]: _, ...others } = batch
          onBatch(ticked ? { ...others, [name]: '' } : others)
        }}
      />
      {on && (name === 'caption' ? <TextAreaField {...field} /> : <TextField {...field} />)}
    </div>
  )
}

function EventRow({ batch, onBatch }: RowProps) {
  const t = useWords()
  const { event, ...others } = batch
  return (
    <div className="batch-row">
      <CheckField
        label={t('photos.field.event')}
        checked={event !== undefined}
        onCheck={(ticked) => onBatch(ticked ? { ...others, event: null } : others)}
      />
      {event !== undefined && (
        <RecordPicker
          kind="event"
          label={t('photos.field.event')}
          hint={event ? undefined : t('photos.field.noEvent')}
          value={event}
          onPick={(picked) => onBatch({ ...others, event: picked })}
          testId="batch-event"
        />
      )}
    </div>
  )
}
