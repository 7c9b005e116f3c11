import { shell } from '../engine/bridge'
import { call } from '../engine/client'
import { useFailures } from '../ui/useFailures'

/** Backs the archive up into a folder, as a job; one that is not named is asked for. */
export function useBackUp(): (folder: string | null) => Promise<void> {
  const caught = useFailures()
  return caught(async (named: string | null) => {
    const folder = named ?? (await shell('shell.pickFolder', { purpose: 'backup' })).path
    if (folder) await call('archive.backup', { folder })
  })
}
