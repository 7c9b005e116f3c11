import { useRef, useState } from 'react'
import type { Draft } from '#core/model/draft'
import type { Genre } from '#core/model/vocabulary'
import { useReview } from '../../state/review'
import { Choice, TextField } from '../../ui/Field'
import { readDate, showDate } from '../../words/dates'
import { genres } from '../../words/vocabulary'
import { useWords } from '../../words/words'
import { setText } from './edits'
import { namesOf } from './forms'

/** The facts about the article itself. */
export function ArticleFields({ draft }: { draft: Draft }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  // The values the fields began with; what is typed goes to the draft, never back into the field.
  const { current: first } = useRef(draft.text)
  return (
    <section className="fields" aria-label={t('ui.review.article')}>
      <h2 className="fields-title">{t('ui.review.article')}</h2>
      <div className="fields-grid">
        <Choice
          label={t('ui.archive.genre')}
          value={draft.text.genre}
          options={genres.map((value) => ({ value, label: t(`genre.${value}`) }))}
          onChoose={(genre) => edit(setText({ genre: genre as Genre }))}
        />
        <PublishedOn date={first.publishedOn} />
        <TextField
          label={t('ui.review.authors')}
          defaultValue={first.authors.join('; ')}
          data-testid="authors"
          onText={(text) => edit(setText({ authors: namesOf(text) }))}
        />
        <TextField
          label={t('ui.review.photographers')}
          defaultValue={first.photographers.join('; ')}
          data-testid="photographers"
          onText={(text) => edit(setText({ photographers: namesOf(text) }))}
        />
        <TextField
          label={t('ui.review.outlet')}
          defaultValue={first.outlet}
          data-testid="outlet"
          onText={(text) => edit(setText({ outlet: text.trim() }))}
        />
        <TextField
          label={t('ui.review.sourceAddress')}
          defaultValue={first.sourceAddress}
          data-testid="source-address"
          onText={(text) => edit(setText({ sourceAddress: text.trim() }))}
        />
      </div>
    </section>
  )
}

function PublishedOn({ date }: { date: string | null }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const [wrong, setWrong] = useState(false)
  return (
    <TextField
      label={t('ui.review.publishedOn')}
      placeholder={t('ui.common.datePattern')}
      defaultValue={date ? showDate(date) : ''}
      error={wrong ? t('ui.common.noDate') : null}
      data-testid="published-on"
      onText={(text) => {
        const publishedOn = readDate(text)
        if (publishedOn !== undefined) edit(setText({ publishedOn }))
      }}
      onBlur={(event) => setWrong(readDate(event.currentTarget.value) === undefined)}
    />
  )
}
