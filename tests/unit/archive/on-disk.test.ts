import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { createArchive, openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeProcesses } from '#platform/node/platform'
import type { Platform } from '#platform/ports'
import { article, draft, event, person, putting } from './sample-records'

const identity = { name: 'Kho thử', agency: '', fonds: '' }

/** Real files, everything else in fixed order. */
function onDisk(parts: Partial<Platform> = {}): Platform {
  const real = { files: nodeFiles(), digests: nodeDigests(), processes: nodeProcesses }
  return memoryPlatform(undefined, { ...real, ...parts })
}

describe('an archive on a disk', () => {
  let home: string
  let folder: string
  let open: Archive[]

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-store-'))
    folder = join(home, 'Kho Tin – Huyện ủy')
    open = []
  })
  afterEach(async () => {
    for (const archive of open) await archive.close()
    await rm(home, { recursive: true })
  })

  const created = async () => {
    const archive = await createArchive(folder, identity, onDisk())
    open.push(archive)
    return archive
  }
  const opened = async (platform = onDisk(), options = {}) => {
    const archive = await openArchive(folder, platform, options)
    open.push(archive)
    return archive
  }
  const listed = async (archive: Archive, text = '') => {
    const page = await archive.index.articles(ArticleQuery.parse({ text }))
    return page.rows.map((row) => row.id)
  }

  it('keeps records, originals and index over a restart, in plain files', async () => {
    const archive = await created()
    await archive.commit(putting('article', article('a1', 1)))
    await archive.close()
    const document = JSON.parse(await readFile(join(folder, 'catalogue/articles/a1/a1.json'), 'utf8'))
    expect(document).toMatchObject({ kind: 'article', id: 'a1', created: 1, sequence: 1, record: article('a1', 1) })
    expect(JSON.parse(await readFile(join(folder, 'kho.json'), 'utf8'))).toMatchObject({ format: 1, name: 'Kho thử' })
    expect((await readdir(folder)).sort()).toEqual(['catalogue', 'index', 'journal', 'kho.json', 'originals'])
    const again = await opened()
    expect(again.opening).toEqual({ replayed: 0, repaired: [] })
    expect(await listed(again, 'do van hoa')).toEqual(['a1'])
  })

  it('refuses folders that are no place for it', async () => {
    await (await created()).close()
    await expect(createArchive(folder, identity, onDisk())).rejects.toMatchObject({ code: 'archive-exists' })
    await expect(createArchive(home, identity, onDisk())).rejects.toMatchObject({ code: 'archive-folder-not-empty' })
    await expect(openArchive(home, onDisk())).rejects.toMatchObject({ code: 'archive-not-one', file: home })
    const missing = join(home, 'không có')
    await expect(openArchive(missing, onDisk())).rejects.toMatchObject({ code: 'archive-missing', file: missing })
    await writeFile(join(folder, 'kho.json'), '{"format":')
    await expect(openArchive(folder, onDisk())).rejects.toMatchObject({ code: 'archive-not-one' })
  })

  it('opens a newer format for reading only', async () => {
    const archive = await created()
    await archive.commit(putting('draft', draft('d1')))
    await archive.close()
    const path = join(folder, 'kho.json')
    const content = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...content, format: 2, colour: 'xanh' }))
    const again = await opened()
    expect(again.readOnly).toEqual({ reason: 'newer-format', by: '2' })
    expect(await again.get('draft', 'd1')).toEqual(draft('d1'))
    await expect(again.commit(putting('draft', draft('d2')))).rejects.toMatchObject({ code: 'archive-newer-format' })
  })

  it('lets one write; a second reads, is told who writes, and sees what is written', async () => {
    const writer = await created()
    await writer.commit(putting('article', article('a1', 1)))
    const reader = await opened(onDisk({ user: { name: 'Minh', machine: 'may-2' } }))
    expect(reader.readOnly).toEqual({ reason: 'locked', by: 'tester (memory)' })
    await writer.commit(putting('article', article('a2', 2)))
    expect(await reader.get('article', 'a2')).toEqual(article('a2', 2))
    expect(await listed(reader)).toEqual(['a2', 'a1'])
    await expect(reader.commit(putting('draft', draft('d1')))).rejects.toMatchObject({
      code: 'archive-locked',
      args: { by: 'tester (memory)' },
    })
    const meta = {
      name: 'a.txt',
      mediaType: 'text/plain',
      receivedAt: article('a', 1).createdAt,
      role: 'text' as const,
    }
    await expect(reader.originals.addBytes(new Uint8Array(1), meta)).rejects.toMatchObject({ code: 'archive-locked' })
    await writer.close()
    expect((await opened()).readOnly).toBeNull()
  })

  it('takes over the lock of a process that is gone', async () => {
    const archive = await created()
    const lock = JSON.parse(await readFile(join(folder, 'kho.lock'), 'utf8'))
    await archive.close()
    await writeFile(join(folder, 'kho.lock'), JSON.stringify({ ...lock, token: 'x', process: 2 ** 22 + 1 }))
    expect((await opened()).readOnly).toBeNull()
  })

  it('takes over the lock of another machine only when its heart has stopped', async () => {
    const archive = await created()
    const lock = JSON.parse(await readFile(join(folder, 'kho.lock'), 'utf8'))
    await archive.close()
    const other = { ...lock, token: 'x', machine: 'may-2' }
    await writeFile(join(folder, 'kho.lock'), JSON.stringify(other))
    expect((await opened()).readOnly?.reason).toBe('locked')
    const clock = { now: () => lock.heartbeat + 31_000 }
    // Its clock may only differ: it is watched first, and a beat saves it.
    const files = nodeFiles()
    const beating = async (path: string) => {
      const text = await nodeFiles().readText(path)
      const beat = { ...other, heartbeat: lock.heartbeat + 1 }
      if (path.endsWith('kho.lock')) await writeFile(path, JSON.stringify(beat))
      return text
    }
    const watched = onDisk({ clock, files: { ...files, readText: beating } })
    expect((await opened(watched, { watchLockMs: 1 })).readOnly?.reason).toBe('locked')
    expect((await opened(onDisk({ clock }), { watchLockMs: 1 })).readOnly).toBeNull()
  })

  it('writes nothing more when another has taken over', async () => {
    const archive = await created()
    await archive.commit(putting('draft', draft('d1')))
    const path = join(folder, 'journal/2024-07.jsonl')
    await writeFile(path, `${await readFile(path, 'utf8')}{"sequence":2,"who":"Minh"}\n`)
    await expect(archive.commit(putting('draft', draft('d2')))).rejects.toMatchObject({ code: 'archive-locked' })
    expect(await archive.get('draft', 'd2')).toBeNull()
  })

  it('makes a missing or damaged index anew', async () => {
    const archive = await created()
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('person', person('n1', 'Đỗ Văn Hòa')))
    await archive.commit(putting('article', article('a1', 1, { events: ['e1'] })))
    await archive.close()
    await rm(join(folder, 'index'), { recursive: true })
    const again = await opened()
    expect(await listed(again, 'phiên họp thường kỳ')).toEqual(['a1'])
    expect(await again.ids('person')).toEqual(['n1'])
    expect(again.opening.repaired).toEqual([])
    await again.close()
    await writeFile(join(folder, 'index/search.sqlite'), 'không phải cơ sở dữ liệu '.repeat(500))
    const third = await opened()
    expect(third.opening.repaired).toEqual([{ code: 'index-rebuilt', args: {} }])
    expect(await listed(third, 'bình lục')).toEqual(['a1'])
  })
})
