import type { ImportedFile } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Draft, Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { severalAtOnce } from '../at-once'
import { now, writableArchiveOf } from '../context'
import { alikeIn, withGroups } from '../photos/alike'
import { previewOf, previewSizes } from '../photos/previews'
import type { Handler } from '../runner'
import { Intake } from './intake'
import { peopleInside } from './people-inside'
import { planIntake } from './plan'
import { takePhotoFile } from './take-photo'

/** A photo file taken in beside a text or alone; not committed yet. */
export interface LoosePhoto {
  path: string
  photo: Photo
  known: boolean
  warnings: Warning[]
}

/** So many are copied side by side: a disk that syncs one file at a time waits most of the time. */
export const PHOTOS_AT_ONCE = 8

/** Takes photo files; one that cannot be read is a line of the report. */
export async function takeLoosePhotos(intake: Intake, paths: string[]): Promise<LoosePhoto[]> {
  const { context, archive, work } = intake
  const taken = await severalAtOnce(paths, PHOTOS_AT_ONCE, async (path): Promise<LoosePhoto | null> => {
    intake.progress(context.platform.files.baseName(path))
    try {
      return { path, ...(await takePhotoFile(context, archive, path, work.signal, intake.sidecars.get(path))) }
    } catch (thrown) {
      intake.fail(path, thrown)
      return null
    }
  })
  return taken.filter((photo) => photo !== null)
}

/** Tells of each photo where it went. */
export function settlePhotos(
  intake: Intake,
  photos: LoosePhoto[],
  to: Pick<ImportedFile, 'draftId' | 'articleId'>,
): void {
  for (const { path, known, warnings } of photos) intake.photo(path, known, { ...to, warnings })
}

/** Takes photos dropped on a draft that is being looked at. */
export const addPhotosToDraft: Handler<'draft.addPhotos'> = async (context, input, work) => {
  const archive = writableArchiveOf(context)
  const plan = await planIntake(input.paths, context.platform.files)
  const intake = new Intake(context, archive, work, input.paths.length, plan.sidecars)
  const photos = await takeLoosePhotos(
    intake,
    plan.groups.flatMap((group) => group.photos),
  )
  await joinPhotos(intake, input.id, photos)
  settlePhotos(intake, photos, { draftId: input.id, articleId: null })
  for (const { path, error } of plan.failed) intake.fail(path, error)
  for (const path of [...plan.skipped, ...plan.groups.flatMap(({ release }) => release ?? [])])
    intake.line(path, 'skipped')
  return intake.report
}

/** Commits photos to a draft that waits; those it has already are left as they are. */
export async function joinPhotos(
  { context, archive, report }: Intake,
  draftId: string,
  photos: LoosePhoto[],
): Promise<void> {
  // Laying photos over each other takes its time: nothing else waits for it.
  const alike = await alikeIn(context, archive, onlyOnce(photos.map(({ photo }) => photo)))
  await context.exclusively(async () => {
    const draft = await archive.get('draft', draftId)
    if (!draft) throw new KhoError('record-missing')
    const there = new Set(draft.photos.map(({ photoId }) => photoId))
    const added = onlyOnce(photos.map(({ photo }) => photo)).filter(({ id }) => !there.has(id))
    const isFresh = ({ id }: Photo) => photos.some(({ photo, known }) => photo.id === id && !known)
    if (added.length === 0) return
    const fresh = await withGroups(archive, added.filter(isFresh), alike)
    const after: Draft = {
      ...draft,
      updatedAt: now(context),
      people: [...draft.people, ...(await peopleInside(context, archive, draft, added))],
      photos: [
        ...draft.photos,
        ...added.map(({ id, caption }) => ({ photoId: id, caption, captionSure: caption ? 0.9 : 0 })),
      ],
      asReceived: [...draft.asReceived, ...added.flatMap(({ file, sidecars = [] }) => [file, ...sidecars])],
      nearPhotos: [...(draft.nearPhotos ?? []), ...alike.nearPhotos.filter(({ photoId }) => !there.has(photoId))],
      bursts: [...(draft.bursts ?? []), ...alike.bursts.filter(({ photoId }) => !there.has(photoId))],
    }
    await archive.commit({
      operation: 'draft.addPhotos',
      args: { title: draft.text.title },
      entries: [
        ...fresh.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
        { kind: 'draft', id: draft.id, after },
      ],
    })
    report.photos += added.length
  })
  for (const { photo } of photos) await previewOf(context, archive, photo, previewSizes.row)
  context.changed(['draft', 'photo'])
}

/** The same picture under two names is one record. */
export const onlyOnce = (photos: Photo[]): Photo[] => [...new Map(photos.map((photo) => [photo.id, photo])).values()]
