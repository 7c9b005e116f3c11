import { useState } from 'react'
import { useSearch } from '../../state/search'
import { Choice, TextField } from '../../ui/Field'
import { readDate } from '../../words/dates'
import { genres } from '../../words/vocabulary'
import { useWords } from '../../words/words'

/** What narrows and orders the list. */
export function Filters() {
  const t = useWords()
  const { text, sort, genre, set } = useSearch()
  const orders = [...(text ? (['relevance'] as const) : []), 'newest', 'oldest', 'title'] as const
  const shownSort = sort === 'relevance' && !text ? 'newest' : sort
  return (
    <div className="filters">
      <Choice
        label={t('ui.archive.genre')}
        value={genre}
        options={[
          { value: '', label: t('ui.archive.anyGenre') },
          ...genres.map((value) => ({ value, label: t(`genre.${value}`) })),
        ]}
        onChoose={(value) => set({ genre: value })}
      />
      <DateFilter edge="from" />
      <DateFilter edge="to" />
      <Choice
        label={t('ui.archive.sort')}
        value={shownSort}
        options={orders.map((value) => ({ value, label: t(`ui.archive.sortBy.${value}`) }))}
        onChoose={(value) => set({ sort: value as typeof sort })}
      />
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
