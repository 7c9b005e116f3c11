import { useState } from 'react'
import type { Selection } from '#contract/operations'
import type { Dossier, DossierFields } from '#core/model/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { Button } from '../../ui/Button'
import { DateField } from '../../ui/DateField'
import { Dialog } from '../../ui/Dialog'
import { Choice, TextAreaField, TextField } from '../../ui/Field'
import { Loading } from '../../ui/Loading'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { accessCodes, type Draft, draftOf, fieldsOf, missingYear, retentionCodes } from './dossier-form'

interface Props {
  /** Null makes a new one. */
  dossier: Dossier | null
  /** Articles that go into a new one at once. */
  items?: Selection
  onClose: () => void
  onDone?: (id: string) => void
}

/** Writes what a dossier is; a new one begins with what the settings say of the fonds. */
export function DossierDialog(props: Props) {
  const settings = useRead('archive.settings', {})
  if (!settings.data) return <Loading />
  const { retention, access, preparer } = settings.data
  return <Form {...props} first={draftOf(props.dossier, { retention, access, keeper: preparer.name })} />
}

function Form({ dossier, items, first, onClose, onDone }: Props & { first: Draft }) {
  const t = useWords()
  const caught = useFailures()
  const [draft, setDraft] = useState(first)
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const fields = fieldsOf(draft)
  const save = caught(async () => {
    if (!fields) return
    const id = dossier ? await updated(dossier, fields) : await made(fields, items)
    onClose()
    onDone?.(id)
  })
  const line = (name: 'title' | 'number' | 'heading' | 'keeper' | 'box' | 'informationSign' | 'paperCode') => ({
    label: t(`handover.field.${name}`),
    defaultValue: first[name],
    onText: (text: string) => set({ [name]: text }),
    'data-testid': `dossier-${name}`,
  })
  return (
    <Dialog
      title={t(dossier ? 'handover.dossier.edit' : 'handover.dossier.newTitle')}
      wide
      testId="dialog-dossier"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!fields} onClick={save} data-testid="dossier-save">
            {t('record.edit.save')}
          </Button>
        </>
      }
    >
      <div className="record-form">
        <TextAreaField {...line('title')} />
        <div className="short">
          <TextField
            label={t('handover.field.year')}
            defaultValue={first.year}
            onText={(year) => set({ year })}
            error={missingYear(draft) ? t('handover.dossier.yearMissing') : null}
            inputMode="numeric"
            data-testid="dossier-year"
          />
        </div>
        <div className="short">
          <TextField {...line('number')} hint={dossier ? undefined : t('handover.dossier.numberHint')} />
        </div>
        <TextField {...line('heading')} hint={t('handover.dossier.headingHint')} />
        <div className="short">
          <DateField label={t('handover.field.from')} value={first.from ?? null} onDate={(from) => set({ from })} />
        </div>
        <div className="short">
          <DateField label={t('handover.field.to')} value={first.to ?? null} onDate={(to) => set({ to })} />
        </div>
        <div className="short">
          <Choice
            label={t('handover.field.retention')}
            value={draft.retention}
            options={[
              { value: '', label: t('handover.dossier.undecided') },
              ...retentionCodes.map((value) => ({ value, label: t(`retention.${value}`) })),
            ]}
            onChoose={(retention) => set({ retention: retention as Draft['retention'] })}
          />
        </div>
        <div className="short">
          <Choice
            label={t('handover.field.access')}
            value={draft.access}
            options={accessCodes.map((value) => ({ value, label: t(`access.${value}`) }))}
            onChoose={(access) => set({ access: access as Draft['access'] })}
          />
        </div>
        {draft.retention !== '' && (
          <TextField
            label={t('handover.field.basis')}
            defaultValue={first.basis}
            onText={(basis) => set({ basis })}
            data-testid="dossier-basis"
          />
        )}
        <TextField {...line('keeper')} />
        <TextAreaField
          label={t('handover.field.keywords')}
          hint={t('ui.review.onePerLine')}
          defaultValue={first.keywords}
          onText={(keywords) => set({ keywords })}
        />
        <div className="short">
          <TextField {...line('box')} />
        </div>
        <div className="short">
          <TextField {...line('paperCode')} />
        </div>
        <TextAreaField
          label={t('handover.field.note')}
          defaultValue={first.note}
          onText={(note) => set({ note })}
          data-testid="dossier-note"
        />
      </div>
    </Dialog>
  )
}

async function made(fields: DossierFields, items: Selection | undefined): Promise<string> {
  const more = items ? { items: { selection: items } } : {}
  const { view } = await call('dossier.create', { ...fields, ...more })
  return view.dossier.id
}

async function updated({ id, updatedAt }: Dossier, fields: DossierFields): Promise<string> {
  await call('dossier.update', { id, updatedAt, fields })
  return id
}
