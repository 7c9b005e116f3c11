import type { Archive, ChangeEntry } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Article, Citation, Mention, NameUse } from '#core/model/article'
import type { Draft, DraftPhoto } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { creditOf } from '#core/pictures/offered'
import { comparable } from '#core/text/fold'
import type { OperationContext } from '../context'
import { writableArchiveOf } from '../context'
import { renamedInside } from '../intake/people-inside'
import { matchedAgain } from '../intake/suggestions'
import { lessonEntries } from '../learnt/lessons'
import { documentFor } from './documents'
import { Gathered } from './gathered'
import { peopleInCaption } from './people-in-captions'
import { eventTag, nameTag, personTag } from './tags'

/** Files a draft: everything not dropped becomes a tag, all in one change. Call it under `exclusively`. */
export async function fileDraft(
  context: OperationContext,
  shown: Draft,
): Promise<{ articleId: string; serial: number }> {
  const archive = writableArchiveOf(context)
  const draft = await matchedAgain(context, archive, shown)
  if (draft.text.title.trim() === '') throw new KhoError('input-invalid', { args: { detail: 'title' } })
  const replaced = draft.replaces ? await archive.get('article', draft.replaces) : null
  const gathered = new Gathered(context, archive)
  const date = draft.event?.value.from ?? draft.text.publishedOn ?? draft.provenance.receivedAt.slice(0, 10)

  const events = await eventsOf(gathered, draft, replaced)
  const later = addedMeanwhile(draft, replaced)
  const mentions = [...(await mentionsOf(gathered, draft, date)), ...later.mentions]
  const article: Article = {
    ...draft.text,
    title: draft.text.title.trim(),
    id: replaced?.id ?? draft.id,
    createdAt: replaced?.createdAt ?? draft.createdAt,
    updatedAt: gathered.at,
    serial: replaced?.serial ?? (await archive.nextSerial()),
    events,
    mentions,
    organizations: [...(await namesOf(gathered, 'organization', draft.organizations)), ...later.organizations],
    places: [...(await namesOf(gathered, 'place', draft.places)), ...later.places],
    documents: await citationsOf(gathered, draft),
    awards: draft.awards.filter(kept).map(({ value }) => value),
    topics: replaced?.topics ?? [],
    photos: draft.photos.map(({ photoId, caption }) => ({ photoId, caption })),
    asReceived: draft.asReceived,
    status: 'filed',
    access: replaced?.access ?? '01',
    retention: replaced?.retention ?? null,
    dossierId: replaced?.dossierId ?? null,
    notes: draft.notes,
    provenance: draft.provenance,
    filedAt: replaced?.filedAt ?? gathered.at,
  }
  const photos = await describedPhotos(archive, article, replaced, gathered, {
    renamed: renamedInside(draft.people),
    uses: draft.photos,
  })
  const entries: ChangeEntry[] = [
    ...gathered.entries(),
    ...photos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
    { kind: 'article', id: article.id, after: article },
    { kind: 'draft', id: draft.id, after: null },
    ...(await lessonEntries(context, archive, draft)),
  ]
  await archive.commit({
    operation: 'draft.file',
    args: { title: article.title, serial: String(article.serial) },
    entries,
  })
  context.changed(['article', 'draft', 'photo', 'event', 'person', 'organization', 'place', 'document', 'learnt'])
  return { articleId: article.id, serial: article.serial }
}

const unique = (ids: string[]): string[] => [...new Set(ids)]

/** Tags given to the filed article while its revision lay open: the revision never showed them, so they stay. */
function addedMeanwhile(
  draft: Draft,
  replaced: Article | null,
): Pick<Article, 'mentions' | 'organizations' | 'places'> {
  if (!replaced || replaced.updatedAt <= draft.createdAt) return { mentions: [], organizations: [], places: [] }
  const shown = new Set([...draft.people, ...draft.organizations, ...draft.places].map(({ chosen }) => chosen))
  return {
    mentions: replaced.mentions.filter(({ personId }) => !shown.has(personId)),
    organizations: replaced.organizations.filter(({ id }) => !shown.has(id)),
    places: replaced.places.filter(({ id }) => !shown.has(id)),
  }
}

const kept = (suggestion: { state: string }): boolean => suggestion.state !== 'dropped'

/** The main event first. A revision made before drafts could hold more than one keeps the others as they are. */
async function eventsOf(
  gathered: Gathered,
  { event, otherEvents }: Draft,
  replaced: Article | null,
): Promise<string[]> {
  const ids: string[] = []
  for (const one of [event, ...(otherEvents ?? [])]) {
    if (!one || !kept(one) || one.value.title.trim() === '') continue
    ids.push((await eventTag(gathered, one.value, one.chosen, one.state === 'changed')).id)
  }
  return unique([...ids, ...(otherEvents ? [] : (replaced?.events.slice(1) ?? []))])
}

/** Two suggestions that turn out to be one person make one mention, with the offices of both. */
async function mentionsOf(gathered: Gathered, draft: Draft, date: string): Promise<Mention[]> {
  const mentions = new Map<string, Mention>()
  for (const { value, chosen, spans } of draft.people.filter(kept)) {
    if (value.name.trim() === '') continue
    const mention = await personTag(gathered, { ...value, spans }, chosen, date)
    const there = mentions.get(mention.personId)
    if (!there) mentions.set(mention.personId, mention)
    else {
      const offices = [...new Set([...there.offices, ...mention.offices])]
      mentions.set(there.personId, { ...there, offices, spans: [...there.spans, ...mention.spans] })
    }
  }
  return [...mentions.values()]
}

async function namesOf(
  gathered: Gathered,
  kind: 'organization' | 'place',
  suggestions: Draft['places'],
): Promise<NameUse[]> {
  const uses: NameUse[] = []
  for (const { value, chosen, spans } of suggestions.filter(kept)) {
    if (value.name.trim() === '') continue
    const use = await nameTag(gathered, kind, { ...value, spans }, chosen)
    if (!uses.some((there) => there.id === use.id)) uses.push(use)
  }
  return uses
}

async function citationsOf(gathered: Gathered, draft: Draft): Promise<Citation[]> {
  const citations: Citation[] = []
  for (const { value, spans } of draft.documents.filter(kept)) {
    const record = await documentFor(gathered, value)
    citations.push({ ...value, id: record.id, spans })
  }
  return citations
}

/**
 * Photos learn from their article what they did not say themselves, and who those are that their files name. What a photo has only from the article
 * that is replaced goes with it; what it said itself, or a person said of it, is never overwritten.
 */
export async function describedPhotos(
  archive: Archive,
  article: Article,
  replaced: Article | null,
  gathered: Gathered,
  { renamed = new Map(), uses = [] }: FromDraft = {},
): Promise<Photo[]> {
  const photos = await archive.getMany(
    'photo',
    article.photos.map(({ photoId }) => photoId),
  )
  const placeOf = async (id: string | null | undefined) => (await gathered.existing('event', id ?? null))?.place ?? ''
  const [before, place] = [await placeOf(replaced?.events[0]), await placeOf(article.events[0])]
  return photos.map((photo) => {
    const own = replaced ? withoutArticle(photo, replaced, before) : photo
    const use = uses.find(({ photoId }) => photoId === photo.id)
    const eventId = own.eventId ?? article.events[0] ?? null
    const caption = captionIn(article, photo.id)
    const there = new Set(own.people.map(({ personId }) => personId))
    const named = peopleInCaption(caption, article.mentions).filter((id) => !there.has(id))
    const regions = new Map(photo.people.map(({ personId, region }) => [personId, region]))
    for (const { personId, region } of shownInside(photo, article.mentions, renamed)) {
      if (!there.has(personId) && !named.includes(personId)) named.push(personId)
      if (!regions.get(personId)) regions.set(personId, region)
    }
    return {
      ...own,
      updatedAt: gathered.at,
      caption: own.caption || caption,
      photographers: own.photographers.length > 0 ? own.photographers : creditOf(use, article.photographers),
      // The place of the main event is none of a photo taken at another.
      place: own.place || (eventId === article.events[0] ? place : ''),
      eventId,
      people: [...own.people, ...named.map((personId) => ({ personId, region: regions.get(personId) ?? null }))],
    }
  })
}

/** What only the draft knows of its photos: names corrected, and the credits of captions. */
interface FromDraft {
  renamed?: ReadonlyMap<string, string>
  uses?: readonly DraftPhoto[]
}

/** The people of an article that the file of a photo names, each where it shows them. */
function shownInside(
  { namedInside = [] }: Photo,
  mentions: Mention[],
  renamed: ReadonlyMap<string, string>,
): Photo['people'] {
  return namedInside.flatMap(({ name, region }) => {
    const meant = renamed.get(comparable(name)) ?? comparable(name)
    const person = mentions.find((mention) => comparable(mention.name) === meant)
    return person ? [{ personId: person.personId, region }] : []
  })
}

const captionIn = (article: Article, photoId: string): string =>
  article.photos.find((use) => use.photoId === photoId)?.caption ?? ''

/** A photo as it was before it learnt from an article. */
function withoutArticle(photo: Photo, article: Article, place: string): Photo {
  const caption = captionIn(article, photo.id)
  const named = new Set(peopleInCaption(caption, article.mentions))
  return {
    ...photo,
    caption: photo.caption === caption ? '' : photo.caption,
    photographers: photo.photographers.join() === article.photographers.join() ? [] : photo.photographers,
    place: photo.place === place ? '' : photo.place,
    eventId: photo.eventId === (article.events[0] ?? null) ? null : photo.eventId,
    people: photo.people.filter(({ personId }) => !named.has(personId)),
  }
}
