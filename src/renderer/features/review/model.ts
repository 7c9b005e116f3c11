import type { TextSpan } from '#core/model/common'
import type { Draft } from '#core/model/draft'
import type { Stretch } from '../../text/segments'

/** The lists of suggestions a draft carries, besides its event. */
export const lists = ['people', 'organizations', 'places', 'documents', 'awards'] as const
export type List = (typeof lists)[number]
export type Kind = List | 'event'

export type SuggestionOf<K extends Kind> = K extends List ? Draft[K][number] : NonNullable<Draft['event']>
export type AnySuggestion = { [K in Kind]: SuggestionOf<K> }[Kind]

/** Everything suggested, with the kind each is of. */
export function suggestions(draft: Draft): { kind: Kind; suggestion: AnySuggestion }[] {
  const listed = lists.flatMap((kind) => draft[kind].map((suggestion) => ({ kind, suggestion })))
  return [...eventsOf(draft).map((suggestion) => ({ kind: 'event' as const, suggestion })), ...listed]
}

/** The main event of a draft first, then the others it reports. */
export const eventsOf = ({ event, otherEvents }: Draft): SuggestionOf<'event'>[] => [
  ...(event ? [event] : []),
  ...(otherEvents ?? []),
]

export interface Marked {
  id: string
  kind: Kind
}

/** Where in one part of the text which suggestions stand; what was dropped is not marked. */
export function marksIn(draft: Draft, part: TextSpan['part'], index = 0): Stretch<Marked>[] {
  return suggestions(draft)
    .filter(({ suggestion }) => suggestion.state !== 'dropped')
    .flatMap(({ kind, suggestion: { id, spans } }) => {
      const of = { id, kind }
      return spans
        .filter((span) => span.part === part && span.index === index)
        .map(({ start, end }) => ({ start, end, of, beneath: kind === 'event' }))
    })
}

/** How sure the reader is, in three steps that words exist for. */
export type Sureness = 'sure' | 'fair' | 'look'

export function sureness(confidence: number): Sureness {
  if (confidence >= 0.85) return 'sure'
  return confidence >= 0.65 ? 'fair' : 'look'
}

/** The photos that stand in the text, by their place among the draft's photos. */
export function placedPhotos({ text, photos }: Draft): Set<number> {
  const places = text.body.flatMap((block) => (block.kind === 'figure' ? (block.photo ?? []) : []))
  return new Set(places.filter((place) => place < photos.length))
}
