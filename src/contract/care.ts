import { z } from 'zod'
import { Instant } from '#core/model/common'
import { job } from './operation'

const Nothing = z.object({})

export const CheckReport = z.object({
  originals: z.object({ checked: z.number().int(), missing: z.array(z.string()), altered: z.array(z.string()) }),
  records: z.object({ checked: z.number().int(), invalid: z.array(z.string()), brokenReferences: z.array(z.string()) }),
  journal: z.object({ lines: z.number().int(), brokenAt: z.number().int().nullable() }),
  sound: z.boolean(),
})
export type CheckReport = z.infer<typeof CheckReport>

/** What a repair did, in counts, and what is left after it. */
export const RepairReport = z.object({
  /** Catalogue documents written anew from the journal. */
  documents: z.number().int(),
  /** Documents that no line of the journal knows: moved to `recovered/`, or journalled where lines are damaged. */
  strays: z.number().int(),
  adopted: z.number().int(),
  /** Removed records that others still point at, put back. */
  returned: z.number().int(),
  /** Originals that lay under another ending than their records say. */
  originals: z.number().int(),
  /** Names of what was kept under `recovered/`. */
  kept: z.array(z.string()),
  after: CheckReport,
})
export type RepairReport = z.infer<typeof RepairReport>

export const LastBackup = z.object({ at: Instant, folder: z.string(), sequence: z.number().int() })
export type LastBackup = z.infer<typeof LastBackup>

export const BackupReport = z.object({
  folder: z.string(),
  /** The last change that the backup holds. */
  sequence: z.number().int(),
  at: Instant,
  records: z.number().int(),
  originals: z.object({ total: z.number().int(), copied: z.number().int(), bytes: z.number().int() }),
  /** Originals that are not what their name says and were not copied. */
  altered: z.array(z.string()),
  /** SHA-256 of originals that records name and neither the archive nor the backup has. */
  missing: z.array(z.string()),
})
export type BackupReport = z.infer<typeof BackupReport>

export const RestoreReport = z.object({
  folder: z.string(),
  name: z.string(),
  sequence: z.number().int(),
  records: z.number().int(),
  originals: z.number().int(),
  /** Originals that the backup no longer has as they were; what is left of them lies under `recovered/`. */
  damaged: z.array(z.string()),
})
export type RestoreReport = z.infer<typeof RestoreReport>

export const careOperations = {
  'archive.check': job(Nothing, CheckReport),
  /** Does what is safe to repair; whatever is replaced is kept under `recovered/`. */
  'archive.repair': job(Nothing, RepairReport),
  /** Makes the search index anew from the catalogue. */
  'archive.reindex': job(Nothing, z.object({ records: z.number().int() })),
  /** Brings a backup folder up to the archive as of one change; the archive stays in use. */
  'archive.backup': job(z.object({ folder: z.string().min(1) }), BackupReport),
  /** Makes an archive out of a backup, in a new folder; the one that is open stays open. */
  'archive.restoreBackup': job(z.object({ backup: z.string().min(1), folder: z.string().min(1) }), RestoreReport),
} as const
