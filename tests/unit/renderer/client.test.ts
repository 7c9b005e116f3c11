import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JobState } from '#contract/jobs'
import type { FromEngine } from '#contract/messages'

type Client = typeof import('../../../src/renderer/engine/client')

let client: Client
let tell: (message: unknown) => void
let sent: { id: number; operation: string; input: unknown }[]

beforeEach(async () => {
  sent = []
  vi.resetModules()
  vi.stubGlobal('window', {
    kho: {
      toEngine: (message: (typeof sent)[number]) => sent.push(message),
      onMessage: (listener: typeof tell) => {
        tell = listener
        return () => {}
      },
    },
  })
  client = await import('../../../src/renderer/engine/client')
  client.connect()
})
afterEach(() => vi.unstubAllGlobals())

const answer = (value: unknown, at = sent.length - 1) =>
  tell({ type: 'answer', id: sent[at]?.id, ok: true, value } as FromEngine)
const job = (outcome: JobState['outcome']): FromEngine => ({
  type: 'job',
  job: {
    id: 'j',
    kind: 'export.word',
    phase: '',
    done: 1,
    total: 1,
    unit: 'article',
    startedAt: 0,
    etaMs: null,
    canCancel: false,
    current: null,
    outcome,
  },
})

describe('the client of the engine', () => {
  it('gives each answer to the call that asked', async () => {
    const first = client.call('draft.list', {})
    const second = client.call('archive.info', {})
    answer(null, 1)
    answer({ rows: [] }, 0)
    await expect(first).resolves.toEqual({ rows: [] })
    await expect(second).resolves.toBeNull()
  })

  it('throws the error data of a failed call', async () => {
    const failing = client.call('draft.get', { id: 'x' })
    const error = { code: 'record-missing', file: null, args: {}, cause: null }
    tell({ type: 'answer', id: sent[0]?.id, ok: false, error })
    await expect(failing).rejects.toMatchObject({ data: error })
  })

  it('follows a job to its end, also one that ends before its id is known', async () => {
    const running = client.runJob('export.word', { selection: { ids: ['a'] }, folder: '/x', form: 'book' })
    tell(job({ state: 'done', result: { folder: '/x', files: [] }, warnings: [] }))
    answer({ jobId: 'j' })
    await expect(running).resolves.toEqual({ folder: '/x', files: [] })
  })

  it('answers null for a job the person stopped', async () => {
    const running = client.runJob('archive.check', {})
    answer({ jobId: 'j' })
    await Promise.resolve()
    tell(job({ state: 'cancelled', kept: null }))
    await expect(running).resolves.toBeNull()
  })

  it('fails everything that waits when the engine was restarted', async () => {
    const lost = client.call('draft.list', {})
    const heard = vi.fn()
    client.listen({ restarted: heard })
    tell({ type: 'restarted' })
    await expect(lost).rejects.toMatchObject({ data: { code: 'engine-gone' } })
    expect(heard).toHaveBeenCalledOnce()
  })

  it('ignores what is no message of the contract', () => {
    expect(() => [null, 'x', {}, { type: 'other' }].map((message) => tell(message))).not.toThrow()
  })
})
