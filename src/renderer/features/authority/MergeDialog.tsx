import { useState } from 'react'
import type { AuthorityKind } from '#core/model/views'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { authorityRoute, useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import type { Picked } from '../../ui/Picker'
import { RecordPicker } from '../../ui/RecordPicker'
import { useFailures } from '../../ui/useFailures'
import { coded } from '../../words/errors'
import { usePhrases } from '../../words/words'
import { MergePreviewView } from './MergePreviewView'

interface Props {
  kind: AuthorityKind
  /** The records to begin with, the one to keep first. */
  start: Picked[]
  onClose: () => void
}

/** Joins records of one kind: which ones, which of them stays, and beforehand everything that will move. */
export function MergeDialog({ kind, start, onClose }: Props) {
  const { t } = usePhrases()
  const caught = useFailures()
  const [records, setRecords] = useState(start)
  const [keep, setKeep] = useState(start[0]?.id ?? '')
  const gone = records.map(({ id }) => id).filter((id) => id !== keep)
  const ready = gone.length > 0
  const preview = useRead('authority.mergePreview', { kind, keep, gone }, { enabled: ready, keep: true })
  const add = (picked: Picked | null) => {
    if (picked && !records.some(({ id }) => id === picked.id)) setRecords([...records, picked])
  }
  const merge = caught(async () => {
    const { id } = await call('authority.merge', { kind, keep, gone })
    onClose()
    useRoute.getState().replace(authorityRoute(kind, id))
  })
  return (
    <Dialog
      title={t('record.merge.title')}
      more={t('record.merge.more')}
      wide
      testId="dialog-merge"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!ready || !preview.data} onClick={merge} data-testid="merge-do">
            {t('record.merge.do')}
          </Button>
        </>
      }
    >
      <RecordPicker
        key={records.length}
        label={t('record.merge.add')}
        kind={kind}
        value={null}
        without={records.map(({ id }) => id)}
        onPick={add}
        testId="merge-add"
      />
      <Likely kind={kind} records={records} onAdd={add} />
      {records.length > 1 && <Survivor records={records} keep={keep} onKeep={setKeep} />}
      {ready && preview.error && <ErrorNote error={preview.error} />}
      {ready && preview.data && <MergePreviewView preview={preview.data} />}
    </Dialog>
  )
}

function Survivor({ records, keep, onKeep }: { records: Picked[]; keep: string; onKeep: (id: string) => void }) {
  const { t } = usePhrases()
  return (
    <fieldset className="choices">
      <legend className="field-label">{t('record.merge.keep')}</legend>
      {records.map(({ id, name, detail }) => (
        <label key={id} className="radio-field">
          <input
            type="radio"
            name="merge-keep"
            checked={keep === id}
            data-testid="merge-keep"
            onChange={() => onKeep(id)}
          />
          <span>
            {name}
            <span className="radio-field-more">{detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Records that look like those chosen, each with its reason; nothing is added by itself. */
function Likely({ kind, records, onAdd }: { kind: AuthorityKind; records: Picked[]; onAdd: (picked: Picked) => void }) {
  const phrases = usePhrases()
  const { data } = useRead('authority.likely', { kind })
  const ids = records.map(({ id }) => id)
  const alike = (data?.pairs ?? []).flatMap(({ one, other, reason }) => {
    if (ids.includes(one.id) && !ids.includes(other.id)) return [{ record: other, reason }]
    return ids.includes(other.id) && !ids.includes(one.id) ? [{ record: one, reason }] : []
  })
  if (alike.length === 0) return null
  return (
    <section aria-label={phrases.t('record.likely.title')}>
      <p className="field-label">{phrases.t('record.likely.title')}</p>
      <ul className="chosen-list">
        {alike.map(({ record, reason }) => (
          <li key={record.id}>
            <span>
              {record.name}
              <span className="radio-field-more">{coded(phrases, 'match', reason)}</span>
            </span>
            <Button look="quiet" onClick={() => onAdd(record)} data-testid="merge-likely">
              {phrases.t('record.merge.addThis')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
