import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '#core/press/source'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { piecesOf, sampleArticle } from '#tests/fixtures/make/article'
import { docxOf, pictureParagraph, textParagraph, wordPackage } from '#tests/fixtures/make/docx'
import { jpeg } from '#tests/fixtures/make/pictures'
import { zipped } from '#tests/fixtures/make/zip'

const read = async (bytes: Uint8Array, name = 'bài.docx') => readRelease({ name, bytes }, readerLimits)
const body = async (xml: string, media = {}, more = {}) => read(await wordPackage(xml, media, more))
const short = (blocks: SourceBlock[]) =>
  blocks.map((block) => (block.kind === 'picture' ? `[${block.picture}]` : block.text))
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => error.code,
  )

describe('a press release in Word', () => {
  it('comes out in order, with pictures in place and the looks of each paragraph', async () => {
    const pictures = [await jpeg(1), await jpeg(2)]
    const { source, pictures: taken, format } = await read(await docxOf(piecesOf(sampleArticle), pictures))
    expect(format).toBe('word')
    expect(source.blocks.map((block) => block.kind).filter((kind) => kind === 'picture')).toHaveLength(2)
    expect(source.blocks[0]).toMatchObject({ text: expect.stringContaining('Khuôn Hà'), bold: true, centered: true })
    const first = source.blocks.findIndex((block) => block.kind === 'picture')
    expect(source.blocks[first + 1]).toMatchObject({ text: 'Các đại biểu dự lễ khai giảng.', italic: true })
    expect(taken.map((picture) => picture.bytes)).toEqual(pictures)
    expect(taken[0]).toMatchObject({ mediaType: 'image/jpeg', name: 'image1.jpg' })
  })

  it('counts empty paragraphs as the gap before the next', async () => {
    const { source } = await body(textParagraph('Một') + textParagraph('') + textParagraph('') + textParagraph('Hai'))
    expect(source.blocks.map((block) => [block.text, block.gap])).toEqual([
      ['Một', 0],
      ['Hai', 2],
    ])
  })

  it('gives decomposed letters as NFC and drops invisible ones', async () => {
    const { source } = await body(textParagraph('Tuye\u0302n\u00a0Qua\u200bng'))
    expect(source.blocks[0]?.text).toBe('Tuyên Quang')
  })

  it('reads tracked changes as accepted, joining paragraphs whose mark was deleted', async () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del>'
    const inserted = '<w:ins w:id="2"><w:r><w:t>mới</w:t></w:r></w:ins>'
    const joined =
      '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">nửa đầu </w:t></w:r></w:p>'
    const { source, warnings } = await body(`<w:p>${deleted}${inserted}</w:p>${joined}${textParagraph('nửa sau')}`)
    expect(short(source.blocks)).toEqual(['mới', 'nửa đầu nửa sau'])
    expect(warnings.map((warning) => warning.code)).toEqual(['word-tracked-changes'])
  })

  it('takes a text box once, not its fallback too', async () => {
    const box = (text: string) => `<w:txbxContent>${textParagraph(text)}</w:txbxContent>`
    const choice = `<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('Trong khung')}</wps:txbx></wps:wsp></w:drawing></mc:Choice>`
    const fallback = `<mc:Fallback><w:pict><v:shape><v:textbox>${box('Trong khung')}</v:textbox></v:shape></w:pict></mc:Fallback>`
    const { source } = await body(
      `<w:p><w:r><w:t>Ngoài khung</w:t></w:r><w:r><mc:AlternateContent>${choice}${fallback}</mc:AlternateContent></w:r></w:p>`,
    )
    expect(short(source.blocks)).toEqual(['Ngoài khung', 'Trong khung'])
  })

  it('keeps a floating picture and its caption in a text box together', async () => {
    const blip = '<wp:anchor><wp:docPr id="1" name="p" descr="Ảnh lễ trao quà"/><a:blip r:embed="rId1"/></wp:anchor>'
    const box = `<wps:txbx><w:txbxContent>${textParagraph('Quang cảnh.')}</w:txbxContent></wps:txbx>`
    const { source } = await body(
      `<w:p><w:r><w:t>Đoạn văn.</w:t></w:r><w:r><w:drawing>${blip}</w:drawing></w:r><w:r><w:drawing>${box}</w:drawing></w:r></w:p>`,
      { 'media/image1.jpeg': await jpeg(3) },
    )
    expect(short(source.blocks)).toEqual(['[0]', 'Quang cảnh.', 'Đoạn văn.'])
    expect(source.blocks[0]?.text).toBe('Ảnh lễ trao quà')
    expect(source.blocks[1]?.role).toBe('caption')
  })

  it('keeps rows of data as rows and takes apart tables that only hold a picture with its caption', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`
    const data = `<w:tbl><w:tr>${cell(textParagraph('Xã'))}${cell(textParagraph('Số hộ'))}</w:tr></w:tbl>`
    const framed = `<w:tbl><w:tr>${cell(pictureParagraph(0))}</w:tr><w:tr>${cell(textParagraph('Quang cảnh.'))}</w:tr></w:tbl>`
    const { source } = await body(data + framed, { 'media/image1.jpeg': await jpeg(3) })
    expect(short(source.blocks)).toEqual(['Xã\tSố hộ', '[0]', 'Quang cảnh.'])
    expect(source.blocks[0]?.kind).toBe('table-row')
    expect(source.blocks[2]?.role).toBe('caption')
  })

  it('tells the head of an official letter from the text, and keeps its date', async () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => textParagraph(line)).join('')}</w:tc>`
    const left = cell('VĂN PHÒNG HĐND TỈNH', 'Số: 45/TCBC')
    const right = cell(
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Na Hang, ngày 05 tháng 12 năm 2025',
    )
    const { source } = await body(`<w:tbl><w:tr>${left}${right}</w:tr></w:tbl>${textParagraph('THÔNG CÁO BÁO CHÍ')}`)
    expect(source.blocks.map((block) => block.role)).toEqual([...Array(4).fill('furniture'), 'date', undefined])
  })

  it('shows the numbers Word shows', async () => {
    const numbering =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    const related =
      '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>'
    const item = (text: string, level: number) =>
      textParagraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`)
    const xml = item('Tình hình', 0) + item('Kinh tế', 1) + item('Xã hội', 1) + item('Nhiệm vụ', 0) + item('Chung', 1)
    const { source } = await body(xml, {}, { 'word/numbering.xml': numbering, 'extra-relationships': related })
    expect(short(source.blocks)).toEqual(['I. Tình hình', '1. Kinh tế', '2. Xã hội', 'II. Nhiệm vụ', '1. Chung'])
  })

  it('splits lines typed with Shift+Enter into paragraphs, but not a centred title', async () => {
    const lines = (look: string) =>
      `<w:p><w:pPr>${look}</w:pPr><w:r><w:t>Hội nghị giao ban</w:t><w:br/><w:t>Tháng 5 năm 2025</w:t></w:r></w:p>`
    const { source } = await body(lines('<w:jc w:val="center"/>') + lines(''))
    expect(short(source.blocks)).toEqual([
      'Hội nghị giao ban Tháng 5 năm 2025',
      'Hội nghị giao ban',
      'Tháng 5 năm 2025',
    ])
  })

  it('never takes a remote picture and says so', async () => {
    const related = `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://anh.invalid/a.jpg" TargetMode="External"/>`
    const { pictures, warnings, source } = await body(
      pictureParagraph(0) + textParagraph('Chữ'),
      {},
      { 'extra-relationships': related },
    )
    expect(pictures).toEqual([])
    expect(source.blocks[0]).toMatchObject({ kind: 'picture' })
    expect(warnings.map((warning) => warning.code)).toEqual(['remote-left-out'])
  })

  it('reports fields that would start a program', async () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x "y" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    const { warnings } = await body(field + textParagraph('Chữ'))
    expect(warnings).toEqual([{ code: 'word-active-field', file: 'bài.docx', args: { field: 'DDEAUTO' } }])
  })
})

describe('a Word file that is none, or worse', () => {
  it('refuses entities before expanding them', async () => {
    const part =
      '<!DOCTYPE d [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    expect(await codeOf(body('', {}, { 'word/document.xml': part }))).toBe('file-hostile')
  })

  it('refuses what unpacks too large, declared or not', async () => {
    const bytes = await wordPackage('', { 'media/image1.jpeg': new Uint8Array(3_000_000) })
    const limits = { ...readerLimits, unpackedBytes: 1_000_000 }
    expect(await codeOf(readRelease({ name: 'x.docx', bytes }, limits))).toBe('file-unpacks-too-large')
  })

  it('refuses a part that is larger than it says', async () => {
    const bytes = await wordPackage('', { 'media/image1.jpeg': crypto.getRandomValues(new Uint8Array(40_000)) })
    const name = new TextEncoder().encode('word/media/image1.jpeg')
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at < bytes.length - 60; at += 1) {
      const central = view.getUint32(at, true) === 0x02014b50
      if (central && name.every((byte, offset) => bytes[at + 46 + offset] === byte)) view.setUint32(at + 24, 10, true)
    }
    expect(await codeOf(read(bytes))).toBe('file-hostile')
  })

  it('calls a file cut short or with flipped bits damaged', async () => {
    const whole = await wordPackage(textParagraph('Một câu đủ dài để đổi một bit trong đó.'))
    expect(await codeOf(read(whole.slice(0, whole.length / 2)))).toBe('file-damaged')
    const plain = await wordPackage('', {}, { 'word/document.xml': 'x' })
    expect(await codeOf(read(plain))).toBe('file-damaged')
  })

  it('names what a file truly is', async () => {
    await expect(read(await jpeg(1))).rejects.toMatchObject({ code: 'file-type-mismatch', args: { actual: 'JPEG' } })
    await expect(read(await zipped({ 'a.txt': 'x' }))).rejects.toMatchObject({
      code: 'file-type-mismatch',
      args: { actual: 'ZIP' },
    })
    await expect(read(await zipped({ 'xl/workbook.xml': 'x' }))).rejects.toMatchObject({ args: { actual: 'Excel' } })
    expect(await codeOf(read(new Uint8Array()))).toBe('file-empty')
    expect(await codeOf(read(new TextEncoder().encode('%PDF-1.7')))).toBe('file-type-unknown')
  })

  it('reads a web page under a Word name as the page it is, with a warning', async () => {
    const page = new TextEncoder().encode(
      '<html><body><h1>Thông báo họp</h1><p>Họp lúc 8 giờ ngày mai tại hội trường.</p></body></html>',
    )
    const { format, warnings } = await read(page)
    expect(format).toBe('html')
    expect(warnings).toContainEqual({ code: 'ending-differs', file: 'bài.docx', args: { actual: 'HTML' } })
  })

  it('writes nothing anywhere for names that climb out, and reads the rest', async () => {
    const bytes = await wordPackage(textParagraph('Chữ'), {}, { 'slip/slips/a.txt': 'x' })
    const name = new TextEncoder().encode('slip/slips/a.txt')
    const climbing = new TextEncoder().encode('../../../../a.tx')
    for (let at = 0; at < bytes.length - name.length; at += 1) {
      if (name.every((byte, offset) => bytes[at + offset] === byte)) bytes.set(climbing, at)
    }
    expect(short((await read(bytes)).source.blocks)).toEqual(['Chữ'])
  })
})
