import type { Archive } from '#archive/archive'
import type { ArticleView } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import type { OperationContext } from '../context'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { viewOf } from './article-view'

export const listArticles: Handler<'article.list'> = (context, query) => openArchiveOf(context).index.articles(query)

export const countArticles: Handler<'article.facets'> = (context, query) => openArchiveOf(context).index.facets(query)

export const getArticle: Handler<'article.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  return viewOf(archive, await articleOr(archive, id))
}

async function articleOr(archive: Archive, id: string): Promise<Article> {
  const article = await archive.get('article', id)
  if (!article) throw new KhoError('record-missing')
  return article
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
  const [event, ...others] = events.map(({ id, type, title, from, to, place, host }) =>
    suggestion({ type, title, from, to, place, host }, id),
  )
  const { title, lede, body, genre, authors, photographers, publishedOn, outlet, sourceAddress, language } = article
  return {
    id: context.platform.ids.next(),
    createdAt: at,
    updatedAt: at,
    text: { title, lede, body, genre, authors, photographers, publishedOn, outlet, sourceAddress, language },
    furniture: [],
    event: event ?? null,
    otherEvents: others,
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
