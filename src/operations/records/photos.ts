import type { Archive } from '#archive/archive'
import type { PhotoView } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Photo } from '#core/model/photo'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'

export const listPhotos: Handler<'photo.list'> = (context, query) => openArchiveOf(context).index.photos(query)

export const getPhoto: Handler<'photo.get'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const photo = await archive.get('photo', id)
  if (!photo) throw new KhoError('record-missing')
  return viewOf(archive, photo)
}

/** Who may be in the picture: those tagged first, then the other people of its articles. */
async function viewOf(archive: Archive, photo: Photo): Promise<PhotoView> {
  const articles = await archive.getMany('article', await archive.index.usesOfPhoto(photo.id))
  const tagged = photo.people.map(({ personId }) => personId)
  const others = articles.flatMap((article) => article.mentions.map(({ personId }) => personId))
  const people = await archive.getMany('person', [...new Set([...tagged, ...others])])
  return {
    photo,
    uses: articles.map((article) => ({
      articleId: article.id,
      title: article.title,
      date: article.publishedOn,
      caption: article.photos.find(({ photoId }) => photoId === photo.id)?.caption ?? '',
    })),
    people: people.map(({ id, name }) => ({ id, name, inPicture: tagged.includes(id) })),
    event: photo.eventId ? await archive.get('event', photo.eventId) : null,
  }
}

/** Says who is in a picture, who took it and where; a face box drawn before stays with its person. */
export const describePhoto: Handler<'photo.describe'> = async (context, input) => {
  const archive = writableArchiveOf(context)
  const photo = await archive.get('photo', input.id)
  if (!photo) throw new KhoError('record-missing')
  const regions = new Map(photo.people.map(({ personId, region }) => [personId, region]))
  const after: Photo = {
    ...photo,
    updatedAt: now(context),
    people: input.people?.map(({ personId }) => ({ personId, region: regions.get(personId) ?? null })) ?? photo.people,
    photographers: input.photographers ?? photo.photographers,
    place: input.place ?? photo.place,
  }
  await archive.commit({
    operation: 'photo.describe',
    args: { name: photo.file.name },
    entries: [{ kind: 'photo', id: photo.id, after }],
  })
  context.changed(['photo', 'person'])
  return viewOf(archive, after)
}
