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

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('what an archive showed last', () => {
  it('is there at the next start, and nothing else is', () => {
    keepSeen(showing({ rows }), '/kho')
    const next = new QueryClient()
    expect(recallSeen(next, '/kho')).toBe(true)
    expect(next.getQueryData(['article.list', { offset: 0 }])).toEqual({ rows })
    expect(next.getQueryCache().getAll()).toHaveLength(1)
  })

  it('is not shown for another archive', () => {
    keepSeen(showing({ rows }), '/kho')
    expect(recallSeen(new QueryClient(), '/kho khác')).toBe(false)
  })

  it('is not shown by another build, which may read records differently', () => {
    keepSeen(showing({ rows }), '/kho')
    localStorage.setItem(
      'last-seen',
      (localStorage.getItem('last-seen') ?? '').replace(/"build":"[^"]*"/, '"build":"x"'),
    )
    expect(recallSeen(new QueryClient(), '/kho')).toBe(false)
  })

  it('is forgotten where it is damaged, too long, or the archive is left', () => {
    localStorage.setItem('last-seen', '{"folder":"/kho"')
    expect(recallSeen(new QueryClient(), '/kho')).toBe(false)
    keepSeen(showing({ rows }), '/kho')
    keepSeen(showing({ rows: ['dài'.repeat(200_000)] }), '/kho')
    expect(localStorage.getItem('last-seen')).toBeNull()
    keepSeen(showing({ rows }), '/kho')
    forgetSeen()
    expect(recallSeen(new QueryClient(), '/kho')).toBe(false)
  })
})
