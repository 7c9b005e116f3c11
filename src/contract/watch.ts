import { z } from 'zod'
import { query } from './operation'

/** A file of the watched folder that the archive does not hold yet. */
export const WaitingFile = z.object({
  path: z.string(),
  name: z.string(),
  size: z.number().int(),
  /** Empty until the file stands still and has been read; only then is it offered. */
  digest: z.string(),
})
export type WaitingFile = z.infer<typeof WaitingFile>

export const Watched = z.object({
  folder: z.string().nullable(),
  /** `away`: the folder cannot be seen just now, as a network drive that is off; it is looked for again. */
  state: z.enum(['off', 'watching', 'away']),
  /** Whole and new: offered, never taken in by themselves. */
  files: z.array(WaitingFile),
  /** Still being copied there. */
  coming: z.number().int(),
})
export type Watched = z.infer<typeof Watched>

export const watchOperations = {
  /**
   * Watches a folder for new files, or none. `skipped`: digests of files that the person does not want offered.
   * Called again it looks at once.
   */
  'intake.watch': query(
    z.object({ folder: z.string().min(1).nullable(), skipped: z.array(z.string()).max(10_000).default([]) }),
    Watched,
  ),
  'intake.watched': query(z.object({}), Watched),
} as const
