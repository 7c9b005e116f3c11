import type { PeriodCount, Statistics } from '#contract/statistics'
import { showDate } from '../../words/dates'

export type Step = 'month' | 'year'

// More bars than this cannot be told apart.
const mostMonths = 120

/** Months where they can be told apart, else years. */
export function stepsFor({ months, years }: Pick<Statistics, 'months' | 'years'>): Step[] {
  const steps: Step[] = []
  if (months.length > 0 && months.length <= mostMonths) steps.push('month')
  if (years.length > 0) steps.push('year')
  return steps
}

/** Which labels are written: all that fit, then every third month, then each January. */
export function ticksOf(periods: readonly PeriodCount[]): string[] {
  const keys = periods.map(({ period }) => period)
  if (keys.length <= 13) return keys
  const each = keys.length <= 36 ? ['01', '04', '07', '10'] : ['01']
  const chosen = keys.filter((key) => key.length === 4 || each.includes(key.slice(5)))
  const most = Math.ceil(chosen.length / 14)
  return chosen.filter((_, at) => at % most === 0)
}

/** A period as an axis has room for it: `7/24`, or the year where January begins it. */
export function shortPeriod(period: string, many: number): string {
  if (period.length === 4) return period
  return many > 36 ? period.slice(0, 4) : showDate(period)
}
