import { autoChoose } from '#authority/match-people'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import { writableArchiveOf } from '../context'
import { Gathered } from '../drafts/gathered'
import { eventTag, nameTag, personTag } from '../drafts/tags'
import { authorityMatcher } from '../intake/suggestions'
import type { Handler } from '../runner'
import { viewOf } from './article-view'

/** Adds tags to a filed article; what it has already is not added twice. */
export const tagArticle: Handler<'article.tag'> = async (context, { id, tags }) => {
  const archive = writableArchiveOf(context)
  const article = await archive.get('article', id)
  if (!article) throw new KhoError('record-missing')
  const gathered = new Gathered(context, archive)
  const date = article.publishedOn ?? article.filedAt.slice(0, 10)
  const matcher = await authorityMatcher(context, archive, date)
  const after: Article = {
    ...article,
    updatedAt: gathered.at,
    topics: [...new Set([...article.topics, ...(tags.topics ?? [])])],
  }
  if (tags.event) {
    const fields = {
      type: 'other' as const,
      from: article.publishedOn,
      to: null,
      place: null,
      host: null,
      ...tags.event,
    }
    const event = await eventTag(gathered, fields, autoChoose(await matcher.events(fields)), false)
    after.events = [...new Set([...after.events, event.id])]
  }
  for (const person of tags.people ?? []) {
    const chosen = autoChoose(await matcher.people(person.name, person.offices))
    const mention = await personTag(gathered, { ...person, spans: [] }, chosen, date)
    if (!after.mentions.some((there) => there.personId === mention.personId))
      after.mentions = [...after.mentions, mention]
  }
  for (const [kind, list] of [
    ['place', 'places'],
    ['organization', 'organizations'],
  ] as const) {
    for (const name of tags[list] ?? []) {
      const use = await nameTag(gathered, kind, { name, spans: [] }, autoChoose(await matcher.names(kind, name)))
      if (!after[list].some((there) => there.id === use.id)) after[list] = [...after[list], use]
    }
  }
  await archive.commit({
    operation: 'article.tag',
    args: { title: article.title },
    entries: [...gathered.entries(), { kind: 'article', id, after }],
  })
  context.changed(['article', 'event', 'person', 'organization', 'place'])
  return viewOf(archive, after)
}
