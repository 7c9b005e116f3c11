import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PictureRead, ReaderRequest, ReleaseRead, ThumbnailsMade } from '#intake/protocol'
import { nodeReaders } from '#platform/node/readers'
import type { Readers } from '#platform/ports'
import { type ReaderChannel, readersOver } from '#platform/readers'
import { piecesOf, sampleArticle } from '#tests/fixtures/make/article'
import { docxOf } from '#tests/fixtures/make/docx'
import { savedPage } from '#tests/fixtures/make/html'
import { jpeg } from '#tests/fixtures/make/pictures'
import { builtReader } from '#tests/fixtures/make/reader'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A reader that does as it is told: answers at once, never, or dies. */
class FakeReader implements ReaderChannel {
  private onMessageListener: (message: unknown) => void = () => {}
  private onExitListener: (code: number | null) => void = () => {}
  killed = false

  constructor() {
    queueMicrotask(() => this.onMessageListener({ ready: true }))
  }

  post(message: unknown): void {
    const { id, request } = message as { id: number; request: { does: string; value?: unknown } }
    if (request.does === 'answer') queueMicrotask(() => this.onMessageListener({ id, ok: true, value: request.value }))
    if (request.does === 'late') setTimeout(() => this.onMessageListener({ id: id - 1, ok: true, value: 'stale' }))
    if (request.does === 'die') queueMicrotask(() => this.onExitListener(request.value as number))
  }

  onMessage(listener: (message: unknown) => void): void {
    this.onMessageListener = listener
  }

  onExit(listener: (code: number | null) => void): void {
    this.onExitListener = listener
  }

  kill(): void {
    this.killed = true
  }
}

describe('readers over any process', () => {
  const started: FakeReader[] = []
  const readers = () =>
    readersOver(
      () => {
        const reader = new FakeReader()
        started.push(reader)
        return reader
      },
      { log },
    )

  it('answers in turn from one process', async () => {
    started.length = 0
    const some = readers()
    const asked = [1, 2, 3].map((value) => some.run({ does: 'answer', value }, { timeoutMs: 1000 }))
    expect(await Promise.all(asked)).toEqual([1, 2, 3])
    expect(started).toHaveLength(1)
  })

  it('ends a process that has had nothing to do for the time given, and starts another when it is needed', async () => {
    const all: FakeReader[] = []
    const spawn = () => {
      all.push(new FakeReader())
      return all.at(-1)!
    }
    const some = readersOver(spawn, { log, restMs: 5 })
    expect(await some.run({ does: 'answer', value: 1 }, { timeoutMs: 1000 })).toBe(1)
    await expect.poll(() => all[0]?.killed).toBe(true)
    expect(await some.run({ does: 'answer', value: 2 }, { timeoutMs: 1000 })).toBe(2)
    expect(all).toHaveLength(2)
  })

  it('kills a reader that takes too long, names the file and goes on with a new one', async () => {
    started.length = 0
    const some = readers()
    const slow = some.run({ does: 'nothing', name: 'chậm.docx' }, { timeoutMs: 20 })
    const next = some.run({ does: 'answer', value: 'sau' }, { timeoutMs: 1000 })
    await expect(slow).rejects.toMatchObject({ code: 'reader-timeout', file: 'chậm.docx' })
    expect(await next).toBe('sau')
    expect(started.map((reader) => reader.killed)).toEqual([true, false])
  })

  it('tells running out of memory from a crash', async () => {
    const some = readers()
    await expect(some.run({ does: 'die', value: 137 }, { timeoutMs: 1000 })).rejects.toMatchObject({
      code: 'reader-out-of-memory',
    })
    await expect(some.run({ does: 'die', value: 70 }, { timeoutMs: 1000 })).rejects.toMatchObject({
      code: 'reader-crashed',
    })
    expect(await some.run({ does: 'answer', value: 1 }, { timeoutMs: 1000 })).toBe(1)
  })

  it('does not take a stale answer for the one asked', async () => {
    await expect(readers().run({ does: 'late' }, { timeoutMs: 30 })).rejects.toMatchObject({ code: 'reader-timeout' })
  })

  it('stops what runs and what waits when told to', async () => {
    const some = readers()
    const running = new AbortController()
    const waiting = new AbortController()
    const first = some.run({ does: 'nothing' }, { timeoutMs: 5000, signal: running.signal })
    const second = some.run({ does: 'answer', value: 2 }, { timeoutMs: 5000, signal: waiting.signal })
    const third = some.run({ does: 'answer', value: 3 }, { timeoutMs: 5000 })
    waiting.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    running.abort()
    await expect(first).rejects.toMatchObject({ code: 'cancelled' })
    expect(await third).toBe(3)
  })

  it('refuses work once closed', async () => {
    const some = readers()
    const open = some.run({ does: 'nothing' }, { timeoutMs: 5000 })
    await some.close()
    await expect(open).rejects.toMatchObject({ code: 'cancelled' })
    await expect(some.run({ does: 'answer' }, { timeoutMs: 10 })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('the reader process', { timeout: 60_000 }, () => {
  let readers: Readers
  let entry = ''
  const folder = mkdtempSync(join(tmpdir(), 'kho-đọc-'))
  const file = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const run = <R>(request: ReaderRequest, timeoutMs = 10_000) => readers.run<ReaderRequest, R>(request, { timeoutMs })

  beforeAll(async () => {
    entry = await builtReader()
    readers = nodeReaders({ entry, log })
  }, 60_000)

  afterAll(async () => {
    await readers.close()
    rmSync(folder, { recursive: true })
    rmSync(dirname(entry), { recursive: true })
  })

  it('reads a Word file with its pictures', async () => {
    const pictures = [await jpeg(1), await jpeg(2)]
    const path = file('bài.docx', await docxOf(piecesOf(sampleArticle), pictures))
    const read = await run<ReleaseRead>({ kind: 'release', path, name: 'bài.docx' })
    expect(read.pictures.map((picture) => new Uint8Array(picture.bytes))).toEqual(pictures)
    expect(read.source.blocks[0]?.text).toContain('Khuôn Hà')
  })

  it('takes the pictures of a page from its folder and from nowhere else', async () => {
    const { html } = savedPage(piecesOf(sampleArticle), 'báo_files')
    // On disk decomposed, in the page composed: as a Mac hands it to Windows.
    mkdirSync(join(folder, 'báo_files'.normalize('NFD')))
    file(join('báo_files'.normalize('NFD'), 'anh-1.jpg'), await jpeg(1))
    file('bí mật.jpg', await jpeg(2))
    const climbing = html.replace(`./${encodeURIComponent('báo_files')}/anh-2.jpg`, 'báo_files/../bí mật.jpg')
    const path = file('báo.html', climbing)
    const read = await run<ReleaseRead>({ kind: 'release', path, name: 'báo.html' })
    expect(read.pictures.map((picture) => picture.name)).toEqual(['anh-1.jpg'])
  })

  it('measures pictures and makes thumbnails', async () => {
    const path = file('ảnh.jpg', await jpeg(5, 640, 480))
    expect(await run<PictureRead>({ kind: 'picture', path, name: 'ảnh.jpg' })).toMatchObject({
      width: 640,
      height: 480,
    })
    const made = await run<ThumbnailsMade>({ kind: 'thumbnail', path, sizes: [64], turned: 0 })
    expect(made?.[0]).toMatchObject({ size: 64, width: 64, height: 48 })
  })

  it('answers errors as data that name the file', async () => {
    const path = file('rỗng.docx', '')
    await expect(run({ kind: 'release', path, name: 'rỗng.docx' })).rejects.toMatchObject({
      code: 'file-empty',
      file: 'rỗng.docx',
    })
    await expect(run({ kind: 'release', path: join(folder, 'không có'), name: 'x' })).rejects.toMatchObject({
      code: 'file-missing',
    })
    expect((await run<ReleaseRead>({ kind: 'paste', text: 'Còn chạy', html: null })).source.blocks).toHaveLength(1)
  })

  it('is replaced after it was killed in the middle', async () => {
    const path = file('ảnh lớn.jpg', await jpeg(6, 6000, 4000))
    await expect(run({ kind: 'thumbnail', path, sizes: [2000], turned: 0 }, 1)).rejects.toMatchObject({
      code: 'reader-timeout',
    })
    expect((await run<ReleaseRead>({ kind: 'paste', text: 'Lại chạy', html: null })).format).toBe('paste')
  })
})
