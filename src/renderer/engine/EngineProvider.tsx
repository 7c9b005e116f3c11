import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useJobs } from '../state/jobs'
import { useNotices } from '../state/notices'
import { usePictureRound } from '../state/pictures'
import { useReview } from '../state/review'
import { cache } from './cache'
import { call, connect, listen } from './client'
import { refresh, refreshAfterRestart } from './queries'

/** Changes come in bursts while files are taken in: the window reads again a few times a second at most. */
const refreshEveryMs = 250

/** Connects the page to the engine and keeps what it shows up to date. */
export function EngineProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    const disconnect = connect()
    const pending = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const flush = () => {
      timer = null
      refresh(cache, [...pending])
      pending.clear()
    }
    const stop = listen({
      job: (job) => useJobs.getState().note(job),
      changed: (kinds) => {
        for (const kind of kinds) pending.add(kind)
        timer ??= setTimeout(flush, refreshEveryMs)
      },
      restarted: () => {
        useNotices.getState().add('restarted')
        usePictureRound.getState().next()
        useJobs.getState().lost()
        refreshAfterRestart(cache)
        // What is being typed goes to the disk now: a save on its way may have been lost with the engine.
        void useReview.getState().flush()
      },
    })
    void call('job.list', {}).then(
      ({ jobs }) => jobs.map((job) => useJobs.getState().note(job)),
      () => {},
    )
    return () => {
      if (timer) clearTimeout(timer)
      stop()
      disconnect()
    }
  }, [])
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>
}
