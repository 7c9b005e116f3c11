import type { Archive } from '#archive/archive'
import { autoChoose } from '#authority/match-people'
import type { Draft, PersonSuggestion } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { comparable } from '#core/text/fold'
import type { OperationContext } from '../context'
import { authorityMatcher } from './suggestions'

/** How sure a name is that a person or a program wrote into a picture. */
const SURE = 0.8

/**
 * People that the files of photos name and the draft does not offer yet, each with the records it may mean: the clerk
 * keeps, changes or drops them like any other. Nothing is tagged before the draft is filed.
 */
export async function peopleInside(
  context: OperationContext,
  archive: Archive,
  draft: Pick<Draft, 'people' | 'event' | 'text'>,
  photos: Pick<Photo, 'namedInside' | 'file'>[],
): Promise<PersonSuggestion[]> {
  const there = new Set(draft.people.map(({ value }) => comparable(value.name)))
  const named = new Map<string, { name: string; photo: string }>()
  for (const { namedInside = [], file } of photos) {
    for (const { name } of namedInside) {
      const key = comparable(name)
      if (!there.has(key) && !named.has(key)) named.set(key, { name, photo: file.name })
    }
  }
  if (named.size === 0) return []
  const matcher = await authorityMatcher(context, archive, draft.event?.value.from ?? draft.text.publishedOn)
  return Promise.all([...named.values()].map(({ name, photo }) => suggested(context, matcher, name, photo)))
}

type Matcher = Awaited<ReturnType<typeof authorityMatcher>>

async function suggested(
  context: OperationContext,
  matcher: Matcher,
  name: string,
  photo: string,
): Promise<PersonSuggestion> {
  const matches = await matcher.people(name, [])
  return {
    id: context.platform.ids.next(),
    value: { name, offices: [] },
    spans: [],
    confidence: SURE,
    why: [{ code: 'named-in-photo', args: { name, photo } }],
    matches,
    chosen: autoChoose(matches),
    state: 'offered',
  }
}

/** The names written in pictures of which the clerk made others, as they are now: comparable forms. */
export function renamedInside(people: Pick<PersonSuggestion, 'why' | 'value'>[]): Map<string, string> {
  return new Map(
    people.flatMap(({ why, value }) => {
      const written = why.find(({ code }) => code === 'named-in-photo')?.args.name
      return written ? [[comparable(written), comparable(value.name)] as const] : []
    }),
  )
}
