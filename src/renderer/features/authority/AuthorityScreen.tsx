import { Building2, CalendarDays, FileText, type LucideIcon, MapPin, SearchX, Users } from 'lucide-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import type { AuthorityKind, AuthorityQuery } from '#core/model/views'
import { usePaged } from '../../engine/usePaged'
import { authorityRoute, go } from '../../state/route'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice, TextField } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { VirtualList } from '../../ui/VirtualList'
import { showNumber } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { EventRowView } from '../event/EventRowView'
import { ExportListButton } from '../export/ExportList'
import { AuthorityRowView } from './AuthorityRowView'
import { ListActions } from './ListActions'
import './authority.css'

const icons: Record<AuthorityKind, LucideIcon> = {
  event: CalendarDays,
  person: Users,
  organization: Building2,
  place: MapPin,
  document: FileText,
}

const listOf = {
  event: 'events',
  person: 'people',
  organization: 'bodies',
  place: 'places',
  document: 'documents',
} as const

/** The list of events, people, bodies, places or documents that the articles name. */
export function AuthorityScreen({ kind, more }: { kind: AuthorityKind; more?: ReactNode }) {
  const { t, language } = usePhrases()
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<Order>(kind === 'event' ? 'newest' : 'name')
  const text = useDeferredValue(typed)
  const list = usePaged('authority.list', { kind, text, sort })
  return (
    <Page
      title={t(`ui.nav.${kind}`)}
      meta={
        <span role="status" data-testid="found">
          {list.isPending ? ' ' : t(`ui.authority.count.${kind}`, { shown: showNumber(list.total, language) })}
        </span>
      }
      testId={`screen-${kind}s`}
      actions={
        <>
          {more}
          {list.total > 0 && <ExportListButton list={{ kind: listOf[kind], query: { text, sort } }} />}
          <ListActions kind={kind} />
        </>
      }
      holdsList
    >
      <Narrow kind={kind} sort={sort} onText={setTyped} onSort={setSort} />
      {list.error && <ErrorNote error={list.error} again={list.again} />}
      {!list.isPending && !list.error && list.total === 0 && <Nothing kind={kind} narrowed={text !== ''} />}
      {list.total > 0 && (
        <div className="authority-list">
          <VirtualList
            label={t(`ui.nav.${kind}`)}
            count={list.total}
            rowRem={4}
            row={(index) =>
              kind === 'event' ? (
                <EventRowView row={list.row(index)} above={list.row(index - 1)} byDate={sort === 'newest'} />
              ) : (
                <AuthorityRowView row={list.row(index)} />
              )
            }
            onOpen={(index) => {
              const row = list.row(index)
              if (row) go(authorityRoute(kind, row.id))
            }}
            onRange={list.onRange}
            resetKey={`${text} ${sort}`}
            testId="authority-list"
          />
        </div>
      )}
    </Page>
  )
}

type Order = Exclude<AuthorityQuery['sort'], 'fit'>

interface NarrowProps {
  kind: AuthorityKind
  sort: Order
  onText: (text: string) => void
  onSort: (sort: Order) => void
}

function Narrow({ kind, sort, onText, onSort }: NarrowProps) {
  const t = useWords()
  const orders = (
    ['event', 'document'].includes(kind) ? ['newest', 'name', 'most'] : ['name', 'most']
  ) as (typeof sort)[]
  return (
    <div className="filters">
      <TextField
        label={t('ui.authority.filter')}
        placeholder={t('ui.authority.filterHint')}
        className="input name-filter"
        data-testid="authority-filter"
        onInput={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) onText(event.currentTarget.value.trim())
        }}
        onCompositionEnd={(event) => onText(event.currentTarget.value.trim())}
      />
      <Choice
        label={t('ui.archive.sort')}
        value={sort}
        options={orders.map((value) => ({ value, label: t(`ui.authority.sortBy.${value}`) }))}
        onChoose={(value) => onSort(value as typeof sort)}
      />
    </div>
  )
}

function Nothing({ kind, narrowed }: { kind: AuthorityKind; narrowed: boolean }) {
  const t = useWords()
  if (narrowed) return <EmptyState icon={SearchX} title={t('ui.authority.none')} more={t('ui.authority.noneMore')} />
  return <EmptyState icon={icons[kind]} title={t(`ui.authority.empty.${kind}`)} more={t('ui.authority.emptyMore')} />
}
