import { CopyCheck, Plus } from 'lucide-react'
import { useState } from 'react'
import type { AuthorityKind } from '#core/model/views'
import { useReadOnly } from '../../state/archive'
import { authorityRoute, go } from '../../state/route'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { DoublesDialog } from './DoublesDialog'
import { EditDialog } from './EditDialog'
import { emptyFields } from './record-forms'
import './record.css'

/** What can be done with a whole list: make a record by hand, look for doubles. */
export function ListActions({ kind }: { kind: AuthorityKind }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const [open, setOpen] = useState<'new' | 'doubles' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Button icon={CopyCheck} onClick={() => setOpen('doubles')} data-testid="find-doubles">
        {t('record.action.doubles')}
      </Button>
      <Button icon={Plus} disabled={readOnly} onClick={() => setOpen('new')} data-testid="record-new">
        {t('record.action.new')}
      </Button>
      {open === 'doubles' && <DoublesDialog kind={kind} onClose={close} />}
      {open === 'new' && (
        <EditDialog
          value={emptyFields(kind)}
          record={null}
          onClose={close}
          onDone={(id) => go(authorityRoute(kind, id))}
        />
      )}
    </>
  )
}
