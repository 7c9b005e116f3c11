import { useMemo } from 'react'
import type { TextSpan } from '#core/model/common'
import type { Draft } from '#core/model/draft'
import { call } from '../../engine/client'
import { useReview } from '../../state/review'
import { useFailures } from '../../ui/useFailures'
import { addSuggestion, setMatches } from './edits'
import { focusField } from './focus'
import { forms } from './forms'
import { type Kind, type SuggestionOf, suggestions } from './model'

/** Kinds that have records of their own to be matched with, as the engine calls them. */
const matched = { event: 'event', people: 'person', organizations: 'organization', places: 'place' } as const
type Matched = keyof typeof matched

/** Adding suggestions by hand and looking up which records they mean. */
export function useSuggestions() {
  const caught = useFailures()
  return useMemo(() => {
    const match = caught(async (kind: Kind, id: string) => {
      if (!(kind in matched)) return
      const { draft, edit } = useReview.getState()
      const found = draft && suggestions(draft).find(({ suggestion }) => suggestion.id === id)
      if (!draft || !found) return
      const name = nameOf(kind, found.suggestion.value)
      if (name === '') return
      const offices = 'offices' in found.suggestion.value ? found.suggestion.value.offices : []
      const question = { kind: matched[kind as Matched], name, offices, date: dateOf(draft) }
      const { matches } = await call('authority.match', question)
      edit(setMatches(kind, id, name, matches))
    })
    const add = <K extends Kind>(kind: K, value: SuggestionOf<K>['value'], spans: TextSpan[] = []): string => {
      const id = crypto.randomUUID()
      useReview.getState().edit(addSuggestion(kind, id, value, spans))
      void match(kind, id)
      // One without a name opens with its fields, which take the focus themselves.
      if (nameOf(kind, value) !== '') requestAnimationFrame(() => focusField(id))
      return id
    }
    return { add, match }
  }, [caught])
}

const nameOf = <K extends Kind>(kind: K, value: SuggestionOf<K>['value']): string => forms[kind].name(value)

/** The day the draft speaks of, which tells offices of then from offices of now. */
const dateOf = ({ event, text }: Draft) => event?.value.from ?? text.publishedOn
