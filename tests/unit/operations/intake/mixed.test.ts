import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport } from '#contract/operations'
import { jpeg } from '#tests/fixtures/make/pictures'
import { zipped } from '#tests/fixtures/make/zip'
import { type TestCore, testCore } from '#tests/support/core'

// What a clerk really drops: everything that lies in a folder. Each file is named with what became of it.
let core: TestCore
let inbox: string
const run: TestCore['runner']['runToEnd'] = (name, input) => core.runner.runToEnd(name, input)
const phone = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'pictures', 'phone.heic')
const release = (title: string) => `${title}\n\nSáng 12/3/2025, HĐND tỉnh Vân Lĩnh tổ chức hội nghị.\n\nMinh Châu\n`

beforeEach(async () => {
  core = await testCore()
  await run('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  inbox = join(core.folder, 'in')
  await mkdir(inbox)
})
afterEach(() => core.close())

const put = async (name: string, bytes: Uint8Array | string) => {
  const path = join(inbox, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, bytes)
  return path
}
const take = (...paths: string[]) => run('intake.import', { paths: paths.length > 0 ? paths : [inbox] })
const outcomes = ({ files }: ImportReport) =>
  Object.fromEntries(files.map(({ file, outcome, error }) => [file.slice(inbox.length + 1), error?.code ?? outcome]))
const letter = (parts: string, type = 'multipart/mixed') =>
  `From: a@b.vn\r\nSubject: Tin HDND\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; boundary="x"\r\n\r\n${parts}--x--\r\n`
const attached = (name: string, bytes: Uint8Array | string) =>
  `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
  `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`

describe('a folder of everything', () => {
  it('names every file with what became of it, and loses none of the good ones', async () => {
    await put('tin.txt', release('HĐND tỉnh họp'))
    await put(
      'anh.webp',
      await sharp(await jpeg(1))
        .webp()
        .toBuffer(),
    )
    await put(
      'anh.tif',
      await sharp(await jpeg(2))
        .tiff()
        .toBuffer(),
    )
    await cp(phone, join(inbox, 'IMG_0001.HEIC'))
    await put('~$tin.docx', 'khoá')
    await put('Thumbs.db', 'x')
    await put('rong.docx', '')
    await put('rong.jpg', '')
    await put('bang.pdf', '%PDF-1.7\n')
    await put('la.bin', new Uint8Array(600))
    const report = await take(inbox, join(inbox, 'mat.docx'))
    expect(outcomes(report)).toEqual({
      'tin.txt': 'draft',
      'anh.webp': 'photo',
      'anh.tif': 'photo',
      'IMG_0001.HEIC': 'photo',
      '~$tin.docx': 'skipped',
      'Thumbs.db': 'skipped',
      'rong.docx': 'file-empty',
      'rong.jpg': 'file-empty',
      'bang.pdf': 'file-type-unknown',
      'la.bin': 'file-type-unknown',
      'mat.docx': 'file-missing',
    })
    expect(report.files.find(({ file }) => file.endsWith('.pdf'))?.error?.args).toEqual({ actual: 'PDF' })
  })

  it('takes three hundred files, each once', async () => {
    for (let at = 0; at < 30; at++) {
      await put(`Tin ${at}/tin.txt`, release(`HĐND xã số ${at} họp`))
      for (let nth = 0; nth < 9; nth++) await put(`Tin ${at}/${nth}.jpg`, await jpeg(at * 9 + nth, 40, 30))
    }
    const report = await take()
    expect(report.files).toHaveLength(300)
    expect(report.drafts).toHaveLength(30)
    expect(new Set(report.files.map(({ file }) => file)).size).toBe(300)
    expect(report.files.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  }, 60_000)

  it('is known when it comes again, also under other names', async () => {
    await put('tin.txt', release('HĐND tỉnh họp'))
    await put('a.jpg', await jpeg(1))
    await take()
    await cp(inbox, join(core.folder, 'in2'), { recursive: true })
    await cp(join(core.folder, 'in2', 'a.jpg'), join(core.folder, 'in2', 'b.jpg'))
    const again = await take(join(core.folder, 'in2'))
    expect(again.files.map(({ outcome }) => outcome)).toEqual(['already-held', 'already-held', 'already-held'])
    expect((await run('draft.list', {})).rows).toHaveLength(1)
  })

  it('goes on past a file that vanishes and a folder that is gone', async () => {
    await put('tin.txt', release('HĐND tỉnh họp'))
    const gone = await put('mat.jpg', await jpeg(1))
    const { sha256OfFile } = core.context.platform.digests
    core.context.platform.digests.sha256OfFile = async (path, signal) => {
      await rm(gone, { force: true })
      return sha256OfFile(path, signal)
    }
    const report = await take(inbox, '//may-chu/khong-co/tin')
    expect(report.files.map(({ outcome }) => outcome)).toContain('draft')
    expect(report.files.find(({ file }) => file.includes('khong-co'))?.error?.code).toBe('file-missing')
  })
})

describe('a text that repeats another', () => {
  it('is flagged until a person says it is not the same; that can be taken back', async () => {
    await put('a.txt', release('HĐND tỉnh họp'))
    await put('b.txt', release('HĐND  TỈNH họp'))
    const report = await take()
    const [, second] = report.drafts
    const flagged = async () => (await run('draft.list', {})).rows.map(({ duplicates }) => duplicates)
    expect(await flagged()).toEqual([0, 1])
    await run('draft.notDuplicate', { id: second ?? '', other: report.drafts[0] ?? '' })
    expect(await flagged()).toEqual([0, 0])
    await run('history.undo', { sequence: null })
    expect(await flagged()).toEqual([0, 1])
  })
})

describe('a picture of a phone', () => {
  it('is measured, shown and compared like any other', async () => {
    await cp(phone, join(inbox, 'IMG_0001.HEIC'))
    const report = await take()
    const { photos } = await run('draft.get', { id: report.drafts[0] ?? '' })
    expect(photos[0]).toMatchObject({ width: 640, height: 480, file: { mediaType: 'image/heic' } })
    expect(photos[0]?.likeness).toHaveLength(64)
    expect(report.files[0]?.warnings).toEqual([])
  })

  it('that is cut short is kept as it came, and that is said', async () => {
    const bytes = await readFile(phone)
    await put('IMG_0002.HEIC', bytes.subarray(0, 300))
    const report = await take()
    expect(report.files[0]?.outcome).toBe('photo')
    expect(report.files[0]?.warnings.map(({ code }) => code)).toContain('picture-no-preview')
  })
})

describe('a ZIP', () => {
  it('is laid open: its text with its photos', async () => {
    const bytes = await zipped({
      'Tin/tin.txt': release('HĐND tỉnh họp'),
      'Tin/ảnh/1.jpg': await jpeg(1),
      'Tin/~$tin.docx': 'khoá',
    })
    const path = await put('gui.zip', bytes)
    const report = await take()
    expect(outcomes(report)).toEqual({
      'gui.zip': 'unpacked',
      'gui.zip/Tin/tin.txt': 'draft',
      'gui.zip/Tin/ảnh/1.jpg': 'photo',
      'gui.zip/Tin/~$tin.docx': 'skipped',
    })
    expect(report.files.every(({ file }) => file.startsWith(path))).toBe(true)
    const { incoming } = core.context.archive?.originals ?? { incoming: '' }
    expect(await core.context.platform.files.list(incoming)).toEqual([])
  })

  it('of photos beside one text belongs to that text', async () => {
    await put('tin.txt', release('HĐND tỉnh họp'))
    await put('anh.zip', await zipped({ '1.jpg': await jpeg(1), '2.jpg': await jpeg(2) }))
    const report = await take()
    expect(report.drafts).toHaveLength(1)
    expect((await run('draft.list', {})).rows[0]?.photos).toBe(2)
  })

  it('that is damaged is told and the others come in; no path leads out of the folder', async () => {
    const bytes = await zipped({ 'xx/xx/1.jpg': await jpeg(1) })
    await put('tot.zip', bytes)
    await put('hong.zip', bytes.subarray(0, 80))
    // A path that leads out of its folder.
    await put('la.zip', Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('xx/xx/', '../../'), 'latin1'))
    const report = await take()
    expect(outcomes(report)).toEqual({
      'hong.zip': 'file-damaged',
      'la.zip': 'unpacked',
      'la.zip/1.jpg': 'photo',
      'tot.zip': 'unpacked',
      'tot.zip/xx/xx/1.jpg': 'already-held',
    })
  })
})

describe('a letter', () => {
  it('gives what is attached to it', async () => {
    await put('thu.eml', letter(attached('tin.txt', release('HĐND tỉnh họp')) + attached('1.jpg', await jpeg(1))))
    const report = await take()
    expect(outcomes(report)).toEqual({
      'thu.eml': 'unpacked',
      'thu.eml/tin.txt': 'draft',
      'thu.eml/1.jpg': 'photo',
    })
    expect((await run('draft.list', {})).rows[0]).toMatchObject({ title: 'HĐND tỉnh họp', photos: 1 })
  })

  it('without a document attached is the news itself', async () => {
    const words = `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${release('HĐND tỉnh họp')}\r\n`
    await put('thu.eml', letter(words + attached('1.jpg', await jpeg(1))))
    const report = await take()
    expect(report.drafts).toHaveLength(1)
    expect((await run('draft.list', {})).rows[0]).toMatchObject({ title: 'HĐND tỉnh họp', photos: 1 })
  })

  it('of Outlook is refused by its name', async () => {
    const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    await put('thu.msg', Buffer.concat([head, Buffer.alloc(600), Buffer.from('__substg1.0_0037001F', 'utf16le')]))
    const report = await take()
    expect(report.files[0]?.error).toMatchObject({ code: 'file-type-unknown', args: { actual: 'MSG' } })
  })
})

describe('a picture that was copied', () => {
  it('waits as a draft of its own, joins one under review, and is known the next time', async () => {
    const bytes = await jpeg(1)
    const alone = await run('intake.pastePicture', { bytes })
    expect((await run('draft.list', {})).rows).toMatchObject([{ id: alone.draftId, photos: 1 }])
    expect(await run('intake.pastePicture', { bytes })).toEqual(alone)
    await run('intake.pastePicture', { bytes: await jpeg(2), draftId: alone.draftId })
    expect((await run('draft.list', {})).rows).toMatchObject([{ id: alone.draftId, photos: 2 }])
    const none = run('intake.pastePicture', { bytes: new TextEncoder().encode('no picture') })
    await expect(none).rejects.toMatchObject({ code: 'picture-unreadable' })
  })
})
