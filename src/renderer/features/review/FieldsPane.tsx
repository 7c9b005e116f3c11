import { CheckCheck } from 'lucide-react'
import type { Draft } from '#core/model/draft'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { TextAreaField } from '../../ui/Field'
import { showInstant } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { ArticleFields } from './ArticleFields'
import { EventFields } from './EventFields'
import { acceptEverything } from './edits'
import { suggestions } from './model'
import { ReviewNotes } from './ReviewNotes'
import { SuggestionList } from './SuggestionList'
import './fields.css'

/** What will be recorded besides the text. Everything offered is kept unless it is dropped. */
export function FieldsPane({ draft }: { draft: Draft }) {
  const t = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="review-fields" aria-label={t('ui.review.fields')} tabIndex={0}>
      <ReviewNotes draft={draft} />
      <AcceptAll draft={draft} />
      <ArticleFields draft={draft} />
      <EventFields draft={draft} />
      <SuggestionList kind="people" list={draft.people} />
      <SuggestionList kind="organizations" list={draft.organizations} />
      <SuggestionList kind="places" list={draft.places} />
      <SuggestionList kind="documents" list={draft.documents} />
      <SuggestionList kind="awards" list={draft.awards} />
      <Notes notes={draft.notes} />
      <Files draft={draft} />
    </section>
  )
}

/** Says of everything still offered that it was looked at. */
function AcceptAll({ draft }: { draft: Draft }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const count = suggestions(draft).filter(({ suggestion }) => suggestion.state === 'offered').length
  if (count < 2) return null
  return (
    <div>
      <p className="field-hint">{t('queue.review.keptAnyway')}</p>
      <Button look="quiet" icon={CheckCheck} onClick={() => edit(acceptEverything)} data-testid="accept-all">
        {t('queue.review.acceptAll', { count })}
      </Button>
    </div>
  )
}

function Notes({ notes }: { notes: string }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  return (
    <section className="fields">
      <TextAreaField
        label={t('ui.review.notes')}
        defaultValue={notes}
        data-testid="notes"
        onText={(text) => edit((draft) => ({ ...draft, notes: text }))}
      />
    </section>
  )
}

function Files({ draft }: { draft: Draft }) {
  const { t, language } = usePhrases()
  if (draft.asReceived.length === 0) return null
  return (
    <section className="fields">
      <h2 className="fields-title">{t('ui.article.files')}</h2>
      <ul className="side-list">
        {draft.asReceived.map((file) => (
          <li key={`${file.digest.hex} ${file.name}`} className="side-more">
            {file.name} · {showSize(file.size, language)} · {showInstant(file.receivedAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}
