import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { photosOf } from '#delivery/photos'
import { shippedRules } from '#delivery/rules'
import { writeContactSheet } from '#delivery/word/contact-sheet'
import { writeDossier } from '#delivery/word/dossier'
import { writeForm } from '#delivery/word/forms/form'
import { caseListRows, closingTexts, type DossierLine, inventoryRows, roman } from '#delivery/word/forms/records'
import { writePhotoSheets } from '#delivery/word/photo-sheet'
import { type OpenTemplate, writeFilled } from '#delivery/word/template/fill'
import { articleValues, officeValues } from '#delivery/word/template/values'
import { wordPackage } from '../../fixtures/make/docx'
import { article, context, delivered, deliveredPhoto, names, picture } from './records'
import { has, python, pythonWith } from './tools'
import { textOf, unpack } from './unpack'

const folder = mkdtempSync(join(tmpdir(), 'kho-word-kinds-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let photos: DeliveredPhoto[]
beforeAll(async () => {
  const sizes = [
    [1600, 1067],
    [800, 1200],
    [2400, 600],
    [900, 900],
  ] as const
  photos = await Promise.all(
    sizes.map(async ([width, height], at) =>
      deliveredPhoto(await picture(width, height, at + 1, 0), `DSC_${at}.jpg`, `Chú thích ảnh ${at + 1}.`),
    ),
  )
  photos[0]!.photo.people = [1, 0].map((at) => ({
    personId: `person-${at}`,
    region: { x: at / 2, y: 0.2, width: 0.1, height: 0.1 },
  }))
})

const articles = (): DeliveredArticle[] => [
  delivered(article(3, { title: 'HỘI ĐỒNG NHÂN DÂN TỈNH KHAI MẠC KỲ HỌP' }), photos.slice(0, 3)),
  delivered(article(4), [photos[3]!, photos[0]!]),
  delivered(article(5)),
]
async function* each<T>(all: T[]): AsyncGenerator<T> {
  yield* all
}
const shown = () => photosOf(each(articles()))

const office = {
  parentAgency: 'Hội đồng nhân dân tỉnh',
  agency: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
  unit: 'Phòng Công tác HĐND',
  place: 'Nậm Rốm',
  regime: 'state' as const,
}
const base = { office, date: '2025-01-06', changedAt: '2025-01-06T08:00:00.000+07:00' }
const line = (at: number, more: Partial<DossierLine> = {}): DossierLine => ({
  number: `0${at}.TT`,
  heading: at < 3 ? 'Kỳ họp' : '',
  title: `Tập tin, bài thứ ${at}`,
  from: '2024-01-08',
  to: '2024-12-20',
  retention: { code: at === 1 ? '01' : '05', basis: '' },
  keeper: 'Lò Thị Mây',
  sheets: at === 2 ? null : 12,
  pages: 40,
  note: '',
  ...more,
})
const lines = [1, 2, 3].map((at) => line(at))

const makers = {
  'photo-sheet': (name: string) => writePhotoSheets(shown(), {}, join(folder, name), context()),
  'contact-sheet': (name: string) => writeContactSheet(shown(), { title: 'Năm 2024' }, join(folder, name), context()),
  dossier: (name: string) =>
    writeDossier(
      each(articles()),
      {
        dossier: { ...line(1), code: 'H21.2024.01', year: 2024, fondsCode: '112', updatedAt: base.changedAt },
        office,
        fonds: 'HĐND tỉnh',
      },
      {},
      join(folder, name),
      context(),
    ),
  'case-list': (name: string) =>
    writeForm(
      'caseList',
      { ...base, texts: { year: '2024', ...closingTexts(lines) }, rows: caseListRows(lines) },
      join(folder, name),
      context(),
    ),
  inventory: (name: string) =>
    writeForm(
      'inventory',
      { ...base, texts: { year: '2024', unit: office.unit, ...closingTexts(lines) }, rows: inventoryRows(lines) },
      join(folder, name),
      context(),
    ),
  minutes: (name: string) =>
    writeForm(
      'minutes',
      { ...base, texts: { giver: 'Phòng Công tác HĐND', giverName: 'Lò Thị Mây' }, lists: { basis: ['Căn cứ A;'] } },
      join(folder, name),
      context(),
    ),
  template: async (name: string) => {
    const one = articles()[0]!
    const values = { ...officeValues(office, 'HĐND tỉnh'), ...articleValues(one) }
    const facts = { title: one.article.title, agency: office.agency, changedAt: one.article.updatedAt, articles: 1 }
    return writeFilled(await openTemplate(), values, facts, join(folder, name), context())
  },
}
type Kind = keyof typeof makers

async function openTemplate(): Promise<OpenTemplate> {
  const p = (...runs: string[]) =>
    `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`
  const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`
  const rows = `<w:tr>${cell('{{#nhân vật}}{{stt}}')}${cell('{{họ tên}}{{/nhân vật}}')}</w:tr>`
  const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows}</w:tbl>`
  const body = [
    p('Số {', '{số lưu}', '} – {{CO QUAN}}'),
    p('{{Tiêu ', 'đề}}'),
    table,
    p('{{#ảnh}}'),
    p('{{hình 60}}'),
    p('{{chú thích}} &amp; {{mã sha256}}'),
    p('{{/ảnh}}'),
  ].join('')
  const parts = unpackBytes(await wordPackage(body))
  return { name: 'mẫu.docx', purpose: 'article', parts }
}

function unpackBytes(bytes: Uint8Array): OpenTemplate['parts'] {
  const path = join(folder, 'mẫu.docx')
  writeFileSync(path, bytes)
  return [...unpack(path)].map(([name, data]) => ({ path: name, bytes: data }))
}

async function made(
  kind: Kind,
): Promise<{ path: string; words: string; document: string; parts: Map<string, Buffer> }> {
  const written = await makers[kind](`${kind}.docx`)
  const { path } = Array.isArray(written) ? written[0]! : written
  const parts = unpack(path)
  const document = textOf(parts, 'word/document.xml')
  const words = document.replace(/<\/w:p>/g, '|').replace(/<[^>]+>/g, '')
  return { path, words, document, parts }
}

describe('every kind of Word file', { timeout: 120_000 }, () => {
  it.each(Object.keys(makers) as Kind[])('%s is the same file twice', async (kind) => {
    const [one, two] = [await made(kind), await made(kind)]
    expect(readFileSync(two.path).equals(readFileSync(one.path))).toBe(true)
  })
})

describe('official forms', () => {
  it('begin with the office on the left, Quốc hiệu and Tiêu ngữ on the right, place and date in its wording', async () => {
    const { words } = await made('minutes')
    expect(words).toMatch(
      /^HỘI ĐỒNG NHÂN DÂN TỈNH\|VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH\|\|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\|Độc lập - Tự do - Hạnh phúc\|/,
    )
    expect(words).toContain('Nậm Rốm, ngày 06 tháng 01 năm 2025|BIÊN BẢN|Giao nhận hồ sơ, tài liệu|')
  })

  it('list dossiers under Roman headings in the decree’s columns, the head on every page', async () => {
    const { words, document } = await made('case-list')
    const columns = shippedRules.forms['dossier-list'].sheets[0]!.columns.map(({ title }) => title)
    expect(words).toContain(`${columns.join('|')}|(1)|(2)|(3)|(4)|(5)|`)
    expect(words).toContain('|I. Kỳ họp|')
    expect(words).toContain('Bản Danh mục hồ sơ này có 03 (ba) hồ sơ')
    expect(words).toContain('01 (một) hồ sơ bảo quản vĩnh viễn;')
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect([1, 4, 9, 14, 40].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL'])
  })

  it('close a list in words and leave room to sign; sheets before pages', async () => {
    const { words } = await made('inventory')
    expect(words).toContain('Viết bằng chữ: Ba hồ sơ (đơn vị bảo quản).')
    expect(words).toContain('|2|02.TT|Tập tin, bài thứ 2|08/01/2024 - 20/12/2024|20 năm|40|')
    expect(words).toContain('Người lập|(Ký và ghi rõ họ và tên, chức vụ)|')
  })

  it('leave dots to be written on where nothing is known, never the word null', async () => {
    const { document, words } = await made('minutes')
    expect(words).not.toMatch(/null|undefined|\{\w+\}/)
    expect(document).toContain('w:leader="dot"')
    expect(words).toContain('Ông (bà): Lò Thị Mây|')
  })
})

describe('photo sheets', () => {
  it('state the fields of EAD_pic, people from left to right, SHA-256; a page number only from the second page', async () => {
    const { words, document } = await made('photo-sheet')
    expect(document.match(/<w:drawing>/g)).toHaveLength(4)
    expect(words).toMatch(/Tên sự kiện\|Hội nghị/)
    expect(words).toMatch(new RegExp(`Người trong ảnh, từ trái sang\\|1\\. ${names[0]}.*\\|2\\. ${names[1]}`))
    for (const { photo } of photos) expect(words).toContain(photo.file.digest.hex)
    expect(document.match(/<w:titlePg\/>/g)).toHaveLength(4)
    expect(words).toContain('|Số lưu trữ|00003.02|')
  })

  it('show a photo that two articles use once in a contact sheet, each picture with its words', async () => {
    const { words, document } = await made('contact-sheet')
    expect(document.match(/<w:drawing>/g)).toHaveLength(4)
    expect(words).toContain('Ảnh 4 – số lưu 00004|Chú thích ảnh 4.')
    expect(document.match(/descr="Ảnh: Chú thích ảnh \d\."/g)).toHaveLength(4)
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(2)
  })

  it('go on in volumes', async () => {
    const wordForms = {
      ...shippedRules.wordForms,
      contactSheet: { ...shippedRules.wordForms.contactSheet, photosPerVolume: 3 },
    }
    const rules = { ...shippedRules, wordForms }
    const files = await writeContactSheet(shown(), { title: 'Hai tập' }, join(folder, 'Tập.docx'), context({ rules }))
    expect(files.map(({ path }) => path)).toEqual([join(folder, 'Tập - Tập 1.docx'), join(folder, 'Tập - Tập 2.docx')])
  })
})

describe('a dossier', () => {
  it('has cover, list of documents with pages, articles, photos and originals', async () => {
    const { words, document } = await made('dossier')
    expect(words).toMatch(
      /HỒ SƠ\|Số, ký hiệu: 01\.TT\|Tập tin, bài thứ 1\|Từ ngày 08\/01\/2024 đến ngày 20\/12\/2024\|Gồm: 12 tờ/,
    )
    expect(words).toContain('MỤC LỤC VĂN BẢN, TÀI LIỆU|Số, ký hiệu hồ sơ: 01.TT|Năm 2024|')
    expect(words).toContain('|Tin: HỘI ĐỒNG NHÂN DÂN TỈNH KHAI MẠC KỲ HỌP|')
    expect(words).toContain('PHỤ LỤC ẢNH|')
    const pages = [...document.matchAll(/PAGEREF (bai_\d|phu_luc_anh|tep_goc) \\h.*?<w:t[^>]*>(\d+)</g)].map(
      ([, mark, page]) => [mark, Number(page)],
    )
    expect(pages.map(([mark]) => mark)).toEqual(['bai_1', 'bai_2', 'bai_3', 'phu_luc_anh', 'tep_goc'])
    expect(pages[0]![1]).toBe(3)
    expect(pages.every(([, page], at) => at === 0 || page! > pages[at - 1]![1]!)).toBe(true)
    for (const { photo } of photos) expect(words).toContain(photo.file.digest.hex)
  })
})

describe('an office’s template', () => {
  it('is filled: names with or without marks and over several runs, rows, pictures with their words', async () => {
    const { words, document, parts } = await made('template')
    expect(words).toContain('Số 00003 – Văn phòng Đoàn ĐBQH và HĐND tỉnh|HỘI ĐỒNG NHÂN DÂN TỈNH KHAI MẠC KỲ HỌP|')
    expect(words).toContain(`|1|${names[0]}|2|${names[1]}|`)
    expect(document.match(/<w:drawing>/g)).toHaveLength(3)
    expect(document).toContain('descr="Ảnh: Chú thích ảnh 1."')
    // 60 mm wide, in English Metric Units.
    expect(document).toContain('<wp:extent cx="2160000"')
    expect(words).not.toContain('{{')
    for (const [, target] of textOf(parts, 'word/_rels/document.xml.rels').matchAll(/Target="(media\/[^"]+)"/g))
      expect(parts.get(`word/${target}`)?.subarray(0, 2).toString('hex')).toBe('ffd8')
  })
})

const pythonDocx = pythonWith('docx')
const validator = process.env.KHO_OOXML_VALIDATOR ?? 'ooxml-validator'

describe('other programs', { timeout: 180_000 }, () => {
  it.skipIf(!pythonDocx)('python-docx reads every kind back', async () => {
    const script = `import docx,json,sys
d=docx.Document(sys.argv[1])
print(json.dumps([len(d.inline_shapes),len(d.tables)]))`
    for (const kind of Object.keys(makers) as Kind[]) {
      const [pictures, tables] = python(pythonDocx!, script, (await made(kind)).path) as number[]
      expect({ kind, ok: tables! > 0 }).toEqual({ kind, ok: true })
      if (kind === 'template') expect(pictures).toBe(3)
    }
  })

  it.skipIf(!has(validator, '--help'))('the OOXML validator finds no error in any kind', async () => {
    for (const kind of Object.keys(makers) as Kind[]) {
      const printed = execFileSync(validator, [(await made(kind)).path], { encoding: 'utf8' })
      expect({ kind, errors: JSON.parse(printed).errors }).toEqual({ kind, errors: [] })
    }
  })
})
