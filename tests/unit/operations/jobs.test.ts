import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobState } from '#contract/jobs'
import { KhoError } from '#core/errors'
import { Jobs } from '#operations/jobs'

function jobsWithClock() {
  let time = 0
  let id = 0
  const events: JobState[] = []
  const jobs = new Jobs({ now: () => time }, { next: () => `job-${++id}` }, (state) => events.push(state))
  return { jobs, events, pass: (ms: number) => (time += ms) }
}

describe('Jobs', () => {
  it('ends done with result and warnings', async () => {
    const { jobs } = jobsWithClock()
    const id = jobs.start('test', async (work) => {
      work.warn({ code: 'w', file: null, args: {} })
      return 42
    })
    expect((await jobs.finished(id)).outcome).toEqual({
      state: 'done',
      result: 42,
      warnings: [{ code: 'w', file: null, args: {} }],
    })
  })

  it('ends failed with the error as data', async () => {
    const { jobs } = jobsWithClock()
    const id = jobs.start('test', async () => {
      throw new KhoError('disk-full', { file: '/x' })
    })
    expect((await jobs.finished(id)).outcome).toMatchObject({
      state: 'failed',
      error: { code: 'disk-full', file: '/x' },
    })
  })

  it('ends cancelled, keeping what was done', async () => {
    const { jobs } = jobsWithClock()
    const id = jobs.start('test', async (work) => {
      await Promise.resolve()
      jobs.cancel(id)
      return work.signal.aborted ? ['kept'] : []
    })
    expect((await jobs.finished(id)).outcome).toEqual({ state: 'cancelled', kept: ['kept'] })
  })

  it('sends at most ten events a id, and always the last', async () => {
    const { jobs, events, pass } = jobsWithClock()
    const id = jobs.start('test', async (work) => {
      for (let done = 0; done < 1000; done++) {
        pass(1)
        work.report({ phase: 'p', done, total: 1000, unit: 'file', current: null })
      }
    })
    await jobs.finished(id)
    expect(events.length).toBeLessThanOrEqual(13)
    expect(events.at(-1)?.outcome?.state).toBe('done')
  })

  it('never shows a bar below nothing or past its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer(), fc.option(fc.integer()))), async (steps) => {
        const { jobs, events, pass } = jobsWithClock()
        const id = jobs.start('test', async (work) => {
          for (const [done, total] of steps) {
            pass(200)
            work.report({ phase: 'p', done, total, unit: 'file', current: null })
          }
        })
        await jobs.finished(id)
        for (const { done, total, etaMs } of events) {
          expect(done).toBeGreaterThanOrEqual(0)
          if (total !== null) expect(done).toBeLessThanOrEqual(total)
          if (etaMs !== null) expect(etaMs).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
