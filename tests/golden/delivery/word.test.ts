import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KhoError } from '#core/errors'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { shippedRules } from '#delivery/rules'
import { writeArticle } from '#delivery/word/article'
import { writeBook } from '#delivery/word/book'
import { article, context, delivered, deliveredPhoto, names, paragraph, picture } from './records'
import { has, python, pythonWith } from './tools'
import { textOf, unpack } from './unpack'

const folder = mkdtempSync(join(tmpdir(), 'kho-word-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let photos: DeliveredPhoto[]
const longCaption = 'Đại biểu Lò Thị Mây trao đổi với cử tri bản Pú Nhung bên lề hội nghị. '.repeat(6).slice(0, 400)

beforeAll(async () => {
  photos = [
    await deliveredPhoto(await picture(1600, 1067, 1, 0), 'DSC_0001.jpg', 'Các đại biểu dự hội nghị.'),
    await deliveredPhoto(await picture(900, 1200, 2, 0), 'Ảnh dọc.JPG', longCaption),
    await deliveredPhoto(await picture(300, 200, 3, 0), 'nhỏ.jpg', ''),
  ]
})

const full = () =>
  delivered(
    article(7, {
      title: 'Tiêu đề rất dài '.repeat(14).normalize('NFD').trim(),
      mentions: names.map((name, index) => ({
        personId: `person-${index}`,
        name: name.normalize('NFD'),
        offices: ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Phó Chủ tịch Thường trực HĐND tỉnh'],
        spans: [],
      })),
      body: [
        { kind: 'paragraph', text: `Chữ & dấu < > " ' \u0001 và 😀.\nDòng hai.` },
        { kind: 'figure', text: '', photo: 0 },
        { kind: 'heading', text: 'Kết quả' },
        { kind: 'list-item', text: '- Có gạch đầu dòng sẵn' },
        { kind: 'list-item', text: 'Chưa có gạch đầu dòng' },
        { kind: 'quote', text: 'Lời trích.' },
        { kind: 'table-row', text: 'Xã\tSố hộ' },
        { kind: 'table-row', text: 'Pú Nhung\t125' },
        { kind: 'footnote', text: '(1) Chú thích.' },
      ],
    }),
    photos,
  )

const write = async (one: DeliveredArticle, name: string) => {
  const written = await writeArticle(one, join(folder, name), context())
  const parts = unpack(written.path)
  return { written, parts, document: textOf(parts, 'word/document.xml'), styles: textOf(parts, 'word/styles.xml') }
}

const styleOf = (styles: string, id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? ''

describe('an article in Word', () => {
  it('is an A4 page with the margins, type and page number of Nghị định 30/2020', async () => {
    const { document, styles, parts } = await write(full(), 'a4.docx')
    // 210 × 297 mm; 20, 20, 30, 15 mm in twentieths of a point.
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(/<w:pgMar [^>]*w:top="1134"/)
    expect(document).toMatch(/<w:pgMar [^>]*w:bottom="1134"/)
    expect(document).toMatch(/<w:pgMar [^>]*w:left="1701"/)
    expect(document).toMatch(/<w:pgMar [^>]*w:right="850"/)
    expect(document).toContain('<w:titlePg/>')
    expect(document).toContain('w:type="default"')
    expect(document).not.toContain('w:type="first"')
    expect(textOf(parts, 'word/header1.xml')).toMatch(/PAGE/)
    expect(styleOf(styles, 'Header')).toContain('<w:jc w:val="center"/>')
    expect(styleOf(styles, 'Header')).toContain('<w:sz w:val="26"/>')
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('<w:lang w:val="vi-VN"/>')
    expect(styleOf(styles, 'Normal')).toContain('<w:sz w:val="28"/>')
    const body = styleOf(styles, 'BodyText')
    expect(body).toContain('<w:jc w:val="both"/>')
    expect(body).toContain('w:firstLine="720"')
    expect(body).toContain('w:after="120"')
  })

  it('formats by styles alone: no run carries type or size of its own', async () => {
    const { document } = await write(full(), 'styles.docx')
    expect(document.match(/<w:(b|i|sz|rFonts|jc)\b[^>]*>/g)).toBeNull()
    for (const style of [
      'Title',
      'Dateline',
      'Lede',
      'BodyText',
      'Heading2',
      'ListText',
      'Quote',
      'Byline',
      'Caption',
    ]) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
    }
  })

  it('keeps a picture with its caption, on the page and half as high as it at most', async () => {
    const { document, styles, parts } = await write(full(), 'pictures.docx')
    expect(styleOf(styles, 'Figure')).toContain('<w:keepNext/>')
    expect(styleOf(styles, 'Caption')).toContain('<w:keepLines/>')
    const extents = [...document.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, cx, cy]) => [
      Number(cx),
      Number(cy),
    ])
    expect(extents).toHaveLength(3)
    for (const [width, height] of extents as [number, number][]) {
      expect(width).toBeLessThanOrEqual(165 * 36000)
      expect(height).toBeLessThanOrEqual(129 * 36000)
    }
    // The small one is not blown up.
    expect(extents[2]![0]).toBeLessThanOrEqual(300 * 9525)
    const targets = [...textOf(parts, 'word/_rels/document.xml.rels').matchAll(/Target="(media\/[^"]+)"/g)]
    expect(targets.map(([, target]) => parts.get(`word/${target}`)?.subarray(0, 2).toString('hex'))).toEqual(
      Array(3).fill('ffd8'),
    )
    expect(document).toContain('descr="Ảnh: Các đại biểu dự hội nghị."')
    expect(document).toContain('descr="Ảnh: nhỏ.jpg"')
  })

  it('holds all words as NFC, without what XML forbids', async () => {
    const { document } = await write(full(), 'nfc.docx')
    expect(document).toBe(document.normalize('NFC'))
    expect(document).toContain('Chữ &amp; dấu &lt; &gt;')
    expect(document).toContain('😀.')
    expect(document).not.toContain('\u0001')
    expect(document).toMatch(/<w:br\/>.*Dòng hai\./)
    expect(document).toContain(longCaption)
  })

  it('states the source: office as written, event, document, originals with SHA-256', async () => {
    const { document } = await write(full(), 'source.docx')
    const text = document.replace(/<[^>]+>/g, ' ').replace(/ +/g, ' ')
    expect(text).toContain('1. Lò Thị Mây, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực HĐND tỉnh')
    expect(text).toContain('12. Đỗ Ỷ Lan')
    expect(text).toContain('năm 2024 (08/07/2024)')
    expect(text).toContain('Nghị quyết số 29/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh về kế hoạch')
    for (const { photo } of photos) expect(text).toContain(photo.file.digest.hex)
  })

  it('names a picture that cannot be shown instead of leaving it out', async () => {
    const broken = { ...photos[0]!, picture: async () => null }
    const { document } = await write(delivered(article(8), [broken]), 'broken.docx')
    expect(document).toContain('[Không hiển thị được ảnh: DSC_0001.jpg] Các đại biểu dự hội nghị.')
    expect(document).not.toContain('<w:drawing>')
  })

  it('is the same file twice, and never replaces one', async () => {
    const [one, two] = [await write(full(), 'same.docx'), await write(full(), 'same.docx')]
    expect(two.written.path).toBe(join(folder, 'same (2).docx'))
    expect(readFileSync(two.written.path).equals(readFileSync(one.written.path))).toBe(true)
    expect(two.written.size).toBe(readFileSync(two.written.path).length)
  })

  it('writes nothing where nothing is known', async () => {
    const bare = article(9, {
      lede: null,
      body: [],
      authors: [],
      photographers: [],
      publishedOn: null,
      events: [],
      mentions: [],
      organizations: [],
      places: [],
      documents: [],
      topics: [],
      asReceived: [],
      retention: null,
      outlet: '',
      sourceAddress: '',
    })
    const { document } = await write(delivered(bare, [], []), 'bare.docx')
    expect(document).not.toMatch(/null|undefined|NaN/)
    // The day it was received is no date of the article.
    expect(document).toContain('>Tin<')
    expect(document).not.toContain('08/07/2024')
  })
})

async function* series(count: number, each: (index: number) => DeliveredArticle): AsyncGenerator<DeliveredArticle> {
  for (let index = 1; index <= count; index++) yield each(index)
}

const plain = (index: number) =>
  delivered(article(index, { body: [{ kind: 'paragraph', text: paragraph(index, 2) }] }), index % 3 ? [] : [photos[0]!])

describe('a book in Word', { timeout: 60_000 }, () => {
  it('has cover, contents with pages, articles on new pages, people index and originals', async () => {
    const progress: number[] = []
    const files = await writeBook(
      series(5, plain),
      { title: 'Tin, bài năm 2024', total: 5 },
      join(folder, 'Sách.docx'),
      context({ report: (done) => void progress.push(done) }),
    )
    expect(files).toMatchObject([{ path: join(folder, 'Sách.docx'), articles: 5 }])
    expect(progress).toEqual([1, 2, 3, 4, 5])
    const parts = unpack(files[0]!.path)
    const document = textOf(parts, 'word/document.xml')
    expect(document).toContain('TIN, BÀI NĂM 2024')
    expect(document).toContain('5 bài, 1 ảnh, 4 nhân vật')
    // cover, contents, five articles, people, originals
    expect(document.match(/<w:sectPr\b/g)).toHaveLength(9)
    expect(document.match(/<w:titlePg\/>/g)).toHaveLength(1)
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(7)
    const pages = [...document.matchAll(/PAGEREF bai_\d+ \\h.*?<w:t[^>]*>(\d+)</g)].map(([, page]) => Number(page))
    expect(pages).toHaveLength(5)
    expect(pages[0]).toBe(3)
    expect(pages.every((page, index) => index === 0 || page > pages[index - 1]!)).toBe(true)
    expect(document).toContain('<w:tblHeader/>')
    expect(textOf(parts, 'word/header2.xml')).toMatch(/Tin, bài năm 2024.*Bài 2</)
    expect(document).not.toContain('w:dirty')
  })

  it('lists people by given name with the articles of each office', async () => {
    const offices = (index: number) => [index === 2 ? 'Trưởng ban' : 'Phó Trưởng ban']
    const of = (index: number) =>
      delivered(
        article(index, {
          mentions: ['Vàng A Chảo', 'Bùi Ngọc Hà', 'Quàng Văn Hạ'].map((name) => ({
            personId: name,
            name,
            offices: name === 'Bùi Ngọc Hà' ? offices(index) : [],
            spans: [],
          })),
        }),
      )
    const [file] = await writeBook(series(4, of), { title: 'Sách' }, join(folder, 'people.docx'), context())
    const text = textOf(unpack(file!.path), 'word/document.xml')
      .replace(/<[^>]+>/g, '|')
      .replace(/\|+/g, '|')
    const index = text.slice(text.lastIndexOf('DANH MỤC NHÂN VẬT'))
    expect(index).toContain(
      '|1|Vàng A Chảo|1–4|2|Bùi Ngọc Hà|Phó Trưởng ban (bài 1, 3, 4)|Trưởng ban (bài 2)|1–4|3|Quàng Văn Hạ|1–4|',
    )
  })

  it('goes on in volumes when it grows past its bounds', async () => {
    const rules = {
      ...shippedRules,
      word: { ...shippedRules.word, volumes: { ...shippedRules.word.volumes, articles: 2 } },
    }
    const files = await writeBook(series(5, plain), { title: 'Sách' }, join(folder, 'Bộ.docx'), context({ rules }))
    expect(files.map(({ path, articles }) => [path, articles])).toEqual([
      [join(folder, 'Bộ - Tập 1.docx'), 2],
      [join(folder, 'Bộ - Tập 2.docx'), 2],
      [join(folder, 'Bộ - Tập 3.docx'), 1],
    ])
    const last = textOf(unpack(files[2]!.path), 'word/document.xml')
    expect(last).toContain('Tập 3')
    expect(last).toContain('Từ bài 5 đến bài 5')
  })

  it('is the same file twice', async () => {
    const options = { title: 'Sách' }
    const [one] = await writeBook(series(3, plain), options, join(folder, 'hai lần.docx'), context())
    const later = context({ madeAt: '2026-02-03T04:05:06.000+07:00' })
    const [two] = await writeBook(series(3, plain), options, join(folder, 'hai lần.docx'), later)
    expect(readFileSync(two!.path).equals(readFileSync(one!.path))).toBe(true)
  })

  it('leaves nothing behind when cancelled, full or empty', async () => {
    const target = mkdtempSync(join(folder, 'stop-'))
    const stop = new AbortController()
    const cancelled = context({ signal: stop.signal, report: (done) => done === 2 && stop.abort() })
    await expect(writeBook(series(9, plain), { title: 'x' }, join(target, 'x.docx'), cancelled)).rejects.toMatchObject({
      code: 'cancelled',
    })
    await expect(writeBook(series(0, plain), { title: 'x' }, join(target, 'x.docx'), context())).rejects.toMatchObject({
      code: 'export-nothing-selected',
    })
    await expect(writeArticle(full(), join(target, 'x.docx'), cancelled)).rejects.toMatchObject({ code: 'cancelled' })
    const fullDisk = { ...context().files, appendDurably: () => Promise.reject(new KhoError('disk-full')) }
    const nowhere = context({ files: fullDisk })
    await expect(writeArticle(full(), join(target, 'x.docx'), nowhere)).rejects.toMatchObject({ code: 'disk-full' })
    await expect(writeBook(series(2, plain), { title: 'x' }, join(target, 'x.docx'), nowhere)).rejects.toMatchObject({
      code: 'disk-full',
    })
    expect(readdirSync(target)).toEqual([])
  })
})

const pythonDocx = pythonWith('docx')

describe('other programs', () => {
  it.skipIf(!pythonDocx)('python-docx reads an article back', async () => {
    const { written } = await write(full(), 'read back.docx')
    const script = `import docx,json,sys
d=docx.Document(sys.argv[1])
print(json.dumps({"title":[p.text for p in d.paragraphs if p.style.name=="Title"],"pictures":len(d.inline_shapes),"tables":len(d.tables),"width":d.sections[0].page_width.mm}))`
    expect(python(pythonDocx!, script, written.path)).toEqual({
      title: [full().article.title.normalize('NFC')],
      pictures: 3,
      tables: 2,
      width: expect.closeTo(210, 0),
    })
  })

  it.skipIf(!has('soffice', '--version') || !has('pdftotext', '-v'))(
    'LibreOffice shows the articles on the pages that the contents state',
    { timeout: 120_000 },
    async () => {
      const [file] = await writeBook(series(6, plain), { title: 'Sách' }, join(folder, 'pages.docx'), context())
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file!.path])
      const pdf = join(folder, 'pages.txt')
      execFileSync('pdftotext', ['-layout', join(folder, 'pages.pdf'), pdf])
      const pages = readFileSync(pdf, 'utf8').split('\f')
      const stated = [...pages[1]!.matchAll(/(?:Rốm|VẬT|256)[^.\n]*\.{3,}\s*(\d+)/g)].map(([, page]) => Number(page))
      expect(stated).toHaveLength(8)
      for (const [index, page] of stated.slice(0, 6).entries()) {
        expect(pages[page - 1]).toMatch(new RegExp(`^\\s*${index + 1}\\. Phó Chủ tịch`, 'm'))
      }
      writeFileSync(pdf, '')
    },
  )
})
