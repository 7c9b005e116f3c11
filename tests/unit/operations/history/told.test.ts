import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { type Core, startCore } from '#operations/start'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, event, putting } from '#tests/unit/archive/sample-records'

describe('what was changed', () => {
  let home: string
  let core: Core
  let archive: Archive

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-told-'))
    core = startCore(onDisk(), { job: () => undefined, changed: () => undefined })
    await core.runner.call('archive.create', { folder: join(home, 'kho'), name: 'Kho' })
    if (!core.context.archive) throw new Error('no archive')
    archive = core.context.archive
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('article', article('a1', 1, { title: 'Đại hội Đảng bộ xã' })))
  })
  afterEach(async () => {
    await core.close()
    await rm(home, { recursive: true })
  })

  it('is told to its doer, and only to that one', async () => {
    const binned = await core.runner.callTold('article.bin', { id: 'a1', reason: 'trùng' })
    expect(binned.change).toEqual({
      sequence: 3,
      operation: 'article.bin',
      args: { title: 'Đại hội Đảng bộ xã', reason: 'trùng' },
    })
    expect((await core.runner.callTold('article.get', { id: 'a1' })).change).toBeNull()
    const [, second] = await Promise.all([
      core.runner.callTold('article.restore', { id: 'a1' }),
      core.runner.callTold('history.undo', { sequence: 1 }),
    ])
    expect(second.change).toMatchObject({ sequence: 5, operation: 'history.undo' })
    expect(second.value).toMatchObject({ of: 1, records: [{ kind: 'event', id: 'e1' }] })
  })

  it('is found by words without marks and by who did it', async () => {
    const found = async (asked: { text?: string; who?: string }) =>
      (await core.runner.call('history.list', asked)).rows.map(({ sequence }) => sequence)
    await core.runner.call('article.bin', { id: 'a1', reason: 'nhập trùng' })
    expect(await found({ text: 'dang bo DAI HOI' })).toEqual([3])
    expect(await found({ text: 'nhap trung' })).toEqual([3])
    expect(await found({ text: '100%' })).toEqual([])
    const { people } = await core.runner.call('history.people', {})
    expect(people).toHaveLength(1)
    expect(await found({ who: people[0]?.who ?? '' })).toEqual([3, 2, 1])
    expect(await found({ who: 'nobody' })).toEqual([])
  })

  it('is shown whole, with the names of records it points at', async () => {
    await archive.commit(putting('article', article('a1', 1, { title: 'Mới', events: ['e1'] })))
    const { row, records, names } = await core.runner.call('history.get', { sequence: 3 })
    expect(row.sequence).toBe(3)
    expect(records).toMatchObject([{ kind: 'article', id: 'a1', name: 'Mới', what: 'changed' }])
    expect(records[0]?.changes.map(({ field }) => field)).toEqual(['title', 'events'])
    expect(names).toEqual({ e1: (await archive.get('event', 'e1'))?.title })
    await expect(core.runner.call('history.get', { sequence: 99 })).rejects.toMatchObject({ code: 'record-missing' })
  })
})
