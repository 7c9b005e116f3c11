import type { Archive } from '#archive/archive'
import type { ArticleEdit } from '#contract/articles'
import { KhoError } from '#core/errors'
import { Article, type Citation, type Mention, type NameUse } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { writableArchiveOf } from '../context'
import { documentFor } from '../drafts/documents'
import { describedPhotos } from '../drafts/file-draft'
import { Gathered } from '../drafts/gathered'
import { eventTag, nameTag, personTag } from '../drafts/tags'
import type { Handler } from '../runner'

/** Saves an article as its page has it: one change, with the records its new tags make and what its photos learn. */
export const saveArticle: Handler<'article.save'> = async (context, { article: edited }) => {
  const archive = writableArchiveOf(context)
  const held = await archive.get('article', edited.id)
  if (!held) throw new KhoError('record-missing')
  if (held.updatedAt !== edited.updatedAt) throw new KhoError('record-changed-meanwhile')
  if (edited.title.trim() === '') throw new KhoError('input-invalid', { args: { detail: 'title' } })
  const gathered = new Gathered(context, archive)
  const { events: _events, mentions: _mentions, ...words } = edited
  // Parsed, its fields stand in the order of those held, so that the two can be compared.
  const after = Article.parse({
    ...held,
    ...words,
    title: edited.title.trim(),
    updatedAt: gathered.at,
    events: await eventsOf(gathered, edited),
    mentions: await mentionsOf(gathered, edited, held),
    organizations: await namesOf(gathered, 'organization', edited.organizations),
    places: await namesOf(gathered, 'place', edited.places),
    documents: await citationsOf(gathered, edited),
  })
  if (JSON.stringify({ ...after, updatedAt: held.updatedAt }) === JSON.stringify(held)) return held
  const photos = await changedPhotos(archive, await describedPhotos(archive, after, held, gathered))
  await archive.commit({
    operation: 'article.save',
    args: { title: after.title },
    entries: [
      ...gathered.entries(),
      ...photos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
      { kind: 'article', id: after.id, after },
    ],
  })
  context.changed(['article', 'photo', 'event', 'person', 'organization', 'place', 'document'])
  return after
}

/** Those that learnt something; when they were last looked at says nothing. */
async function changedPhotos(archive: Archive, photos: Photo[]): Promise<Photo[]> {
  const held = new Map(
    (
      await archive.getMany(
        'photo',
        photos.map(({ id }) => id),
      )
    ).map((photo) => [photo.id, photo]),
  )
  return photos.filter((photo) => {
    const before = held.get(photo.id)
    return JSON.stringify(before) !== JSON.stringify({ ...photo, updatedAt: before?.updatedAt })
  })
}

async function eventsOf(gathered: Gathered, { events, publishedOn }: ArticleEdit): Promise<string[]> {
  const ids: string[] = []
  for (const { id, title } of events) {
    const fields = { type: 'other' as const, title, from: publishedOn, to: null, place: null, host: null }
    ids.push(id ?? (await eventTag(gathered, fields, null, false)).id)
  }
  return [...new Set(ids)]
}

/** A mention that is as it was teaches its person nothing new. */
async function mentionsOf(gathered: Gathered, edited: ArticleEdit, held: Article): Promise<Mention[]> {
  const date = edited.publishedOn ?? held.filedAt.slice(0, 10)
  const mentions = new Map<string, Mention>()
  for (const mention of edited.mentions) {
    if (mention.name.trim() === '') continue
    const before = held.mentions.find(({ personId }) => personId === mention.personId)
    const same = before?.name === mention.name && before.offices.join('\n') === mention.offices.join('\n')
    const known = mention.personId !== null && same ? { ...mention, personId: mention.personId } : null
    const after = known ?? (await personTag(gathered, mention, mention.personId, date))
    if (!mentions.has(after.personId)) mentions.set(after.personId, after)
  }
  return [...mentions.values()]
}

async function namesOf(
  gathered: Gathered,
  kind: 'organization' | 'place',
  uses: ArticleEdit['places'],
): Promise<NameUse[]> {
  const after: NameUse[] = []
  for (const use of uses) {
    if (use.name.trim() === '') continue
    const named = use.id === null ? await nameTag(gathered, kind, use, null) : { ...use, id: use.id }
    if (!after.some(({ id }) => id === named.id)) after.push(named)
  }
  return after
}

async function citationsOf(gathered: Gathered, { documents }: ArticleEdit): Promise<Citation[]> {
  const after: Citation[] = []
  for (const { id, ...cited } of documents) {
    const { spans: _spans, ...document } = cited
    after.push({ ...cited, id: id ?? (await documentFor(gathered, document)).id })
  }
  return after
}
