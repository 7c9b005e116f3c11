import type { JobState } from '#contract/jobs'
import type { Platform } from '#platform/ports'
import { type OperationContext, oneAtATime } from './context'
import { FolderWatch } from './intake/watch'
import { Jobs } from './jobs'
import { learntChanged } from './learnt/lessons'
import { FaceFinder } from './photos/faces'
import { makeRunner, type Runner } from './runner'
import { handlers } from './table'
import { ReadingWords } from './terms/reading-words'

/** The operations over one platform, ready to be called by any door. */
export interface Core {
  runner: Runner
  context: OperationContext
  /** Stops jobs, closes the archive and the reader processes. */
  close(): Promise<void>
}

/**
 * Puts the operations together.
 * @param events where progress and news of changed records go; called in this process
 */
export function startCore(
  platform: Platform,
  events: { job(state: JobState): void; changed(kinds: string[]): void },
): Core {
  const words = new ReadingWords(platform.resources)
  const context: OperationContext = {
    platform,
    jobs: new Jobs(platform.clock, platform.ids, events.job),
    vocabulary: () => words.of(context.archive),
    archive: null,
    setArchive: (archive) => {
      context.archive = archive
    },
    watch: new FolderWatch(
      platform,
      () => context.archive,
      () => events.changed(['watched']),
    ),
    faces: new FaceFinder(platform),
    exclusively: oneAtATime(),
    switching: oneAtATime(),
    changed: (kinds) => {
      if (context.archive && kinds.includes('learnt')) learntChanged(context.archive)
      if (kinds.includes('term')) words.forget()
      events.changed(kinds)
    },
  }
  return {
    runner: makeRunner(context, handlers),
    context,
    async close() {
      await context.jobs.drain()
      await context.archive?.close()
      context.setArchive(null)
      await platform.readers.close()
      await platform.background.close()
    },
  }
}
