import { readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { type TestCore, testCore } from '#tests/support/core'
import { article, putting } from '#tests/unit/archive/sample-records'
import { textParagraph, wordPackage } from '../../../fixtures/make/docx'
import { textOf, unpack } from '../../../golden/delivery/unpack'

let core: TestCore
let out: string
beforeEach(async () => {
  core = await testCore()
  out = join(core.folder, 'out')
  const names = { name: 'Kho', agency: 'Văn phòng HĐND', fonds: 'HĐND tỉnh' }
  await call('archive.create', { folder: join(core.folder, 'kho'), ...names })
  for (const at of [1, 2, 3]) {
    const one = article(`a${at}`, at, { title: `Bài số ${at}`, publishedOn: `2024-07-0${at}` })
    await core.context.archive!.commit(putting('article', one))
  }
})
afterEach(() => core.close())

const call = <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  core.runner.runToEnd(name, input)
const wordsOf = (path: string) =>
  textOf(unpack(path), 'word/document.xml')
    .replace(/<\/w:p>/g, '|')
    .replace(/<[^>]+>/g, '')

async function template(name: string, ...paragraphs: string[]): Promise<string> {
  const path = join(core.folder, name)
  await writeFile(path, await wordPackage(paragraphs.map((text) => textParagraph(text)).join('')))
  return path
}
const dossier = async () =>
  (
    await call('dossier.create', {
      ...{ title: 'Tin, bài tháng 7', year: 2024, number: '07.TT', retention: { code: '01' } },
      items: { selection: { ids: ['a2', 'a1'] } },
    })
  ).view.dossier.id

describe('Word of dossiers and transfers', () => {
  it('writes a dossier whole, its list of documents, and lists of dossiers', async () => {
    const dossiers = [await dossier()]
    const whole = await call('export.dossiers', { dossiers, folder: out, form: 'dossier' })
    expect(whole.files).toMatchObject([{ articles: 2 }])
    expect(wordsOf(whole.files[0]!.path)).toMatch(
      /HỒ SƠ\|Số, ký hiệu: 07\.TT\|.*Từ ngày 01\/07\/2024 đến ngày 02\/07\/2024/,
    )
    for (const [form, words] of [
      ['contents', 'MỤC LỤC VĂN BẢN, TÀI LIỆU'],
      ['case-list', '01 (một) hồ sơ bảo quản vĩnh viễn'],
      ['inventory', 'Mục lục này gồm: 01 hồ sơ'],
    ] as const) {
      const { files } = await call('export.dossiers', { dossiers, folder: out, form })
      expect(wordsOf(files[0]!.path)).toContain(words)
    }
  })

  it('writes the minutes of a transfer with both sides and what is handed over', async () => {
    const fields = {
      title: 'Đợt 1',
      date: '2025-01-10',
      dossiers: [await dossier()],
      receiver: { organization: 'Lưu trữ lịch sử' },
    }
    const { transfer } = await call('transfer.create', fields)
    const { files } = await call('export.transfer', { transfer: transfer.id, folder: out, form: 'minutes' })
    expect(basename(files[0]!.path)).toBe('Biên bản giao nhận hồ sơ, tài liệu - Đợt 1.docx')
    const words = wordsOf(files[0]!.path)
    expect(words).toContain('BÊN NHẬN: Lưu trữ lịch sử|')
    expect(words).toContain('ngày 10 tháng 01 năm 2025')
    expect(words).toContain('2. Thời gian của hồ sơ, tài liệu: 01/07/2024 - 02/07/2024|')
    const none = call('export.transfer', { transfer: transfer.id, folder: out, form: 'reception' })
    await expect(none).rejects.toMatchObject({ code: 'export-nothing-selected' })
  })

  it('writes nothing where nothing has photos', async () => {
    const selection = { ids: ['a1'] }
    for (const form of ['photo-sheet', 'contact-sheet'] as const)
      await expect(call('export.word', { selection, folder: out, form })).rejects.toMatchObject({
        code: 'export-nothing-selected',
      })
    expect(await readdir(out)).toEqual([])
  })
})

describe('templates of the office', () => {
  it('are kept, used without being named, left out where asked, and taken back', async () => {
    const kept = await call('template.add', {
      path: await template('Thư.docx', 'Bài: {{tieu de}}'),
      purpose: 'article',
    })
    expect(kept).toMatchObject({ name: 'Thư', inUse: true })
    const selection = { ids: ['a1'] }
    const made = await call('export.word', { selection, folder: out, form: 'articles' })
    expect(wordsOf(made.files[0]!.path)).toBe('Bài: Bài số 1|')
    const plain = await call('export.word', { selection, folder: out, form: 'articles', template: 'none' })
    expect(wordsOf(plain.files[0]!.path)).toContain('THÔNG TIN LƯU TRỮ')
    const second = await call('template.add', { path: await template('Hai.docx', '{{số lưu}}'), purpose: 'article' })
    const { templates } = await call('template.list', {})
    expect(templates.map(({ name, inUse }) => [name, inUse])).toEqual([
      ['Hai', true],
      ['Thư', false],
    ])
    await call('template.use', { id: kept.id })
    await call('template.remove', { id: second.id })
    expect((await call('template.list', {})).templates).toMatchObject([{ name: 'Thư', inUse: true }])
    expect(await call('archive.check', {})).toMatchObject({ sound: true })
  })

  it('get another file in their place, and are saved as they came', async () => {
    const kept = await call('template.add', { path: await template('Thư.docx', '{{tiêu đề}}'), purpose: 'article' })
    const path = await template('Thư sửa.docx', 'Số {{số lưu}}')
    const after = await call('template.replace', { id: kept.id, path })
    expect(after).toMatchObject({ name: 'Thư', inUse: true, file: { name: 'Thư sửa.docx' } })
    const wrong = await template('Thư hỏng.docx', '{{không có}}')
    await expect(call('template.replace', { id: kept.id, path: wrong })).rejects.toMatchObject({
      code: 'template-wrong',
    })
    const saved = await call('template.save', { of: { id: kept.id }, folder: out })
    expect(wordsOf(saved.path)).toBe('Số {{số lưu}}|')
    const again = await call('template.save', { of: { id: kept.id }, folder: out })
    expect(again.path).toContain('Thư sửa (2).docx')
    await call('history.undo', {})
    expect((await call('template.list', {})).templates).toMatchObject([{ file: { name: 'Thư.docx' } }])
    expect(await call('archive.check', {})).toMatchObject({ sound: true })
  })

  it('may begin with ours, which can be filled as they are', async () => {
    const id = await dossier()
    const { transfer } = await call('transfer.create', { title: 'Đợt 1', date: '2025-01-10', dossiers: [id] })
    for (const purpose of ['article', 'dossier', 'minutes'] as const) {
      const { path } = await call('template.save', { of: { purpose }, folder: out })
      const check = await call('template.check', { path, purpose })
      expect(check.problems).toEqual([])
      expect(check.used.length).toBeGreaterThan(10)
      await call('template.add', { path, purpose })
    }
    const article = await call('export.word', { selection: { ids: ['a1'] }, folder: out, form: 'articles' })
    expect(wordsOf(article.files[0]!.path)).toContain('Bài số 1')
    const whole = await call('export.dossiers', { dossiers: [id], folder: out, form: 'dossier' })
    expect(wordsOf(whole.files[0]!.path)).toContain('Bài số 2')
    const minutes = await call('export.transfer', { transfer: transfer.id, folder: out, form: 'minutes' })
    expect(wordsOf(minutes.files[0]!.path)).toContain('Đợt 1')
    for (const { files } of [article, whole, minutes]) expect(wordsOf(files[0]!.path)).not.toMatch(/[{}]/)
  })

  it('fill dossiers and minutes, lists within lists', async () => {
    const id = await dossier()
    const path = await template('Hồ sơ.docx', '{{số hồ sơ}}: {{#văn bản}}{{stt}}. {{tiêu đề}} ({{ngày}}); {{/văn bản}}')
    const { files } = await call('export.dossiers', {
      dossiers: [id],
      folder: out,
      form: 'dossier',
      template: { path },
    })
    expect(wordsOf(files[0]!.path)).toBe('07.TT: 1. Bài số 2 (02/07/2024); 2. Bài số 1 (01/07/2024); |')
    const { transfer } = await call('transfer.create', { title: 'Đợt 1', date: '2025-01-10', dossiers: [id] })
    const minutes = await template(
      'Biên bản.docx',
      '{{tên khối tài liệu}}, {{ngày giao tháng năm}}: {{số hồ sơ}} ({{số hồ sơ bằng chữ}})',
      '{{#hồ sơ}}{{stt}}) {{số hồ sơ}} {{tiêu đề hồ sơ}}{{/hồ sơ}}',
    )
    const made = await call('export.transfer', {
      transfer: transfer.id,
      folder: out,
      form: 'minutes',
      template: { path: minutes },
    })
    expect(wordsOf(made.files[0]!.path)).toBe('Đợt 1, ngày 10 tháng 01 năm 2025: 01 (một)|1) 07.TT Tin, bài tháng 7|')
  })

  it('are not kept or used where a placeholder is unknown: its place and the nearest name are told', async () => {
    const path = await template('Sai.docx', 'Kính gửi', 'Về {{tiêu đè bài}}')
    const refused = {
      code: 'template-wrong',
      args: { kind: 'unknown', name: 'tiêu đè bài', paragraph: '2', nearest: 'tiêu đề' },
    }
    await expect(call('template.add', { path, purpose: 'article' })).rejects.toMatchObject(refused)
    const selection = { ids: ['a1'] }
    const used = call('export.word', { selection, folder: out, form: 'articles', template: { path } })
    await expect(used).rejects.toMatchObject(refused)
    expect(await readdir(out)).toEqual([])
    expect((await call('template.list', {})).templates).toEqual([])
  })
})
