import { FileText, FolderCheck, FolderPen, Pencil, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { DossierView } from '#contract/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { go, useRoute } from '../../state/route'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Link } from '../../ui/Link'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { showPeriod } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { DossierDialog } from './DossierDialog'
import { DossierItems } from './DossierItems'
import { Preflight } from './Preflight'
import { ToTransferDialog } from './ToTransferDialog'
import './custody.css'

/** The dialog is open, at this field where one is to be mended. */
interface Editing {
  first: string | null
}

/** Hồ sơ: what it is, its items in order, and what the receiver would find wanting. */
export function DossierScreen({ id, mend: arrived }: { id: string; mend: string | null }) {
  const { t } = usePhrases()
  const view = useRead('dossier.get', { id })
  const cameBack = useRoute((state) => state.cameBack)
  // Whoever was led here to mend a field finds it open.
  const [editing, setEditing] = useState<Editing | null>(arrived && !cameBack ? { first: arrived } : null)
  const caught = useFailures()
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { dossier, transfers } = view.data
  const mend = (field: string | null) => {
    if (field === 'items') go({ screen: 'archive' })
    else if (field === 'status') void caught(() => call('dossier.close', { id }))()
    else setEditing({ first: field })
  }
  return (
    <Page
      title={dossier.title}
      kind={t('handover.dossier.kind', { code: dossier.code })}
      meta={<span className={`state-chip ${dossier.status}`}>{t(`custody.dossierStatus.${dossier.status}`)}</span>}
      testId="screen-dossier"
      actions={<Actions view={view.data} onEdit={() => setEditing({ first: null })} />}
    >
      <DossierFacts view={view.data} />
      {transfers.length > 0 && (
        <p className="custody-line">
          {t('handover.dossier.inTransfer')}{' '}
          {transfers.map(({ id, title }) => (
            <Link key={id} to={{ screen: 'transfer', id }}>
              {title}
            </Link>
          ))}
        </p>
      )}
      <DossierItems dossier={dossier} />
      <Preflight of="dossier" id={id} onMend={mend} />
      {editing && dossier.status === 'open' && (
        <DossierDialog dossier={dossier} first={editing.first} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}

function DossierFacts({ view: { dossier, counts, span } }: { view: DossierView }) {
  const { t, language } = usePhrases()
  const { retention, from, to } = dossier
  return (
    <Facts
      facts={[
        [t('handover.field.period'), showPeriod(from ?? span?.from ?? null, to ?? span?.to ?? null)],
        [t('handover.field.retention'), retention && t(`retention.${retention.code}`)],
        [t('handover.field.access'), t(`access.${dossier.access}`)],
        [t('handover.field.keeper'), dossier.keeper],
        [t('handover.field.heading'), dossier.heading],
        [
          t('handover.field.content'),
          t('handover.count.content', {
            articles: counts.articles,
            photos: counts.photos,
            files: counts.files,
            size: showSize(counts.bytes, language),
          }),
        ],
        [t('handover.field.note'), dossier.note],
      ]}
    />
  )
}

function Actions({ view: { dossier, transfers }, onEdit }: { view: DossierView; onEdit: () => void }) {
  const { t } = usePhrases()
  const readOnly = useReadOnly()
  const caught = useFailures()
  const { id, items, status, title } = dossier
  const open = status === 'open'
  const [handingOver, setHandingOver] = useState(false)
  const remove = caught(async () => {
    await call('dossier.remove', { id })
    useRoute.getState().replace({ screen: 'dossiers' })
  })
  return (
    <>
      <Button icon={Pencil} disabled={readOnly || !open} onClick={onEdit} data-testid="dossier-edit">
        {t('record.action.edit')}
      </Button>
      <Button
        icon={open ? FolderCheck : FolderPen}
        disabled={readOnly}
        onClick={caught(() => call(open ? 'dossier.close' : 'dossier.reopen', { id }))}
        data-testid="dossier-close"
      >
        {t(open ? 'handover.dossier.close' : 'handover.dossier.reopen')}
      </Button>
      {items.length > 0 && (
        <Button
          icon={FileText}
          data-testid="export-dossier"
          onClick={() => showDialog({ name: 'export', of: { dossier: id, items }, count: items.length, title })}
        >
          {t('handover.dossier.papers')}
        </Button>
      )}
      {transfers.length === 0 && items.length > 0 && (
        <Button icon={Send} disabled={readOnly} onClick={() => setHandingOver(true)} data-testid="dossier-hand-over">
          {t('handover.dossier.handOver')}
        </Button>
      )}
      {handingOver && <ToTransferDialog dossier={dossier} onClose={() => setHandingOver(false)} />}
      {transfers.length === 0 && (
        <Button icon={Trash2} disabled={readOnly} onClick={remove} data-testid="dossier-remove">
          {t('handover.dossier.remove')}
        </Button>
      )}
    </>
  )
}
