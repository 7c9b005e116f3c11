import type { Draft, NameSuggestion, PersonSuggestion } from '../model/draft'
import type { Offered, OfferedName } from '../model/learnt'
import { wordsOf } from '../text/words'

/** Longer blocks are text of the article, whatever becomes of them. */
const MOST_WORDS = 30

/** True for a block that may be a line of a page's frame. */
export function isShortLine(text: string): boolean {
  return text.length <= 300 && text.trim() !== '' && wordsOf(text).length <= MOST_WORDS
}

/** The compact copy of a fresh draft that corrections are told by. */
export function offeredIn(draft: Omit<Draft, 'offered'>): Offered {
  return {
    authors: draft.text.authors,
    photographers: draft.text.photographers,
    lines: draft.text.body.map((block) => block.text).filter(isShortLine),
    eventType: draft.event?.value.type ?? null,
    people: draft.people.map(nameOf),
    organizations: draft.organizations.map(nameOf),
    places: draft.places.map(nameOf),
  }
}

function nameOf({ id, value, state }: PersonSuggestion | NameSuggestion): OfferedName {
  const offices = 'offices' in value ? value.offices : []
  return { id, name: value.name, offices, dropped: state === 'dropped' }
}
