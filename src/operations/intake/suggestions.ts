import type { Archive } from '#archive/archive'
import { searchTexts } from '#authority/expand'
import { matchEvents, matchNames } from '#authority/match-names'
import { autoChoose, matchPeople } from '#authority/match-people'
import type { Draft, EventFields, Match, Reason } from '#core/model/draft'
import type { RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'
import type { Found, PressReading } from '#core/press/reading'
import type { OperationContext } from '../context'

type Suggestions = Pick<Draft, 'event' | 'people' | 'organizations' | 'places' | 'documents' | 'awards'>

const mostCandidates = 40

/** Turns what the reader found into suggestions, each with the authority records it may mean. */
export async function suggestionsFrom(
  context: OperationContext,
  archive: Archive,
  reading: PressReading,
): Promise<Suggestions> {
  const suggest = async <T>(found: Found<T>, matching: Promise<Match[]> | Match[]) => {
    const matches = await matching
    return {
      id: context.platform.ids.next(),
      value: found.value,
      spans: found.spans,
      confidence: found.confidence,
      why: found.why,
      matches,
      chosen: autoChoose(matches),
      // What a clerk dropped before is shown as dropped: one click brings it back.
      state: learntDrop(found.why) ? ('dropped' as const) : ('offered' as const),
    }
  }
  const date = reading.event?.value.from ?? reading.publishedOn
  const matcher = await authorityMatcher(context, archive, date)
  const all = <T>(list: Found<T>[], match: (value: T) => Promise<Match[]> | Match[]) =>
    Promise.all(list.map((found) => suggest(found, match(found.value))))
  const event = reading.event && { ...reading.event, value: titled(reading.event.value) }
  return {
    event: event && (await suggest(event, matcher.events(event.value))),
    people: await all(reading.people, (person) => matcher.people(person.name, person.offices)),
    organizations: await all(reading.organizations, (body) => matcher.names('organization', body.name)),
    places: await all(reading.places, (place) => matcher.names('place', place.name)),
    documents: await all(reading.documents, () => []),
    awards: await all(reading.awards, () => []),
  }
}

const learntDrop = (why: Reason[]) => why.some(({ code }) => code === 'learnt-dropped')

/** An event named by a verb of the sentence (thăm, tặng quà …) begins like a title in lists and catalogues. */
function titled(event: EventFields): EventFields {
  const [first = '', ...rest] = event.title
  return { ...event, title: first.toLocaleUpperCase('vi') + rest.join('') }
}

/** Finds the authority records that names of one article may mean, best first, as of its day. */
export async function authorityMatcher(context: OperationContext, archive: Archive, date: string | null) {
  const abbreviations = (await context.vocabulary()).data.abbreviations.pairs
  const candidates = async <K extends AuthorityKind>(kind: K, texts: string[]): Promise<RecordOf<K>[]> => {
    const ids = new Set<string>()
    for (const text of texts) {
      const page = await archive.index.authorities({ kind, text, sort: 'most', offset: 0, limit: mostCandidates })
      for (const row of page.rows) ids.add(row.id)
    }
    return archive.getMany(kind, [...ids])
  }
  return {
    people: async (name: string, offices: string[]): Promise<Match[]> =>
      matchPeople(name, offices, await candidates('person', [name]), { date, abbreviations }),
    names: async (kind: 'organization' | 'place', name: string): Promise<Match[]> =>
      matchNames(name, await candidates(kind, searchTexts(name, abbreviations)), { date, abbreviations }),
    events: async (event: EventFields): Promise<Match[]> =>
      matchEvents(event, await candidates('event', [event.title.split(/\s+/).slice(0, 6).join(' ')])),
  }
}

/**
 * The same draft with matches as of now: drafts that came in together know nothing of the records that
 * filing the first of them made. Only what the clerk has not decided (`changed`, or
 * accepted with a record) is chosen anew.
 */
export async function matchedAgain(context: OperationContext, archive: Archive, draft: Draft): Promise<Draft> {
  const matcher = await authorityMatcher(context, archive, draft.event?.value.from ?? draft.text.publishedOn)
  const again = async <S extends { matches: Match[]; chosen: string | null; state: string }>(
    suggestion: S,
    matching: Promise<Match[]>,
  ): Promise<S> => {
    const untouched = suggestion.state === 'offered' || (suggestion.state === 'accepted' && suggestion.chosen === null)
    if (!untouched) return suggestion
    const matches = await matching
    return { ...suggestion, matches, chosen: autoChoose(matches) }
  }
  return {
    ...draft,
    event: draft.event && (await again(draft.event, matcher.events(draft.event.value))),
    ...(draft.otherEvents && {
      otherEvents: await Promise.all(draft.otherEvents.map((other) => again(other, matcher.events(other.value)))),
    }),
    people: await Promise.all(
      draft.people.map((person) => again(person, matcher.people(person.value.name, person.value.offices))),
    ),
    organizations: await Promise.all(
      draft.organizations.map((body) => again(body, matcher.names('organization', body.value.name))),
    ),
    places: await Promise.all(draft.places.map((place) => again(place, matcher.names('place', place.value.name)))),
  }
}
