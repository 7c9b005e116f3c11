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
  const { t, language } = usePhrases()
  const search = useSearch()
  const query = useMemo(() => queryOf(search), [search])
  const list = usePaged('article.list', query)
  const key = narrowed(query) ? 'ui.archive.found' : 'ui.archive.count'
  return (
    <Page
      title={t('ui.archive.title')}
      meta={
        <span role="status" data-testid="found">
          {list.isPending ? ' ' : t(key, { count: list.total, shown: showNumber(list.total, language) })}
        </span>
      }
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
