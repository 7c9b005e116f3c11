import type { Archive } from '#archive/archive'
import type { PhotoDifference, PhotoFields, PhotoSelection } from '#contract/photos'
import { mostDescribed } from '#contract/photos'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { articleEntry, describedPhoto } from './describe'
import { captionShown } from './fields'

/** Rows of the preview; more are counted only. */
const SHOWN = 200

/** What describing a selection would change, before it is done. */
export const compareDescribed: Handler<'photo.compare'> = async (context, { selection, set }) => {
  const archive = openArchiveOf(context)
  const ids = await selected(archive, selection)
  const rows: PhotoDifference[] = []
  let changed = 0
  for (const photo of await archive.getMany('photo', ids)) {
    const before = await shownFields(archive, photo, set)
    const after = fieldsOf(set, await eventTitle(archive, set.eventId))
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    changed += 1
    if (rows.length < SHOWN) rows.push({ id: photo.id, name: photo.file.name, before, after })
  }
  return { total: ids.length, changed, rows }
}

/** Describes all photos of a selection alike; one change, so that one undo takes it back. */
export const describeMany: Handler<'photo.describeMany'> = async (context, { selection, set }) => {
  const archive = writableArchiveOf(context)
  const at = now(context)
  const photos: Photo[] = []
  const articles = new Map<string, Article>()
  for (const photo of await archive.getMany('photo', await selected(archive, selection))) {
    const described = await describedPhoto(archive, photo, set, articles)
    for (const article of described.articles) articles.set(article.id, article)
    if (described.photo !== photo || described.articles.length > 0) photos.push({ ...described.photo, updatedAt: at })
  }
  if (photos.length === 0) return { changed: 0 }
  await archive.commit({
    operation: 'photo.describeMany',
    args: { count: String(photos.length) },
    entries: [
      ...[...articles.values()].map((article) => articleEntry(article, at)),
      ...photos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
    ],
  })
  context.changed(['photo', 'person', 'event', ...(articles.size > 0 ? ['article'] : [])])
  return { changed: photos.length }
}

/** @throws KhoError input-invalid where a query finds more than one change may hold */
async function selected(archive: Archive, selection: PhotoSelection): Promise<string[]> {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const ids = await archive.index.photoIds(selection.text, mostDescribed + 1)
  if (ids.length > mostDescribed) throw new KhoError('input-invalid', { args: { detail: `≤ ${mostDescribed}` } })
  return ids
}

/** The fields that a change names, as words for people. */
function fieldsOf(set: PhotoFields, event: string): Record<string, string> {
  const { caption, photographers, place, eventId, takenOn, rights, physicalDescription } = set
  const said = {
    caption,
    photographers: photographers?.join('; '),
    place,
    event: eventId === undefined ? undefined : event,
    takenOn: takenOn === undefined ? undefined : (takenOn ?? ''),
    rights,
    physicalDescription,
  }
  return Object.fromEntries(Object.entries(said).filter((field): field is [string, string] => field[1] !== undefined))
}

async function shownFields(archive: Archive, photo: Photo, set: PhotoFields): Promise<Record<string, string>> {
  const { photographers, place, eventId, takenOn, rights, physicalDescription } = photo
  const uses =
    set.caption === undefined ? [] : await archive.getMany('article', await archive.index.usesOfPhoto(photo.id))
  const now = {
    caption: captionShown(photo, uses),
    photographers,
    place,
    eventId,
    takenOn,
    rights,
    physicalDescription,
  }
  const named = Object.fromEntries(Object.keys(set).map((name) => [name, now[name as keyof PhotoFields]]))
  return fieldsOf(named, 'eventId' in named ? await eventTitle(archive, eventId) : '')
}

async function eventTitle(archive: Archive, id: string | null | undefined): Promise<string> {
  return id ? ((await archive.get('event', id))?.title ?? '') : ''
}
