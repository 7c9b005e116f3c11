import { Archive, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ArticleFacets } from '#core/model/views'
import { failureOf } from '../../engine/failure'
import { usePaged } from '../../engine/usePaged'
import { showDialog } from '../../state/dialogs'
import { go } from '../../state/route'
import { useSearch } from '../../state/search'
import { useSelection } from '../../state/selection'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { coded } from '../../words/errors'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { ExportListButton } from '../export/ExportList'
import { ArticleViews } from './ArticleViews'
import { Chips } from './Chips'
import { FacetPanel } from './FacetPanel'
import { QueryError } from './QueryError'
import { QuickLook } from './QuickLook'
import { type ListQuery, narrowed, queryOf } from './query'
import { Readings } from './Readings'
import { SelectionBar } from './SelectionBar'
import { useFacets } from './useFacets'
import { useListSelection } from './useListSelection'
import { ViewBar } from './ViewBar'
import './archive.css'
import './find.css'

/** Kho: every filed article, found as one types, narrowed by what it is about, selected for what is to be done. */
export function ArchiveScreen() {
  const { t } = usePhrases()
  const search = useSearch()
  const { archiveView, facetsShown } = useSettings().settings
  const query = useMemo(() => {
    const asked = queryOf(search)
    return archiveView === 'timeline' && asked.sort !== 'oldest' ? { ...asked, sort: 'newest' as const } : asked
  }, [search, archiveView])
  const { facets, total } = useFacets(query)
  // The page comes at once; how many there are, with the counts.
  const list = usePaged(
    'article.list',
    useMemo(() => ({ ...query, counted: 0 }), [query]),
    total,
  )
  const failure = list.error && failureOf(list.error)
  return (
    <Page
      title={t('ui.archive.title')}
      meta={<FoundWords query={query} list={list} />}
      actions={
        <>
          <ViewBar />
          {list.total > 0 && <ExportListButton list={{ kind: 'articles', query }} />}
          <ExportFound query={query} count={list.total} />
        </>
      }
      testId="screen-archive"
      holdsList
    >
      <Chips query={query} facets={facets} />
      <div className={facetsShown ? 'finding' : 'finding alone'}>
        {facetsShown && <FacetPanel facets={facets} />}
        <div className="found">
          {failure?.code === 'query-invalid' ? (
            <QueryError text={query.text} error={failure} />
          ) : list.error ? (
            <ErrorNote error={list.error} again={list.again} />
          ) : (
            <Found query={query} list={list} facets={facets} />
          )}
        </div>
      </div>
    </Page>
  )
}

export type Paged = ReturnType<typeof usePaged<'article.list'>>

/** How many were found, and what should be known about it. */
function FoundWords({ query, list }: { query: ListQuery; list: Paged }) {
  const phrases = usePhrases()
  const key = !list.exact ? 'ui.archive.atLeast' : narrowed(query) ? 'ui.archive.found' : 'ui.archive.count'
  const shown = showNumber(list.total, phrases.language)
  const notes = list.notes.map((note) => coded(phrases, 'query.note', note)).filter((words) => words !== null)
  return (
    <span role="status" data-testid="found">
      {list.isPending || list.error ? ' ' : [phrases.t(key, { count: list.total, shown }), ...notes].join(' · ')}
    </span>
  )
}

function Found({ query, list, facets }: { query: ListQuery; list: Paged; facets: ArticleFacets | undefined }) {
  const selection = useListSelection(query, list)
  const [peeked, setPeeked] = useState<number | null>(null)
  if (list.isPending) return null
  if (list.total === 0) return <Nothing text={query.text} narrowed={narrowed(query)} />
  const open = (index: number) => {
    const row = list.row(index)
    if (row) go({ screen: 'article', id: row.id })
  }
  return (
    <div className="archive-list">
      <SelectionBar total={list.total} onAll={selection.onSelectAll} />
      <ArticleViews query={query} list={list} facets={facets} selection={selection} onOpen={open} onPeek={setPeeked} />
      {peeked !== null && (
        <QuickLook list={list} at={peeked} onMove={setPeeked} onOpen={open} onClose={() => setPeeked(null)} />
      )}
    </div>
  )
}

function Nothing({ text, narrowed }: { text: string; narrowed: boolean }) {
  const { t } = usePhrases()
  const clear = useSearch((state) => state.clear)
  if (narrowed) {
    return (
      <EmptyState icon={SearchX} title={t('ui.archive.none.title')} more={t('find.none')}>
        <Button onClick={clear}>{t('ui.archive.none.clear')}</Button>
        <Button look="quiet" onClick={() => showDialog({ name: 'search-help' })}>
          {t('find.help.open')}
        </Button>
        <Readings text={text} />
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
      onClick={() => showDialog({ name: 'export', of: { articles: { query } }, count, title: null })}
    >
      {t(narrowed(query) ? 'ui.export.found' : 'ui.export.whole')}
    </Button>
  )
}
