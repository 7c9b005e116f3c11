import type { Archive } from '#archive/archive'
import { usersOf } from '#archive/history/users'
import type { PersonView } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { RecordOf } from '#core/model/records'
import type { ArticleRow, AuthorityKind } from '#core/model/views'
import { ArticleQuery } from '#core/model/views'
import { sortedVi } from '#core/text/collate'
import { formatDate } from '#core/text/dates'
import { nameOf, recordOr, refOf } from '../authority/records'
import { openArchiveOf } from '../context'
import { authorityMatcher } from '../intake/suggestions'
import type { Handler } from '../runner'

/** Pages of an authority show this many articles; the archive screen, filtered, shows all. */
const mostAttached = 200
/** And so many photos; the photo wall shows all. */
const mostPhotos = 200

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

async function attached(
  archive: Archive,
  filter: Filter,
): Promise<{ rows: ArticleRow[]; articles: Article[]; total: number }> {
  const { rows, total } = await archive.index.articles(ArticleQuery.parse({ ...filter, limit: mostAttached }))
  return {
    rows,
    total,
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
  const { rows, articles, total } = await attached(archive, { eventId: id })
  const children = await childrenOf(archive, 'event', id)
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
    total,
    parent: event.parentId ? await archive.get('event', event.parentId) : null,
    children: children.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
  }
}

/** Photos that show a person, whether or not their article names them in its text. */
async function photosShowing(archive: Archive, personId: string): Promise<PersonView['photos']> {
  const rows = await archive.index.photosOf('person', personId, mostPhotos)
  const ids = rows.map(({ photoId }) => photoId)
  const photos = new Map((await archive.getMany('photo', ids)).map((photo) => [photo.id, photo]))
  return rows.flatMap(({ photoId, caption, articleId, articleTitle, eventTitle, date }) => {
    const photo = photos.get(photoId)
    return photo ? [{ photo, caption, articleId, articleTitle, eventTitle, date }] : []
  })
}

/** A person with articles, events and the photos that show them: tagged, or named in the caption. */
export const getPerson: Handler<'person.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const person = await archive.get('person', id)
  if (!person) throw new KhoError('record-missing')
  const { rows, articles, total } = await attached(archive, { personId: id })
  const events = new Set(articles.flatMap((article) => article.events))
  return {
    person,
    articles: rows,
    events: await archive.getMany('event', [...events]),
    photos: await photosShowing(archive, id),
    photosTotal: await archive.index.countPhotosOf('person', id),
    total,
  }
}

/** A body, place or document with its articles and the records around it. */
export const getNamed: Handler<'authority.get'> = async (context, { kind, id }) => {
  const archive = openArchiveOf(context)
  const record = await recordOr<'organization' | 'place' | 'document'>(archive, kind, id)
  const filter = kind === 'document' ? { documentId: id } : kind === 'place' ? { placeId: id } : { organizationId: id }
  const { rows, articles, total } = await attached(archive, filter)
  const named = namedPhotos(articles, id)
  const events = new Set(articles.flatMap((article) => article.events))
  return {
    name: nameOf(kind, record),
    detail: detailOf(record),
    articles: rows,
    total,
    record,
    family: await familyOf(archive, kind, record),
    photos: await photoUses(archive, rows, articles, (photoId) => named.has(photoId)),
    events: await archive.getMany('event', [...events]),
  }
}

function detailOf(record: RecordOf<'organization' | 'place' | 'document'>): string {
  if ('name' in record) return record.spellings.join(' · ')
  return [record.date && formatDate(record.date, 'vi'), record.issuer, record.subject].filter(Boolean).join(' · ')
}

/** Photos of articles whose caption names a body or place. */
function namedPhotos(articles: readonly Article[], id: string): Set<string> {
  const links = articles.flatMap((article) => {
    const uses = [...article.organizations, ...article.places].filter((use) => use.id === id)
    const captions = uses.flatMap(({ spans }) => spans.filter(({ part }) => part === 'caption'))
    return captions.flatMap(({ index }) => article.photos[index]?.photoId ?? [])
  })
  return new Set(links)
}

/** Records of a kind that name one as their parent. */
async function childrenOf<K extends 'event' | 'organization' | 'place'>(
  archive: Archive,
  kind: K,
  id: string,
): Promise<RecordOf<K>[]> {
  const users = await usersOf(archive, [{ kind, id }])
  const placed = users.filter((user) => user.kind === kind).map((user) => user.record as RecordOf<K>)
  return placed.filter(({ parentId }) => parentId === id)
}

async function familyOf(
  archive: Archive,
  kind: AuthorityKind,
  record: RecordOf<'organization' | 'place' | 'document'>,
) {
  if (!('successors' in record) || kind === 'document' || kind === 'event' || kind === 'person') {
    return { parent: null, children: [], predecessors: [], successors: [] }
  }
  const users = await usersOf(archive, [{ kind, id: record.id }])
  const kin = users.filter((user) => user.kind === kind).map((user) => user.record as RecordOf<'place'>)
  const refs = (list: RecordOf<'organization'>[]) => sortedVi(list, ({ name }) => name).map((one) => refOf(kind, one))
  const parent = record.parentId ? await archive.get(kind, record.parentId) : null
  return {
    parent: parent && refOf(kind, parent),
    children: refs(kin.filter(({ parentId }) => parentId === record.id)),
    predecessors: refs(kin.filter(({ successors }) => successors.includes(record.id))),
    successors: refs(await archive.getMany(kind, record.successors)),
  }
}
