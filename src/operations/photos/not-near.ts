import type { Archive } from '#archive/archive'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { now, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { photoOf } from './photos'

/** True where a person has said that the other is another picture. */
export const saidToDiffer = (photo: Pick<Photo, 'notLike'>, other: string): boolean =>
  photo.notLike?.includes(other) ?? false

/** Says of two photos that they are different pictures, though nearly alike; both remember it. One change. */
export const photosDiffer: Handler<'photo.notNear'> = async (context, { id, other }) => {
  const archive = writableArchiveOf(context)
  const pair = [await photoOf(archive, id), await photoOf(archive, other)]
  const at = now(context)
  const after = pair.map((photo, nth): Photo => {
    const different = pair[1 - nth]!.id
    const group = photo.nearDuplicateGroup === different ? null : photo.nearDuplicateGroup
    const notLike = [...new Set([...(photo.notLike ?? []), different])]
    return { ...photo, updatedAt: at, nearDuplicateGroup: group, notLike }
  })
  await archive.commit({
    operation: 'photo.notNear',
    args: { name: pair[0]!.file.name, other: pair[1]!.file.name },
    entries: after.map((photo) => ({ kind: 'photo', id: photo.id, after: photo })),
  })
  context.changed(['photo', 'draft'])
  return {}
}

/** What of a draft's nearly repeated photos a person has not yet called different. */
export async function stillNear(archive: Archive, { nearPhotos = [] }: Draft): Promise<typeof nearPhotos> {
  if (nearPhotos.length === 0) return nearPhotos
  const photos = await archive.getMany('photo', [...new Set(nearPhotos.map(({ photoId }) => photoId))])
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  return nearPhotos.filter(({ photoId, like }) => !saidToDiffer(known.get(photoId) ?? {}, like))
}
