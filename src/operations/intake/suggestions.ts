import type { Archive } from '#archive/archive'
import { matchEvents, matchNames } from '#authority/match-names'
import { autoChoose, matchPeople } from '#authority/match-people'
import type { Draft, EventFields, Match } from '#core/model/draft'
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
      state: 'offered' as const,
    }
  }
  const date = reading.event?.value.from ?? reading.publishedOn
  const all = <T>(list: Found<T>[], match: (value: T) => Promise<Match[]> | Match[]) =>
    Promise.all(list.map((found) => suggest(found, match(found.value))))
  return {
    event: reading.event && (await suggest(reading.event, eventMatches(archive, reading.event.value))),
    people: await all(reading.people, (person) => personMatches(archive, person.name, person.offices, date)),
    organizations: await all(reading.organizations, (body) => nameMatches(archive, 'organization', body.name)),
    places: await all(reading.places, (place) => nameMatches(archive, 'place', place.name)),
    documents: await all(reading.documents, () => []),
    awards: await all(reading.awards, () => []),
  }
}

/** Records of a kind whose name is like this one, before judging. */
async function candidates<K extends AuthorityKind>(archive: Archive, kind: K, text: string): Promise<RecordOf<K>[]> {
  const page = await archive.index.authorities({ kind, text, sort: 'most', offset: 0, limit: mostCandidates })
  return archive.getMany(
    kind,
    page.rows.map((row) => row.id),
  )
}

/** People a name may mean, best first. */
export async function personMatches(
  archive: Archive,
  name: string,
  offices: string[],
  date: string | null,
): Promise<Match[]> {
  return matchPeople(name, offices, await candidates(archive, 'person', name), { date })
}

/** Bodies or places a name may mean, best first. */
export async function nameMatches(archive: Archive, kind: 'organization' | 'place', name: string): Promise<Match[]> {
  return matchNames(name, await candidates(archive, kind, name))
}

/** Events on file that may be the one reported. */
export async function eventMatches(archive: Archive, event: EventFields): Promise<Match[]> {
  return matchEvents(event, await candidates(archive, 'event', event.title.split(/\s+/).slice(0, 6).join(' ')))
}
