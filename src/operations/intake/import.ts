import type { ImportedFile, ImportReport, ParsedInputOf } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { OperationContext } from '../context'
import { writableArchiveOf } from '../context'
import { fileDraft } from '../drafts/file-draft'
import type { Work } from '../jobs'
import { withGroups } from '../photos/alike'
import { previewOf, previewSizes } from '../photos/previews'
import type { Handler } from '../runner'
import { allotByDate, type Dates } from './by-date'
import { draftFromReading } from './draft-from-reading'
import { Intake } from './intake'
import { joinPhotos, type LoosePhoto, onlyOnce, settlePhotos, takeLoosePhotos } from './loose-photos'
import { emptyReading } from './plain-reading'
import type { IntakeGroup } from './plan'
import { planIntake } from './plan'
import { dateOfPhoto } from './take-photo'
import { dateOfRelease, readRelease, takeRelease } from './take-release'
import { Unpacking } from './unpack'

/**
 * Takes in files and folders: reads each release, stores originals, makes drafts. One file's failure is a
 * line in the report and stops nothing else. Cancelling keeps what was already taken in.
 */
export const importFiles: Handler<'intake.import'> = async (context, input, work) => {
  const archive = writableArchiveOf(context)
  const unpacking = new Unpacking(context, archive, work.signal)
  try {
    const report = await taken(context, input, work, unpacking)
    for (const line of report.files) line.file = unpacking.shown(line.file)
    return report
  } finally {
    await unpacking.remove()
  }
}

async function taken(
  context: OperationContext,
  input: ParsedInputOf<'intake.import'>,
  work: Work,
  unpacking: Unpacking,
): Promise<ImportReport> {
  const archive = writableArchiveOf(context)
  const plan = await planIntake(input.paths, context.platform.files, unpacking)
  const total = plan.groups.reduce((sum, group) => sum + group.photos.length + (group.release ? 1 : 0), 0)
  const intake = new Intake(context, archive, work, total, plan.sidecars)
  for (const path of unpacking.opened) intake.report.files.push(lineOf(path, 'unpacked'))
  for (const path of plan.skipped) intake.report.files.push(lineOf(path, 'skipped'))
  for (const { path, error } of plan.failed) intake.fail(path, error)
  try {
    for (const group of await allotByDate(plan.groups, datesIn(context, work.signal))) {
      if (work.signal.aborted) break
      await takeGroup(intake, group, input.accept)
    }
  } catch (thrown) {
    // What was taken in before is kept and told.
    if (!(thrown instanceof KhoError && thrown.code === 'cancelled')) throw thrown
  }
  return intake.report
}

/** Looks into files only as far as their dates; what cannot be read is told later, when it is taken in. */
function datesIn(context: OperationContext, signal: AbortSignal): Dates {
  return {
    ofRelease: (path) => dateOfRelease(context, path, signal).catch(() => null),
    ofPhoto: (path) => dateOfPhoto(context, path, signal).catch(() => null),
  }
}

const lineOf = (file: string, outcome: ImportedFile['outcome']): ImportedFile => ({
  file,
  outcome,
  draftId: null,
  articleId: null,
  error: null,
  warnings: [],
})

async function takeGroup(intake: Intake, group: IntakeGroup, accept: boolean): Promise<void> {
  const { context, archive, work } = intake
  const photos = await takeLoosePhotos(intake, group.photos)
  if (!group.release) return takePhotosSafely(intake, group, photos)
  intake.progress(context.platform.files.baseName(group.release))
  try {
    const held = await heldAlready(intake, group.release)
    if (held) {
      const articleId = held.articleId ?? (accept ? await fileWaiting(intake, held.draftId) : null)
      intake.line(group.release, articleId === held.articleId ? 'already-held' : 'draft', { ...held, articleId })
      return await takePhotosOfHeld(intake, group, photos, { ...held, articleId })
    }
    const read = await readRelease(context, group.release, work.signal)
    const { draft, newPhotos } = await takeRelease(context, archive, read, { path: group.release }, photos, work.signal)
    const filed = await keep(intake, draft, newPhotos, accept && draft.duplicates.length === 0)
    intake.line(group.release, 'draft', { draftId: draft.id, articleId: filed, warnings: draft.warnings })
    settlePhotos(intake, photos, { draftId: draft.id, articleId: filed })
  } catch (thrown) {
    intake.fail(group.release, thrown)
    // The photos were good: they wait as a draft of their own rather than vanish with their text.
    await takePhotosSafely(intake, group, photos)
  }
}

/** A release that waits from an intake broken off is filed by the next one that is to file at once. */
async function fileWaiting({ context, archive, report }: Intake, draftId: string | null): Promise<string | null> {
  const draft = draftId && (await archive.get('draft', draftId))
  if (!draft || draft.replaces || draft.duplicates.length > 0 || draft.text.title.trim() === '') return null
  const { articleId } = await context.exclusively(() => fileDraft(context, draft))
  report.articles.push(articleId)
  return articleId
}

/** New photos beside a text held already join its draft; where it is filed, they wait as a draft of their own. */
async function takePhotosOfHeld(
  intake: Intake,
  group: IntakeGroup,
  photos: LoosePhoto[],
  held: Pick<ImportedFile, 'draftId' | 'articleId'>,
): Promise<void> {
  if (!held.draftId || held.articleId) return takePhotosAlone(intake, group.folderName, photos)
  await joinPhotos(intake, held.draftId, photos)
  settlePhotos(intake, photos, held)
}

/** A failure with photos is told of each, like any other file's. */
async function takePhotosSafely(intake: Intake, group: IntakeGroup, photos: LoosePhoto[]): Promise<void> {
  try {
    await takePhotosAlone(intake, group.folderName, photos)
  } catch (thrown) {
    for (const { path } of photos) intake.fail(path, thrown)
  }
}

async function heldAlready(intake: Intake, path: string): Promise<Pick<ImportedFile, 'draftId' | 'articleId'> | null> {
  const stat = await intake.context.platform.files.stat(path)
  if (!stat || stat.size === 0) return null
  return holderOf(intake, await intake.context.platform.digests.sha256OfFile(path, intake.work.signal))
}

/** The filed article or waiting draft that has this file; a draft thrown away holds nothing. */
async function holderOf(intake: Intake, sha256: string): Promise<Pick<ImportedFile, 'draftId' | 'articleId'> | null> {
  const [held] = await intake.archive.index.sameFile(sha256)
  if (!held) return null
  return { draftId: held.of === 'draft' ? held.id : null, articleId: held.of === 'article' ? held.id : null }
}

/** Photos without a text wait as a draft of their own; those held already are only told of. */
export async function takePhotosAlone(intake: Intake, title: string, photos: LoosePhoto[]): Promise<void> {
  const fresh: LoosePhoto[] = []
  for (const photo of photos) {
    const held = photo.known ? await holderOf(intake, photo.photo.id) : null
    if (held) intake.photo(photo.path, true, held)
    else fresh.push({ ...photo, known: false })
  }
  if (fresh.length === 0) return
  const draft = await draftFromReading(intake.context, intake.archive, {
    reading: emptyReading(title),
    meta: {},
    source: 'file',
    release: null,
    photos: fresh.map(({ photo }) => ({ photo, picture: null })),
    warnings: fresh.flatMap(({ warnings }) => warnings),
  })
  await keep(
    intake,
    draft,
    fresh.map(({ photo }) => photo),
    false,
  )
  settlePhotos(intake, fresh, { draftId: draft.id, articleId: null })
}

/** Commits the draft with its photos, makes the small previews, files it at once where asked. */
async function keep(intake: Intake, draft: Draft, arrived: Photo[], accept: boolean): Promise<string | null> {
  const { context, archive } = intake
  const photos = await withGroups(archive, onlyOnce(arrived), draft)
  await context.exclusively(() =>
    archive.commit({
      operation: 'intake.import',
      args: { title: draft.text.title },
      entries: [
        ...photos.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
        { kind: 'draft', id: draft.id, after: draft },
      ],
    }),
  )
  intake.report.photos += photos.length
  intake.report.drafts.push(draft.id)
  for (const photo of photos) await previewOf(context, archive, photo, previewSizes.row)
  context.changed(['draft', 'photo'])
  if (!accept || draft.text.title.trim() === '') return null
  try {
    const { articleId } = await context.exclusively(() => fileDraft(context, draft))
    intake.report.articles.push(articleId)
    return articleId
  } catch (thrown) {
    // The draft is safe and waits for a look; taking it in again would only double it.
    context.platform.log.error('not filed at once', { draft: draft.id, why: String(thrown) })
    return null
  }
}
