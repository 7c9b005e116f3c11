import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Acceptance, CorrectionsReport } from '#contract/corrections'
import { type TestCore, testCore } from '#tests/support/core'
import { cellOf, edited, rowWith } from './editing'
import { exported, fill } from './records'

let core: TestCore
let catalogue: string

beforeAll(async () => {
  core = await testCore()
  await core.runner.call('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  await fill(core)
  catalogue = await exported(core)
})
afterAll(() => core.close())

const read = (path: string): Promise<CorrectionsReport> => core.runner.runToEnd('corrections.read', { path })
const everything = ({ records }: CorrectionsReport): Acceptance[] =>
  records.flatMap(({ kind, id, version, changes }) => (changes.length > 0 ? [{ kind, id, version, changes }] : []))
const sheets = (book: ExcelJS.Workbook) => {
  const [articles, photos, people, events] = book.worksheets
  return { articles: articles!, photos: photos!, people: people!, events: events! }
}

describe('a working catalogue that comes back', () => {
  it('says nothing where nothing was changed, also after another program saved it', async () => {
    for (const path of [catalogue, await edited(catalogue, () => {})]) {
      expect(await read(path)).toMatchObject({ records: [], unknown: [], notes: [], unchanged: 8 })
    }
  })

  it('tells every corrected cell by record, and takes them over as one change that can be undone', async () => {
    const path = await edited(catalogue, (book) => {
      const { articles, photos, people, events } = sheets(book)
      cellOf(articles, 'Tiêu đề', 'Số lưu', '00002').value = 'Tin số hai'
      cellOf(articles, 'Ngày đăng', 'Số lưu', '00002').value = '9/7/2024'
      cellOf(articles, 'Thể loại', 'Số lưu', '00003').value = 'phóng sự'
      cellOf(articles, 'Nhân vật và chức vụ', 'Số lưu', '00003').value =
        '1. Lò Thị Mây, Chủ tịch HĐND tỉnh\n2. Vàng A Chảo'
      cellOf(articles, 'Địa danh', 'Số lưu', '00004').value = 'huyện Nậm Rốm; xã Pú Nhung'
      cellOf(articles, 'Thời hạn bảo quản', 'Số lưu', '00005').value = 'Vĩnh viễn'
      cellOf(photos, 'Tiêu đề phim/ảnh', 'Tên tệp', 'DSC_1.jpg').value = 'Các đại biểu dự kỳ họp.'
      cellOf(photos, 'Tác giả', 'Tên tệp', 'DSC_1.jpg').value = 'Lò Văn Hiệp, Minh Châu'
      cellOf(people, 'Họ và tên', 'Họ và tên', 'Lò Thị Mây').value = 'Lò Thị Mấy'
      cellOf(events, 'Đến ngày', 'Tên sự kiện', 'Kỳ họp thứ 18').value = new Date('2024-07-03T00:00:00Z')
    })
    const report = await read(path)
    expect(report.unknown).toEqual([])
    const told = report.records.flatMap(({ kind, id, changes }) =>
      changes.map((change) => [kind, id.slice(0, 2), change.field.slice(0, 11), change.old, change.new, change.ours]),
    )
    expect(told).toEqual([
      ['article', 'a2', 'title', 'Tin số 2', 'Tin số hai', null],
      ['article', 'a2', 'publishedOn', '02/07/2024', '09/07/2024', null],
      ['article', 'a3', 'genre', 'Tin', 'Phóng sự', null],
      [
        'article',
        'a3',
        'people',
        'Lò Thị Mây, Phó Chủ tịch HĐND tỉnh',
        '1. Lò Thị Mây, Chủ tịch HĐND tỉnh\n2. Vàng A Chảo',
        null,
      ],
      ['article', 'a4', 'places', 'huyện Nậm Rốm', 'huyện Nậm Rốm; xã Pú Nhung', null],
      ['article', 'a5', 'retention', '', 'Vĩnh viễn', null],
      ['article', 'a1', 'caption:fff', 'Đại biểu dự họp.', 'Các đại biểu dự kỳ họp.', null],
      ['photo', 'ff', 'photographe', '', 'Lò Văn Hiệp, Minh Châu', null],
      ['person', 'p1', 'name', 'Lò Thị Mây', 'Lò Thị Mấy', null],
      ['event', 'e1', 'to', '01/07/2024', '03/07/2024', null],
    ])
    const archive = core.context.archive!
    const before = await archive.get('article', 'a3')
    const applied = await core.runner.call('corrections.apply', { file: 'danh mục.xlsx', accept: everything(report) })
    expect(applied).toMatchObject({ records: 8, changes: 10 })
    expect(await archive.get('article', 'a2')).toMatchObject({ title: 'Tin số hai', publishedOn: '2024-07-09' })
    expect(await archive.get('article', 'a3')).toMatchObject({
      genre: 'reportage',
      mentions: [{ personId: 'p1', offices: ['Chủ tịch HĐND tỉnh'] }, { name: 'Vàng A Chảo' }],
    })
    expect((await archive.get('article', 'a4'))?.places.map(({ name }) => name)).toEqual([
      'huyện Nậm Rốm',
      'xã Pú Nhung',
    ])
    expect(await archive.get('article', 'a5')).toMatchObject({ retention: { code: '01' } })
    expect((await archive.get('article', 'a1'))?.photos[0]?.caption).toBe('Các đại biểu dự kỳ họp.')
    expect(await archive.get('person', 'p1')).toMatchObject({ name: 'Lò Thị Mấy', spellings: ['Lò Thị Mây'] })
    expect(await archive.get('event', 'e1')).toMatchObject({ from: '2024-07-01', to: '2024-07-03' })
    expect(await read(path)).toMatchObject({ records: [] })
    await core.runner.call('history.undo', { sequence: applied.sequence })
    expect(await archive.get('article', 'a3')).toEqual(before)
  })

  it('survives sorting, inserted columns and rows, moved columns, renamed sheets and deleted rows', async () => {
    const path = await edited(catalogue, (book) => {
      const { articles, events } = sheets(book)
      cellOf(articles, 'Ghi chú', 'Số lưu', '00004').value = 'đã xem'
      const head = rowWith(articles, 'Số lưu')
      const rows = [1, 2, 3, 4, 5].map((nth) => articles.getRow(head + nth).values as ExcelJS.CellValue[])
      rows.reverse().forEach((values, index) => {
        articles.getRow(head + 1 + index).values = values
      })
      articles.spliceRows(head + 1, 1)
      articles.spliceColumns(2, 0, ['ghi thêm'])
      articles.insertRow(head + 2, ['', '', '', 'Tin mới gõ thêm'])
      articles.insertRow(1, ['Sở Nội vụ đã sửa'])
      articles.name = 'Bản sửa'
      book.removeWorksheet(events.id)
    })
    const report = await read(path)
    expect(report.records).toMatchObject([{ id: 'a4', changes: [{ sheet: 'Bản sửa', new: 'đã xem', old: '' }] }])
    expect(report.unknown).toMatchObject([{ sheet: 'Bản sửa', because: 'no-mark' }])
  })

  it('explains what cannot be taken, by the address of the cell', async () => {
    const path = await edited(catalogue, (book) => {
      const { articles, events } = sheets(book)
      const cell = (column: string, serial: string) => cellOf(articles, column, 'Số lưu', serial)
      cell('Ngày đăng', '00001').value = '31/02/2024'
      cell('Ngày đăng', '00002').value = '12/25/2024'
      cell('Ngày đăng', '00003').value = 'hôm qua'
      cell('Thể loại', '00004').value = 'Tiểu thuyết'
      cell('Tiêu đề', '00005').value = ''
      cellOf(events, 'Đến ngày', 'Tên sự kiện', 'Kỳ họp thứ 18').value = '30/6/2024'
      cell('Sự kiện', '00001').value = 'Kỳ họp khác'
    })
    const report = await read(path)
    const problems = report.records.flatMap((record) => record.problems.map(({ code, cell }) => `${code} ${cell}`))
    expect(problems).toEqual([
      'date-not-in-calendar E6',
      'date-month-first E7',
      'date-unreadable E8',
      'not-in-list D9',
      'empty C10',
      'period-reversed E6',
    ])
    expect(report.records.every(({ changes }) => changes.length === 0)).toBe(true)
    expect(report.notes).toEqual([
      { code: 'read-only', args: expect.objectContaining({ cell: 'F6', column: 'Sự kiện' }) },
    ])
  })

  it('marks as conflict what both sides changed, merges what only one did, refuses what moved on once more', async () => {
    const path = await edited(catalogue, (book) => {
      const { articles } = sheets(book)
      cellOf(articles, 'Ghi chú', 'Số lưu', '00001').value = 'sửa ngoài'
      cellOf(articles, 'Nơi đăng', 'Số lưu', '00001').value = 'Báo tỉnh'
    })
    const archive = core.context.archive!
    const now = await archive.get('article', 'a1')
    const ours = { ...now!, notes: 'sửa trong kho', title: 'Tin một' }
    await archive.commit({ operation: 'test', args: {}, entries: [{ kind: 'article', id: 'a1', after: ours }] })
    const report = await read(path)
    expect(report.records).toMatchObject([
      {
        id: 'a1',
        changes: [
          { field: 'outlet', ours: null, new: 'Báo tỉnh' },
          { field: 'notes', ours: 'sửa trong kho', old: '', new: 'sửa ngoài' },
        ],
      },
    ])
    await archive.commit({
      operation: 'test',
      args: {},
      entries: [{ kind: 'article', id: 'a1', after: { ...ours, notes: 'lại sửa' } }],
    })
    await expect(
      core.runner.call('corrections.apply', { file: 'x.xlsx', accept: everything(report) }),
    ).rejects.toMatchObject({ code: 'record-changed-meanwhile' })
    await core.runner.call('corrections.apply', { file: 'x.xlsx', accept: everything(await read(path)) })
    expect(await archive.get('article', 'a1')).toMatchObject({
      title: 'Tin một',
      outlet: 'Báo tỉnh',
      notes: 'sửa ngoài',
    })
  })

  it('notices a column sorted without the rest, and rows that stand twice', async () => {
    const fresh = await exported(core)
    const path = await edited(fresh, (book) => {
      const { articles } = sheets(book)
      const titles = [1, 2, 3, 4, 5].map((serial) => cellOf(articles, 'Tiêu đề', 'Số lưu', `0000${serial}`))
      const values = titles.map(({ value }) => value)
      titles.forEach((cell, index) => {
        cell.value = values[(index + 1) % values.length] ?? ''
      })
      articles.addRow(articles.getRow(rowWith(articles, 'Số lưu') + 1).values as ExcelJS.CellValue[])
    })
    const report = await read(path)
    expect(report.notes).toContainEqual({
      code: 'column-shifted',
      args: { sheet: 'Bài', column: 'Tiêu đề', count: '5' },
    })
    expect(report.unknown).toMatchObject([{ because: 'repeated' }])
  })

  it('refuses workbooks without marks and those of another archive', async () => {
    const bare = await edited(catalogue, (book) => {
      for (const sheet of book.worksheets) sheet.spliceRows(1, rowWith(sheet, 'Mã bản ghi (không sửa)') - 1)
    })
    await expect(read(bare)).rejects.toMatchObject({ code: 'corrections-no-marks' })
    const other = await testCore()
    await other.runner.call('archive.create', { folder: join(other.folder, 'kho'), name: 'Kho khác' })
    await expect(other.runner.runToEnd('corrections.read', { path: catalogue })).rejects.toMatchObject({
      code: 'corrections-other-archive',
    })
    await other.close()
  })

  it('shows the dossier of an article, and says nothing of it where nobody changed it', async () => {
    const items = { selection: { ids: ['a1'] } }
    await core.runner.call('dossier.create', { title: 'Hồ sơ', year: 2024, number: '01', items })
    const folder = join(core.folder, 'có hồ sơ')
    const { files } = await core.runner.runToEnd('export.excel', { selection: { query: {} }, folder, links: {} })
    const path = files[0]!.path
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    const { articles } = sheets(book)
    expect(cellOf(articles, 'Hồ sơ', 'Số lưu', '00001').text).toBe('2024.01')
    expect(await read(path)).toMatchObject({ records: [], unknown: [], notes: [] })
    const changed = await edited(path, (other) => {
      cellOf(sheets(other).articles, 'Hồ sơ', 'Số lưu', '00001').value = '2024.09'
    })
    expect((await read(changed)).notes).toMatchObject([{ code: 'read-only', args: { column: 'Hồ sơ' } }])
  })
})
