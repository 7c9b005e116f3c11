import { FileCheck, FileText, PackagePlus, Pencil, Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { TransferView } from '#contract/custody'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { usePhrases } from '../../words/words'
import { PackDialog } from './PackDialog'

/** What may be done with a transfer now, by how far it has got. */
export function TransferActions({ view: { transfer }, onEdit }: { view: TransferView; onEdit: () => void }) {
  const { t } = usePhrases()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const { id, state } = transfer
  const [packing, setPacking] = useState(false)
  const check = useRead('transfer.check', { id, only: 'problems' }, { enabled: state === 'draft' })
  const receive = caught(async () => {
    const { paths } = await shell('shell.pickFiles', { purpose: 'receipt' })
    if (paths[0]) await call('transfer.receipt', { id, path: paths[0] })
  })
  const remove = caught(async () => {
    await call('transfer.remove', { id })
    useRoute.getState().replace({ screen: 'transfers' })
  })
  return (
    <>
      {state === 'draft' && (
        <Button icon={Pencil} disabled={readOnly} onClick={onEdit} data-testid="transfer-edit">
          {t('record.action.edit')}
        </Button>
      )}
      {state === 'draft' && transfer.dossiers.length > 0 && (
        <Button
          icon={PackagePlus}
          look="primary"
          disabled={readOnly || !check.data}
          onClick={() => setPacking(true)}
          data-testid="transfer-pack"
        >
          {t('handover.pack.open')}
        </Button>
      )}
      {transfer.dossiers.length > 0 && (
        <Button
          icon={FileText}
          onClick={() =>
            showDialog({
              name: 'export',
              of: { transfer: id, dossiers: transfer.dossiers, received: transfer.receipt !== null },
              count: transfer.dossiers.length,
              title: transfer.title,
            })
          }
          data-testid="transfer-papers"
        >
          {t('ui.export.papers')}
        </Button>
      )}
      {packing && <PackDialog id={id} failed={check.data?.totals.failed ?? 0} onClose={() => setPacking(false)} />}
      {(state === 'packed' || state === 'delivered') && (
        <Button icon={FileCheck} disabled={readOnly} onClick={receive} data-testid="transfer-receipt">
          {t('handover.receipt.take')}
        </Button>
      )}
      {state === 'packed' && (
        <Button
          icon={Send}
          look="primary"
          disabled={readOnly}
          onClick={caught(() => call('transfer.deliver', { id }))}
          data-testid="transfer-deliver"
        >
          {t('handover.transfer.deliver')}
        </Button>
      )}
      {(state === 'packed' || state === 'delivered') && (
        <Button
          icon={Undo2}
          disabled={readOnly}
          onClick={caught(() => call('transfer.reopen', { id }))}
          data-testid="transfer-reopen"
        >
          {t('handover.transfer.reopen')}
        </Button>
      )}
      {state === 'draft' && (
        <Button icon={Trash2} disabled={readOnly} onClick={remove} data-testid="transfer-remove">
          {t('handover.transfer.remove')}
        </Button>
      )}
    </>
  )
}
