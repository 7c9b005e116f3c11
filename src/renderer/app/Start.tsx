import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ArchiveInfo } from '#contract/operations'
import { shell } from '../engine/bridge'
import { cache } from '../engine/cache'
import { call } from '../engine/client'
import { Welcome } from '../features/welcome/Welcome'
import { arrive, enter, useArchive } from '../state/archive'
import { useJobs } from '../state/jobs'
import { recallSeen } from '../state/last-seen'
import { usePhrases } from '../words/words'
import { Shell } from './Shell'

/** Puts what the archive to begin with showed last on the screen, where it was kept; to be called before the first drawing. */
export async function showLastSeen(): Promise<void> {
  const { archive } = window.kho.start
  if (archive !== null && (await recallSeen(cache, archive))) arrive(cache)
}

/** Opens what was asked for, then shows the archive or the welcome screen. */
export function Start() {
  const client = useQueryClient()
  const started = useQuery({
    queryKey: ['shell.start'],
    staleTime: Infinity,
    queryFn: () => begin(client),
  })
  const archive = useArchive()
  const { t } = usePhrases()
  // While the sample is being made its archive is open already, and not yet worth looking at.
  const sampling = useJobs((state) => state.jobs.some(({ kind, outcome }) => kind === 'archive.sample' && !outcome))
  const name = archive.data?.name
  useEffect(() => {
    document.title = name ? t('ui.app.titleOf', { name }) : t('ui.app.name')
  }, [name, t])
  const waiting = started.isPending && !archive.data
  useEffect(() => {
    if (!waiting) void shell('shell.drawn', {})
  }, [waiting])
  if (waiting) return <div className="splash" data-testid="starting" />
  if (!archive.data || sampling) return <Welcome failure={started.error} />
  return <Shell archive={archive.data} opening={started.isPending} />
}

/**
 * Opens the archive that was asked for or open last. What it showed last is on the screen while it is opened.
 * @returns whether an archive is open
 */
async function begin(client: QueryClient): Promise<boolean> {
  const { archive } = window.kho.start
  // A page loaded again may find an archive open that the window did not begin with.
  if (!archive && !loadedAgain()) return false
  const seen = client.getQueryData(['archive.info', {}]) !== undefined
  try {
    const info = (await call('archive.info', {})) ?? (archive ? await call('archive.open', { folder: archive }) : null)
    if (seen && info?.folder === archive) void renew(client, info)
    else enter(client, info)
    return info !== null
  } catch (thrown) {
    if (seen) enter(client, null)
    throw thrown
  }
}

/** Everything on the screen is read anew, the list first: counting for facets takes longest. What is the same stays as it is. */
async function renew(client: QueryClient, info: ArchiveInfo): Promise<void> {
  client.setQueryData(['archive.info', {}], info)
  const first = ['article.list', 'draft.list']
  const stale = (of: (read: string) => boolean) =>
    client.invalidateQueries({ predicate: ({ queryKey }) => of(String(queryKey[0])) })
  await stale((read) => first.includes(read))
  await stale((read) => !first.includes(read) && !/^(shell\.|archive\.info)/.test(read))
}

const loadedAgain = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload')
