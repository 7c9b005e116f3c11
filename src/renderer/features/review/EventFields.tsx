import { Plus, RotateCcw, X } from 'lucide-react'
import type { Draft } from '#core/model/draft'
import { useReview } from '../../state/review'
import { Button, IconButton } from '../../ui/Button'
import { Choice } from '../../ui/Field'
import { eventTypes } from '../../words/vocabulary'
import { useWords } from '../../words/words'
import { setState, setValue } from './edits'
import { fieldId, point } from './focus'
import { forms } from './forms'
import { MatchChooser } from './MatchChooser'
import { SuggestionForm } from './SuggestionForm'
import { useSuggestions } from './useSuggestions'
import { Why } from './Why'

/** The events the article reports, each a card whose fields are open from the start; the main one first. */
export function EventFields({ draft }: { draft: Draft }) {
  const t = useWords()
  const { add } = useSuggestions()
  const { event, otherEvents = [] } = draft
  return (
    <section className="fields" aria-label={t('ui.article.event')}>
      <h2 className="fields-title">{t('ui.article.event')}</h2>
      {event && <EventCard key={event.id} event={event} />}
      {otherEvents.map((other, at) => (
        <section key={other.id} aria-label={t('queue.review.otherEvent', { at: at + 2 })}>
          <h3 className="fields-title">{t('queue.review.otherEvent', { at: at + 2 })}</h3>
          <EventCard event={other} />
        </section>
      ))}
      <Button look="quiet" icon={Plus} onClick={() => add('event', forms.event.empty)} data-testid="add-event">
        {t(event ? 'queue.review.addEvent' : 'ui.review.add.event')}
      </Button>
    </section>
  )
}

function EventCard({ event }: { event: NonNullable<Draft['event']> }) {
  const t = useWords()
  const edit = useReview((state) => state.edit)
  const { match } = useSuggestions()
  const dropped = event.state === 'dropped'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take the focus a mark in the text gives
    <div
      id={fieldId(event.id)}
      className={`event-card ${event.state}`}
      role="group"
      tabIndex={-1}
      aria-label={event.value.title || t('ui.article.event')}
      data-testid="event-card"
      data-state={event.state}
      onMouseEnter={() => point(event.id)}
      onMouseLeave={() => point(null)}
      onBlur={(e) => {
        if (event.state === 'changed' && !e.currentTarget.contains(e.relatedTarget)) void match('event', event.id)
      }}
    >
      <div className="event-top">
        <Choice
          label={t('ui.event.type')}
          value={event.value.type}
          options={eventTypes.map((value) => ({ value, label: t(`eventType.${value}`) }))}
          onChoose={(type) =>
            edit(setValue('event', event.id, { ...event.value, type: type as (typeof eventTypes)[number] }))
          }
        />
        <IconButton
          icon={dropped ? RotateCcw : X}
          label={t(dropped ? 'ui.review.takeBackNamed' : 'ui.review.dropNamed', { name: t('ui.article.event') })}
          data-testid="event-drop"
          onClick={() => edit(setState('event', event.id, dropped ? 'offered' : 'dropped'))}
        />
      </div>
      <SuggestionForm kind="event" suggestion={event} />
      <MatchChooser kind="event" suggestion={event} />
      <Why suggestion={event} />
    </div>
  )
}
