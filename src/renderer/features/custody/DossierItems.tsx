import { FolderPlus } from 'lucide-react'
import type { DossierItem } from '#contract/custody'
import type { Dossier } from '#core/model/custody'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { showDate } from '../../words/dates'
import { useWords } from '../../words/words'
import { Sortable } from './Sortable'

const orders = ['date', 'serial', 'title'] as const
const mostShown = 500

/** The items of a dossier in their order, which is dragged, typed with the arrow keys or taken from what they are. */
export function DossierItems({ dossier }: { dossier: Dossier }) {
  const t = useWords()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const { id, items: ids, status } = dossier
  const fixed = readOnly || status === 'closed'
  const list = useRead('dossier.items', { id, limit: mostShown }, { keep: true })
  const rows = list.data?.rows ?? []
  const order = caught((items: string[]) =>
    call('dossier.reorder', { id, items: [...items, ...ids.slice(rows.length)] }),
  )
  return (
    <section className="section" data-testid="dossier-items">
      <div className="custody-head">
        <h2 className="section-title">
          {t('handover.items.title')} <span className="section-count">{ids.length}</span>
        </h2>
        {ids.length > 1 && !fixed && (
          <Choice
            bare
            label={t('handover.items.sort')}
            value=""
            options={[
              { value: '', label: t('handover.items.sort') },
              ...orders.map((value) => ({ value, label: t(`handover.items.by.${value}`) })),
            ]}
            onChoose={(by) => by && void caught(() => call('dossier.reorder', { id, by: by as 'date' }))()}
          />
        )}
        <Button icon={FolderPlus} disabled={fixed} onClick={() => go({ screen: 'archive' })} data-testid="items-add">
          {t('handover.items.add')}
        </Button>
      </div>
      {ids.length === 0 && <p className="field-hint">{t('handover.items.empty')}</p>}
      <Sortable
        items={rows}
        fixed={fixed}
        nameOf={({ title }) => title}
        onOrder={(next) => order(next.map((row) => row.id))}
        onRemove={(row) => void caught(() => call('dossier.removeItems', { id, items: [row.id] }))()}
        onOpen={(row) => go({ screen: 'article', id: row.id })}
      >
        {(row) => <ItemWords item={row} />}
      </Sortable>
      {ids.length > rows.length && rows.length > 0 && (
        <p className="field-hint">{t('handover.items.more', { count: ids.length - rows.length })}</p>
      )}
    </section>
  )
}

function ItemWords({ item: { title, date, genre, photoCount, status } }: { item: DossierItem }) {
  const t = useWords()
  const facts = [
    t(`genre.${genre as 'news'}`),
    date && showDate(date),
    photoCount > 0 && t('ui.count.photos', { count: photoCount }),
    status === 'binned' && t('ui.nav.bin'),
  ]
  return (
    <>
      <span className="authority-name">{title}</span>
      <span className="authority-detail">{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}
