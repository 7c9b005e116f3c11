import type { ArticleFacets } from '#core/model/views'
import { useSearch } from '../../state/search'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { toggled } from './facets'

/** The years of a line of time, as wide as they are full; a year narrows the line to itself. */
export function YearRuler({ facets }: { facets: ArticleFacets | undefined }) {
  const { t, language } = usePhrases()
  const search = useSearch()
  const years = facets?.year ?? []
  const most = Math.max(1, ...years.map(({ count }) => count))
  if (years.length < 2) return null
  return (
    <nav className="years" aria-label={t('find.facets.year')}>
      {years.map((year) => (
        <button
          key={year.value}
          type="button"
          className="year"
          title={t('ui.archive.count', { count: year.count, shown: showNumber(year.count, language) })}
          onClick={() => search.set(toggled(search, 'year', year))}
        >
          <span>{year.label}</span>
          <meter className="year-bar" min={0} max={most} value={year.count} aria-hidden />
        </button>
      ))}
    </nav>
  )
}
