import { type Work as ArchiveWork, checkArchive } from '#archive/check'
import { mendArchive } from '#archive/mend'
import { type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { reopenWithoutIndex } from './renew-index'

/** Progress of work on the files, under the name of a phase. */
export const filesWork = (work: Work, phase: string): ArchiveWork => ({
  signal: work.signal,
  report: (done, total, current) => work.report({ phase, done, total, unit: 'file', current }),
})

/** Proves originals, records, references and the journal's chain. */
export const check: Handler<'archive.check'> = (context, _input, work) =>
  checkArchive(openArchiveOf(context), filesWork(work, 'checking'))

/** Repairs what is safe to repair, makes the index anew, and checks again. */
export const repair: Handler<'archive.repair'> = async (context, _input, work) => {
  const archive = writableArchiveOf(context)
  const mended = await context.exclusively(() => mendArchive(archive, filesWork(work, 'repairing')))
  await reindexed(context, work)
  const after = await checkArchive(openArchiveOf(context), filesWork(work, 'checking'))
  return { ...mended, after }
}

export const reindex: Handler<'archive.reindex'> = async (context, _input, work) => {
  writableArchiveOf(context)
  await reindexed(context, work)
  const counts = await openArchiveOf(context).index.counts()
  return { records: Object.values(counts).reduce((sum, count) => sum + count, 0) }
}

async function reindexed(context: OperationContext, work: Work): Promise<void> {
  const onIndexing = (done: number, total: number) =>
    work.report({ phase: 'indexing', done, total, unit: 'article', current: null })
  await reopenWithoutIndex(context, work.jobId, { onIndexing })
}
