import { describe, expect, it } from 'vitest'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { jpeg } from '#tests/fixtures/make/pictures'
import { zipped } from '#tests/fixtures/make/zip'

const rtf = (inside: string) =>
  readRelease({ name: 'a.rtf', bytes: new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg1252 ${inside}}`) }, readerLimits)

describe('Rich Text', () => {
  it('gives text with its looks, whatever way its letters are written', async () => {
    const { source, format } = await rtf(
      "{\\b\\qc Ti\\u234\\'eau \\u273?\\u7873?\\par}\\pard\\qr{\\i Caf\\'e9}\\par {\\*\\unknown x}Cu\\uc0\\u7889i",
    )
    expect(format).toBe('word')
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'Tiêu đề', gap: 0, bold: true, centered: true },
      { kind: 'paragraph', text: 'Café', gap: 0, italic: true, right: true },
      { kind: 'paragraph', text: 'Cuối', gap: 0, right: true },
    ])
  })

  it('decodes old fonts run by run', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset0 .VnTime;}}'
    const { source, warnings } = await rtf(`${fonts}\\f1 H\\'e9i \\'ae\\'e5ng {\\f0 2025}\\par`)
    expect(source.blocks[0]?.text).toBe('Hội đồng 2025')
    expect(warnings.map((warning) => warning.code)).toEqual(['legacy-font'])
  })

  it('keeps rows of tables, notes at the end and pictures in place', async () => {
    const picture = await jpeg(3)
    const hex = Buffer.from(picture).toString('hex')
    const { source, pictures } = await rtf(
      `\\trowd\\intbl A\\cell B\\cell\\row\\pard Xong{\\footnote Ghi}\\par{\\pict\\jpegblip ${hex}}\\par`,
    )
    expect(source.blocks.map((block) => [block.kind, block.text])).toEqual([
      ['table-row', 'A\tB'],
      ['paragraph', 'Xong'],
      ['picture', ''],
      ['footnote', 'Ghi'],
    ])
    expect(pictures.map((one) => one.bytes)).toEqual([picture])
  })
})

describe('OpenDocument text', () => {
  const odt = (body: string, styles = '', parts: Record<string, string | Uint8Array> = {}) =>
    zipped({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ...parts,
    }).then((bytes) => readRelease({ name: 'a.odt', bytes }, readerLimits))

  it('gives text with its styles, pictures with what describes them, and no deleted text', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>'
    const frame = '<draw:frame><draw:image xlink:href="Pictures/a.jpg"/><svg:desc>Quang cảnh</svg:desc></draw:frame>'
    const { source, pictures } = await odt(
      `<text:tracked-changes><text:p>Đã xoá</text:p></text:tracked-changes><text:p text:style-name="P1">Tiêu<text:s/>đề</text:p><text:p>${frame}</text:p><text:h text:outline-level="2">Mục</text:h>`,
      styles,
      { 'Pictures/a.jpg': await jpeg(1) },
    )
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'Tiêu đề', gap: 0, bold: true, centered: true },
      { kind: 'picture', text: 'Quang cảnh', gap: 0, picture: 0 },
      { kind: 'heading', text: 'Mục', gap: 0, level: 2 },
    ])
    expect(pictures).toHaveLength(1)
  })

  it('is refused where it is encrypted or another kind', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    await expect(odt('', '', { 'META-INF/manifest.xml': manifest })).rejects.toMatchObject({ code: 'file-encrypted' })
    const sheet = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }
    await expect(odt('', '', sheet)).rejects.toMatchObject({ code: 'file-type-mismatch' })
  })
})
