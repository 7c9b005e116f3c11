import { CheckField } from '../../ui/CheckField'
import { TextField } from '../../ui/Field'
import { RecordPicker } from '../../ui/RecordPicker'
import { useWords, type WordKey } from '../../words/words'
import { BatchCaption } from './BatchCaption'
import { BatchPeople } from './BatchPeople'
import type { Batch, RowProps } from './batch'

type TextName = 'photographers' | 'place' | 'takenOn' | 'rights' | 'physicalDescription'

const hints: Partial<Record<TextName, WordKey>> = {
  photographers: 'photos.field.photographersHint',
  takenOn: 'ui.common.datePattern',
  physicalDescription: 'photos.field.physicalHint',
}

/** The fields of a batch, each with a box that says whether it is written. */
export function BatchFields({ batch, onBatch }: { batch: Batch; onBatch: (batch: Batch) => void }) {
  const t = useWords()
  const row = { batch, onBatch }
  return (
    <div className="batch-fields">
      <BatchCaption {...row} />
      <BatchPeople {...row} />
      <TextRow name="photographers" {...row} />
      <TextRow name="place" {...row} />
      <EventRow {...row} />
      <TextRow name="takenOn" {...row} />
      <TextRow name="rights" {...row} />
      <TextRow name="physicalDescription" {...row} />
      <div className="batch-only">
        <CheckField
          label={t('photos.batch.onlyEmpty')}
          checked={batch.onlyEmpty ?? false}
          onCheck={(onlyEmpty) => onBatch({ ...batch, onlyEmpty })}
        />
      </div>
    </div>
  )
}

function TextRow({ name, batch, onBatch }: RowProps & { name: TextName }) {
  const t = useWords()
  const on = batch[name] !== undefined
  const label = t(`photos.field.${name}`)
  const hint = hints[name] && t(hints[name])
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
      {on && (
        <TextField
          label={label}
          bare
          placeholder={hint}
          data-testid={`batch-${name}`}
          onText={(text) => onBatch({ ...batch, [name]: text })}
        />
      )}
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
