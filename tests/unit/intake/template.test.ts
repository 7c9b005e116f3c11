import { describe, expect, it } from 'vitest'
import { readTemplate } from '#intake/word/template'
import { textParagraph, wordPackage } from '../../fixtures/make/docx'
import { zipped } from '../../fixtures/make/zip'

const limits = { fileBytes: 10 * 1024 * 1024, unpackedBytes: 50 * 1024 * 1024 }
const read = async (bytes: Uint8Array | Promise<Uint8Array>) => readTemplate(await bytes, 'mẫu.docx', limits)
const body = textParagraph('{{tiêu đề}}')
const relation = (type: string, target: string, id = 'x1') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`
const textOf = (parts: { path: string; bytes: Uint8Array }[], path: string) =>
  new TextDecoder().decode(parts.find((part) => part.path === path)?.bytes)

describe('an office’s template', () => {
  it('comes apart as it is', async () => {
    const { parts, cut } = await read(wordPackage(body))
    expect(parts.map(({ path }) => path)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
    ])
    expect(textOf(parts, 'word/document.xml')).toContain('{{tiêu đề}}')
    expect(cut).toEqual([])
  })

  it('keeps links a person has to click, and cuts the tie to a template of another machine', async () => {
    const more = {
      'extra-relationships': relation('hyperlink', 'https://example.vn/'),
      'word/settings.xml': '<w:settings xmlns:w="w"><w:attachedTemplate r:id="x1"/></w:settings>',
      'word/_rels/settings.xml.rels': `<Relationships>${relation('attachedTemplate', 'file:///\\\\may-chu\\mau.dotm')}</Relationships>`,
    }
    const { parts, cut } = await read(wordPackage(body, {}, more))
    expect(cut).toEqual(['file:///\\\\may-chu\\mau.dotm'])
    expect(textOf(parts, 'word/settings.xml')).not.toContain('attachedTemplate')
    expect(textOf(parts, 'word/_rels/settings.xml.rels')).not.toContain('may-chu')
    expect(textOf(parts, 'word/_rels/document.xml.rels')).toContain('https://example.vn/')
  })

  const hostile: [string, () => Promise<Uint8Array>][] = [
    ['macros', () => wordPackage(body, {}, { 'word/vbaProject.bin': 'x' })],
    [
      'a picture of another machine',
      () => wordPackage(body, {}, { 'extra-relationships': relation('image', '\\\\may-chu\\anh.png') }),
    ],
    [
      'a link that runs a program',
      () => wordPackage(body, {}, { 'extra-relationships': relation('hyperlink', 'file:///C:/a.exe') }),
    ],
    ['an embedded object', () => wordPackage(body, {}, { 'word/embeddings/oleObject1.bin': 'x' })],
    ['entities', () => wordPackage(body, {}, { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })],
    [
      'a field that runs something, spread over runs',
      () =>
        wordPackage(
          '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r></w:p>',
        ),
    ],
    [
      'a field that fetches a file',
      () => wordPackage('<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;a&quot; "/></w:p>'),
    ],
  ]
  it.each(hostile)('is refused with %s', async (_what, make) => {
    await expect(read(make())).rejects.toMatchObject({ code: 'template-unsafe' })
  })

  it('is refused where it is another file, or unpacks into too much', async () => {
    await expect(read(zipped({ 'a.txt': 'x' }))).rejects.toMatchObject({ code: 'file-type-mismatch' })
    const bomb = wordPackage(body, {}, { 'word/media/a.bin': new Uint8Array(31 * 1024 * 1024) })
    await expect(read(bomb)).rejects.toMatchObject({ code: 'file-unpacks-too-large' })
    const long = wordPackage(body, {}, { 'word/styles.xml': ' '.repeat(9 * 1024 * 1024) })
    await expect(read(long)).rejects.toMatchObject({ code: 'file-unpacks-too-large' })
  })
})
