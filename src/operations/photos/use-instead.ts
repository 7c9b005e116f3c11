import { KhoError } from '#core/errors'
import type { Draft } from '#core/model/draft'
import { now, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { photoOf } from './photos'

/**
 * Has a draft use a photo of the archive instead of one that came in and repeats it. The caption stays, the file
 * received stays among those received; one change.
 * @throws KhoError record-missing
 */
export const useInstead: Handler<'photo.useInstead'> = async (context, { draftId, id, instead }) => {
  const archive = writableArchiveOf(context)
  const draft = await archive.get('draft', draftId)
  if (!draft?.photos.some(({ photoId }) => photoId === id)) throw new KhoError('record-missing')
  const [came, held] = [await photoOf(archive, id), await photoOf(archive, instead)]
  await archive.commit({
    operation: 'photo.useInstead',
    args: { name: held.file.name, other: came.file.name },
    entries: [{ kind: 'draft', id: draftId, after: { ...replaced(draft, id, held), updatedAt: now(context) } }],
  })
  context.changed(['draft'])
  return {}
}

function replaced(draft: Draft, id: string, held: { id: string; caption: string }): Draft {
  const at = draft.photos.findIndex(({ photoId }) => photoId === id)
  const there = draft.photos.findIndex(({ photoId }) => photoId === held.id)
  const without = {
    nearPhotos: draft.nearPhotos?.filter(({ photoId, like }) => photoId !== id && like !== id) ?? [],
    bursts: draft.bursts?.filter(({ photoId }) => photoId !== id) ?? [],
  }
  const photos = draft.photos.map((photo) =>
    photo.photoId === id ? { ...photo, photoId: held.id, caption: photo.caption || held.caption } : photo,
  )
  if (there < 0) return { ...draft, ...without, photos }
  // The draft has it already: figures of the one show the other, and the places after it move up.
  const placeNow = (place: number) => {
    const now = place === at ? there : place
    return now > at ? now - 1 : now
  }
  const body = draft.text.body.map((block) =>
    block.photo === undefined ? block : { ...block, photo: placeNow(block.photo) },
  )
  return { ...draft, ...without, text: { ...draft.text, body }, photos: draft.photos.toSpliced(at, 1) }
}
