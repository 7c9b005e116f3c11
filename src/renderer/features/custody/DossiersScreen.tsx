import { FileText, FolderOpen, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { DossierRow } from '#contract/custody'
import { useRead } from '../../engine/queries'
import { usePaged } from '../../engine/usePaged'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice, TextField } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { VirtualList } from '../../ui/VirtualList'
import { showPeriod } from '../../words/dates'
import { useWords } from '../../words/words'
import { ExportListButton } from '../export/ExportList'
import { DossierDialog } from './DossierDialog'
import './custody.css'

type Status = 'open' | 'closed' | 'all'

/** Hồ sơ: every dossier, with what lies in it and whether it is ready to hand over. */
export function DossiersScreen() {
  const t = useWords()
  const readOnly = useReadOnly()
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState<Status>('all')
  const [year, setYear] = useState<number | null>(null)
  const [making, setMaking] = useState(false)
  const text = useDeferredValue(typed)
  const query = { text, ...(status === 'all' ? {} : { status }), ...(year === null ? {} : { year }) }
  const list = usePaged('dossier.list', query)
  const years = useRead('dossier.list', { limit: 1 }).data?.years ?? []
  const narrowed = text !== '' || status !== 'all' || year !== null
  return (
    <Page
      title={t('handover.dossiers')}
      meta={
        <span role="status" data-testid="found">
          {list.isPending ? ' ' : t('handover.count.dossiers', { count: list.total })}
        </span>
      }
      testId="screen-dossiers"
      holdsList
      actions={
        <>
          {list.total > 0 && <ExportListButton list={{ kind: 'dossiers', query }} />}
          {list.total > 0 && (
            <Button
              icon={FileText}
              onClick={() => showDialog({ name: 'export', of: { dossiers: query }, count: list.total, title: null })}
              data-testid="dossiers-papers"
            >
              {t('handover.dossier.listPapers')}
            </Button>
          )}
          <Button
            icon={Plus}
            look="primary"
            disabled={readOnly}
            onClick={() => setMaking(true)}
            data-testid="dossier-new"
          >
            {t('handover.dossier.new')}
          </Button>
        </>
      }
    >
      <div className="filters">
        <TextField
          label={t('ui.authority.filter')}
          placeholder={t('ui.authority.filterHint')}
          className="input name-filter"
          data-testid="dossier-filter"
          onText={(words) => setTyped(words.trim())}
        />
        {years.length > 0 && (
          <Choice
            label={t('handover.dossier.year')}
            value={year === null ? '' : String(year)}
            options={[
              { value: '', label: t('handover.dossier.anyYear') },
              ...years.map((one) => ({ value: String(one), label: String(one) })),
            ]}
            onChoose={(chosen) => setYear(chosen === '' ? null : Number(chosen))}
          />
        )}
        <Choice
          label={t('handover.dossier.status')}
          value={status}
          options={(['all', 'open', 'closed'] as const).map((value) => ({
            value,
            label: value === 'all' ? t('handover.dossier.any') : t(`custody.dossierStatus.${value}`),
          }))}
          onChoose={(value) => setStatus(value as Status)}
        />
      </div>
      {list.error && <ErrorNote error={list.error} again={list.again} />}
      {!list.isPending && list.total === 0 && (
        <EmptyState
          icon={narrowed ? SearchX : FolderOpen}
          title={t(narrowed ? 'ui.authority.none' : 'handover.dossier.empty')}
          more={t(narrowed ? 'ui.authority.noneMore' : 'handover.dossier.emptyMore')}
        />
      )}
      {list.total > 0 && (
        <div className="authority-list">
          <VirtualList
            label={t('handover.dossiers')}
            count={list.total}
            rowRem={4.25}
            row={(index) => <DossierRowView row={list.row(index)} />}
            onOpen={(index) => {
              const row = list.row(index)
              if (row) go({ screen: 'dossier', id: row.id })
            }}
            onRange={list.onRange}
            resetKey={`${text} ${status} ${year ?? ''}`}
            testId="dossier-list"
          />
        </div>
      )}
      {making && (
        <DossierDialog dossier={null} onClose={() => setMaking(false)} onDone={(id) => go({ screen: 'dossier', id })} />
      )}
    </Page>
  )
}

function DossierRowView({ row }: { row: DossierRow | undefined }) {
  const t = useWords()
  if (!row) return <span className="skeleton authority-waits" aria-hidden />
  const { code, title, from, to, retention, status, items } = row
  const kept = retention && t(`retention.${retention.code}`)
  return (
    <div className="authority-row">
      <span className="authority-words">
        <span className="authority-name">{title}</span>
        <span className="authority-detail">{[code, showPeriod(from, to), kept].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="authority-counts">{t('ui.count.articles', { count: items })}</span>
      <span className={`state-chip ${status}`}>{t(`custody.dossierStatus.${status}`)}</span>
    </div>
  )
}
