import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryDisk, memoryFiles } from '#platform/memory/files'
import { memoryDigests } from '#platform/memory/platform'
import { nodeFiles } from '#platform/node/files'
import type { Files } from '#platform/ports'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

// The memory disk must answer as the real one does, or tests over it prove nothing.
describe.each(['node', 'memory'])('files of %s', (name) => {
  let home: string
  let files: Files

  beforeEach(async () => {
    if (name === 'node') {
      home = await mkdtemp(join(tmpdir(), 'kho-files-'))
      files = nodeFiles()
    } else {
      const disk = memoryDisk()
      home = '/tạm'
      files = memoryFiles(disk, memoryDigests(disk))
      await files.makeFolder(home)
    }
  })
  afterEach(() => rm(home, { recursive: true, force: true }))
  const path = (...parts: string[]) => files.join(home, ...parts)

  it('writes whole files over old ones and leaves nothing else behind', async () => {
    await files.writeWhole(path('a.json'), 'một')
    await files.writeWhole(path('a.json'), new TextEncoder().encode('hai'))
    expect(await files.readText(path('a.json'))).toBe('hai')
    expect(await files.list(home)).toEqual(['a.json'])
    expect(await files.stat(path('a.json'))).toMatchObject({ size: 3, kind: 'file' })
  })

  it('makes a new file only where there is none', async () => {
    expect(await files.createNew(path('khóa'), 'một')).toBe(true)
    expect(await files.createNew(path('khóa'), 'hai')).toBe(false)
    expect(await files.readText(path('khóa'))).toBe('một')
    const many = Array.from({ length: 8 }, (_, at) => files.createNew(path('đua'), String(at)))
    expect((await Promise.all(many)).filter(Boolean)).toHaveLength(1)
    expect((await files.list(home)).sort()).toEqual(['khóa', 'đua'])
  })

  it('appends, reads parts and cuts', async () => {
    await files.appendDurably(path('x'), 'abc')
    await files.appendDurably(path('x'), 'def')
    expect(new TextDecoder().decode(await files.readPart(path('x'), 2, 2))).toBe('cd')
    expect(new TextDecoder().decode(await files.readPart(path('x'), 4, 99))).toBe('ef')
    expect(await files.readPart(path('x'), 99, 5)).toHaveLength(0)
    await files.truncate(path('x'), 2)
    expect(await files.readText(path('x'))).toBe('ab')
  })

  it('copies while hashing, and never over what is there', async () => {
    const content = new Uint8Array(3_000_000).map((_, at) => at % 251)
    await files.writeWhole(path('nguồn.bin'), content)
    const to = { temporaryFolder: path('tạm'), pathFor: (hex: string) => path('kho', hex.slice(0, 2), `${hex}.bin`) }
    await files.makeFolder(path('tạm'))
    const first = await files.copyHashed(path('nguồn.bin'), to)
    expect(first).toEqual({
      sha256: sha256(content),
      size: content.length,
      path: to.pathFor(sha256(content)),
      existed: false,
    })
    expect(sha256(await files.read(first.path))).toBe(first.sha256)
    await files.writeWhole(first.path, 'đã hỏng')
    expect(await files.copyHashed(path('nguồn.bin'), to)).toMatchObject({ existed: true })
    expect(await files.readText(first.path)).toBe('đã hỏng')
    expect(await files.list(path('tạm'))).toEqual([])
  })

  it('stops a copy when asked', async () => {
    await files.writeWhole(path('a'), 'x')
    const to = { temporaryFolder: path('tạm'), pathFor: () => path('b') }
    const stopped = files.copyHashed(path('a'), to, AbortSignal.abort())
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled', file: path('a') })
    expect(await files.stat(path('b'))).toBeNull()
  })

  it('knows what is missing', async () => {
    expect(await files.stat(path('không'))).toBeNull()
    expect(await files.list(path('không'))).toEqual([])
    const missing = { code: 'file-missing', file: path('không') }
    await expect(files.read(path('không'))).rejects.toMatchObject(missing)
    await expect(files.readPart(path('không'), 0, 1)).rejects.toMatchObject(missing)
    const to = { temporaryFolder: path('tạm'), pathFor: () => path('b') }
    await expect(files.copyHashed(path('không'), to)).rejects.toMatchObject(missing)
    await files.remove(path('không'))
    await expect(files.writeWhole(path('không', 'x'), '')).rejects.toMatchObject({ code: 'file-missing' })
  })

  it('makes, lists, renames and removes folders with all they hold', async () => {
    await files.makeFolder(path('a', 'b'))
    await files.makeFolder(path('a', 'b'))
    await files.writeWhole(path('a', 'b', 'x'), 'x')
    await files.rename(path('a', 'b', 'x'), path('a', 'y'))
    expect((await files.list(path('a'))).sort()).toEqual(['b', 'y'])
    expect(await files.stat(path('a'))).toMatchObject({ kind: 'folder' })
    expect(await files.writable(path('a'))).toBe(true)
    expect(await files.writable(path('không'))).toBe(false)
    await files.remove(path('a'))
    expect(await files.stat(path('a', 'y'))).toBeNull()
    expect(await files.list(home)).toEqual([])
  })

  it('takes names as they are: long, odd, NFD', async () => {
    const names = ['Ảnh họp'.normalize('NFD'), `${'ế'.repeat(80)}.jpg`, 'a b  c', '#%&\'"', 'ĐẶNG.JPG']
    for (const one of names) await files.writeWhole(path(one), one)
    expect((await files.list(home)).sort()).toEqual([...names].sort())
    for (const one of names) expect(await files.readText(path(one))).toBe(one)
  })
})

describe('a real disk', () => {
  let home: string
  const files = nodeFiles()
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-files-'))
  })
  afterEach(() => rm(home, { recursive: true, force: true }))

  it('names a folder in the way, a loop of links and a file used as a folder', async () => {
    await writeFile(join(home, 'x'), '')
    await expect(files.writeWhole(join(home, 'x', 'y'), '')).rejects.toMatchObject({ code: 'file-missing' })
    await expect(files.read(home)).rejects.toMatchObject({ code: 'disk-error', file: home })
    await symlink(join(home, 'vòng'), join(home, 'vòng'))
    await expect(files.read(join(home, 'vòng'))).rejects.toMatchObject({ code: 'disk-error' })
  })

  it('leaves no temporary file where a rename is refused', async () => {
    await files.makeFolder(join(home, 'chỗ', 'đầy'))
    await expect(files.writeWhole(join(home, 'chỗ'), 'x')).rejects.toMatchObject({ code: 'disk-error' })
    expect(await readdir(home)).toEqual(['chỗ'])
  })

  it('changes neither bytes, time nor mode of what it copies from', async () => {
    const from = join(home, 'gốc.jpg')
    await writeFile(from, 'ảnh')
    await chmod(from, 0o444)
    const before = await stat(from)
    await files.copyHashed(from, { temporaryFolder: home, pathFor: (hex) => join(home, hex) })
    const after = await stat(from)
    expect([after.mtimeMs, after.mode, after.size]).toEqual([before.mtimeMs, before.mode, before.size])
    expect(await readFile(from, 'utf8')).toBe('ảnh')
  })

  // /dev/full answers every write as a full disk does.
  it.skipIf(process.platform !== 'linux')('says that the disk is full', async () => {
    await expect(files.appendDurably('/dev/full', 'x')).rejects.toMatchObject({ code: 'disk-full', file: '/dev/full' })
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says that it has no permission', async () => {
    await chmod(home, 0o555)
    await expect(files.writeWhole(join(home, 'x'), '')).rejects.toMatchObject({ code: 'no-permission' })
    expect(await files.writable(home)).toBe(false)
    await chmod(home, 0o755)
  })
})
