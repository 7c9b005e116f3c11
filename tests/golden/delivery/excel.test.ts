import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KhoError } from '#core/errors'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { writeCatalogue } from '#delivery/excel/catalogue'
import { columnName } from '#delivery/excel/cells'
import { shippedRules } from '#delivery/rules'
import { article, context, delivered, deliveredPhoto, event, names, picture } from './records'
import { python, pythonWith } from './tools'
import { textOf, unpack } from './unpack'

const folder = mkdtempSync(join(tmpdir(), 'kho-excel-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let photos: DeliveredPhoto[]
beforeAll(async () => {
  photos = [
    await deliveredPhoto(await picture(60, 40, 1, 0), 'DSC_0001.jpg', 'Các đại biểu dự hội nghị.'),
    await deliveredPhoto(await picture(60, 40, 2, 0), 'DSC_0002.jpg', 'Quang cảnh hội nghị.'),
  ]
})

const hostile = ['=HYPERLINK("x")', '+84 912', '-1', '@hdnd', '\tthụt', '_x0041_ & <b> \u0001']

/** Six odd titles, a year, a month, a photo that two articles share. */
async function* articles(): AsyncGenerator<DeliveredArticle> {
  for (const [index, title] of hostile.entries()) {
    const dates = ['2024-02-29', '2024-07', '2023', null]
    yield delivered(
      article(index + 1, {
        title,
        publishedOn: dates[index % 4]!,
        mentions: names
          .slice(0, 2)
          .map((name) => ({ personId: name, name, offices: [`Chức vụ ${index % 2}`], spans: [] })),
      }),
      index < 2 ? photos.slice(0, index + 1) : [],
      [event(`event-${index % 2}`, { from: index % 2 ? '2024-07-08' : '2024-06', title: `Kỳ họp thứ ${index % 2}` })],
    )
  }
}

const links = new Map([['article-1', 'Word/00001 Hội nghị #1 100%.docx']])
const write = async (name: string, more = {}) => {
  const pictures = new Map([[photos[0]!.photo.id, 'Ảnh/2024-07-08 Hội nghị - 01.jpg']])
  const written = await writeCatalogue(articles(), { links, pictures }, join(folder, name), context(more))
  return { written, parts: unpack(written.path) }
}

/** Cells of a sheet by address: type, style, text. */
function cells(parts: Map<string, Buffer>, sheet: number) {
  const xml = textOf(parts, `xl/worksheets/sheet${sheet}.xml`)
  const found = new Map<string, { type: string | undefined; style: number; text: string }>()
  for (const [, head, inside] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(head!)?.[1]
    const text = (inside ?? '').replace(/<[^>]+>/g, '')
    found.set(attribute('r')!, { type: attribute('t'), style: Number(attribute('s')), text })
  }
  return found
}

function formatOf(parts: Map<string, Buffer>, style: number): string {
  const styles = textOf(parts, 'xl/styles.xml')
  const cell = [.../<cellXfs.*?<\/cellXfs>/s.exec(styles)![0].matchAll(/<xf [^>]*numFmtId="(\d+)"/g)][style]![1]!
  // 49 is text in every workbook.
  if (cell === '49') return '@'
  return new RegExp(`<numFmt numFmtId="${cell}" formatCode="([^"]*)"`).exec(styles)?.[1] ?? `built-in ${cell}`
}

const columnOf = (sheet: 'articles' | 'photos', field: string) => {
  const index = shippedRules.catalogue.sheets[sheet].columns.findIndex((column) => column.field === field)
  return columnName(index + 1)
}

describe('the working catalogue in Excel', () => {
  it('has four sheets under title lines, with a head that stays, filters and is repeated in print', async () => {
    const { parts } = await write('sheets.xlsx')
    const workbook = textOf(parts, 'xl/workbook.xml')
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Bài',
      'Ảnh',
      'Nhân vật',
      'Sự kiện',
    ])
    expect(workbook.match(/_xlnm\.Print_Titles" localSheetId="\d">[^<]*!\$5:\$5</g)).toHaveLength(4)
    const sheet = textOf(parts, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<autoFilter ref="A5:AG11"')
    expect(sheet).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup [^>]*orientation="landscape"[^>]*paperSize="9"/,
    )
    expect(sheet).toContain('fitToHeight="0"')
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<headerFooter differentFirst="1">.*&amp;P/)
    const all = cells(parts, 1)
    expect(all.get('A2')?.text).toBe('DANH MỤC TIN, BÀI')
    expect(all.get('A5')?.text).toBe('STT')
    expect(all.get('A13')?.text).toBe('Danh mục này gồm: 6 tin, bài.')
    expect(all.get('A14')?.text).toBe('Viết bằng chữ: Sáu tin, bài.')
  })

  it('types days as dates, and leaves months and years as text', async () => {
    const { parts } = await write('dates.xlsx')
    const all = cells(parts, 1)
    const column = columnOf('articles', 'publishedOn')
    // 29 February 2024 in days since 30 December 1899.
    expect(all.get(`${column}6`)).toMatchObject({ type: undefined, text: '45351' })
    expect(formatOf(parts, all.get(`${column}6`)!.style)).toBe('dd/mm/yyyy')
    expect(all.get(`${column}7`)).toMatchObject({ type: 'inlineStr', text: '07/2024' })
    expect(all.get(`${column}8`)).toMatchObject({ type: 'inlineStr', text: '2023' })
    expect(all.get(`${column}9`)?.text).toBe('')
  })

  it('keeps text text: no formula from data, also after somebody edits the cell', async () => {
    const { parts } = await write('text.xlsx')
    for (const name of parts.keys()) {
      if (name.startsWith('xl/worksheets/sheet')) expect(textOf(parts, name)).not.toMatch(/<f\b|t="str"/)
    }
    const all = cells(parts, 1)
    const column = columnOf('articles', 'title')
    expect(all.get(`${column}6`)).toMatchObject({ type: 'inlineStr', text: '=HYPERLINK(&quot;x&quot;)' })
    for (const row of [6, 7, 8, 9, 10]) expect(formatOf(parts, all.get(`${column}${row}`)!.style)).toBe('@')
    expect(all.get(`${column}11`)?.text).toBe('_x005F_x0041_ &amp; &lt;b&gt; ')
    // Counters that are names, not amounts.
    const serial = all.get(`${columnOf('articles', 'serial')}6`)!
    expect(serial).toMatchObject({ type: 'inlineStr', text: '00001' })
    expect(formatOf(parts, serial.style)).toBe('@')
  })

  it('links to the files of the delivery, percent-encoded', async () => {
    const { parts } = await write('links.xlsx')
    const articlesLinks = textOf(parts, 'xl/worksheets/_rels/sheet1.xml.rels')
    expect(articlesLinks).toContain(
      `Target="Word/${encodeURIComponent('00001 Hội nghị #1 100%.docx')}" TargetMode="External"`,
    )
    expect(articlesLinks).not.toContain('%2F')
    expect(textOf(parts, 'xl/worksheets/sheet1.xml')).toContain(`<hyperlink ref="${columnOf('articles', 'wordFile')}6"`)
    const photosLinks = textOf(parts, 'xl/worksheets/_rels/sheet2.xml.rels')
    expect(photosLinks).toContain(encodeURIComponent('2024-07-08 Hội nghị - 01.jpg'))
  })

  it('lists each photo once, with the 18 fields of EAD_pic in their order', async () => {
    const { parts } = await write('photos.xlsx')
    const all = cells(parts, 2)
    const head = Array.from({ length: 19 }, (_, index) => all.get(`${String.fromCharCode(65 + index)}5`)?.text)
    expect(head).toEqual([
      'Mã lưu trữ của tài liệu',
      'Thời hạn lưu trữ',
      'Loại',
      'Số lưu trữ',
      'Ký hiệu thông tin',
      'Tên sự kiện',
      'Tiêu đề phim/ảnh',
      'Tác giả',
      'Địa điểm chụp',
      'Thời gian chụp',
      'Màu sắc',
      'Cỡ phim/ảnh',
      'Tài liệu đi kèm',
      'Chế độ sử dụng',
      'Tình trạng vật lý',
      'Chế độ dự phòng',
      'Tình trạng dự phòng',
      'Ghi chú',
      'Tên tệp',
    ])
    expect(all.get('D6')?.text).toBe('00001.01')
    expect(all.get('G7')?.text).toBe('Quang cảnh hội nghị.')
    expect(all.get('A9')?.text).toBe('Danh mục này gồm: 2 ảnh.')
  })

  it('counts people and events over all articles', async () => {
    const { parts } = await write('people.xlsx')
    const people = cells(parts, 3)
    expect(['B6', 'C6', 'D6', 'E6'].map((at) => people.get(at)?.text)).toEqual([
      'Lò Thị Mây',
      '1. Chức vụ 0\n2. Chức vụ 1',
      '6',
      '1–6',
    ])
    const events = cells(parts, 4)
    expect(['B6', 'D6', 'I6'].map((at) => events.get(at)?.text)).toEqual(['Kỳ họp thứ 0', '06/2024', '1, 3, 5'])
  })

  it('is the same file twice, whenever it is made, and never replaces one', async () => {
    const one = await write('same.xlsx')
    const two = await write('same.xlsx', { madeAt: '2026-02-03T04:05:06.000+07:00' })
    expect(two.written.path).toBe(join(folder, 'same (2).xlsx'))
    expect(readFileSync(two.written.path).equals(readFileSync(one.written.path))).toBe(true)
    expect(textOf(one.parts, 'docProps/core.xml')).toContain('2024-07-08T02:30:00Z')
  })

  it('keeps the order of elements that Microsoft’s validator wants', async () => {
    const { parts } = await write('fonts.xlsx')
    for (const [font] of textOf(parts, 'xl/styles.xml').matchAll(/<font>.*?<\/font>/g)) {
      const order = [...font.matchAll(/<(b|i|u|sz|color|name|family|scheme)\b/g)].map(([, name]) => name!)
      const wanted = ['b', 'i', 'u', 'sz', 'color', 'name', 'family', 'scheme'].filter((name) => order.includes(name))
      expect(order).toEqual(wanted)
    }
  })

  it('leaves nothing behind when cancelled, full or empty', async () => {
    const target = mkdtempSync(join(folder, 'stop-'))
    const stop = new AbortController()
    const cancelled = context({ signal: stop.signal, report: (done) => done === 2 && stop.abort() })
    await expect(writeCatalogue(articles(), { links }, join(target, 'x.xlsx'), cancelled)).rejects.toMatchObject({
      code: 'cancelled',
    })
    const fullDisk = { ...context().files, appendDurably: () => Promise.reject(new KhoError('disk-full')) }
    const nowhere = context({ files: fullDisk })
    await expect(writeCatalogue(articles(), { links }, join(target, 'x.xlsx'), nowhere)).rejects.toMatchObject({
      code: 'disk-full',
    })
    async function* none(): AsyncGenerator<DeliveredArticle> {}
    await expect(writeCatalogue(none(), { links }, join(target, 'x.xlsx'), context())).rejects.toMatchObject({
      code: 'export-nothing-selected',
    })
    expect(readdirSync(target)).toEqual([])
  })
})

const openpyxl = pythonWith('openpyxl')

describe('other programs', () => {
  it.skipIf(!openpyxl)('openpyxl reads text, dates and links back', async () => {
    const { written } = await write('read back.xlsx')
    const script = `import openpyxl,json,sys
b=openpyxl.load_workbook(sys.argv[1]); s=b["Bài"]
print(json.dumps([s["C6"].value,s["C6"].data_type,str(s["E6"].value),s["E6"].is_date,s["AE6"].hyperlink.target,s.freeze_panes,s.auto_filter.ref]))`
    expect(python(openpyxl!, script, written.path)).toEqual([
      '=HYPERLINK("x")',
      's',
      '2024-02-29 00:00:00',
      true,
      `Word/${encodeURIComponent('00001 Hội nghị #1 100%.docx')}`,
      'A6',
      'A5:AG11',
    ])
  })
})
