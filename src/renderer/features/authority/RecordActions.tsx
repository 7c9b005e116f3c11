import { Merge, Pencil, Split, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { AuthorityFields } from '#contract/authority'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { EditDialog } from './EditDialog'
import { MergeDialog } from './MergeDialog'
import type { Kin } from './record-forms'
import { SplitDialog } from './SplitDialog'
import './record.css'

interface Props {
  value: AuthorityFields
  record: { id: string; updatedAt: string }
  name: string
  detail: string
  /** How many articles name it: one that none names can be removed, two or more can be split. */
  articles: number
  kin?: Kin
  photos?: string[]
}

/** What can be done with a record: edit, merge, split, and remove where nothing hangs on it. */
export function RecordActions({ value, record, name, detail, articles, kin, photos }: Props) {
  const t = useWords()
  const readOnly = useReadOnly()
  const caught = useFailures()
  const [open, setOpen] = useState<'edit' | 'merge' | 'split' | null>(null)
  const close = () => setOpen(null)
  const { kind } = value
  const remove = caught(async () => {
    await call('authority.remove', { kind, id: record.id })
    useRoute.getState().replace({ screen: 'authority', kind })
  })
  return (
    <>
      <Button icon={Pencil} disabled={readOnly} onClick={() => setOpen('edit')} data-testid="record-edit">
        {t('record.action.edit')}
      </Button>
      <Button icon={Merge} disabled={readOnly} onClick={() => setOpen('merge')} data-testid="record-merge">
        {t('record.action.merge')}
      </Button>
      {kind !== 'document' && articles > 1 && (
        <Button icon={Split} disabled={readOnly} onClick={() => setOpen('split')} data-testid="record-split">
          {t('record.action.split')}
        </Button>
      )}
      {articles === 0 && (
        <Button icon={Trash2} disabled={readOnly} onClick={remove} data-testid="record-remove">
          {t('record.action.remove')}
        </Button>
      )}
      {open === 'edit' && <EditDialog value={value} record={record} kin={kin} photos={photos} onClose={close} />}
      {open === 'merge' && <MergeDialog kind={kind} start={[{ id: record.id, name, detail }]} onClose={close} />}
      {open === 'split' && kind !== 'document' && (
        <SplitDialog kind={kind} id={record.id} name={name} onClose={close} />
      )}
    </>
  )
}
