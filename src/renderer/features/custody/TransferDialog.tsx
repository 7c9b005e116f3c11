import { useState } from 'react'
import type { PartialDate } from '#core/model/common'
import { type Transfer, TransferFields } from '#core/model/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { Button } from '../../ui/Button'
import { DateField } from '../../ui/DateField'
import { Dialog } from '../../ui/Dialog'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { Loading } from '../../ui/Loading'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { Missing } from './Missing'
import { missingIn, partyOf, type TransferDraft, transferDraftOf, transferFieldsOf } from './transfer-form'

interface Props {
  transfer: Transfer | null
  /** Dossiers that a new one begins with. */
  dossiers?: string[]
  onClose: () => void
  onDone?: (id: string) => void
}

/** Writes what a hand-over is: what, when, from whom to whom. A new one begins with what the settings say. */
export function TransferDialog(props: Props) {
  const settings = useRead('archive.settings', {})
  const others = useRead('transfer.list', { limit: 500 })
  if (!settings.data || !others.data) return <Loading />
  const earlier = others.data.rows.filter(({ id }) => id !== props.transfer?.id)
  return (
    <Form
      {...props}
      first={transferDraftOf(props.transfer, settings.data)}
      earlier={earlier.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

interface FormProps extends Props {
  first: TransferDraft
  earlier: { value: string; label: string }[]
}

function Form({ transfer, dossiers = [], first, earlier, onClose, onDone }: FormProps) {
  const t = useWords()
  const caught = useFailures()
  const [draft, setDraft] = useState(first)
  const set = (part: Partial<TransferDraft>) => setDraft((now) => ({ ...now, ...part }))
  const fields = transferFieldsOf(draft, transfer)
  const save = caught(async () => {
    if (!fields) return
    const view = transfer
      ? await call('transfer.update', { id: transfer.id, updatedAt: transfer.updatedAt, fields })
      : await call('transfer.create', { ...fields, dossiers })
    onClose()
    onDone?.(view.transfer.id)
  })
  const line = (name: Exclude<keyof TransferDraft, 'date' | 'destination' | 'amends'>) => ({
    label: t(`handover.field.${name}`),
    defaultValue: first[name],
    onText: (text: string) => set({ [name]: text }),
    'data-testid': `transfer-${name}`,
  })
  const destinations = TransferFields.shape.destination.unwrap().options
  return (
    <Dialog
      title={t(transfer ? 'handover.transfer.edit' : 'handover.transfer.newTitle')}
      wide
      testId="dialog-transfer"
      onClose={onClose}
      actions={
        <>
          {!fields && <Missing names={missingIn(draft).map((name) => t(`handover.field.${name}`))} />}
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!fields} onClick={save} data-testid="transfer-save">
            {t('record.edit.save')}
          </Button>
        </>
      }
    >
      <div className="record-form">
        <TextAreaField {...line('title')} />
        <div className="short">
          <DateField
            label={t('handover.field.date')}
            value={first.date ?? null}
            onDate={(date: PartialDate | null | undefined) => set({ date })}
            testId="transfer-date"
          />
        </div>
        <div className="short">
          <TextField {...line('place')} />
        </div>
        <Choice
          label={t('handover.field.destination')}
          value={draft.destination}
          options={destinations.map((value) => ({ value, label: t(`handover.destination.${value}`) }))}
          onChoose={(destination) => set({ destination: destination as TransferDraft['destination'] })}
        />
        {(['giver', 'receiver'] as const).map((side) => (
          <fieldset key={side} className="record-group party">
            <legend className="field-label">{t(`handover.party.${side}`)}</legend>
            <TextField {...line(`${side}Organization`)} />
            <div className="party-person">
              <TextField {...line(`${side}Name`)} />
              <TextField {...line(`${side}Office`)} />
            </div>
          </fieldset>
        ))}
        <TextAreaField {...line('basis')} hint={t('ui.review.onePerLine')} />
        <TextAreaField {...line('condition')} />
        <div className="short">
          <TextField {...line('boxes')} inputMode="numeric" />
        </div>
        <div className="short">
          <TextField {...line('shelfMetres')} inputMode="decimal" />
        </div>
        <div className="short">
          <TextField {...line('registration')} />
        </div>
        <div className="short">
          <TextField {...line('submission')} inputMode="numeric" />
        </div>
        {earlier.length > 0 && (
          <Choice
            label={t('handover.field.amends')}
            value={draft.amends}
            options={[{ value: '', label: t('handover.transfer.amendsNone') }, ...earlier]}
            onChoose={(amends) => set({ amends })}
          />
        )}
        <TextAreaField {...line('note')} />
      </div>
      {partyOf(draft, 'receiver').organization === '' && (
        <p className="field-hint">{t('handover.transfer.receiverHint')}</p>
      )}
    </Dialog>
  )
}
