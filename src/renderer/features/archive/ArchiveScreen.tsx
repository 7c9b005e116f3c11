import { Archive, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { usePaged } from '../../engine/usePaged'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { useSearch } from '../../state/search'
import { useSelection } from '../../state/selection'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { VirtualList } from '../../ui/VirtualList'
import { coded } from '../../words/errors'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { ArticleRowView } from './ArticleRowView'
import { Filters } from './Filters'
import { type ListQuery, narrowed, queryOf } from './query'
import { SelectionBar } from './SelectionBar'
import { useListSelection } from './useListSelection'
import './archive.css'

/** Kho: every filed article, found as one types, selected for export. */
export function ArchiveScreen() {
  const { t } = usePhrases()
  const search = useSearch()
  const query = useMemo(() => queryOf(search), [search])
  const list = usePaged('article.list', query)
  return (
    <Page
      title={t('ui.archive.title')}
      meta={<FoundWords query={query} list={list} />}
      actions={<ExportFound query={query} count={list.total} />}
      testId="screen-archive"
      holdsList
    >
      <Filters />
      {list.error ? <ErrorNote error={list.error} again={list.again} /> : <Found query={query} list={list} />}
    </Page>
  )
}

type Paged = ReturnType<typeof usePaged<'article.list'>>

/** How many were found, and what should be known about it. */
function FoundWords({ query, list }: { query: ListQuery; list: Paged }) {
  const phrases = usePhrases()
  const key = !list.exact ? 'ui.archive.atLeast' : narrowed(query) ? 'ui.archive.found' : 'ui.archive.count'
  const shown = showNumber(list.total, phrases.language)
  const notes = list.notes.map((note) => coded(phrases, 'query.note', note)).filter((words) => words !== null)
  return (
    <span role="status" data-testid="found">
      {list.isPending ? ' ' : [phrases.t(key, { count: list.total, shown }), ...notes].join(' · ')}
    </span>
  )
}

function Found({ query, list }: { query: ListQuery; list: Paged }) {
  const { t } = usePhrases()
  const selection = useListSelection(query, list)
  if (list.isPending) return null
  if (list.total === 0) return <Nothing narrowed={narrowed(query)} />
  const open = (index: number) => {
    const row = list.row(index)
    if (row) go({ screen: 'article', id: row.id })
  }
  return (
    <div className="archive-list">
      <SelectionBar total={list.total} onAll={selection.onSelectAll} />
      <VirtualList
        label={t('ui.archive.listLabel')}
        count={list.total}
        rowRem={6.25}
        row={(index) => <ArticleRowView row={list.row(index)} selected={selection.isSelected(index)} />}
        onOpen={open}
        onRange={list.onRange}
        {...selection}
        resetKey={JSON.stringify(query)}
        testId="article-list"
      />
    </div>
  )
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = usePhrases()
  const clear = useSearch((state) => state.clear)
  if (narrowed) {
    return (
      <EmptyState icon={SearchX} title={t('ui.archive.none.title')} more={t('ui.archive.none.more')}>
        <Button onClick={clear}>{t('ui.archive.none.clear')}</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Archive} title={t('ui.archive.empty.title')} more={t('ui.archive.empty.more')}>
      <Button look="primary" onClick={() => go({ screen: 'intake' })}>
        {t('ui.archive.empty.intake')}
      </Button>
    </EmptyState>
  )
}

function ExportFound({ query, count }: { query: ListQuery; count: number }) {
  const { t } = usePhrases()
  const picked = useSelection(({ ids, all }) => ids.size > 0 || all !== null)
  if (picked || count === 0) return null
  return (
    <Button
      data-testid="export-found"
      onClick={() => showDialog({ name: 'export', selection: { query }, count, title: null })}
    >
      {t(narrowed(query) ? 'ui.export.found' : 'ui.export.whole')}
    </Button>
  )
}
