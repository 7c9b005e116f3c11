import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core'

let core: TestCore
let folder: string

beforeEach(async () => {
  core = await testCore()
  folder = join(core.folder, 'Tin đến')
  await mkdir(folder)
  await core.runner.call('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
})
afterEach(() => core.close())

const watch = (skipped: string[] = []) => core.runner.call('intake.watch', { folder, skipped })
const look = () => core.context.watch.look()
const names = (files: { name: string }[]) => files.map(({ name }) => name)
const tin = join('Bản tin', 'tin.txt')

async function arrive(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
  return path
}

describe('a watched folder', () => {
  it('offers a file once it stands still, and takes nothing in by itself', async () => {
    await arrive(tin, 'Hội nghị\n\nSáng 1/7/2025, UBND xã họp.')
    await arrive('Thumbs.db', 'x')
    expect(await watch()).toMatchObject({ state: 'watching', files: [], coming: 1 })
    const { files, coming } = await look()
    expect(names(files)).toEqual(['tin.txt'])
    expect(coming).toBe(0)
    expect((await core.runner.call('draft.list', {})).rows).toEqual([])
  })

  it('waits for a file that is still being copied', async () => {
    const path = await arrive('tin.txt', 'Hội nghị')
    await watch()
    await appendFile(path, ' tổng kết')
    expect(await look()).toMatchObject({ files: [], coming: 1 })
    await appendFile(path, ' năm học')
    expect((await look()).files).toEqual([])
    expect(names((await look()).files)).toEqual(['tin.txt'])
  })

  it('offers no more what was taken in, nor what the person does not want', async () => {
    const path = await arrive('tin.txt', 'Hội nghị\n\nSáng 1/7/2025, UBND xã họp.')
    await arrive('khác.txt', 'Không cần')
    await watch()
    await look()
    await core.runner.runToEnd('intake.import', { paths: [path] })
    const { files } = await look()
    expect(names(files)).toEqual(['khác.txt'])
    expect((await watch(files.map(({ digest }) => digest))).files).toEqual([])
  })

  it('says that the folder is away, and finds it again as it was', async () => {
    await arrive('tin.txt', 'Hội nghị')
    await watch()
    await look()
    await rename(folder, `${folder} vắng`)
    expect(await look()).toMatchObject({ state: 'away', files: [] })
    await rename(`${folder} vắng`, folder)
    expect(names((await look()).files)).toEqual(['tin.txt'])
  })

  it('tells of changes only, and is off when no folder is named', async () => {
    await arrive('tin.txt', 'Hội nghị')
    await watch()
    await look()
    const told = core.changes.length
    await look()
    expect(core.changes.length).toBe(told)
    expect(await core.runner.call('intake.watch', { folder: null })).toMatchObject({ state: 'off', files: [] })
  })
})
