import type { Archive } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { createArchive, openArchive } from '#archive/open'
import type { ArchiveInfo } from '#contract/operations'
import type { OperationContext } from '../context'
import { openArchiveOf } from '../context'
import { importFiles } from '../intake/import'
import type { Handler } from '../runner'

async function infoOf(archive: Archive): Promise<ArchiveInfo> {
  const { name, agency, fonds, format } = archive.identity
  return {
    folder: archive.folder,
    name,
    agency,
    fonds,
    format,
    readOnly: archive.readOnly,
    counts: await archive.index.counts(),
    repaired: archive.opening.repaired,
  }
}

/** Closes what is open, cleanly: running jobs are stopped first. */
async function closeOpen(context: OperationContext, jobId: string | null): Promise<void> {
  if (!context.archive) return
  await context.jobs.drain(jobId)
  const archive = context.archive
  context.setArchive(null)
  await archive.close()
}

export const createNew: Handler<'archive.create'> = async (context, { folder, ...identity }, work) => {
  const archive = await createArchive(folder, identity, context.platform)
  await closeOpen(context, work.jobId)
  context.setArchive(archive)
  return infoOf(archive)
}

export const open: Handler<'archive.open'> = async (context, { folder }, work) => {
  if (context.archive?.folder === folder) return infoOf(context.archive)
  const archive = await openArchive(folder, context.platform)
  await closeOpen(context, work.jobId)
  context.setArchive(archive)
  return infoOf(archive)
}

/** Makes an archive with the sample press releases in it: filed, tagged, ready to search. */
export const createSample: Handler<'archive.sample'> = async (context, input, work) => {
  await createNew(context, input, work)
  await importFiles(context, { paths: [context.platform.resources.path('sample')], accept: true }, work)
  return infoOf(openArchiveOf(context))
}

export const info: Handler<'archive.info'> = async (context) => (context.archive ? infoOf(context.archive) : null)

export const close: Handler<'archive.close'> = async (context, _input, work) => {
  await closeOpen(context, work.jobId)
  return {}
}

/** Proves originals, records, references and the journal's chain. */
export const check: Handler<'archive.check'> = (context, _input, work) =>
  checkArchive(openArchiveOf(context), {
    signal: work.signal,
    report: (done, total, current) => work.report({ phase: 'checking', done, total, unit: 'file', current }),
  })
