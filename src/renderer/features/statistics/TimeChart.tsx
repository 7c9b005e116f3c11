import { useState } from 'react'
import type { Statistics } from '#contract/statistics'
import { BarChart } from '../../ui/charts/BarChart'
import { Choice } from '../../ui/Field'
import { showDate } from '../../words/dates'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { type Step, shortPeriod, stepsFor, ticksOf } from './time'

/** Articles or photos by month or year: a chart, and the same as a table. */
export function TimeChart({ statistics }: { statistics: Statistics }) {
  const { t, language } = usePhrases()
  const [what, setWhat] = useState<'articles' | 'photos'>('articles')
  const [wanted, setStep] = useState<Step>('month')
  const steps = stepsFor(statistics)
  const step = steps.includes(wanted) ? wanted : (steps[0] ?? 'year')
  const periods = step === 'month' ? statistics.months : statistics.years
  const number = (n: number) => showNumber(n, language)
  const label = t(`statistics.chart.${what}.${step}`)
  return (
    <section className="section" aria-label={label} data-testid="time-chart">
      <div className="chart-head">
        <h2 className="section-title">{label}</h2>
        <Choice
          bare
          label={t('statistics.chart.what')}
          value={what}
          options={(['articles', 'photos'] as const).map((value) => ({ value, label: t(`statistics.${value}`) }))}
          onChoose={(value) => setWhat(value as typeof what)}
        />
        <Choice
          bare
          label={t('statistics.chart.step')}
          value={step}
          options={steps.map((value) => ({ value, label: t(`statistics.chart.${value}`) }))}
          onChoose={(value) => setStep(value as Step)}
        />
      </div>
      <BarChart
        label={label}
        showValue={number}
        ticks={ticksOf(periods)}
        bars={periods.map((one) => ({
          key: one.period,
          label: shortPeriod(one.period, periods.length),
          value: one[what],
          title: `${showDate(one.period)}: ${number(one[what])}`,
        }))}
      />
      <details className="chart-table">
        <summary>{t('statistics.chart.table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div className="chart-scroll" tabIndex={0}>
          <table className="numbers">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`statistics.chart.${step}`)}</th>
                <th scope="col">{t('statistics.articles')}</th>
                <th scope="col">{t('statistics.photos')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map(({ period, articles, photos }) => (
                <tr key={period}>
                  <th scope="row">{showDate(period)}</th>
                  <td>{number(articles)}</td>
                  <td>{number(photos)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
