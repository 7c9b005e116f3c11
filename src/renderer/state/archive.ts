import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ArchiveInfo } from '#contract/operations'
import { call } from '../engine/client'
import { reading } from '../engine/queries'
import { useJobs } from './jobs'
import { forgetSeen } from './last-seen'
import { useRoute } from './route'
import { useSearch } from './search'
import { useSelection } from './selection'
import { useSettings } from './settings'

/** How often to look how far an index has got that is being made anew. */
const indexingEveryMs = 1000

/** The open archive, or null. */
export const useArchive = () =>
  useQuery({
    ...reading('archive.info', {}),
    refetchInterval: ({ state }) => (state.data?.indexing ? indexingEveryMs : false),
  })

/** True where nothing can be changed: locked by another, read-only media, a newer format. */
export const useReadOnly = (): boolean => Boolean(useArchive().data?.readOnly)

/** Everything read from the archive before belongs to another one. */
export function enter(client: QueryClient, info: ArchiveInfo | null): void {
  client.removeQueries({
    predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('shell.') && queryKey[0] !== 'archive.info',
  })
  client.setQueryData(['archive.info', {}], info)
  arrive(client)
}

/** Begins at the first screen of the archive that is known to the window, with nothing asked or selected. */
export function arrive(client: QueryClient): void {
  const info = client.getQueryData<ArchiveInfo | null>(['archive.info', {}])
  useSearch.getState().clear()
  useSelection.getState().clear()
  useJobs.getState().reset()
  useRoute.getState().reset(info?.counts.article && !info.counts.draft ? { screen: 'archive' } : { screen: 'intake' })
}

/** Ways to open and leave an archive; the shell keeps the list of recent ones. */
export function useArchiveDoor() {
  const client = useQueryClient()
  const { save } = useSettings()
  const arrived = async (info: ArchiveInfo) => {
    enter(client, info)
    await client.invalidateQueries({ queryKey: ['shell.settings'] })
  }
  return {
    arrived,
    open: async (folder: string) => arrived(await call('archive.open', { folder })),
    /** Tries to become the one who writes; answers with who holds the archive where that is refused. */
    takeOver: async (folder: string) => {
      const info = await call('archive.open', { folder, takeOver: true })
      if (info.readOnly) await client.invalidateQueries({ queryKey: ['archive.info', {}] })
      else await arrived(info)
      return info
    },
    leave: async () => {
      await call('archive.close', {})
      forgetSeen()
      enter(client, null)
      // Closed on purpose: the next start begins at the welcome screen.
      await save({ lastArchive: null })
    },
  }
}
