import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useSettings } from '../../state/settings'

const key = ['intake.watched', {}]

/** What the engine sees in the watched folder. `again` has it look at once. */
export function useWatched() {
  const client = useQueryClient()
  const { watchedFolder, watchSkipped } = useSettings().settings
  const again = useCallback(async () => {
    client.setQueryData(key, await call('intake.watch', { folder: watchedFolder, skipped: watchSkipped }))
  }, [client, watchedFolder, watchSkipped])
  return { watched: useRead('intake.watched', {}).data, again }
}

/** Has the engine watch the folder chosen in the settings: at the start, when it changes, and after a restart. */
export function useWatching(): void {
  const { settings, ready } = useSettings()
  const { watched, again } = useWatched()
  const lost = watched !== undefined && watched.folder !== settings.watchedFolder
  useEffect(() => {
    // A folder that cannot be watched is looked for again by the engine; nothing needs to be said here.
    if (ready) void again().catch(() => undefined)
  }, [ready, again])
  useEffect(() => {
    if (ready && lost) void again().catch(() => undefined)
  }, [ready, lost, again])
}
