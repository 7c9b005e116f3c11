import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { ArticleRow } from '#core/model/views'
import { ArticleQuery } from '#core/model/views'
import { formatDate } from '#core/text/dates'
import { openArchiveOf } from '../context'
import { authorityMatcher } from '../intake/suggestions'
import type { Handler } from '../runner'

/** Pages of an authority show this many articles; the archive screen, filtered, shows all. */
const mostAttached = 200

export const listAuthorities: Handler<'authority.list'> = (context, query) =>
  openArchiveOf(context).index.authorities(query)

export const matchAuthorities: Handler<'authority.match'> = async (context, { kind, name, offices, date }) => {
  if (name.trim() === '') return { matches: [] }
  const matcher = await authorityMatcher(context, openArchiveOf(context), date)
  if (kind === 'person') return { matches: await matcher.people(name, offices) }
  if (kind !== 'event') return { matches: await matcher.names(kind, name) }
  const event = { type: 'other' as const, title: name, from: date, to: null, place: null, host: null }
  return { matches: await matcher.events(event) }
}

type Filter =
  | { eventId: string }
  | { personId: string }
  | { placeId: string }
  | { organizationId: string }
  | { documentId: string }

async function attached(archive: Archive, filter: Filter): Promise<{ rows: ArticleRow[]; articles: Article[] }> {
  const { rows } = await archive.index.articles(ArticleQuery.parse({ ...filter, limit: mostAttached }))
  return {
    rows,
    articles: await archive.getMany(
      'article',
      rows.map((row) => row.id),
    ),
  }
}

const dateOf = (article: Article, rows: ArticleRow[]): string | null =>
  rows.find((row) => row.id === article.id)?.date ?? null

/** Photo uses of articles, newest article first, each photo once. */
async function photoUses(
  archive: Archive,
  rows: ArticleRow[],
  articles: Article[],
  wanted: (photoId: string, caption: string) => boolean,
) {
  const uses = articles.flatMap((article) => article.photos.map((use) => ({ ...use, article })))
  const once = [...new Map(uses.map((use) => [use.photoId, use])).values()]
  const photos = new Map(
    (
      await archive.getMany(
        'photo',
        once.map((use) => use.photoId),
      )
    ).map((photo) => [photo.id, photo]),
  )
  return once.flatMap(({ photoId, caption, article }) => {
    const photo = photos.get(photoId)
    if (!photo || !wanted(photoId, caption)) return []
    return [{ photo, caption, articleId: article.id, articleTitle: article.title, date: dateOf(article, rows) }]
  })
}

/** An event with its articles, photos, people in the offices of that day, and documents. */
export const getEvent: Handler<'event.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const event = await archive.get('event', id)
  if (!event) throw new KhoError('record-missing')
  const { rows, articles } = await attached(archive, { eventId: id })
  const people = new Map<string, { id: string; name: string; offices: string[] }>()
  for (const { personId, name, offices } of articles.flatMap((article) => article.mentions)) {
    const there = people.get(personId) ?? { id: personId, name, offices: [] }
    people.set(personId, { ...there, offices: [...new Set([...there.offices, ...offices])] })
  }
  const documents = new Set(articles.flatMap((article) => article.documents.map((citation) => citation.id)))
  return {
    event,
    articles: rows,
    photos: await photoUses(archive, rows, articles, () => true),
    people: [...people.values()],
    documents: await archive.getMany('document', [...documents]),
  }
}

/** A person with articles, events and the photos that show them: tagged, or named in the caption. */
export const getPerson: Handler<'person.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const person = await archive.get('person', id)
  if (!person) throw new KhoError('record-missing')
  const { rows, articles } = await attached(archive, { personId: id })
  const photos = await photoUses(archive, rows, articles, () => true)
  const events = new Set(articles.flatMap((article) => article.events))
  return {
    person,
    articles: rows,
    events: await archive.getMany('event', [...events]),
    photos: photos.filter(({ photo }) => photo.people.some(({ personId }) => personId === id)),
  }
}

/** A body, place or document with its articles. */
export const getNamed: Handler<'authority.get'> = async (context, { kind, id }) => {
  const archive = openArchiveOf(context)
  if (kind === 'document') {
    const record = await archive.get('document', id)
    if (!record) throw new KhoError('record-missing')
    const { rows } = await attached(archive, { documentId: id })
    const detail = [record.date && formatDate(record.date, 'vi'), record.issuer, record.subject]
      .filter(Boolean)
      .join(' · ')
    return { name: [record.type, record.number].filter(Boolean).join(' '), detail, articles: rows }
  }
  const record = await archive.get(kind, id)
  if (!record) throw new KhoError('record-missing')
  const { rows } = await attached(archive, kind === 'place' ? { placeId: id } : { organizationId: id })
  return { name: record.name, detail: record.spellings.join(' · '), articles: rows }
}
