import { FileText, Inbox, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { BinRow } from '#contract/history'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { VirtualRows } from '../../ui/VirtualRows'
import { showInstant } from '../../words/dates'
import { useWords } from '../../words/words'
import { EmptyBinDialog } from './EmptyBinDialog'
import { useUndo } from './useUndo'
import './history.css'

const nothing = () => undefined

/** Thùng rác: articles and drafts put away, why and by whom, each with the way back. */
export function BinScreen() {
  const t = useWords()
  const bin = useRead('bin.list', {})
  const readOnly = useReadOnly()
  const [emptying, setEmptying] = useState(false)
  const rows = bin.data?.rows ?? []
  return (
    <Page
      title={t('ui.bin.title')}
      meta={t('ui.bin.more')}
      actions={
        rows.length > 0 && (
          <Button look="danger" disabled={readOnly} onClick={() => setEmptying(true)} data-testid="bin-empty">
            {t('past.bin.do')}
          </Button>
        )
      }
      testId="screen-bin"
      holdsList
    >
      {bin.error && <ErrorNote error={bin.error} again={() => void bin.refetch()} />}
      {bin.isSuccess && rows.length === 0 && (
        <EmptyState icon={Trash2} title={t('ui.bin.empty.title')} more={t('ui.bin.empty.more')} />
      )}
      {rows.length > 0 && (
        <VirtualRows count={rows.length} rowRem={4.25} onRange={nothing} label={t('ui.bin.title')}>
          {(index) => rows[index] && <PutAway row={rows[index]} />}
        </VirtualRows>
      )}
      {emptying && <EmptyBinDialog rows={rows} onClose={() => setEmptying(false)} />}
    </Page>
  )
}

function PutAway({ row }: { row: BinRow }) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const { undo } = useUndo()
  const title = row.title || t('ui.review.untitled')
  // An article has its way back of its own, whatever was changed on it since; a draft comes back as it was.
  const restore = caught(() => (row.kind === 'article' ? call('article.restore', { id: row.id }) : undo(row.sequence)))
  const what = t(row.kind === 'article' ? 'ui.bin.restore' : 'past.bin.toQueue')
  const Icon = row.kind === 'article' ? FileText : Inbox
  return (
    <div className="bin-row" data-testid="bin-row">
      <Icon aria-hidden />
      <div className="history-words">
        <p className="bin-title">{title}</p>
        <p className="history-more">
          {[
            t(`past.bin.kind.${row.kind}`),
            row.reason && t('past.bin.reason', { reason: row.reason }),
            row.who,
            showInstant(row.at),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {row.kind === 'article' && (
        <Button
          look="quiet"
          aria-label={t('ui.bin.openNamed', { title })}
          onClick={() => go({ screen: 'article', id: row.id })}
        >
          {t('ui.bin.open')}
        </Button>
      )}
      <Button
        disabled={readOnly}
        onClick={restore}
        aria-label={t('past.bin.restoreNamed', { what, title })}
        data-testid="restore"
      >
        {what}
      </Button>
    </div>
  )
}
