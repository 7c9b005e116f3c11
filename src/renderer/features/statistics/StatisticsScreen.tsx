import { ChartColumn } from 'lucide-react'
import { useState } from 'react'
import type { Statistics } from '#contract/statistics'
import type { PartialDate } from '#core/model/common'
import { useRead } from '../../engine/queries'
import { RankTable } from '../../ui/charts/RankTable'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { showPeriod } from '../../words/dates'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { ExportListButton } from '../export/ExportList'
import { PeriodFilter } from './PeriodFilter'
import { rankings, ranksOf } from './rankings'
import { TimeChart } from './TimeChart'
import './statistics.css'

/** Thống kê: how what was filed spreads over time and over what it names, for the whole archive or a period. */
export function StatisticsScreen() {
  const { t, language } = usePhrases()
  const [period, setPeriod] = useState<{ from: PartialDate | null; to: PartialDate | null }>({ from: null, to: null })
  const { from, to } = period
  const asked = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  const view = useRead('statistics.get', asked, { keep: true })
  const number = (n: number) => showNumber(n, language)
  const { data } = view
  return (
    <Page
      title={t('statistics.title')}
      meta={
        <span role="status" data-testid="found">
          {data
            ? t('statistics.found', {
                articles: data.articles,
                photos: data.photos,
                period: from || to ? 'some' : 'all',
                shown: showPeriod(from, to),
              })
            : ' '}
        </span>
      }
      actions={data && <ExportListButton list={{ kind: 'statistics', query: asked }} />}
      testId="screen-statistics"
    >
      <PeriodFilter onPeriod={setPeriod} />
      {view.error && <ErrorNote error={view.error} again={() => void view.refetch()} />}
      {!data && !view.error && <Loading />}
      {data?.articles === 0 && (
        <EmptyState icon={ChartColumn} title={t('statistics.none')} more={t('statistics.noneMore')} />
      )}
      {data && data.articles > 0 && (
        <>
          <TimeChart statistics={data} />
          <Rankings statistics={data} number={number} />
        </>
      )}
    </Page>
  )
}

function Rankings({ statistics, number }: { statistics: Statistics; number: (n: number) => string }) {
  const { t } = usePhrases()
  return (
    <div className="rankings">
      {rankings
        .filter(({ of }) => statistics[of].length > 0)
        .map((ranking) => (
          <section
            key={ranking.of}
            className="ranking"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={t(`statistics.by.${ranking.of}`)}
            data-testid={`ranking-${ranking.of}`}
          >
            <RankTable
              caption={t(`statistics.by.${ranking.of}`)}
              nameHead={t(`statistics.by.${ranking.of}`)}
              countHead={t('statistics.articles')}
              ranks={ranksOf(ranking, statistics[ranking.of], t, number)}
            />
          </section>
        ))}
    </div>
  )
}
