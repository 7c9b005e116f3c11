import { useState } from 'react'
import type { DossierRow, TransferView } from '#contract/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { go } from '../../state/route'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Link } from '../../ui/Link'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { showDate, showPeriod } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { DossierPicker } from './DossierPicker'
import { PackageSection } from './PackageSection'
import { Preflight } from './Preflight'
import { Sortable } from './Sortable'
import { Steps } from './Steps'
import { TransferActions } from './TransferActions'
import { TransferDialog } from './TransferDialog'
import './custody.css'

/** Giao nộp: a transfer, the dossiers it hands over, what stands in its way, its package and its receipt. */
export function TransferScreen({ id }: { id: string }) {
  const { t } = usePhrases()
  const view = useRead('transfer.get', { id })
  const [editing, setEditing] = useState(false)
  const looked = view.data?.transfer.state === 'draft'
  const check = useRead('transfer.check', { id, only: 'problems' }, { enabled: looked, keep: true })
  if (view.error) return <ErrorNote error={view.error} again={() => void view.refetch()} />
  if (!view.data) return <Loading />
  const { transfer } = view.data
  const draft = transfer.state === 'draft'
  return (
    <Page
      title={transfer.title}
      kind={t('kind.transfer')}
      meta={<span className={`state-chip ${transfer.state}`}>{t(`custody.transferState.${transfer.state}`)}</span>}
      testId="screen-transfer"
      actions={<TransferActions view={view.data} onEdit={() => setEditing(true)} />}
    >
      <Steps view={view.data} passed={draft ? check.data?.passed : undefined} />
      <TransferFacts view={view.data} />
      {!draft && <PackageSection transfer={transfer} />}
      <Dossiers view={view.data} />
      {draft && <Preflight of="transfer" id={id} onMend={() => setEditing(true)} />}
      {draft && <PackageSection transfer={transfer} />}
      {editing && <TransferDialog transfer={transfer} onClose={() => setEditing(false)} />}
    </Page>
  )
}

function TransferFacts({ view: { transfer, counts, amends, amendedBy } }: { view: TransferView }) {
  const { t, language } = usePhrases()
  const party = ({ organization, name, office }: TransferView['transfer']['giver']) =>
    [organization, [name, office].filter(Boolean).join(', ')].filter(Boolean).join(' – ')
  return (
    <>
      <Facts
        facts={[
          [t('handover.field.date'), showDate(transfer.date)],
          [t('handover.party.giver'), party(transfer.giver)],
          [t('handover.party.receiver'), party(transfer.receiver)],
          [t('handover.field.destination'), t(`handover.destination.${transfer.destination}`)],
          [t('handover.field.registration'), transfer.registration],
          [
            t('handover.field.content'),
            t('handover.count.content', {
              articles: counts.articles,
              photos: counts.photos,
              files: counts.files,
              size: showSize(counts.bytes, language),
            }),
          ],
          [t('handover.field.note'), transfer.note],
        ]}
      />
      {[...(amends ? [amends] : []), ...amendedBy].map((other) => (
        <p key={other.id} className="custody-line">
          {t(other === amends ? 'handover.field.amends' : 'handover.transfer.amendedBy')}:{' '}
          <Link to={{ screen: 'transfer', id: other.id }}>{other.title}</Link>
        </p>
      ))}
    </>
  )
}

function Dossiers({ view: { transfer, dossiers } }: { view: TransferView }) {
  const { t } = usePhrases()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const { id, updatedAt, state } = transfer
  const fixed = readOnly || state !== 'draft'
  const put = caught((next: string[]) => call('transfer.update', { id, updatedAt, fields: { dossiers: next } }))
  const ids = transfer.dossiers
  return (
    <section className="section" data-testid="transfer-dossiers">
      <h2 className="section-title">
        {t('handover.dossiers')} <span className="section-count">{ids.length}</span>
      </h2>
      <Sortable
        items={dossiers}
        fixed={fixed}
        nameOf={({ title }) => title}
        onOrder={(next) => put(next.map((row) => row.id))}
        onRemove={(row) => void put(ids.filter((one) => one !== row.id))}
        onOpen={(row) => go({ screen: 'dossier', id: row.id })}
      >
        {(row) => <DossierWords row={row} />}
      </Sortable>
      {!fixed && (
        <DossierPicker
          key={ids.length}
          label={t('handover.transfer.addDossier')}
          among="free"
          value={null}
          onPick={(picked) => picked && void put([...ids, picked.id])}
          testId="transfer-add"
        />
      )}
    </section>
  )
}

function DossierWords({ row: { code, title, from, to, items, status } }: { row: DossierRow }) {
  const { t } = usePhrases()
  const facts = [
    code,
    showPeriod(from, to),
    t('ui.count.articles', { count: items }),
    t(`custody.dossierStatus.${status}`),
  ]
  return (
    <>
      <span className="authority-name">{title}</span>
      <span className="authority-detail">{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}
