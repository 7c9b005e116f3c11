import type { Archive } from '#archive/archive'
import { dropIndex } from '#archive/mend'
import { type OpenOptions, openArchive } from '#archive/open'
import { partsOf } from '#archive/store'
import { KhoError } from '#core/errors'
import { type OperationContext, openArchiveOf } from '../context'
import { closeOpen } from '../records/archives'

/** The index is derived: with its file gone, opening makes it anew. */
export async function reopenWithoutIndex(
  context: OperationContext,
  jobId: string | null,
  options: OpenOptions,
): Promise<void> {
  const { folder, readOnly } = openArchiveOf(context)
  await closeOpen(context, jobId)
  // A reader leaves the file to whoever may write, and does without it.
  if (!readOnly) await dropIndex(folder, context.platform.files)
  const indexInMemory = options.indexInMemory || readOnly !== null
  context.setArchive(await openArchive(folder, context.platform, { ...options, indexInMemory }))
  context.changed(['article', 'draft', 'photo', 'event', 'person', 'organization', 'place', 'document', 'learnt'])
}

/**
 * Works with the archive. Where the index turns out damaged on the way, the archive is opened again, which makes
 * it anew, and the work is done once more if it may be.
 * @param again false where the work may have changed something already
 */
export async function withSoundIndex<T>(
  context: OperationContext,
  work: () => Promise<T>,
  { jobId, again }: { jobId: string | null; again(archive: Archive): boolean },
): Promise<T> {
  const { archive } = context
  try {
    return await work()
  } catch (thrown) {
    if (!archive || !(thrown instanceof KhoError) || thrown.code !== 'index-damaged') throw thrown
    await context.switching(() => renewed(context, archive, jobId))
    if (!again(archive)) throw thrown
    return work()
  }
}

/** Several may find it damaged at once: it is made anew for the first. */
async function renewed(context: OperationContext, damaged: Archive, jobId: string | null): Promise<void> {
  if (context.archive !== damaged) return
  // The job that last made it anew has ended.
  const { onIndexing, ...options } = partsOf(damaged).options
  await reopenWithoutIndex(context, jobId, options)
  context.archive?.opening.repaired.push({ code: 'index-rebuilt', args: {} })
}
