import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { createArchive } from '#archive/open'
import { onDisk } from './on-real-disk'
import { article, putting } from './sample-records'

describe('an archive whose folder is away while it is open', () => {
  let home: string
  let folder: string
  let archive: Archive

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-away-'))
    folder = join(home, 'kho')
    archive = await createArchive(folder, { name: 'Kho', agency: '', fonds: '' }, onDisk())
    await archive.commit(putting('article', article('a1', 1)))
    await rename(folder, join(home, 'away'))
  })
  afterEach(async () => {
    await archive.close()
    await rm(home, { recursive: true })
  })

  it('says so instead of calling a record gone, and has it again when the folder is back', async () => {
    await expect(archive.get('article', 'a1')).rejects.toMatchObject({ code: 'archive-missing', file: folder })
    expect(await archive.get('article', 'never')).toBeNull()
    await rename(join(home, 'away'), folder)
    expect(await archive.get('article', 'a1')).toMatchObject({ id: 'a1' })
  })

  it('takes no change and begins no second archive in its place', async () => {
    await expect(archive.commit(putting('article', article('a2', 2)))).rejects.toMatchObject({
      code: 'archive-missing',
    })
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
    await rename(join(home, 'away'), folder)
    await archive.commit(putting('article', article('a2', 2)))
    expect(await archive.ids('article')).toEqual(['a1', 'a2'])
  })
})
