import type { Archive } from '#archive/archive'
import type { NearPhoto, PhotoView } from '#contract/photos'
import { KhoError } from '#core/errors'
import type { Photo } from '#core/model/photo'
import { carriedBy } from '#core/pictures/carried'
import { likenessDistance } from '#core/pictures/likeness'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { alikeTo, type Likeness } from './alike'

const mostNear = 24

export const listPhotos: Handler<'photo.list'> = (context, query) => openArchiveOf(context).index.photos(query)

export const countMonths: Handler<'photo.months'> = (context, { text }) =>
  openArchiveOf(context).index.photoMonths(text)

export const listEvents: Handler<'photo.events'> = (context, query) => openArchiveOf(context).index.photoEvents(query)

export const getPhoto: Handler<'photo.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  return viewOf(archive, await photoOf(archive, id))
}

/** Who may be in the picture: those tagged first, then the other people of its articles. */
export async function viewOf(archive: Archive, photo: Photo): Promise<PhotoView> {
  const articles = await archive.getMany('article', await archive.index.usesOfPhoto(photo.id))
  const tagged = new Map(photo.people.map(({ personId, region }) => [personId, region]))
  const others = articles.flatMap((article) => article.mentions.map(({ personId }) => personId))
  const people = await archive.getMany('person', [...new Set([...tagged.keys(), ...others])])
  return {
    photo,
    uses: articles.map((article) => ({
      articleId: article.id,
      title: article.title,
      date: article.publishedOn,
      caption: article.photos.find(({ photoId }) => photoId === photo.id)?.caption ?? '',
    })),
    people: people.map(({ id, name }) => ({ id, name, inPicture: tagged.has(id), region: tagged.get(id) ?? null })),
    event: photo.eventId ? await archive.get('event', photo.eventId) : null,
  }
}

/** Photos nearly the same as one: found by their fingerprints, told apart by laying them over each other. */
export const nearPhotos: Handler<'photo.near'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const photo = await photoOf(archive, id)
  const near = await alikeTo(context, archive, photo, mostNear)
  return { rows: await Promise.all(near.map((other) => nearRow(archive, photo, other))) }
}

async function nearRow(
  archive: Archive,
  photo: Photo,
  { photo: other, is }: { photo: Photo; is: Likeness },
): Promise<NearPhoto> {
  const articles = await archive.getMany('article', await archive.index.usesOfPhoto(other.id))
  const uses = articles.map(({ id, title, photos }) => ({
    articleId: id,
    articleTitle: title,
    caption: photos.find(({ photoId }) => photoId === other.id)?.caption ?? '',
  }))
  const people = await archive.getMany(
    'person',
    other.people.map(({ personId }) => personId),
  )
  const distance = likenessDistance(photo.likeness ?? '', other.likeness ?? '')
  return {
    ...carriedBy(
      other,
      people.map(({ name }) => name),
    ),
    ...{ photoId: other.id, is, distance, uses },
  }
}

/** @throws KhoError record-missing */
export async function photoOf(archive: Archive, id: string): Promise<Photo> {
  const photo = await archive.get('photo', id)
  if (!photo) throw new KhoError('record-missing')
  return photo
}
