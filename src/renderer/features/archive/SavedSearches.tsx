import { Bookmark, X } from 'lucide-react'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useSearch } from '../../state/search'
import { IconButton } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { usePhrases } from '../../words/words'
import { queryOf, searchOf } from './query'

/** Searches kept under a name: run by a click, taken away by another. */
export function SavedSearches() {
  const { t } = usePhrases()
  const searches = useRead('search.list', {}).data?.searches ?? []
  const search = useSearch()
  const readOnly = useReadOnly()
  const caught = useFailures()
  const remove = caught((id: string) => call('search.remove', { id }))
  if (searches.length === 0) return null
  const now = JSON.stringify(queryOf(search))
  return (
    <div className="facet" data-testid="saved-searches">
      <h2 className="facet-title">{t('find.saved.title')}</h2>
      <ul>
        {searches.map(({ id, name, query }) => {
          const asked = searchOf(query)
          const current = JSON.stringify(queryOf({ ...search, ...asked } as typeof search)) === now
          return (
            <li key={id} className="saved-search">
              <button
                type="button"
                className="facet-value"
                aria-current={current ? 'true' : undefined}
                data-testid="saved-search"
                onClick={() => search.replace(asked)}
              >
                <Bookmark aria-hidden />
                <span className="facet-label">{name}</span>
              </button>
              <IconButton
                icon={X}
                label={t('find.saved.remove', { name })}
                disabled={readOnly}
                onClick={() => remove(id)}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
