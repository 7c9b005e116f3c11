import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#contract/operations'
import { ListKind } from '#contract/workbooks'
import { sheetTexts } from '#tests/golden/delivery/sheet-texts'
import { faultsOf, validator } from '#tests/golden/delivery/tools'
import { unpack } from '#tests/golden/delivery/unpack'
import { type TestCore, testCore } from '#tests/support/core'
import { fill } from '../corrections/records'

let core: TestCore

beforeAll(async () => {
  core = await testCore()
  await core.runner.call('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  await fill(core)
  await core.runner.call('dossier.create', {
    title: 'Hồ sơ kỳ họp',
    year: 2024,
    number: '01/HĐND',
    items: { selection: { ids: ['a1', 'a2'] }, elsewhere: 'skip' },
  } as never)
})
afterAll(() => core.close())

async function listed(list: InputOf<'export.list'>['list'], columns: string[] = []) {
  const report = await core.runner.runToEnd('export.list', { list, columns, folder: join(core.folder, 'xuất') })
  const { path } = report.files[0]!
  const rows = sheetTexts(unpack(path), 1)
  return { path, rows, body: rows.slice(rows.findIndex((row) => row[0] === '1' || row[0] === 'Năm' || row[0] === '2')) }
}

describe('lists as the window shows them', () => {
  it('keeps the filter, the order and the columns of the screen, and says what it was narrowed by', async () => {
    const { rows, body } = await listed({
      kind: 'articles',
      query: { from: '2024-07-02', to: '2024-07-04', sort: 'newest' },
    })
    expect(rows[2]?.[0]).toBe('từ 02/07/2024 đến 04/07/2024')
    expect(rows[3]).toEqual(['STT', 'Số lưu', 'Tiêu đề', 'Thể loại', 'Ngày', 'Sự kiện', 'Số ảnh'])
    expect(body.slice(0, 3).map((row) => row.slice(0, 3))).toEqual([
      ['1', '00004', 'Tin số 4'],
      ['2', '00003', 'Tin số 3'],
      ['3', '00002', 'Tin số 2'],
    ])
    expect(rows.flat()).toContain('Danh sách này gồm: 3 tin, bài.')
  })

  it('takes columns in the order asked, also those the screen does not show', async () => {
    const { rows } = await listed({ kind: 'articles', query: { personId: 'p1' } }, ['title', 'people', 'outlet'])
    expect(rows[2]?.[0]).toBe('Lò Thị Mây')
    expect(rows[3]).toEqual(['Tiêu đề', 'Nhân vật và chức vụ', 'Nơi đăng'])
    await expect(listed({ kind: 'articles', query: {} }, ['title', 'nope'])).rejects.toMatchObject({
      code: 'input-invalid',
    })
  })

  it('lists photos, people, dossiers, history and counts', async () => {
    expect((await listed({ kind: 'photos', query: {} })).body[0]?.slice(0, 2)).toEqual(['1', 'Đại biểu dự họp.'])
    expect((await listed({ kind: 'people', query: { sort: 'most' } })).body[0]?.slice(0, 2)).toEqual([
      '1',
      'Lò Thị Mây',
    ])
    expect((await listed({ kind: 'dossiers', query: {} })).body[0]?.slice(0, 3)).toEqual([
      '1',
      '01/HĐND',
      'Hồ sơ kỳ họp',
    ])
    const history = await listed({ kind: 'history', query: {} })
    expect(history.body[0]?.[0]).toBe('2')
    expect(history.body[0]?.[4]).toContain('Hồ sơ kỳ họp')
    expect((await listed({ kind: 'statistics', query: {} })).body[0]).toEqual(['Năm', '2024', '5'])
  })

  it.each(ListKind.options)('%s offers the columns it can be exported with', async (kind) => {
    const { columns } = await core.runner.call('export.columns', { kind })
    expect(columns[0]?.shown).toBe(true)
    const all = columns.map(({ field }) => field)
    expect(new Set(all).size).toBe(all.length)
    const { path } = await listed({ kind, query: {} }, all)
    if (validator) expect(faultsOf(path)).toEqual([])
  })
})

describe('official forms of dossiers', () => {
  const made = async (input: Partial<InputOf<'export.form'>>) => {
    const folder = join(core.folder, 'biểu mẫu')
    const report = await core.runner.runToEnd('export.form', { form: 'photos-2025', folder, ...input })
    return sheetTexts(unpack(report.files[0]!.path), 1)
  }

  it('list the photos of a dossier or a transfer, and no others', async () => {
    const { rows } = await core.runner.call('dossier.list', {})
    const items = { selection: { ids: ['a3'] } }
    const other = await core.runner.call('dossier.create', { title: 'Hồ sơ khác', year: 2023, items })
    const without = await made({ dossiers: [other.view.dossier.id] })
    const ofDossier = await made({ dossiers: rows.map(({ id }) => id) })
    const fields = { title: 'Đợt 1', date: '2025-01-10', dossiers: rows.map(({ id }) => id) }
    const { transfer } = await core.runner.call('transfer.create', fields)
    const ofTransfer = await made({ transfer: transfer.id })
    expect(ofTransfer.flat().join('|')).toContain('ngày 10 tháng 01 năm 2025')
    expect(ofTransfer.filter(([first]) => !first?.includes('ngày'))).toEqual(
      ofDossier.filter(([first]) => !first?.includes('ngày')),
    )
    expect(without.flat()).not.toContain('Đại biểu dự họp.')
    expect(ofDossier.flat()).toContain('Đại biểu dự họp.')
    await expect(made({ dossiers: [] })).rejects.toMatchObject({ code: 'export-nothing-selected' })
  })

  it('give each photo the code, retention and security copy that its dossier has in a package', async () => {
    const { rows } = await core.runner.call('dossier.list', { year: 2024 })
    const [dossier] = rows
    const kept = { retention: { code: '01', basis: '' }, securityCopy: 'made' } as const
    await core.runner.call('dossier.update', { id: dossier!.id, fields: kept })
    const listed = await made({ dossiers: [dossier!.id] })
    const photos = listed.filter((row) => row[0]?.startsWith(dossier!.code))
    expect(photos.length).toBeGreaterThan(0)
    for (const photo of photos) {
      expect(photo[0]).toMatch(/\.\d{7}$/)
      expect(photo[1]).toBe('Vĩnh viễn')
      expect(photo.slice(15, 17)).toEqual(['Có', 'Đã lập bản dự phòng'])
    }
    expect(new Set(photos.map(([code]) => code)).size).toBe(photos.length)
  })

  it('leave the name and the day of a decision to the person who signs it', async () => {
    await core.runner.call('archive.updateSettings', { preparer: { organization: '', name: 'Lò Thị Mây', office: '' } })
    const { rows } = await core.runner.call('dossier.list', { year: 2024 })
    const dossiers = rows.map(({ id }) => id)
    const { transfer } = await core.runner.call('transfer.create', { title: 'Đợt 2', date: '2025-02-03', dossiers })
    const issued = (await made({ form: 'dossier-list', transfer: transfer.id })).flat().join('|')
    expect(issued).not.toContain('Lò Thị Mây')
    expect(issued).not.toContain('ngày 03 tháng 02')
    const inventory = (await made({ form: 'transfer-list', transfer: transfer.id })).flat().join('|')
    expect(inventory).toContain('Lò Thị Mây')
    expect(inventory).toContain('ngày 03 tháng 02 năm 2025')
  })

  it('take the dossiers that a list finds, and state their year', async () => {
    const rows = await made({ form: 'dossier-list', dossiers: { year: 2024, text: 'ky hop' } })
    expect(rows.flat().join('|')).toContain('Hồ sơ kỳ họp')
    expect(rows.flat().join('|')).toMatch(/[Nn]ăm 2024|NĂM 2024/)
    const none = made({ form: 'dossier-list', dossiers: { year: 1999 } })
    await expect(none).rejects.toMatchObject({ code: 'export-nothing-selected' })
  })
})
