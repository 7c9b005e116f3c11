import { beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { createArchive } from '#archive/open'
import { type MemoryDisk, memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, photo, putting } from './sample-records'

const receivedAt = article('a', 1).createdAt
const meta = { name: 'Ảnh họp.JPG', mediaType: 'image/jpeg', receivedAt, role: 'photo' as const }
const bytes = new TextEncoder().encode('ảnh')

describe('originals', () => {
  let disk: MemoryDisk
  let archive: Archive

  beforeEach(async () => {
    disk = memoryDisk()
    const identity = { name: 'Kho', agency: '', fonds: '' }
    archive = await createArchive('/kho', identity, memoryPlatform(disk), { indexInMemory: true })
    disk.folders.add('/nguon')
    disk.files.set('/nguon/x.jpg', bytes)
  })
  const stored = () => [...disk.files.keys()].filter((path) => path.startsWith('/kho/originals/'))
  const check = () => checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })

  it('stores a file once, under its digest, with its name as received in NFC', async () => {
    const file = await archive.originals.addFile('/nguon/x.jpg', { ...meta, name: meta.name.normalize('NFD') })
    expect(file.name).toBe(meta.name)
    expect(file.size).toBe(bytes.length)
    expect(await archive.originals.has(file.digest.hex)).toBe(true)
    expect(await archive.originals.has('0'.repeat(64))).toBe(false)
    const { hex } = file.digest
    expect(archive.originals.pathOf(file)).toBe(`/kho/originals/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}.jpg`)
    const again = await archive.originals.addBytes(bytes, { ...meta, name: 'ban-sao.jpeg' })
    expect(again).toEqual({ ...file, name: 'ban-sao.jpeg' })
    expect(stored()).toEqual([archive.originals.pathOf(file)])
    expect(disk.files.get(stored()[0]!)).toEqual(bytes)
  })

  it('says so when what is stored was damaged, and replaces nothing', async () => {
    const file = await archive.originals.addBytes(bytes, meta)
    disk.files.set(archive.originals.pathOf(file), bytes.slice(1))
    for (const add of [
      () => archive.originals.addBytes(bytes, meta),
      () => archive.originals.addFile('/nguon/x.jpg', meta),
    ]) {
      await expect(add()).rejects.toMatchObject({ code: 'archive-damaged', file: archive.originals.pathOf(file) })
    }
    expect(disk.files.get(archive.originals.pathOf(file))).toEqual(bytes.slice(1))
  })

  it('finishes what a crash left without a byte', async () => {
    const file = await archive.originals.addBytes(bytes, meta)
    const path = archive.originals.pathOf(file)
    for (const add of [
      () => archive.originals.addBytes(bytes, meta),
      () => archive.originals.addFile('/nguon/x.jpg', meta),
    ]) {
      disk.files.set(path, new Uint8Array())
      await add()
      expect(disk.files.get(path)).toEqual(bytes)
    }
  })

  it('names a file by its ending where the type says nothing, and safely where the name does not either', async () => {
    const other = (name: string) =>
      archive.originals.addBytes(bytes, { ...meta, mediaType: 'application/octet-stream', name })
    expect(archive.originals.pathOf(await other('a.HEIC'))).toMatch(/\.heic$/)
    for (const name of ['không đuôi', 'a.ế', 'x.../..', '.']) {
      expect(archive.originals.pathOf(await other(name))).toMatch(/[0-9a-f]{64}\.bin$/)
    }
  })

  it('refuses a missing file and stops when asked, leaving nothing half-made', async () => {
    await expect(archive.originals.addFile('/nguon/y.jpg', meta)).rejects.toMatchObject({
      code: 'file-missing',
      file: '/nguon/y.jpg',
    })
    const aborted = archive.originals.addFile('/nguon/x.jpg', meta, AbortSignal.abort())
    await expect(aborted).rejects.toMatchObject({ code: 'cancelled' })
    expect(stored()).toEqual([])
  })

  it('is checked: altered, missing and unnamed files, broken references', async () => {
    const file = await archive.originals.addBytes(bytes, meta)
    const other = await archive.originals.addBytes(new TextEncoder().encode('khác'), meta)
    await archive.commit(putting('photo', photo('p1', { file }), photo('p2', { file: other, eventId: 'e9' })))
    const uses = [{ photoId: 'p3', caption: '' }]
    await archive.commit(putting('article', article('a1', 1, { photos: uses })))
    disk.files.set(archive.originals.pathOf(file), new TextEncoder().encode('Ảnh'))
    disk.files.delete(archive.originals.pathOf(other))
    const relative = (path: string) => path.slice('/kho/'.length)
    expect(await check()).toEqual({
      originals: {
        checked: 1,
        missing: [relative(archive.originals.pathOf(other))],
        altered: [relative(archive.originals.pathOf(file))],
      },
      records: { checked: 3, invalid: [], brokenReferences: ['article/a1 → photo/p3', 'photo/p2 → event/e9'] },
      journal: { lines: 2, brokenAt: null },
      sound: false,
    })
  })

  it('reports progress that ends at its total, and stops when asked', async () => {
    await archive.originals.addBytes(bytes, meta)
    await archive.commit(putting('article', article('a1', 1), article('a2', 2)))
    const steps: [number, number][] = []
    await checkArchive(archive, {
      report: (done, total) => steps.push([done, total]),
      signal: new AbortController().signal,
    })
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    const stopped = checkArchive(archive, { report: () => undefined, signal: AbortSignal.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('keeps previews apart, by photo and size', async () => {
    expect(await archive.thumbnails.find('p1', { size: 320, turned: 0 })).toBeNull()
    await archive.thumbnails.put('p1', { size: 320, turned: 0 }, bytes)
    const path = await archive.thumbnails.find('p1', { size: 320, turned: 0 })
    expect(path).toMatch(/^\/kho\/index\/thumbnails\//)
    expect(disk.files.get(path!)).toEqual(bytes)
    expect(await archive.thumbnails.find('p1', { size: 1600, turned: 0 })).toBeNull()
    expect(await archive.thumbnails.find('p1', { size: 320, turned: 90 })).toBeNull()
  })
})
