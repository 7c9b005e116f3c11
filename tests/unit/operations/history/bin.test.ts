import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { type Core, startCore } from '#operations/start'
import { onDisk, received } from '#tests/unit/archive/on-real-disk'
import { article, draft, putting } from '#tests/unit/archive/sample-records'

describe('what was thrown away', () => {
  let home: string
  let core: Core
  let archive: Archive
  let changed: string[][]

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-bin-'))
    changed = []
    core = startCore(onDisk(), { job: () => undefined, changed: (kinds) => changed.push(kinds) })
    await core.runner.call('archive.create', { folder: join(home, 'kho'), name: 'Kho' })
    if (!core.context.archive) throw new Error('no archive')
    archive = core.context.archive
    const file = await archive.originals.addBytes(new TextEncoder().encode('một'), received('một.txt'))
    await archive.commit(putting('article', article('a1', 1, { asReceived: [file] })))
    await archive.commit(putting('draft', draft('d1')))
  })
  afterEach(async () => {
    await core.close()
    await rm(home, { recursive: true })
  })

  const call = <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
    core.runner.runToEnd(name, input)
  const thrownAway = async () => {
    await call('article.bin', { id: 'a1', reason: 'nhập trùng' })
    await call('draft.discard', { id: 'd1', reason: 'thư rác' })
  }
  const inBin = async () => (await call('bin.list', {})).rows.map(({ kind, id, reason }) => `${kind} ${id}: ${reason}`)
  const originals = async () =>
    (await readdir(join(home, 'kho', 'originals'), { recursive: true })).filter((name) => name.endsWith('.txt'))

  it('is listed with its reason, and can be had back', async () => {
    await thrownAway()
    expect(await inBin()).toEqual(['draft d1: thư rác', 'article a1: nhập trùng'])
    const { rows } = await call('bin.list', {})
    expect(rows[0]).toMatchObject({ who: 'tester', title: draft('d1').text.title, sequence: 4 })
    await call('history.undo', { sequence: 4 })
    await call('article.restore', { id: 'a1' })
    expect(await inBin()).toEqual([])
    expect(await archive.get('draft', 'd1')).toEqual(draft('d1'))
  })

  it('goes in one change that can be undone; originals stay unless the person says otherwise', async () => {
    await thrownAway()
    const emptied = await call('bin.empty', {})
    expect(emptied).toEqual({ articles: 1, drafts: 1, kept: [], originalsRemoved: 0 })
    expect(await inBin()).toEqual([])
    expect(await archive.get('article', 'a1')).toBeNull()
    expect(await originals()).toHaveLength(1)
    const undone = await call('history.undo', {})
    expect(undone).toMatchObject({ of: 5, operation: 'bin.empty', args: { articles: '1', drafts: '1' } })
    expect(await inBin()).toHaveLength(2)
    await call('history.redo', {})
    expect(await inBin()).toEqual([])
    expect(await call('bin.empty', {})).toMatchObject({ articles: 0, drafts: 0 })
    expect((await call('history.list', {})).total).toBe(7)
    expect(changed.at(-1)).toEqual(['article'])
  })

  it('takes originals along that nothing else names, and then no undo pretends otherwise', async () => {
    const shared = await archive.originals.addBytes(new TextEncoder().encode('chung'), received('chung.txt'))
    await archive.commit(putting('draft', draft('d1', { asReceived: [shared] })))
    await archive.commit(putting('article', article('a2', 2, { asReceived: [shared] })))
    await thrownAway()
    expect(await call('bin.empty', { originals: 'remove' })).toMatchObject({ originalsRemoved: 1 })
    expect(await originals()).toHaveLength(1)
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'file-missing', file: 'một.txt' })
  })

  it('keeps what a revision is about to replace', async () => {
    await call('article.bin', { id: 'a1', reason: 'nhập trùng' })
    await archive.commit(putting('draft', draft('d2', { replaces: 'a1' })))
    expect(await call('bin.empty', {})).toEqual({ articles: 0, drafts: 0, kept: ['a1'], originalsRemoved: 0 })
    expect(await archive.get('article', 'a1')).not.toBeNull()
  })

  it('is put back as any version of it was', async () => {
    await call('article.bin', { id: 'a1', reason: 'nhập trùng' })
    const { rows } = await call('history.ofRecord', { kind: 'article', id: 'a1' })
    expect(rows[0]?.changes).toEqual([{ field: 'status', before: 'filed', after: 'binned' }])
    await call('record.restoreVersion', { kind: 'article', id: 'a1', sequence: 1 })
    expect((await archive.get('article', 'a1'))?.status).toBe('filed')
  })
})
