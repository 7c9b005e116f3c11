import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { type Core, startCore } from '#operations/start'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, person, putting } from '#tests/unit/archive/sample-records'

const PAGE = 8_192

describe('an index with damaged pages', () => {
  let folder: string
  let core: Core

  const call = <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
    core.runner.runToEnd(name, input)
  const start = async () => {
    core = startCore(onDisk(), { job: () => undefined, changed: () => undefined })
    await core.runner.call('archive.open', { folder, wait: true })
  }
  /** Leaves the first page, by which the file is known, and whichever others are asked for. */
  const damage = (isSpared: (page: number) => boolean) => {
    const path = join(folder, 'index', 'search.sqlite')
    const bytes = readFileSync(path)
    for (let page = 1; page * PAGE < bytes.length; page++) {
      if (!isSpared(page)) bytes.fill(0xff, page * PAGE, (page + 1) * PAGE - 1)
    }
    writeFileSync(path, bytes)
  }
  const pages = () => readFileSync(join(folder, 'index', 'search.sqlite')).length / PAGE

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'kho-damaged-')), 'kho')
    core = startCore(onDisk(), { job: () => undefined, changed: () => undefined })
    await core.runner.call('archive.create', { folder, name: 'Kho' })
    await core.context.archive?.commit(putting('person', person('n1', 'Trịnh Thị Diệu')))
    await core.context.archive?.commit(putting('article', article('a1', 1)))
    await core.close()
  })
  afterEach(async () => {
    await core.close()
    await rm(join(folder, '..'), { recursive: true })
  })

  it('is made anew whichever page is damaged, in whatever is asked and done first', async () => {
    const count = pages()
    expect(count).toBeGreaterThan(20)
    for (let page = 1; page < count; page++) {
      damage((other) => other !== page)
      await start()
      expect((await call('article.list', { text: 'hội nghị' })).notes).toEqual([])
      await call('article.facets', { text: '' })
      await call('article.bin', { id: 'a1', reason: 'thử' })
      await call('article.restore', { id: 'a1' })
      expect((await call('article.list', { text: '' })).rows.map((row) => row.id)).toEqual(['a1'])
      expect((await call('archive.check', {})).sound).toBe(true)
      await core.close()
    }
  })

  it('is made anew where all but the beginning is damaged', async () => {
    damage((page) => page < 3)
    await start()
    await call('article.bin', { id: 'a1', reason: 'thử' })
    expect((await call('bin.list', {})).rows.map((row) => row.id)).toEqual(['a1'])
    expect((await call('archive.info', {}))?.repaired.map(({ code }) => code)).toContain('index-rebuilt')
  })
})
