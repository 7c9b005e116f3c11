import type { Archive } from '#archive/archive'
import type { PhotoDifference, PhotoSelection } from '#contract/photos'
import { mostDescribed } from '#contract/photos'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { PhotoBatchWork } from './batch'
import { articleEntry } from './describe'
import { captionShown } from './fields'

/** Rows of the preview; more are counted only. */
const SHOWN = 200
/** So many photos are read ahead. */
const atOnce = 100

/** What describing a selection would change, before it is done. */
export const compareDescribed: Handler<'photo.compare'> = async (context, { selection, set, first }) => {
  const archive = openArchiveOf(context)
  const ids = await selected(archive, selection)
  const work = new PhotoBatchWork(context, archive, set)
  const names = new Names(archive, work)
  const rows: PhotoDifference[] = []
  let changed = 0
  for await (const { photo, uses } of withUses(archive, ids, work)) {
    const described = await work.describe(photo, uses)
    if (described.photo === photo && described.articles.length === 0) continue
    changed += 1
    if (rows.length < SHOWN) {
      const after = uses.map((article) => work.articles.get(article.id) ?? article)
      rows.push(await difference(names, { photo, uses }, { photo: described.photo, uses: after }))
    }
    if (first !== undefined && rows.length >= first) return { total: ids.length, changed: null, rows }
  }
  return { total: ids.length, changed, rows }
}

/** Describes all photos of a selection, each by what it has; one change, so that one undo takes it back. */
export const describeMany: Handler<'photo.describeMany'> = async (context, { selection, set }) => {
  const archive = writableArchiveOf(context)
  const at = now(context)
  const work = new PhotoBatchWork(context, archive, set)
  const photos: Photo[] = []
  const altered = new Set<string>()
  for await (const { photo, uses } of withUses(archive, await selected(archive, selection), work)) {
    const described = await work.describe(photo, uses)
    for (const { id } of described.articles) altered.add(id)
    if (described.photo !== photo || described.articles.length > 0) photos.push({ ...described.photo, updatedAt: at })
  }
  if (photos.length === 0) return { changed: 0 }
  const articles = [...altered].flatMap((id) => work.articles.get(id) ?? [])
  await archive.commit({
    operation: 'photo.describeMany',
    args: { count: String(photos.length) },
    entries: [
      ...work.gathered.entries(),
      ...articles.map((article) => articleEntry(article, at)),
      ...photos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
    ],
  })
  context.changed(['photo', 'person', 'event', ...(altered.size > 0 ? ['article'] : [])])
  return { changed: photos.length }
}

/** @throws KhoError input-invalid where a query finds more than one change may hold */
async function selected(archive: Archive, selection: PhotoSelection): Promise<string[]> {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const ids = await archive.index.photoIds(selection.text, mostDescribed + 1)
  if (ids.length > mostDescribed) throw new KhoError('input-invalid', { args: { detail: `≤ ${mostDescribed}` } })
  return ids
}

interface Used {
  photo: Photo
  uses: Article[]
}

/** Photos with the articles that use them, some read ahead; what an earlier one altered is seen by the later. */
async function* withUses(archive: Archive, ids: string[], work: PhotoBatchWork): AsyncGenerator<Used> {
  for (let at = 0; at < ids.length; at += atOnce) {
    const photos = await archive.getMany('photo', ids.slice(at, at + atOnce))
    const uses = await Promise.all(photos.map((photo) => work.usesOf(photo)))
    for (const [nth, photo] of photos.entries()) {
      yield { photo, uses: (uses[nth] ?? []).map((article) => work.articles.get(article.id) ?? article) }
    }
  }
}

/** Names of people and events as a batch has them, each read once. */
class Names {
  private readonly known = new Map<string, Promise<string>>()

  constructor(
    private readonly archive: Archive,
    private readonly work: PhotoBatchWork,
  ) {}

  event(id: string | null): Promise<string> {
    return id ? this.once(id, async () => (await this.archive.get('event', id))?.title ?? '') : Promise.resolve('')
  }

  person(id: string): Promise<string> {
    return this.once(id, async () => (await this.work.gathered.existing('person', id))?.name ?? '')
  }

  private once(id: string, read: () => Promise<string>): Promise<string> {
    const name = this.known.get(id) ?? read()
    this.known.set(id, name)
    return name
  }
}

/** The fields in which a photo differs, as words for people. */
async function difference(names: Names, before: Used, after: Used): Promise<PhotoDifference> {
  const [was, becomes] = [await shownFields(names, before), await shownFields(names, after)]
  const differing = Object.keys(was).filter((name) => was[name] !== becomes[name])
  const only = (fields: Record<string, string>) =>
    Object.fromEntries(differing.map((name) => [name, fields[name] ?? '']))
  return { id: before.photo.id, name: before.photo.file.name, before: only(was), after: only(becomes) }
}

async function shownFields(names: Names, { photo, uses }: Used): Promise<Record<string, string>> {
  const people = await Promise.all(photo.people.map(({ personId }) => names.person(personId)))
  return {
    caption: captionShown(photo, uses),
    people: people.join('; '),
    photographers: photo.photographers.join('; '),
    place: photo.place,
    event: await names.event(photo.eventId),
    takenOn: photo.takenOn ?? '',
    rights: photo.rights,
    physicalDescription: photo.physicalDescription,
  }
}
