import { useState } from 'react'
import type { Dossier } from '#core/model/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Choice } from '../../ui/Field'
import { Loading } from '../../ui/Loading'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { TransferDialog } from './TransferDialog'

/** Puts a dossier into a transfer that is being prepared, or into a new one. */
export function ToTransferDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const t = useWords()
  const caught = useFailures()
  const drafts = useRead('transfer.list', { state: 'draft', limit: 500 }).data?.rows
  const [chosen, setChosen] = useState<string | null>(null)
  if (!drafts) return <Loading />
  const arrive = (id: string) => {
    onClose()
    go({ screen: 'transfer', id })
  }
  if (drafts.length === 0 || chosen === 'new') {
    return <TransferDialog transfer={null} dossiers={[dossier.id]} onClose={onClose} onDone={arrive} />
  }
  const id = chosen ?? drafts[0]?.id ?? ''
  const put = caught(async () => {
    const { transfer } = await call('transfer.get', { id })
    const fields = { dossiers: [...transfer.dossiers, dossier.id] }
    await call('transfer.update', { id, updatedAt: transfer.updatedAt, fields })
    arrive(id)
  })
  return (
    <Dialog
      title={t('handover.toTransfer.title')}
      more={dossier.title}
      testId="dialog-to-transfer"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => setChosen('new')} data-testid="to-transfer-new">
            {t('handover.transfer.new')}
          </Button>
          <Button look="primary" onClick={put} data-testid="to-transfer-do">
            {t('handover.put.do')}
          </Button>
        </>
      }
    >
      <Choice
        label={t('handover.toTransfer.which')}
        value={id}
        options={drafts.map(({ id, title }) => ({ value: id, label: title }))}
        onChoose={setChosen}
      />
    </Dialog>
  )
}
