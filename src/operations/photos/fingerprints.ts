import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Photo } from '#core/model/photo'
import { writableArchiveOf } from '../context'
import { fingerprintOf } from '../intake/take-photo'
import type { Handler } from '../runner'

/** So many photos go into one change: a stop loses at most the work on these, the journal gets few lines. */
const atOnce = 50

/** Of some photos those taken in before there were fingerprints; one that could not be made is not tried again. */
async function without(archive: Archive, ids: string[]): Promise<Photo[]> {
  return (await archive.getMany('photo', ids)).filter(({ likeness }) => likeness === undefined)
}

/** Looks no further than to the first: an archive of an earlier version may have them all to be read. */
export const countUnfingerprinted: Handler<'photo.unfingerprinted'> = async ({ archive }) => {
  const ids = archive ? await archive.index.photosWithoutLikeness() : []
  for (let at = 0; archive && at < ids.length; at += atOnce) {
    const found = await without(archive, ids.slice(at, at + atOnce))
    if (found.length > 0) return { count: found.length + Math.max(0, ids.length - at - atOnce) }
  }
  return { count: 0 }
}

/**
 * Makes the fingerprints that photos of earlier versions lack, so that they too are found as nearly the same. What is
 * done stays when it is stopped; the next time goes on from there.
 */
export const makeFingerprints: Handler<'photo.fingerprint'> = async (context, _input, work) => {
  const archive = writableArchiveOf(context)
  const ids = await archive.index.photosWithoutLikeness()
  let [made, left] = [0, 0]
  for (let at = 0; at < ids.length; at += atOnce) {
    const photos = work.signal.aborted ? [] : await without(archive, ids.slice(at, at + atOnce))
    if (work.signal.aborted) left += Math.min(atOnce, ids.length - at)
    const found = new Map<string, string>()
    for (const [nth, photo] of photos.entries()) {
      if (work.signal.aborted) break
      work.report({ phase: 'reading', done: at + nth, total: ids.length, unit: 'photo', current: photo.file.name })
      found.set(photo.id, await fingerprintOf(context, archive, photo))
    }
    left += photos.length - found.size
    if (found.size === 0) continue
    made += await context.exclusively(() => keep(archive, found))
    context.changed(['photo'])
  }
  return { made, left }
}

/** Only the fingerprint is written: what a person changed meanwhile stays. */
async function keep(archive: Archive, found: ReadonlyMap<string, string>): Promise<number> {
  if (found.size === 0) return 0
  if (archive.readOnly) throw new KhoError('archive-read-only')
  const photos = await archive.getMany('photo', [...found.keys()])
  await archive.commit({
    operation: 'photo.fingerprint',
    args: { count: String(photos.length) },
    entries: photos.map((photo) => {
      const after: Photo = { ...photo, likeness: found.get(photo.id) ?? '' }
      return { kind: 'photo', id: photo.id, after }
    }),
  })
  return photos.length
}
