import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '#contract/shell'
import { shell } from '../engine/bridge'

const key = ['shell.settings']

/** Shown until the shell has answered, and where it has not. */
const defaults: Settings = {
  language: 'vi',
  theme: 'system',
  textSize: '100',
  lastArchive: null,
  recentArchives: [],
  lastExportFolder: null,
  archiveView: 'list',
  facetsShown: true,
  findFaces: true,
  watchedFolder: null,
  watchSkipped: [],
}

/** The settings of this person on this machine, and the way to change some. */
export function useSettings() {
  const client = useQueryClient()
  const { data, isFetched } = useQuery({
    queryKey: key,
    queryFn: () => shell('shell.settings', {}),
    staleTime: Infinity,
  })
  const save = async (part: Partial<Settings>) => {
    client.setQueryData<Settings>(key, (now) => ({ ...(now ?? defaults), ...part }))
    client.setQueryData(key, await shell('shell.saveSettings', part))
  }
  return { settings: data ?? defaults, ready: isFetched, save }
}
