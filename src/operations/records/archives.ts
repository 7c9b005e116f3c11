import type { Archive } from '#archive/archive'
import { lastBackupOf } from '#archive/backup/last-backup'
import { createArchive, openArchive } from '#archive/open'
import type { ArchiveInfo } from '#contract/operations'
import type { OperationContext } from '../context'
import { openArchiveOf } from '../context'
import { fondsOf } from '../custody/settings'
import { importFiles } from '../intake/import'
import type { Handler } from '../runner'

/** What a window or a person is told of an open archive. */
export async function infoOf(archive: Archive): Promise<ArchiveInfo> {
  const { name, format, createdAt } = archive.identity
  const { agency, fonds } = await fondsOf(archive)
  return {
    folder: archive.folder,
    name,
    agency,
    fonds,
    format,
    readOnly: archive.readOnly,
    counts: await archive.index.counts(),
    repaired: archive.opening.repaired,
    indexing: archive.index.rebuilding,
    createdAt,
    lastBackup: await lastBackupOf(archive),
  }
}

/** Closes what is open, cleanly: running jobs are stopped first. */
export async function closeOpen(context: OperationContext, jobId: string | null): Promise<void> {
  if (!context.archive) return
  await context.jobs.drain(jobId)
  const archive = context.archive
  context.setArchive(null)
  await archive.close()
}

export const createNew: Handler<'archive.create'> = (context, { folder, ...identity }, work) =>
  context.switching(async () => {
    const archive = await createArchive(folder, identity, context.platform)
    await closeOpen(context, work.jobId)
    context.setArchive(archive)
    return infoOf(archive)
  })

export const open: Handler<'archive.open'> = (context, { folder, takeOver, wait }, work) =>
  context.switching(async () => {
    const held = context.archive
    const same = held !== null && samePlace(held.folder, folder)
    if (same && held.readOnly?.reason !== 'locked') return infoOf(held)
    // One that could only be read is tried again: its writer may be gone by now.
    if (same) await closeOpen(context, work.jobId)
    const archive = await openArchive(folder, context.platform, { takeOver, indexInBackground: !wait })
    await closeOpen(context, work.jobId)
    context.setArchive(archive)
    return infoOf(archive)
  })

/** One folder under two writings: a slash at the end, or other case where the disk does not mind. */
const samePlace = (a: string, b: string): boolean => placeKey(a) === placeKey(b)
const placeKey = (path: string): string =>
  path
    .replace(/[\\/]+$/, '')
    .normalize('NFC')
    .toLowerCase()

/** Makes an archive with the sample press releases in it: filed, tagged, ready to search. */
export const createSample: Handler<'archive.sample'> = async (context, input, work) => {
  await createNew(context, input, work)
  await importFiles(context, { paths: [context.platform.resources.path('sample')], accept: true }, work)
  return infoOf(openArchiveOf(context))
}

export const info: Handler<'archive.info'> = async (context) => (context.archive ? infoOf(context.archive) : null)

export const close: Handler<'archive.close'> = (context, _input, work) =>
  context.switching(async () => {
    await closeOpen(context, work.jobId)
    return {}
  })
