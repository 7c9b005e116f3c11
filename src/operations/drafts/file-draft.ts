import type { Archive, ChangeEntry } from '#archive/archive'
import { recordOffices } from '#authority/offices'
import { KhoError } from '#core/errors'
import type { Article, Citation, Mention, NameUse } from '#core/model/article'
import type { Event, Organization, Person, Place } from '#core/model/authority'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { OperationContext } from '../context'
import { writableArchiveOf } from '../context'
import { documentFor } from './documents'
import { Gathered } from './gathered'
import { peopleInCaption } from './people-in-captions'

/** Files a draft: everything not dropped becomes a tag, all in one change. Call it under `exclusively`. */
export async function fileDraft(
  context: OperationContext,
  draft: Draft,
): Promise<{ articleId: string; serial: number }> {
  const archive = writableArchiveOf(context)
  if (draft.text.title.trim() === '') throw new KhoError('input-invalid', { args: { detail: 'title' } })
  const replaced = draft.replaces ? await archive.get('article', draft.replaces) : null
  const gathered = new Gathered(context, archive)
  const date = draft.event?.value.from ?? draft.text.publishedOn ?? draft.provenance.receivedAt.slice(0, 10)

  const event = await eventOf(gathered, draft)
  const mentions = await mentionsOf(gathered, draft, date)
  const article: Article = {
    ...draft.text,
    title: draft.text.title.trim(),
    id: replaced?.id ?? draft.id,
    createdAt: replaced?.createdAt ?? draft.createdAt,
    updatedAt: gathered.at,
    serial: replaced?.serial ?? (await archive.nextSerial()),
    events: event ? [event.id] : [],
    mentions,
    organizations: await namesOf(gathered, 'organization', draft.organizations),
    places: await namesOf(gathered, 'place', draft.places),
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
  const photos = await describedPhotos(archive, article, gathered)
  const entries: ChangeEntry[] = [
    ...gathered.entries(),
    ...photos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
    { kind: 'article', id: article.id, after: article },
    { kind: 'draft', id: draft.id, after: null },
  ]
  await archive.commit({
    operation: 'draft.file',
    args: { title: article.title, serial: String(article.serial) },
    entries,
  })
  context.changed(['article', 'draft', 'photo', 'event', 'person', 'organization', 'place', 'document'])
  return { articleId: article.id, serial: article.serial }
}

const kept = (suggestion: { state: string }): boolean => suggestion.state !== 'dropped'

async function eventOf(gathered: Gathered, draft: Draft): Promise<Event | null> {
  const suggestion = draft.event
  if (!suggestion || !kept(suggestion) || suggestion.value.title.trim() === '') return null
  const held = await gathered.existing('event', suggestion.chosen)
  if (held) return held
  return gathered.add('event', { ...suggestion.value, parentId: null, note: '' })
}

async function mentionsOf(gathered: Gathered, draft: Draft, date: string): Promise<Mention[]> {
  const mentions: Mention[] = []
  for (const { value, chosen, spans } of draft.people.filter(kept)) {
    const name = value.name.trim()
    if (name === '') continue
    const held = (await gathered.existing('person', chosen)) ?? gathered.add('person', newPerson(name))
    const spelt: Person =
      held.name === name || held.spellings.includes(name) ? held : { ...held, spellings: [...held.spellings, name] }
    gathered.update('person', recordOffices(spelt, value.offices, date))
    mentions.push({ personId: held.id, name, offices: value.offices, spans })
  }
  return mentions
}

const newPerson = (name: string) => ({ name, spellings: [], offices: [], note: '', portraitId: null })

async function namesOf(
  gathered: Gathered,
  kind: 'organization' | 'place',
  suggestions: Draft['places'],
): Promise<NameUse[]> {
  const uses: NameUse[] = []
  for (const { value, chosen, spans } of suggestions.filter(kept)) {
    const name = value.name.trim()
    if (name === '') continue
    const held =
      (await gathered.existing(kind, chosen)) ?? gathered.named(kind, name) ?? gathered.add(kind, newName(kind, name))
    if (held.name !== name && !held.spellings.includes(name)) {
      gathered.update(kind, { ...held, spellings: [...held.spellings, name] } as Organization & Place)
    }
    uses.push({ id: held.id, name, spans })
  }
  return uses
}

function newName(
  kind: 'organization' | 'place',
  name: string,
): Omit<Organization & Place, 'id' | 'createdAt' | 'updatedAt'> {
  const common = {
    name,
    spellings: [],
    abbreviation: '',
    validFrom: null,
    validTo: null,
    successors: [],
    parentId: null,
    note: '',
  }
  return { ...common, kind: kind === 'place' ? (name.match(/^\p{Ll}+(?: trấn| xã)?(?=\s\p{Lu})/u)?.[0] ?? '') : '' }
}

async function citationsOf(gathered: Gathered, draft: Draft): Promise<Citation[]> {
  const citations: Citation[] = []
  for (const { value, spans } of draft.documents.filter(kept)) {
    const record = await documentFor(gathered, value)
    citations.push({ ...value, id: record.id, spans })
  }
  return citations
}

/** Photos learn from their article what they did not say themselves; nothing they said is overwritten. */
async function describedPhotos(archive: Archive, article: Article, gathered: Gathered): Promise<Photo[]> {
  const photos = await archive.getMany(
    'photo',
    article.photos.map(({ photoId }) => photoId),
  )
  const captions = new Map(article.photos.map(({ photoId, caption }) => [photoId, caption]))
  return photos.map((photo) => {
    const caption = captions.get(photo.id) ?? ''
    const named = peopleInCaption(caption, article.mentions).filter(
      (id) => !photo.people.some((there) => there.personId === id),
    )
    return {
      ...photo,
      updatedAt: gathered.at,
      caption: photo.caption || caption,
      photographers: photo.photographers.length > 0 ? photo.photographers : article.photographers,
      eventId: photo.eventId ?? article.events[0] ?? null,
      people: [...photo.people, ...named.map((personId) => ({ personId, region: null }))],
    }
  })
}
