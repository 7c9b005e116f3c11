import type { Archive } from '#archive/archive'
import type { ImportedFile, ImportReport } from '#contract/operations'
import { KhoError, toErrorData } from '#core/errors'
import type { Draft, Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { OperationContext } from '../context'
import { now, writableArchiveOf } from '../context'
import { fileDraft } from '../drafts/file-draft'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { allotByDate, type Dates } from './by-date'
import { draftFromReading } from './draft-from-reading'
import { emptyReading } from './plain-reading'
import type { IntakeGroup } from './plan'
import { planIntake } from './plan'
import { dateOfPhoto, previewOf, previewSizes, takePhotoFile } from './take-photo'
import { dateOfRelease, readRelease, takeRelease } from './take-release'

/** Everything one intake has done so far; each line of the report is final when it is added. */
class Intake {
  readonly report: ImportReport = { files: [], drafts: [], articles: [], photos: 0 }
  private done = 0

  constructor(
    readonly context: OperationContext,
    readonly archive: Archive,
    readonly work: Work,
    private readonly total: number,
  ) {}

  line(file: string, outcome: ImportedFile['outcome'], more: Partial<ImportedFile> = {}): void {
    this.report.files.push({ file, outcome, draftId: null, articleId: null, error: null, warnings: [], ...more })
    this.done += 1
    this.progress(null)
  }

  fail(file: string, thrown: unknown): void {
    if (thrown instanceof KhoError && thrown.code === 'cancelled') throw thrown
    const error = { ...toErrorData(thrown), file }
    this.context.platform.log.warn('file not taken in', { ...error })
    this.line(file, 'failed', { error: { ...error, cause: null } })
  }

  progress(current: string | null): void {
    this.work.report({ phase: 'reading', done: this.done, total: this.total, unit: 'file', current })
  }
}

/**
 * Takes in files and folders: reads each release, stores originals, makes drafts. One file's failure is a
 * line in the report and stops nothing else. Cancelling keeps what was already taken in.
 */
export const importFiles: Handler<'intake.import'> = async (context, input, work) => {
  const archive = writableArchiveOf(context)
  const plan = await planIntake(input.paths, context.platform.files)
  const total = plan.groups.reduce((sum, group) => sum + group.photos.length + (group.release ? 1 : 0), 0)
  const intake = new Intake(context, archive, work, total)
  for (const path of plan.skipped) intake.report.files.push(skipped(path))
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

const skipped = (file: string): ImportedFile => ({
  file,
  outcome: 'skipped',
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
      intake.line(group.release, 'already-held', held)
      return await takePhotosOfHeld(intake, group, photos, held)
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

/** New photos beside a text held already join its draft; where it is filed, they wait as a draft of their own. */
async function takePhotosOfHeld(
  intake: Intake,
  group: IntakeGroup,
  photos: LoosePhoto[],
  held: Pick<ImportedFile, 'draftId' | 'articleId'>,
): Promise<void> {
  if (!held.draftId) return takePhotosAlone(intake, group, photos)
  await joinPhotos(intake, held.draftId, photos)
  settlePhotos(intake, photos, held)
}

/** A failure with photos is told of each, like any other file's. */
async function takePhotosSafely(intake: Intake, group: IntakeGroup, photos: LoosePhoto[]): Promise<void> {
  try {
    await takePhotosAlone(intake, group, photos)
  } catch (thrown) {
    for (const { path } of photos) intake.fail(path, thrown)
  }
}

interface LoosePhoto {
  path: string
  photo: Photo
  known: boolean
  warnings: Warning[]
}

async function takeLoosePhotos(intake: Intake, paths: string[]): Promise<LoosePhoto[]> {
  const taken: LoosePhoto[] = []
  for (const path of paths) {
    intake.progress(intake.context.platform.files.baseName(path))
    try {
      taken.push({ path, ...(await takePhotoFile(intake.context, intake.archive, path, intake.work.signal)) })
    } catch (thrown) {
      intake.fail(path, thrown)
    }
  }
  return taken
}

async function heldAlready(intake: Intake, path: string): Promise<Pick<ImportedFile, 'draftId' | 'articleId'> | null> {
  const stat = await intake.context.platform.files.stat(path)
  if (!stat || stat.size === 0) return null
  const sha256 = await intake.context.platform.digests.sha256OfFile(path, intake.work.signal)
  const [held] = await intake.archive.index.sameFile(sha256)
  if (!held) return null
  return { draftId: held.of === 'draft' ? held.id : null, articleId: held.of === 'article' ? held.id : null }
}

async function takePhotosAlone(intake: Intake, group: IntakeGroup, photos: LoosePhoto[]): Promise<void> {
  const fresh = photos.filter(({ known }) => !known)
  for (const { path } of photos.filter(({ known }) => known)) intake.line(path, 'already-held')
  if (fresh.length === 0) return
  const draft = await draftFromReading(intake.context, intake.archive, {
    reading: emptyReading(group.folderName),
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
  const photos = onlyOnce(arrived)
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
  const { articleId } = await context.exclusively(() => fileDraft(context, draft))
  intake.report.articles.push(articleId)
  return articleId
}

function settlePhotos(intake: Intake, photos: LoosePhoto[], to: Pick<ImportedFile, 'draftId' | 'articleId'>): void {
  for (const { path, known, warnings } of photos)
    intake.line(path, known ? 'already-held' : 'photo', { ...to, warnings })
}

/** Takes photos dropped on a draft that is being looked at. */
export const addPhotosToDraft: Handler<'draft.addPhotos'> = async (context, input, work) => {
  const archive = writableArchiveOf(context)
  const intake = new Intake(context, archive, work, input.paths.length)
  const plan = await planIntake(input.paths, context.platform.files)
  const photos = await takeLoosePhotos(
    intake,
    plan.groups.flatMap((group) => group.photos),
  )
  await joinPhotos(intake, input.id, photos)
  settlePhotos(intake, photos, { draftId: input.id, articleId: null })
  return intake.report
}

/** Commits photos to a draft that waits; those it has already are left as they are. */
async function joinPhotos({ context, archive, report }: Intake, draftId: string, photos: LoosePhoto[]): Promise<void> {
  await context.exclusively(async () => {
    const draft = await archive.get('draft', draftId)
    if (!draft) throw new KhoError('record-missing')
    const there = new Set(draft.photos.map(({ photoId }) => photoId))
    const added = onlyOnce(photos.map(({ photo }) => photo)).filter(({ id }) => !there.has(id))
    const fresh = added.filter(({ id }) => photos.some(({ photo, known }) => photo.id === id && !known))
    if (added.length === 0) return
    const after: Draft = {
      ...draft,
      updatedAt: now(context),
      photos: [
        ...draft.photos,
        ...added.map(({ id, caption }) => ({ photoId: id, caption, captionSure: caption ? 0.9 : 0 })),
      ],
      asReceived: [...draft.asReceived, ...added.map(({ file }) => file)],
    }
    await archive.commit({
      operation: 'draft.addPhotos',
      args: { title: draft.text.title },
      entries: [
        ...fresh.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo })),
        { kind: 'draft', id: draft.id, after },
      ],
    })
    report.photos += fresh.length
  })
  for (const { photo } of photos) await previewOf(context, archive, photo, previewSizes.row)
  context.changed(['draft', 'photo'])
}

/** The same picture under two names is one record. */
const onlyOnce = (photos: Photo[]): Photo[] => [...new Map(photos.map((photo) => [photo.id, photo])).values()]
