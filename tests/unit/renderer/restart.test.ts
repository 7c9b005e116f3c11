import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it } from 'vitest'
import type { JobState } from '#contract/jobs'
import { refreshAfterRestart } from '../../../src/renderer/engine/queries'
import { useJobs } from '../../../src/renderer/state/jobs'

const client = new QueryClient()
afterEach(() => client.clear())
const stale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated

describe('a restart of the engine', () => {
  it('has everything read again but the shell and the draft on the screen', () => {
    const again = [
      ['archive.info', {}],
      ['draft.list', {}],
      ['article.get', { id: 'a' }],
    ]
    const kept = [['shell.start'], ['shell.settings'], ['review', 'd']]
    for (const key of [...again, ...kept]) client.setQueryData(key, 'read')
    refreshAfterRestart(client)
    expect(again.map(stale)).toEqual([true, true, true])
    expect(kept.map(stale)).toEqual([false, false, false])
  })

  it('has a draft read again that could not be loaded', async () => {
    const queryFn = () => Promise.reject(new Error('gone'))
    await client.prefetchQuery({ queryKey: ['review', 'd'], queryFn, retry: false })
    refreshAfterRestart(client)
    expect(stale(['review', 'd'])).toBe(true)
  })

  it('ends the jobs that ran, and leaves the results that wait', () => {
    const job = (id: string, outcome: JobState['outcome']) =>
      useJobs.getState().note({
        id,
        kind: 'export.word',
        phase: '',
        done: 0,
        total: null,
        unit: 'article',
        startedAt: 0,
        etaMs: null,
        canCancel: true,
        current: null,
        outcome,
      })
    job('running', null)
    job('stopped', { state: 'cancelled', kept: null })
    useJobs.getState().lost()
    expect(useJobs.getState().jobs.map(({ outcome }) => outcome)).toMatchObject([
      { state: 'failed', error: { code: 'engine-gone' } },
      { state: 'cancelled' },
    ])
  })
})
