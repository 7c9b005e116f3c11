import { CheckCheck, Plus } from 'lucide-react'
import { useReview } from '../../state/review'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { acceptAll } from './edits'
import { type Form, forms } from './forms'
import type { List, SuggestionOf } from './model'
import { SuggestionRow } from './SuggestionRow'
import { useSuggestions } from './useSuggestions'

/** All suggestions of one kind, and adding one by hand. */
export function SuggestionList<K extends List>({ kind, list }: { kind: K; list: SuggestionOf<K>[] }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const { add } = useSuggestions()
  const offered = list.filter(({ state }) => state === 'offered').length
  const form = forms[kind] as unknown as Form<K>
  return (
    <section className="fields" aria-label={t(`ui.review.lists.${kind}`)} data-testid={`list-${kind}`}>
      <header className="fields-head">
        <h2 className="fields-title">
          {t(`ui.review.lists.${kind}`)} <span className="section-count">{list.length || ''}</span>
        </h2>
        {offered > 1 && (
          <Button
            look="quiet"
            icon={CheckCheck}
            onClick={() => edit(acceptAll([kind]))}
            data-testid={`accept-all-${kind}`}
          >
            {t('ui.review.acceptAll')}
          </Button>
        )}
        <Button look="quiet" icon={Plus} onClick={() => add(kind, form.empty)} data-testid={`add-${kind}`}>
          {t(`ui.review.add.${kind}`)}
        </Button>
      </header>
      <ul className="suggestions">
        {list.map((suggestion) => (
          <SuggestionRow key={suggestion.id} kind={kind} suggestion={suggestion} />
        ))}
      </ul>
    </section>
  )
}
