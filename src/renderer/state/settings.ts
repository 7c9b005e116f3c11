import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '#contract/shell'
import { shell } from '../engine/bridge'

const key = ['shell.settings']

/** Shown until the shell has answered, and where it has not. */
const atFirst = (): Settings => {
  first ??= {
    lastArchive: null,
    recentArchives: [],
    lastExportFolder: null,
    findFaces: true,
    watchedFolder: null,
    watchSkipped: [],
    ...window.kho.start.looks,
  }
  return first
}
let first: Settings | null = null

/** The settings of this person on this machine, and the way to change some. */
export function useSettings() {
  const client = useQueryClient()
  const { data, isFetched } = useQuery({
    queryKey: key,
    queryFn: () => shell('shell.settings', {}),
    staleTime: Infinity,
  })
  const save = async (part: Partial<Settings>) => {
    client.setQueryData<Settings>(key, (now) => ({ ...(now ?? atFirst()), ...part }))
    client.setQueryData(key, await shell('shell.saveSettings', part))
  }
  return { settings: data ?? atFirst(), ready: isFetched, save }
}
