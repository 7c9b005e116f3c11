import type { Archive } from '#archive/archive'
import type { Photo } from '#core/model/photo'
import { nearlySame } from '#core/pictures/likeness'

/**
 * For each photo an earlier one nearly the same: of the archive, or before it in the same lot.
 * @returns photo id → the one it is like; those like none are left out
 */
export async function nearEarlier(
  archive: Archive,
  photos: Pick<Photo, 'id' | 'likeness' | 'notLike'>[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [at, { id, likeness = '', notLike = [] }] of photos.entries()) {
    const other = (one: { id: string }) => one.id !== id && !notLike.includes(one.id)
    const [held] = (await archive.index.nearPhotos(likeness, 2 + notLike.length)).filter(other)
    const beside = photos.slice(0, at).find((one) => other(one) && nearlySame(one.likeness ?? '', likeness))
    const like = held?.id ?? beside?.id
    if (like) found.set(id, like)
  }
  return found
}

/**
 * Photos about to be committed, each with the group it belongs to: the first photo of those nearly the same gives it
 * its name.
 */
export async function withGroups(archive: Archive, photos: Photo[]): Promise<Photo[]> {
  const near = await nearEarlier(archive, photos)
  const groups = new Map<string, string>()
  const grouped: Photo[] = []
  for (const photo of photos) {
    const like = near.get(photo.id)
    const held = like && !groups.has(like) ? await archive.get('photo', like) : null
    const group = like ? (groups.get(like) ?? held?.nearDuplicateGroup ?? like) : null
    if (group) groups.set(photo.id, group)
    grouped.push(group ? { ...photo, nearDuplicateGroup: group } : photo)
  }
  return grouped
}
