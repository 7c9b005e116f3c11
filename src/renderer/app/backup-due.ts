import type { ArchiveInfo } from '#contract/operations'

const DAY_MS = 24 * 60 * 60 * 1000
/** Days without a backup after which the window reminds. */
export const remindAfterDays = 7

/** Whole days since the last backup, or since the archive was made; null where no reminder is due. */
export function backupDue(archive: Pick<ArchiveInfo, 'createdAt' | 'lastBackup'>, now: number): number | null {
  const since = Date.parse(archive.lastBackup?.at ?? archive.createdAt)
  const days = Math.floor((now - since) / DAY_MS)
  return days >= remindAfterDays ? days : null
}
