import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '#core/press/source'
import { readerLimits } from '#intake/protocol'
import { readPaste, readRelease } from '#intake/read'
import { piecesOf, sampleArticle } from '#tests/fixtures/make/article'
import { savedPage } from '#tests/fixtures/make/html'
import { jpeg } from '#tests/fixtures/make/pictures'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, more = {}) => readRelease({ name: 'trang.html', bytes, ...more }, readerLimits)
const article = (blocks: SourceBlock[]) => blocks.filter((block) => block.role !== 'furniture')
const texts = (blocks: SourceBlock[]) => article(blocks).map((block) => block.text)

const long = (start: string) =>
  `${start} ${'và các nội dung khác được nêu trong báo cáo của đơn vị; '.repeat(4)}`.trim()

describe('a saved page', () => {
  const pieces = piecesOf(sampleArticle)

  it('gives the article with roles, and everything around it as furniture', async () => {
    const { html } = savedPage(pieces, 'trang_files')
    const { source, warnings } = await read(utf8(html))
    const byRole = (role: string) => source.blocks.filter((block) => block.role === role).map((block) => block.text)
    expect(byRole('title')).toEqual([pieces[0]?.text])
    expect(byRole('lede')).toEqual([pieces[1]?.text])
    expect(byRole('caption')).toEqual([
      'Các đại biểu dự lễ khai giảng.',
      'Đồng chí Nông Thị Bích tặng quà học sinh nghèo.',
    ])
    expect(byRole('byline')).toEqual(['Hà Lam'])
    for (const junk of ['Trang chủ', 'Tin cùng chuyên mục', 'Xem nhiều']) {
      expect(byRole('furniture').join('\n')).toContain(junk)
    }
    const wanted = pieces
      .filter((piece) => piece.kind !== 'furniture' && piece.kind !== 'picture')
      .map((piece) => piece.text)
    expect(texts(source.blocks).filter((text) => text !== '')).toEqual(wanted)
    expect(source.meta.address).toBe('https://hdnd.example.invalid/tin/17')
    expect(warnings.map((warning) => warning.code)).not.toContain('main-part-unsure')
  })

  it('takes the pictures saved beside it, in place', async () => {
    const { html, pictures: names } = savedPage(pieces, 'trang_files')
    const files = new Map(
      await Promise.all(
        names.map(async (name, at) => [`./trang_files/${name}`, await jpeg(at)] as [string, Uint8Array]),
      ),
    )
    const { source, pictures } = await read(utf8(html), { beside: async (path: string) => files.get(path) ?? null })
    expect(pictures.map((picture) => picture.name)).toEqual(['anh-1.jpg', 'anh-2.jpg'])
    expect(source.blocks.filter((block) => block.kind === 'picture').map((block) => block.picture)).toEqual([0, 1])
  })

  it('keeps the place of a remote picture, asks for nothing and drops trackers', async () => {
    const asked: string[] = []
    const page = `<article><h1>Tin</h1><p>${long('Đoàn công tác')}</p><img src="https://a.invalid/a.jpg"><img src="https://t.invalid/p.gif" width=1 height=1></article>`
    const { source, warnings } = await read(utf8(page), {
      beside: async (path: string) => {
        asked.push(path)
        return null
      },
    })
    expect(asked).toEqual([])
    expect(source.blocks.filter((block) => block.kind === 'picture')).toHaveLength(1)
    expect(warnings.map((warning) => warning.code)).toEqual(['remote-left-out'])
  })

  it('believes the bytes rather than a false declaration', async () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${long('Ủy ban nhân dân tỉnh')}</p></body></html>`
    expect(texts((await read(utf8(page))).source.blocks)[0]).toContain('Ủy ban nhân dân tỉnh')
  })

  it('leaves out hidden text, scripts and comments', async () => {
    const page = `<style>.an{display:none}</style><p>${long('Hiện')}</p><p class="an">Ẩn một</p><p style="visibility:hidden">Ẩn hai</p><p hidden>Ẩn ba</p><script>Ẩn()</script><!--Ẩn-->`
    expect(texts((await read(utf8(page))).source.blocks).join()).not.toContain('Ẩn')
  })

  it('shows what only print, small screens or late scripts hide', async () => {
    const style = '<style>body{visibility:hidden}@media print{.a{color:red}.an{display:none}}.b{display:none}</style>'
    const { source } = await read(utf8(`${style}<p class="an">${long('Hiện')}</p><p class="b">Ẩn</p>`))
    expect(texts(source.blocks)).toEqual([long('Hiện')])
  })

  it('reads paragraphs of an old portal made of line breaks', async () => {
    const page = `<title>Đoàn giám sát làm việc tại xã</title><div><font size=5>Đoàn giám sát làm việc tại xã</font><br><br><b>${long('Sáng nay')}</b><br><br>${long('Báo cáo')}<br><br><center><img src=a.png><br><i>Quang cảnh.</i></center><br>${long('Kết luận')}<div align=right>Hà Lam</div></div>`
    const { source } = await read(utf8(page))
    expect(article(source.blocks).map((block) => block.role ?? block.kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'picture',
      'caption',
      'paragraph',
      'paragraph',
    ])
    expect(source.blocks.at(-1)).toMatchObject({ text: 'Hà Lam', right: true })
  })

  it('keeps the signature that stands outside the text', async () => {
    const page = `<h1>Tin ngắn trong ngày</h1><div><p>${long('Đoạn một')}</p><p>${long('Đoạn hai')}</p></div><p><b>Hà Thu Lam</b></p><div>Trang chủ của đơn vị chúng tôi luôn cập nhật</div>`
    const { source } = await read(utf8(page))
    expect(texts(source.blocks).at(-1)).toBe('Hà Thu Lam')
  })

  it('takes pictures out of data addresses and MHTML parts', async () => {
    const picture = Buffer.from(await jpeg(4)).toString('base64')
    const inline = await read(utf8(`<p>${long('Chữ')}</p><img src="data:image/jpeg;base64,${picture}">`))
    expect(inline.pictures).toHaveLength(1)
    const mhtml = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://x.invalid/tin\r\n\r\n<p>H=E1=BB=8Dp =\r\ngiao ban</p><img src=3D"cid:1@x">\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <1@x>\r\n\r\n${picture}\r\n--b--\r\n`
    const page = await read(utf8(mhtml))
    expect(page.pictures[0]?.bytes).toEqual(await jpeg(4))
    expect(texts(page.source.blocks)).toContain('Họp giao ban')
    expect(page.source.meta.address).toBe('https://x.invalid/tin')
  })

  it('survives nesting that would exhaust a stack', async () => {
    const page = `${'<div>'.repeat(5000)}<p>${long('Đáy')}</p>`
    expect(texts((await read(utf8(page))).source.blocks)[0]).toContain('Đáy')
  })
})

describe('the clipboard', () => {
  it('is read as HTML where that says more', async () => {
    const { source, format } = await readPaste(
      'Tiêu đề\nChữ',
      '<html><body><!--StartFragment--><p align=center><b>Tiêu đề</b></p><p>Chữ</p><!--EndFragment--></body></html>',
    )
    expect(format).toBe('paste')
    expect(source).toMatchObject({
      origin: 'paste',
      blocks: [{ text: 'Tiêu đề', bold: true, centered: true }, { text: 'Chữ' }],
    })
  })

  it('keeps all that was chosen, also outside the densest part', async () => {
    const html = `<div><p>${long('Đoạn một')}</p><p>${long('Đoạn hai')}</p></div><p>Một dòng sau đó</p><p>Thế Anh</p>`
    const { source } = await readPaste('', `<p>Một dòng trước đó</p>${html}`)
    expect(texts(source.blocks)).toHaveLength(5)
  })

  it('is read as text where the HTML is only a wrapping', async () => {
    const { source } = await readPaste('Dòng một\n\n\nDòng hai', '<meta charset="utf-8"><span>Dòng một Dòng hai</span>')
    expect(source.blocks.map((block) => [block.text, block.gap])).toEqual([
      ['Dòng một', 0],
      ['Dòng hai', 2],
    ])
  })

  it('says so when it is empty', async () => {
    await expect(readPaste('  \n', null)).rejects.toMatchObject({ code: 'file-has-no-text' })
  })
})
