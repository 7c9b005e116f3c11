import { ChartNoAxesGantt, LayoutGrid, List, type LucideIcon, PanelLeft } from 'lucide-react'
import { type Search, useSearch, type View } from '../../state/search'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/Button'
import { Choice } from '../../ui/Field'
import { useWords } from '../../words/words'

const views: { view: View; icon: LucideIcon }[] = [
  { view: 'list', icon: List },
  { view: 'grid', icon: LayoutGrid },
  { view: 'timeline', icon: ChartNoAxesGantt },
]

/** How the list is ordered and drawn. */
export function ViewBar() {
  const t = useWords()
  const { text, sort, set } = useSearch()
  const { settings, save } = useSettings()
  const { archiveView, facetsShown } = settings
  const orders: Search['sort'][] = [...(text ? (['relevance'] as const) : []), 'newest', 'oldest', 'title']
  // A line of time has no other order.
  const timely = archiveView === 'timeline' && sort !== 'oldest'
  const shown = timely || (sort === 'relevance' && !text) ? 'newest' : sort
  return (
    <div className="view-bar">
      <IconButton
        icon={PanelLeft}
        label={t(facetsShown ? 'find.facets.hide' : 'find.facets.show')}
        pressed={facetsShown}
        data-testid="facets-toggle"
        onClick={() => void save({ facetsShown: !facetsShown })}
      />
      <Choice
        bare
        label={t('ui.archive.sort')}
        value={shown}
        options={(archiveView === 'timeline'
          ? orders.filter((one) => one === 'newest' || one === 'oldest')
          : orders
        ).map((value) => ({ value, label: t(`ui.archive.sortBy.${value}`) }))}
        onChoose={(value) => set({ sort: value as Search['sort'] })}
      />
      <fieldset className="view-choice">
        <legend className="visually-hidden">{t('find.view.label')}</legend>
        {views.map(({ view, icon }) => (
          <IconButton
            key={view}
            icon={icon}
            label={t(`find.view.${view}`)}
            pressed={archiveView === view}
            data-testid={`view-${view}`}
            onClick={() => void save({ archiveView: view })}
          />
        ))}
      </fieldset>
    </div>
  )
}
