import { useState } from 'react'
import type { Selection } from '#contract/operations'
import type { Dossier, DossierFields as Fields } from '#core/model/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Loading } from '../../ui/Loading'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { DossierFields } from './DossierFields'
import { type Draft, draftOf, fieldsOf, missingIn } from './dossier-form'
import { FormFields } from './FormFields'
import { Missing } from './Missing'

interface Props {
  /** Null makes a new one. */
  dossier: Dossier | null
  /** Articles that go into a new one at once. */
  items?: Selection
  onClose: () => void
  /** The field that is to be written first. */
  first?: string | null
  onDone?: (id: string) => void
}

/** Writes what a dossier is; a new one begins with what the settings say of the fonds. */
export function DossierDialog(props: Props) {
  const settings = useRead('archive.settings', {})
  if (!settings.data) return <Loading />
  const { retention, access, preparer } = settings.data
  return <Form {...props} values={draftOf(props.dossier, { retention, access, keeper: preparer.name })} />
}

function Form({ dossier, items, values, first, onClose, onDone }: Props & { values: Draft }) {
  const t = useWords()
  const caught = useFailures()
  const [draft, setDraft] = useState(values)
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const fields = fieldsOf(draft)
  const save = caught(async () => {
    if (!fields) return
    const id = dossier ? await updated(dossier, fields) : await made(fields, items)
    onClose()
    onDone?.(id)
  })
  const parts = { values, draft, set, first: first ?? 'title' }
  return (
    <Dialog
      title={t(dossier ? 'handover.dossier.edit' : 'handover.dossier.newTitle')}
      wide
      testId="dialog-dossier"
      onClose={onClose}
      actions={
        <>
          {!fields && <Missing names={missingIn(draft).map((name) => t(`handover.field.${name}`))} />}
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!fields} onClick={save} data-testid="dossier-save">
            {t('record.edit.save')}
          </Button>
        </>
      }
    >
      <div className="record-form">
        <DossierFields {...parts} isNew={dossier === null} />
        <FormFields {...parts} />
      </div>
    </Dialog>
  )
}

async function made(fields: Fields, items: Selection | undefined): Promise<string> {
  const more = items ? { items: { selection: items } } : {}
  const { view } = await call('dossier.create', { ...fields, ...more })
  return view.dossier.id
}

async function updated({ id, updatedAt }: Dossier, fields: Fields): Promise<string> {
  await call('dossier.update', { id, updatedAt, fields })
  return id
}
