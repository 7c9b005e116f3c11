import type { Archive } from '#archive/archive'
import { autoChoose } from '#authority/match-people'
import { recordOffices } from '#authority/offices'
import type { ArticleView } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import type { OperationContext } from '../context'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import { Gathered } from '../drafts/gathered'
import { eventMatches, nameMatches, personMatches } from '../intake/suggestions'
import type { Handler } from '../runner'

export const listArticles: Handler<'article.list'> = (context, query) => openArchiveOf(context).index.articles(query)

export const getArticle: Handler<'article.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  return viewOf(archive, await articleOr(archive, id))
}

async function articleOr(archive: Archive, id: string): Promise<Article> {
  const article = await archive.get('article', id)
  if (!article) throw new KhoError('record-missing')
  return article
}

async function viewOf(archive: Archive, article: Article): Promise<ArticleView> {
  return {
    article,
    events: await archive.getMany('event', article.events),
    people: await archive.getMany(
      'person',
      article.mentions.map(({ personId }) => personId),
    ),
    organizations: await archive.getMany(
      'organization',
      article.organizations.map(({ id }) => id),
    ),
    places: await archive.getMany(
      'place',
      article.places.map(({ id }) => id),
    ),
    photos: await archive.getMany(
      'photo',
      article.photos.map(({ photoId }) => photoId),
    ),
  }
}

/** Adds tags to a filed article; what it has already is not added twice. */
export const tagArticle: Handler<'article.tag'> = async (context, { id, tags }) => {
  const archive = writableArchiveOf(context)
  const article = await articleOr(archive, id)
  const gathered = new Gathered(context, archive)
  const date = article.publishedOn ?? article.filedAt.slice(0, 10)
  const after: Article = {
    ...article,
    updatedAt: gathered.at,
    events: await taggedEvents(gathered, article, tags.event),
    mentions: await taggedPeople(gathered, article, tags.people ?? [], date),
    places: await taggedNames(gathered, 'place', article.places, tags.places ?? []),
    organizations: await taggedNames(gathered, 'organization', article.organizations, tags.organizations ?? []),
    topics: [...new Set([...article.topics, ...(tags.topics ?? [])])],
  }
  await archive.commit({
    operation: 'article.tag',
    args: { title: article.title },
    entries: [...gathered.entries(), { kind: 'article', id, after }],
  })
  context.changed(['article', 'event', 'person', 'organization', 'place'])
  return viewOf(archive, after)
}

type TagInput = Parameters<typeof tagArticle>[1]['tags']

async function taggedEvents(gathered: Gathered, article: Article, tag: TagInput['event']): Promise<string[]> {
  if (!tag) return article.events
  const fields = { type: 'other' as const, from: article.publishedOn, to: null, place: null, host: null, ...tag }
  const chosen = autoChoose(await eventMatches(gathered.archive, fields))
  const event =
    (await gathered.existing('event', chosen)) ?? gathered.add('event', { ...fields, parentId: null, note: '' })
  return [...new Set([...article.events, event.id])]
}

async function taggedPeople(
  gathered: Gathered,
  article: Article,
  people: NonNullable<TagInput['people']>,
  date: string,
): Promise<Article['mentions']> {
  const mentions = [...article.mentions]
  for (const { name, offices } of people) {
    const chosen = autoChoose(await personMatches(gathered.archive, name, offices, date))
    const fresh = { name, spellings: [], offices: [], note: '', portraitId: null }
    const person = (await gathered.existing('person', chosen)) ?? gathered.add('person', fresh)
    gathered.update('person', recordOffices(person, offices, date))
    if (!mentions.some((mention) => mention.personId === person.id))
      mentions.push({ personId: person.id, name, offices, spans: [] })
  }
  return mentions
}

async function taggedNames(
  gathered: Gathered,
  kind: 'place' | 'organization',
  there: Article['places'],
  names: string[],
): Promise<Article['places']> {
  const uses = [...there]
  for (const name of names) {
    const chosen = autoChoose(await nameMatches(gathered.archive, kind, name))
    const fresh = {
      name,
      spellings: [],
      abbreviation: '',
      validFrom: null,
      validTo: null,
      successors: [],
      parentId: null,
      note: '',
      kind: '',
    }
    const record = (await gathered.existing(kind, chosen)) ?? gathered.add(kind, fresh)
    if (!uses.some((use) => use.id === record.id)) uses.push({ id: record.id, name, spans: [] })
  }
  return uses
}

/** Moves an article to the bin; nothing of it is deleted. */
export const binArticle: Handler<'article.bin'> = async (context, { id, reason }) =>
  setStatus(context, id, 'binned', 'article.bin', reason)

export const restoreArticle: Handler<'article.restore'> = async (context, { id }) =>
  setStatus(context, id, 'filed', 'article.restore', '')

async function setStatus(
  context: OperationContext,
  id: string,
  status: Article['status'],
  operation: string,
  reason: string,
) {
  const archive = writableArchiveOf(context)
  const article = await articleOr(archive, id)
  const after: Article = { ...article, status, updatedAt: now(context) }
  await archive.commit({ operation, args: { title: article.title, reason }, entries: [{ kind: 'article', id, after }] })
  context.changed(['article', 'event', 'person'])
  return {}
}

/** Takes a filed article back to the review screen; the filed one stands until the draft replaces it. */
export const reviseArticle: Handler<'article.revise'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const view = await viewOf(archive, await articleOr(archive, id))
  const waiting = await archive.getMany('draft', await archive.ids('draft'))
  const open = waiting.find((draft) => draft.replaces === id)
  if (open) return { draftId: open.id }
  const draft = draftOf(context, view)
  await archive.commit({
    operation: 'article.revise',
    args: { title: view.article.title },
    entries: [{ kind: 'draft', id: draft.id, after: draft }],
  })
  context.changed(['draft'])
  return { draftId: draft.id }
}

function draftOf(context: OperationContext, { article, events }: ArticleView): Draft {
  const at = now(context)
  const held = { confidence: 1, why: [], matches: [], state: 'accepted' as const }
  const suggestion = <T>(value: T, chosen: string | null, spans: Draft['people'][number]['spans'] = []) => ({
    ...held,
    id: context.platform.ids.next(),
    value,
    spans,
    chosen,
  })
  const [event] = events
  const { title, lede, body, genre, authors, photographers, publishedOn, outlet, sourceAddress, language } = article
  return {
    id: context.platform.ids.next(),
    createdAt: at,
    updatedAt: at,
    text: { title, lede, body, genre, authors, photographers, publishedOn, outlet, sourceAddress, language },
    furniture: [],
    event: event
      ? suggestion(
          {
            type: event.type,
            title: event.title,
            from: event.from,
            to: event.to,
            place: event.place,
            host: event.host,
          },
          event.id,
        )
      : null,
    people: article.mentions.map(({ personId, name, offices, spans }) =>
      suggestion({ name, offices }, personId, spans),
    ),
    organizations: article.organizations.map(({ id, name, spans }) => suggestion({ name }, id, spans)),
    places: article.places.map(({ id, name, spans }) => suggestion({ name }, id, spans)),
    documents: article.documents.map(({ id, spans, ...cited }) => suggestion(cited, id, spans)),
    awards: article.awards.map((award) => suggestion(award, null)),
    photos: article.photos.map((use) => ({ ...use, captionSure: 1 })),
    asReceived: article.asReceived,
    warnings: [],
    duplicates: [],
    provenance: article.provenance,
    notes: article.notes,
    replaces: article.id,
  }
}
