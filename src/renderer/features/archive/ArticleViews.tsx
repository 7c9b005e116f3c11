import type { ArticleFacets } from '#core/model/views'
import { useSettings } from '../../state/settings'
import { VirtualList } from '../../ui/VirtualList'
import { usePhrases } from '../../words/words'
import type { Paged } from './ArchiveScreen'
import { ArticleCard } from './ArticleCard'
import { ArticleRowView } from './ArticleRowView'
import type { ListQuery } from './query'
import { TimelineRow } from './TimelineRow'
import type { useListSelection } from './useListSelection'
import { YearRuler } from './YearRuler'

interface Props {
  query: ListQuery
  list: Paged
  facets: ArticleFacets | undefined
  selection: ReturnType<typeof useListSelection>
  onOpen: (index: number) => void
  onPeek: (index: number) => void
}

/** The articles found: as lines, as cards with their photos, or along the time. */
export function ArticleViews({ query, list, facets, selection, onOpen, onPeek }: Props) {
  const { t } = usePhrases()
  const view = useSettings().settings.archiveView
  const { isSelected } = selection
  const common = {
    ...selection,
    label: t('ui.archive.listLabel'),
    count: list.total,
    onOpen,
    onPeek,
    onRange: list.onRange,
    resetKey: JSON.stringify(query),
    testId: 'article-list',
  }
  if (view === 'grid') {
    return (
      <VirtualList
        {...common}
        key="grid"
        rowRem={16.5}
        columnRem={14}
        row={(index) => <ArticleCard row={list.row(index)} selected={isSelected(index)} />}
      />
    )
  }
  if (view === 'timeline') {
    return (
      <div className="timeline">
        <VirtualList
          {...common}
          key="timeline"
          rowRem={4}
          row={(index) => (
            <TimelineRow
              row={list.row(index)}
              above={index > 0 ? list.row(index - 1) : undefined}
              first={index === 0}
              selected={isSelected(index)}
            />
          )}
        />
        <YearRuler facets={facets} />
      </div>
    )
  }
  return (
    <VirtualList
      {...common}
      key="list"
      rowRem={6.25}
      row={(index) => <ArticleRowView row={list.row(index)} selected={isSelected(index)} />}
    />
  )
}
