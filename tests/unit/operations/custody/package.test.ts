import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '#core/model/article'
import { shippedPackageRules } from '#delivery/package/rules'
import { textOf, unpack } from '#tests/golden/delivery/unpack'
import { received } from '#tests/unit/archive/on-real-disk'
import { archiveHere, type Here } from './here'
import { packable } from './packable'

let here: Here
let id: string
let out: string

beforeEach(async () => {
  here = await archiveHere()
  out = join(here.folder, 'giao')
  id = await packable(here)
})
afterEach(() => here.close())

const wordsOf = (path: string) => textOf(unpack(path), 'word/document.xml').replace(/<[^>]+>/g, '')
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
const sumsOf = (folder: string) =>
  Object.fromEntries(
    below(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  )

describe('the package of a transfer', () => {
  it('holds Word, Excel, photos, originals and data, is proved, and the transfer is packed', async () => {
    const made = await here.call('transfer.package', { id, folder: out, originals: true, metadata: false })
    expect(made.path).toBe(join(out, '2025-01-10 Đợt 1'))
    expect(made.view.transfer).toMatchObject({ state: 'packed', package: { form: 'bagit', zipped: false, files: 9 } })
    expect(made.package.report).toMatchObject({ valid: true, complete: true, findings: [], more: 0 })
    const base = 'data/2024.01'
    expect(below(made.path).filter((path) => path.startsWith('data'))).toEqual(
      [
        `${base}/Bài/00001 Bài tư.docx`,
        `${base}/Bài/00011 Khai mạc kỳ họp.docx`,
        `${base}/Bản gốc/00011/${received('').name}`.replace(/\/$/, `/${sha('tin').slice(0, 8)} tin.txt`),
        `${base}/Bản gốc/00011/${sha('JPEG').slice(0, 8)} anh.jpg`,
        `${base}/Mục lục văn bản, tài liệu trong hồ sơ.xlsx`,
        `${base}/Ảnh/2024-07-08 Khai mạc kỳ họp - 01.jpg`,
        'data/Danh mục tin, bài, ảnh.xlsx',
        'data/Mục lục hồ sơ, tài liệu nộp lưu.xlsx',
        'data/Mục lục ảnh (Thông tư 05-2025).xlsx',
      ].sort(),
    )
    expect(readdirSync(out)).toEqual(['2025-01-10 Đợt 1'])
  })

  it('is the same, byte for byte, when it is made again; the next free name is taken', async () => {
    const first = await here.call('transfer.package', { id, folder: out, metadata: false })
    await here.call('transfer.reopen', { id })
    const second = await here.call('transfer.package', { id, folder: out, metadata: false })
    expect(second.path).toBe(join(out, '2025-01-10 Đợt 1 (2)'))
    expect(second.package.fingerprint).toEqual(first.package.fingerprint)
    const [a, b] = [sumsOf(first.path), sumsOf(second.path)]
    const differing = Object.keys(a).filter((path) => a[path] !== b[path])
    // The record of the transfer itself says when it was last changed.
    expect(differing).toEqual(['metadata/transfer.json', 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'])
  })

  it('as a zip has the same fingerprint, and nothing else is left beside it', async () => {
    const folder = await here.call('transfer.package', { id, folder: out, metadata: false })
    await here.call('transfer.reopen', { id })
    const zip = await here.call('transfer.package', { id, folder: join(out, 'zip'), zip: true, metadata: false })
    expect(readdirSync(join(out, 'zip'))).toEqual(['2025-01-10 Đợt 1.zip'])
    expect(zip.package).toMatchObject({ zipped: true, fingerprint: folder.package.fingerprint })
    expect(await here.call('package.verify', { path: zip.path })).toMatchObject({
      form: 'bagit',
      zipped: true,
      fingerprint: folder.package.fingerprint,
      report: { valid: true },
    })
  })

  it('tells data by a schema, and by a table that no spreadsheet takes for formulas', async () => {
    const { path } = await here.call('transfer.package', { id, folder: out, metadata: false })
    const articles = JSON.parse(readFileSync(join(path, 'metadata/article.json'), 'utf8'))
    expect(articles.map(({ id }: Article) => id)).toEqual(['a1', 'b1'])
    const schema = JSON.parse(readFileSync(join(path, 'metadata/schema/article.schema.json'), 'utf8'))
    expect(schema).toMatchObject({ type: 'array', items: { properties: { title: { type: 'string' } } } })
    const table = readFileSync(join(path, 'metadata/dublin-core.csv'), 'utf8')
    expect(table).toContain(`"'=Toàn cảnh, ""kỳ họp"""`)
  })

  it('is refused where the check fails, unless one insists', async () => {
    const { transfer, dossiers } = await here.call('transfer.get', { id })
    await here.call('dossier.update', { id: dossiers[0]?.id ?? '', fields: { retention: null } })
    await expect(here.call('transfer.package', { id, folder: out })).rejects.toMatchObject({
      code: 'preflight-failed',
      args: { failed: '4' },
    })
    await here.call('transfer.package', { id, folder: out, anyway: true, metadata: false })
    await expect(here.call('transfer.package', { id, folder: out })).rejects.toMatchObject({
      code: 'transfer-not-draft',
    })
    expect(transfer.state).toBe('draft')
  })

  it('leaves nothing where an original is not what it was, and the transfer stays a draft', async () => {
    const shown = await here.archive.get('photo', (await here.archive.ids('photo'))[0] ?? '')
    if (!shown) throw new Error('no photo')
    writeFileSync(here.archive.originals.pathOf(shown.file), 'JPEK')
    await expect(here.call('transfer.package', { id, folder: out, metadata: false })).rejects.toMatchObject({
      code: 'file-damaged',
    })
    expect(readdirSync(out)).toEqual([])
    expect((await here.call('transfer.get', { id })).transfer.state).toBe('draft')
  })

  it('ends where it is cancelled, leaving nothing', async () => {
    const { jobId } = await here.core.runner.call('transfer.package', { id, folder: out, metadata: false })
    here.core.context.jobs.cancel(jobId)
    const { outcome } = await here.core.context.jobs.finished(jobId)
    expect(outcome?.state).toBe('cancelled')
    expect((await here.call('transfer.get', { id })).transfer.state).toBe('draft')
    expect(readdirSync(here.folder)).not.toContain('giao')
  })

  it('that adds to another names it', async () => {
    const first = await here.call('transfer.package', { id, folder: out, metadata: false })
    const dossiers = [
      (
        await here.call('dossier.create', {
          title: 'Hai',
          year: 2024,
          retention: { code: '01' },
          items: { selection: { ids: ['a2'] } },
        })
      ).view.dossier.id,
    ]
    const { transfer } = await here.call('transfer.create', {
      title: 'Bổ sung',
      date: '2025-02-01',
      dossiers,
      amends: id,
    })
    const { path } = await here.call('transfer.package', { id: transfer.id, folder: out, metadata: false })
    const info = readFileSync(join(path, 'bag-info.txt'), 'utf8')
    expect(info).toContain(`Kho-Tin-Amends: ${id}\nKho-Tin-Amends-Title: Đợt 1\n`)
    expect(info).toContain(`Kho-Tin-Amends-Fingerprint: ${first.package.fingerprint.hex}\n`)
  })
})

describe('a package received', () => {
  it('is proved, recorded and acknowledged; the receipt comes home', async () => {
    const { path } = await here.call('transfer.package', { id, folder: out, metadata: false })
    const receiver = { organization: 'Lưu trữ lịch sử tỉnh', name: 'Trần Văn B', office: '' }
    const folder = join(here.folder, 'nhận')
    const { receipt, receiptFile, recordFile } = await here.call('package.receive', { path, folder, receiver })
    expect(receipt).toMatchObject({ accepted: true, dossiersRegistered: 1, dossiersTaken: 1, submission: 1, receiver })
    expect(readdirSync(folder)).toHaveLength(2)
    expect(statSync(recordFile).size).toBeGreaterThan(5_000)
    const { transfer } = await here.call('transfer.receipt', { id, path: receiptFile })
    expect(transfer).toMatchObject({ state: 'received', receipt: { accepted: true } })
    await expect(here.call('transfer.reopen', { id })).rejects.toMatchObject({ code: 'transfer-received' })
    expect((await here.call('archive.check', {})).sound).toBe(true)
  })

  it('that was damaged on the way is refused, and the transfer stays handed over', async () => {
    const { path } = await here.call('transfer.package', { id, folder: out, metadata: false })
    rmSync(join(path, 'data/Danh mục tin, bài, ảnh.xlsx'))
    const came = await here.call('package.receive', { path, folder: join(here.folder, 'nhận') })
    const { receipt, receiptFile, recordFile } = came
    expect(receipt).toMatchObject({ accepted: false, dossiersTaken: 0 })
    expect((await here.call('transfer.receipt', { id, path: receiptFile })).transfer.state).toBe('delivered')
    // Both offices' records say what was found in words, never by its code.
    const { files } = await here.call('export.transfer', { transfer: id, folder: out, form: 'reception' })
    for (const record of [recordFile, files[0]?.path ?? '']) {
      const words = wordsOf(record)
      expect(words).toContain('Danh mục tin, bài, ảnh.xlsx: thiếu tệp')
      expect(words).not.toContain('missing')
    }
  })

  it('gives a receipt for that package alone', async () => {
    const { path } = await here.call('transfer.package', { id, folder: out, metadata: false })
    const { receiptFile } = await here.call('package.receive', { path, folder: here.folder })
    const stranger = JSON.parse(readFileSync(receiptFile, 'utf8'))
    writeFileSync(
      receiptFile,
      JSON.stringify({ ...stranger, fingerprint: { algorithm: 'sha256', hex: '0'.repeat(64) } }),
    )
    await expect(here.call('transfer.receipt', { id, path: receiptFile })).rejects.toMatchObject({
      code: 'receipt-of-another',
    })
    writeFileSync(receiptFile, '{"receiptFormat":1}')
    await expect(here.call('transfer.receipt', { id, path: receiptFile })).rejects.toMatchObject({
      code: 'receipt-not-one',
    })
    await expect(here.call('package.verify', { path: here.folder })).rejects.toMatchObject({ code: 'package-not-one' })
    await expect(here.call('package.verify', { path: receiptFile })).rejects.toMatchObject({ code: 'package-not-one' })
  })
})

describe('the page that explains a package', () => {
  it('holds no word of a record as code', async () => {
    const { path } = await here.call('transfer.package', { id, folder: out, metadata: false })
    const page = readFileSync(join(path, shippedPackageRules.guide), 'utf8')
    expect(page).toContain('Hồ sơ &lt;/script&gt; kỳ họp')
    expect(page.match(/<\/script>/g)).toHaveLength(2)
    expect(page).not.toContain('{{')
  })
})

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
