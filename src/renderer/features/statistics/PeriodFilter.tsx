import { useState } from 'react'
import type { PartialDate } from '#core/model/common'
import { useRead } from '../../engine/queries'
import { DateField } from '../../ui/DateField'
import { Choice } from '../../ui/Field'
import { useWords } from '../../words/words'

interface Period {
  from: PartialDate | null
  to: PartialDate | null
}

/** The period that is counted: all, one of the years there are, or from a date to a date. */
export function PeriodFilter({ onPeriod }: { onPeriod: (period: Period) => void }) {
  const t = useWords()
  const years = useRead('statistics.get', { most: 1 }).data?.years ?? []
  const [chosen, setChosen] = useState('all')
  const [typed, setTyped] = useState<{ from?: PartialDate | null; to?: PartialDate | null }>({ from: null, to: null })
  const choose = (value: string) => {
    setChosen(value)
    if (value === 'all') onPeriod({ from: null, to: null })
    else if (value !== 'other') onPeriod({ from: value, to: value })
  }
  const type = (part: typeof typed) => {
    const next = { ...typed, ...part }
    setTyped(next)
    if (next.from !== undefined && next.to !== undefined) onPeriod({ from: next.from, to: next.to })
  }
  return (
    <div className="period">
      <Choice
        label={t('statistics.period.label')}
        value={chosen}
        options={[
          { value: 'all', label: t('statistics.period.all') },
          ...years
            .map(({ period }) => ({ value: period, label: t('statistics.period.year', { year: period }) }))
            .reverse(),
          { value: 'other', label: t('statistics.period.other') },
        ]}
        onChoose={choose}
      />
      {chosen === 'other' && (
        <>
          <DateField label={t('ui.archive.from')} value={null} onDate={(from) => type({ from })} testId="period-from" />
          <DateField label={t('ui.archive.to')} value={null} onDate={(to) => type({ to })} testId="period-to" />
        </>
      )}
    </div>
  )
}
