import { type ReactNode, useState } from 'react'
import type { ArticleFacets, FacetCount } from '#core/model/views'
import { useSearch } from '../../state/search'
import { Button } from '../../ui/Button'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { DateRange } from './DateRange'
import { type FacetKind, facetKinds, facetLabel, isChosen, toggled } from './facets'
import { SavedSearches } from './SavedSearches'

const shownFirst = 6

/** What narrows the list, each value with how many articles it would leave. */
export function FacetPanel({ facets }: { facets: ArticleFacets | undefined }) {
  const { t } = usePhrases()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="facets" aria-label={t('find.facets.label')} data-testid="facets" tabIndex={0}>
      <SavedSearches />
      <Status facets={facets} />
      <DateRange />
      {facets && facetKinds.map((kind) => <Facet key={kind} kind={kind} counts={facets[kind]} />)}
    </section>
  )
}

function Status({ facets }: { facets: ArticleFacets | undefined }) {
  const { t } = usePhrases()
  const { status, set } = useSearch()
  if (!facets || (facets.status.binned === 0 && status === 'filed')) return null
  return (
    <Group title={t('find.facets.status')}>
      {(['filed', 'binned'] as const).map((value) => (
        <Value
          key={value}
          label={t(`past.status.${value}`)}
          count={facets.status[value]}
          chosen={status === value}
          testId={`facet-status-${value}`}
          onChoose={() => set({ status: value })}
        />
      ))}
    </Group>
  )
}

function Facet({ kind, counts }: { kind: FacetKind; counts: FacetCount[] }) {
  const phrases = usePhrases()
  const { t } = phrases
  const search = useSearch()
  const [all, setAll] = useState(false)
  if (counts.length === 0) return null
  const chosen = counts.filter(({ value }) => isChosen(search, kind, value))
  const shown = all ? counts : [...new Set([...chosen, ...counts])].slice(0, Math.max(shownFirst, chosen.length))
  return (
    <Group title={t(`find.facets.${kind}`)}>
      {shown.map((count) => (
        <Value
          key={count.value}
          label={facetLabel(phrases, kind, count)}
          count={count.count}
          chosen={isChosen(search, kind, count.value)}
          testId={`facet-${kind}`}
          onChoose={() => search.set(toggled(search, kind, count))}
        />
      ))}
      {counts.length > shownFirst && (
        <li>
          <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('find.facets.fewer') : t('ui.common.more', { count: counts.length - shown.length })}
          </Button>
        </li>
      )}
    </Group>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="facet">
      <h2 className="facet-title">{title}</h2>
      <ul>{children}</ul>
    </div>
  )
}

interface ValueProps {
  label: string
  count: number
  chosen: boolean
  testId: string
  onChoose: () => void
}

function Value({ label, count, chosen, testId, onChoose }: ValueProps) {
  const { language } = usePhrases()
  return (
    <li>
      <button type="button" className="facet-value" aria-pressed={chosen} data-testid={testId} onClick={onChoose}>
        <span className="facet-label">{label}</span>
        <span className="facet-count">{showNumber(count, language)}</span>
      </button>
    </li>
  )
}
