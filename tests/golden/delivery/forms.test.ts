import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Dossier } from '#core/model/custody'
import type { Warning } from '#core/model/draft'
import { ExcelForm } from '#core/model/forms'
import type { DeliveredArticle, DeliveredDossier, DeliveredPhoto } from '#delivery/delivery'
import { type FormRequest, type FormSource, writeForm } from '#delivery/excel/forms'
import { shippedRules } from '#delivery/rules'
import { article, context, delivered, deliveredPhoto, event, picture } from './records'
import { sheetTexts } from './sheet-texts'
import { faultsOf, has, python, pythonWith, validator } from './tools'
import { textOf, unpack } from './unpack'

const folder = mkdtempSync(join(tmpdir(), 'kho-forms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let photos: DeliveredPhoto[]
beforeAll(async () => {
  photos = [
    await deliveredPhoto(await picture(60, 40, 1, 0), 'DSC_0001.jpg', 'Các đại biểu dự hội nghị.'),
    await deliveredPhoto(await picture(40, 60, 2, 0), 'DSC_0002.jpg', '=Quang cảnh'),
  ]
})

async function* articles(): AsyncGenerator<DeliveredArticle> {
  yield delivered(article(1), photos, [event('event-1')])
  yield delivered(article(2, { publishedOn: '2024-07', genre: 'communique' }), photos.slice(0, 1), [event('event-2')])
}

const at = '2024-07-08T09:30:00.000+07:00'
const dossier = (number: string, retention: '01' | '05'): Dossier =>
  Dossier.parse({
    id: number,
    createdAt: at,
    updatedAt: at,
    year: 2024,
    number,
    code: `H12.2024.${number}`,
    title: `Hồ sơ ${number}`,
    heading: number === '03/HĐND' ? 'II. GIÁM SÁT' : 'I. KỲ HỌP',
    from: '2024-07-08',
    to: '2024-12-19',
    retention: { code: retention, basis: '' },
    items: ['article-1', 'article-2'],
    keeper: 'Nguyễn Thị Hoa',
    pages: 12,
  })

async function* dossiers(): AsyncGenerator<DeliveredDossier> {
  for (const one of [dossier('01/HĐND', '01'), dossier('02/HĐND', '05'), dossier('03/HĐND', '01')]) {
    yield { dossier: one, items: articles }
  }
}

const source: FormSource = { articles, dossiers, total: 3 }
const warnings: Warning[] = []

async function write(form: ExcelForm, more: Partial<FormRequest> = {}, rules = shippedRules) {
  const request: FormRequest = {
    form,
    parentAgency: '',
    unit: 'Phòng Thông tin',
    year: '2024',
    place: 'Điện Biên',
    signedOn: null,
    signers: [],
    agencyCode: '000.00.12',
    thumbnails: false,
    pictures: new Map(),
    links: new Map(),
    ...more,
  }
  const target = mkdtempSync(join(folder, `${form}-`))
  const written = await writeForm(
    source,
    request,
    join(target, `${rules.forms[form].file}.xlsx`),
    context({ rules, warn: (warning) => warnings.push(warning) }),
  )
  return { target, written, parts: unpack(written[0]!.path) }
}

const rowOf = (rows: string[][], first: string) => rows.findIndex((row) => row[0] === first)

describe('official forms in Excel', () => {
  it('Danh mục hồ sơ: motto, five columns, their numbers, totals by retention', async () => {
    const { parts } = await write('dossier-list')
    const rows = sheetTexts(parts, 1)
    expect(rows.flat()).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    const head = rowOf(rows, 'Số và ký hiệu hồ sơ')
    expect(rows.slice(head, head + 4)).toEqual([
      ['Số và ký hiệu hồ sơ', 'Tên đề mục và tiêu đề hồ sơ', 'Thời hạn bảo quản', 'Người lập hồ sơ', 'Ghi chú'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['', 'I. KỲ HỌP', '', '', ''],
      ['01/HĐND', 'Hồ sơ 01/HĐND', 'Vĩnh viễn', 'Nguyễn Thị Hoa', ''],
    ])
    expect(rows.flat()).toContain(
      'Bản Danh mục hồ sơ này có 03 hồ sơ, bao gồm: 02 hồ sơ bảo quản vĩnh viễn; 01 hồ sơ bảo quản có thời hạn.',
    )
  })

  it('Mục lục hồ sơ, tài liệu nộp lưu: seven columns, count in words, place, date and signature', async () => {
    const { parts } = await write('transfer-list', { signedOn: '2025-01-06', signers: ['Lò Thị Mây'] })
    const rows = sheetTexts(parts, 1)
    const said = rows.flat()
    expect(said).toContain('PHÒNG THÔNG TIN')
    expect(rows[rowOf(rows, 'Số TT')]).toEqual([
      'Số TT',
      'Số, ký hiệu hồ sơ',
      'Tiêu đề hồ sơ',
      'Thời gian tài liệu',
      'Thời hạn bảo quản',
      'Số tờ/ Số trang',
      'Ghi chú',
    ])
    expect(said).toContain('08/07/2024 - 19/12/2024')
    const end = rowOf(rows, 'Mục lục này gồm: 03 hồ sơ (đơn vị bảo quản).')
    expect(rows[end + 1]?.[0]).toBe('Viết bằng chữ: Ba hồ sơ (đơn vị bảo quản).')
    const signed = [
      'Điện Biên, ngày 06 tháng 01 năm 2025',
      'Người lập',
      '(Ký và ghi rõ họ và tên, chức vụ)',
      'Lò Thị Mây',
    ]
    for (const text of signed) expect(said).toContain(text)
  })

  it('Mục lục văn bản, tài liệu trong hồ sơ: a sheet per dossier under its number', async () => {
    const { parts } = await write('dossier-contents')
    const names = [...textOf(parts, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)
    expect(names).toEqual(['01-HĐND', '02-HĐND', '03-HĐND'])
    const rows = sheetTexts(parts, 2)
    expect(rows.flat()).toEqual(expect.arrayContaining(['MỤC LỤC VĂN BẢN, TÀI LIỆU', 'Số, ký hiệu hồ sơ: 02/HĐND']))
    const head = rowOf(rows, 'STT')
    expect(rows[head]).toEqual([
      'STT',
      'Số, ký hiệu văn bản',
      'Ngày tháng năm văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Tác giả văn bản',
      'Tờ số/ Trang số',
      'Ghi chú',
    ])
    expect(rows[head + 3]?.slice(0, 3)).toEqual(['2', '', '07/2024'])
  })

  it('photo lists: each photo once, 18 fields of 2025, 14 of 2019, what is too long is named', async () => {
    const now = sheetTexts((await write('photos-2025')).parts, 1)
    expect(now[rowOf(now, '(1)')]).toEqual(Array.from({ length: 18 }, (_, index) => `(${index + 1})`))
    expect(now.flat()).toContain('Mục lục này gồm: 02 ảnh.')
    const before = sheetTexts((await write('photos-2019')).parts, 1)
    const head = rowOf(before, 'Mã cơ quan lưu trữ')
    expect(before[head]).toHaveLength(14)
    expect(before[head + 2]?.[0]).toBe('000.00.12')
    warnings.length = 0
    await write('photos-2019', { agencyCode: 'x'.repeat(14) })
    expect(warnings[0]).toMatchObject({ code: 'cell-too-long', args: { column: 'Mã cơ quan lưu trữ', max: '13' } })
  })

  it('the import workbook: heads letter by letter, counters and days as text, no empty access, no period', async () => {
    const { parts } = await write('import-workbook')
    const [dossierRows, items, pictures, films] = [1, 2, 3, 4].map((sheet) => sheetTexts(parts, sheet))
    expect(items![0]?.[2]).toBe('Số của văn\u00a0bản')
    expect(films![0]?.[3]).toBe('Tiêu đề\u00a0phim/âm thanh')
    expect([dossierRows!, items!, pictures!, films!].map((rows) => rows[0]?.length)).toEqual([13, 20, 14, 15])
    for (const sheet of [1, 2, 3]) {
      expect(textOf(parts, `xl/worksheets/sheet${sheet}.xml`)).not.toMatch(/<c [^>]*><v>/)
    }
    expect(dossierRows![1]?.slice(5, 7)).toEqual(['08/07/2024', '19/12/2024'])
    expect(dossierRows![1]?.at(-1)).toBe('')
    const access = items![0]!.indexOf('Chế độ sử dụng')
    for (const row of items!.slice(1)) expect(row[access]).toBe('Công khai')
  })

  it('statistics add up; people and events are counted once', async () => {
    const months = sheetTexts((await write('statistics')).parts, 1)
    expect(months.flat()).toContain('Cộng: 2 tin, bài; 2 ảnh; 3 nhân vật; 2 sự kiện.')
    const people = sheetTexts((await write('people')).parts, 1)
    expect(people.flat()).toContain('Danh mục này gồm: 03 nhân vật.')
  })

  it('shows thumbnails in volumes, whole or not at all', async () => {
    const rules = { ...shippedRules, excel: { ...shippedRules.excel, picturesPerVolume: 1 } }
    const { target, written, parts } = await write('photos-2025', { thumbnails: true }, rules)
    expect(readdirSync(target).sort()).toEqual([
      'Mục lục ảnh (Thông tư 05-2025) - Tập 1.xlsx',
      'Mục lục ảnh (Thông tư 05-2025) - Tập 2.xlsx',
    ])
    expect(written).toHaveLength(2)
    expect(parts.get('xl/media/image1.jpeg')).toBeDefined()
    expect(textOf(parts, 'xl/drawings/drawing1.xml')).toContain('descr="Các đại biểu dự hội nghị."')
  })

  it.each(ExcelForm.options)('%s is the same file twice', async (form) => {
    const [one, two] = [await write(form, { thumbnails: true }), await write(form, { thumbnails: true })]
    expect(readFileSync(two.written[0]!.path).equals(readFileSync(one.written[0]!.path))).toBe(true)
  })
})

const openpyxl = pythonWith('openpyxl')
const soffice = has('soffice', '--version')

describe('official forms in other programs', () => {
  it.skipIf(!validator).each(ExcelForm.options)('%s keeps Microsoft’s rules', async (form) => {
    const pictures = new Map([[photos[0]!.photo.id, 'Anh/ảnh 1.jpg']])
    const { written } = await write(form, { thumbnails: true, pictures })
    expect(faultsOf(written[0]!.path)).toEqual([])
  })

  it.skipIf(!openpyxl)('openpyxl reads cells, pictures and links back', async () => {
    const pictures = new Map([[photos[0]!.photo.id, 'Anh/ảnh 1.jpg']])
    const { written } = await write('photos-2025', { thumbnails: true, pictures })
    const script = `import openpyxl,json,sys
s=openpyxl.load_workbook(sys.argv[1]).active
rows=[[str(c.value) for c in r] for r in s.iter_rows()]
print(json.dumps([s.title,s.max_column,s.page_setup.orientation,s.print_title_rows,[c.hyperlink.target for r in s.iter_rows() for c in r if c.hyperlink],sum('=Quang cảnh' in r for r in rows)]))`
    expect(python(openpyxl!, script, written[0]!.path)).toEqual([
      'Mục lục ảnh',
      20,
      'landscape',
      expect.stringMatching(/^\$?\d+:\$?\d+$/),
      [`Anh/${encodeURIComponent('ảnh 1.jpg')}`],
      1,
    ])
  })

  it.skipIf(!soffice)(
    'LibreOffice opens every form',
    async () => {
      const paths = []
      for (const form of ExcelForm.options) paths.push((await write(form)).written[0]!.path)
      const out = mkdtempSync(join(folder, 'pdf-'))
      const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...paths], {
        stdio: 'ignore',
      })
      expect(readdirSync(out)).toHaveLength(paths.length)
    },
    180_000,
  )
})
