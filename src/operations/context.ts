import type { Archive } from '#archive/archive'
import { refusalOf } from '#archive/refusal'
import { KhoError } from '#core/errors'
import type { Vocabulary } from '#core/press/vocabulary'
import { toInstant } from '#core/text/dates'
import type { Platform } from '#platform/ports'
import type { FolderWatch } from './intake/watch'
import type { Jobs } from './jobs'
import type { FaceFinder } from './photos/faces'

/** What every operation is handed: the ports, the open archive, the reader's words. No singletons. */
export interface OperationContext {
  platform: Platform
  jobs: Jobs
  vocabulary(): Promise<Vocabulary>
  /** The open archive, or null on the welcome screen. */
  archive: Archive | null
  setArchive(archive: Archive | null): void
  /** Runs one read-and-write at a time; everything that changes records goes through here. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** Opens, makes and closes archives one after another. */
  switching: OperationContext['exclusively']
  /** The folder looked into for new files, if any. */
  watch: FolderWatch
  /** Looks for faces in photos. */
  faces: FaceFinder
  /** Says which kinds of record changed, for lists on screen. */
  changed(kinds: string[]): void
}

/**
 * The open archive.
 * @throws KhoError archive-none-open
 */
export function openArchiveOf(context: OperationContext): Archive {
  if (!context.archive) throw new KhoError('archive-none-open')
  return context.archive
}

/**
 * The open archive, to write in.
 * @throws KhoError archive-none-open, archive-locked (who holds it in `by`), archive-newer-format, archive-read-only
 */
export function writableArchiveOf(context: OperationContext): Archive {
  const archive = openArchiveOf(context)
  const refusal = refusalOf(archive)
  if (refusal) throw refusal
  return archive
}

/** A queue of one: the next work starts when the last one has ended, however it ended. */
export function oneAtATime(): OperationContext['exclusively'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

/** The present instant, with the Vietnamese offset. */
export const now = (context: OperationContext): string => toInstant(context.platform.clock.now())
