import { z } from 'zod'
import { Instant } from '#core/model/common'
import type { Archive } from '../archive'
import { parseJson } from '../format'
import { partsOf } from '../store'

/** When an archive was last backed up, and where to. */
export const LastBackup = z.object({ at: Instant, folder: z.string(), sequence: z.number().int() })
export type LastBackup = z.infer<typeof LastBackup>

type Parts = ReturnType<typeof partsOf>

/** Notes a backup in the archive; one that cannot be noted (a read-only medium) is made all the same. */
export async function rememberBackup({ layout, platform }: Parts, last: LastBackup): Promise<void> {
  try {
    await platform.files.writeWhole(layout.lastBackup, `${JSON.stringify(last)}\n`)
  } catch (thrown) {
    platform.log.warn('the backup is made but not noted', { error: String(thrown) })
  }
}

/** The last backup, or null where there is none. */
export async function lastBackupOf(archive: Archive): Promise<LastBackup | null> {
  const { layout, platform } = partsOf(archive)
  if ((await platform.files.stat(layout.lastBackup)) === null) return null
  return LastBackup.safeParse(parseJson(await platform.files.readText(layout.lastBackup))).data ?? null
}
