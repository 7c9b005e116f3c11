import { PackageCheck, PackageOpen, Plus } from 'lucide-react'
import { useState } from 'react'
import type { TransferRow } from '#contract/custody'
import { usePaged } from '../../engine/usePaged'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { VirtualList } from '../../ui/VirtualList'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { TransferDialog } from './TransferDialog'
import './custody.css'

/** Giao nộp: every transfer, and how far it has got. */
export function TransfersScreen() {
  const t = useWords()
  const readOnly = useReadOnly()
  const [making, setMaking] = useState(false)
  const list = usePaged('transfer.list', {})
  return (
    <Page
      title={t('handover.transfers')}
      meta={
        <span role="status" data-testid="found">
          {list.isPending ? ' ' : t('handover.count.transfers', { count: list.total })}
        </span>
      }
      testId="screen-transfers"
      holdsList
      actions={
        <>
          <Button icon={PackageOpen} onClick={() => showDialog({ name: 'receive' })} data-testid="receive">
            {t('handover.receive.open')}
          </Button>
          <Button
            icon={Plus}
            look="primary"
            disabled={readOnly}
            onClick={() => setMaking(true)}
            data-testid="transfer-new"
          >
            {t('handover.transfer.new')}
          </Button>
        </>
      }
    >
      {list.error && <ErrorNote error={list.error} again={list.again} />}
      {!list.isPending && list.total === 0 && (
        <EmptyState icon={PackageCheck} title={t('handover.transfer.empty')} more={t('handover.transfer.emptyMore')} />
      )}
      {list.total > 0 && (
        <div className="authority-list">
          <VirtualList
            label={t('handover.transfers')}
            count={list.total}
            rowRem={4.25}
            row={(index) => <TransferRowView row={list.row(index)} />}
            onOpen={(index) => {
              const row = list.row(index)
              if (row) go({ screen: 'transfer', id: row.id })
            }}
            onRange={list.onRange}
            testId="transfer-list"
          />
        </div>
      )}
      {making && (
        <TransferDialog
          transfer={null}
          onClose={() => setMaking(false)}
          onDone={(id) => go({ screen: 'transfer', id })}
        />
      )}
    </Page>
  )
}

function TransferRowView({ row }: { row: TransferRow | undefined }) {
  const t = useWords()
  if (!row) return <span className="skeleton authority-waits" aria-hidden />
  const { title, date, receiver, dossiers, articles, state } = row
  return (
    <div className="authority-row">
      <span className="authority-words">
        <span className="authority-name">{title}</span>
        <span className="authority-detail">{[showDate(date), receiver].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="authority-counts">
        {t('handover.count.dossiers', { count: dossiers })} · {t('ui.count.articles', { count: articles })}
      </span>
      <span className={`state-chip ${state}`}>{t(`custody.transferState.${state}`)}</span>
    </div>
  )
}
