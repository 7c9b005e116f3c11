import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetSeen, keepSeen, recallSeen } from '../../../src/renderer/state/last-seen'

const rows = [{ id: 'a', title: 'HĐND tỉnh khai mạc kỳ họp' }]

/** A window that shows the first page of an archive. */
function showing(data: unknown): QueryClient {
  const client = new QueryClient()
  const read = (queryKey: unknown[], value: unknown) => {
    client.setQueryData(queryKey, value)
    new QueryObserver(client, { queryKey, queryFn: () => value, staleTime: Infinity }).subscribe(() => undefined)
  }
  read(['article.list', { offset: 0 }], data)
  read(['shell.settings'], { language: 'vi' })
  client.setQueryData(['article.get', { id: 'not on the screen' }], {})
  return client
}

let kept: string | null = null
beforeEach(() => {
  kept = null
  const shell = async (name: string, { seen }: { seen: string | null }) => {
    if (name === 'shell.keepSeen') kept = seen
    return { ok: true, value: name === 'shell.lastSeen' ? { seen: kept } : {} }
  }
  vi.stubGlobal('window', { kho: { shell } })
})
afterEach(() => vi.unstubAllGlobals())

describe('what an archive showed last', () => {
  it('is there at the next start, and nothing else is', async () => {
    keepSeen(showing({ rows }), '/kho')
    const next = new QueryClient()
    expect(await recallSeen(next, '/kho')).toBe(true)
    expect(next.getQueryData(['article.list', { offset: 0 }])).toEqual({ rows })
    expect(next.getQueryCache().getAll()).toHaveLength(1)
  })

  it('is not shown for another archive', async () => {
    keepSeen(showing({ rows }), '/kho')
    expect(await recallSeen(new QueryClient(), '/kho khác')).toBe(false)
  })

  it('is not shown by another build, which may read records differently', async () => {
    keepSeen(showing({ rows }), '/kho')
    kept = (kept ?? '').replace(/"build":"[^"]*"/, '"build":"x"')
    expect(await recallSeen(new QueryClient(), '/kho')).toBe(false)
  })

  it('is forgotten where it is damaged, too long, or the archive is left', async () => {
    kept = '{"folder":"/kho"'
    expect(await recallSeen(new QueryClient(), '/kho')).toBe(false)
    keepSeen(showing({ rows }), '/kho')
    keepSeen(showing({ rows: ['dài'.repeat(200_000)] }), '/kho')
    expect(kept).toBeNull()
    keepSeen(showing({ rows }), '/kho')
    forgetSeen()
    expect(await recallSeen(new QueryClient(), '/kho')).toBe(false)
  })
})
