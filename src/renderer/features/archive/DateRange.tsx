import { useState } from 'react'
import { useSearch } from '../../state/search'
import { TextField } from '../../ui/Field'
import { readDate } from '../../words/dates'
import { useWords } from '../../words/words'

/** From which day and to which, as far as they are known. */
export function DateRange() {
  return (
    <div className="facet facet-dates">
      <DateFilter edge="from" />
      <DateFilter edge="to" />
    </div>
  )
}

function DateFilter({ edge }: { edge: 'from' | 'to' }) {
  const t = useWords()
  const search = useSearch()
  const value = search[edge]
  const [wrong, setWrong] = useState(false)
  return (
    <TextField
      // Cleared from elsewhere, the field starts anew; while typing the key stays the same.
      key={value === '' ? 'empty' : 'typed'}
      autoFocus={value !== '' && document.activeElement?.id === `filter-${edge}`}
      label={t(`ui.archive.${edge}`)}
      placeholder={t('ui.common.datePattern')}
      defaultValue={value}
      error={wrong ? t('ui.common.noDate') : null}
      className="input date"
      data-testid={`filter-${edge}`}
      onText={(typed) => search.set({ [edge]: typed })}
      onBlur={(event) => setWrong(readDate(event.currentTarget.value) === undefined)}
    />
  )
}
