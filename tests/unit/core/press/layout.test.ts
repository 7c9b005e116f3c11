import { describe, expect, it } from 'vitest'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import type { SourceText } from '#core/press/source'
import { vocabulary } from '#tests/bench/vocabulary'
import { paragraph, picture, readText } from './reading'

const words = 'Xã tập trung chỉ đạo sản xuất vụ đông, làm đường nội đồng và chăm lo đời sống người dân vùng cao.'
const more =
  'Các thôn rà soát diện tích, chuẩn bị giống và vật tư; người dân phấn khởi bước vào vụ mới với nhiều kỳ vọng.'

describe('lines of plain text', () => {
  it('become blocks with the empty lines before them as gap', () => {
    const source = sourceFromText('\uFEFFMột\r\n\r\n\r\nHai\rBa\n \u00A0\nBốn', 'paste')
    expect(source.blocks.map((block) => [block.text, block.gap])).toEqual([
      ['Một', 0],
      ['Hai', 2],
      ['Ba', 0],
      ['Bốn', 1],
    ])
  })
})

describe('the title', () => {
  it('joins lines in capitals that belong together', () => {
    const reading = readText(`BAN DÂN TỘC HĐND TỈNH KHẢO SÁT\nCHÍNH SÁCH NHÀ Ở VÙNG CAO\n\n${words}\n\n${more}`)
    expect(reading.title).toBe('BAN DÂN TỘC HĐND TỈNH KHẢO SÁT CHÍNH SÁCH NHÀ Ở VÙNG CAO')
    expect(reading.body).toEqual([words, more])
  })

  it('is not repeated in the body', () => {
    expect(readText(`Vụ đông ở Nà Tông\n\nVụ đông ở Nà Tông\n\n${words}\n\n${more}`).body).toEqual([words, more])
  })

  it('comes after a letterhead and a publication line', () => {
    const reading = readText(
      `HỘI ĐỒNG NHÂN DÂN TỈNH\n\nThứ Ba, 04/03/2025 | 09:12\n\nVụ đông ở Nà Tông\n\n${words}\n\n${more}`,
    )
    expect(reading).toMatchObject({
      title: 'Vụ đông ở Nà Tông',
      publishedOn: '2025-03-04',
      furniture: ['HỘI ĐỒNG NHÂN DÂN TỈNH'],
    })
  })
})

describe('the lede', () => {
  it('stands apart by a wider gap', () => {
    expect(readText(`Vụ đông\n\n${words}\n\n\n${more}\n\n${words}`).lede).toBe(words)
    expect(readText(`Vụ đông\n\n${words}\n\n${more}\n\n${words}`).lede).toBeNull()
  })

  it('is the bold first paragraph of a Word file', () => {
    const source: SourceText = {
      origin: 'word',
      blocks: [paragraph('Vụ đông'), paragraph(words, { bold: true }), paragraph(more)],
      meta: {},
    }
    expect(readPress(source, vocabulary)).toMatchObject({ lede: words, body: [{ text: more }] })
  })
})

describe('captions', () => {
  it('are told from body paragraphs without any marker', () => {
    const caption = 'Đồng chí Lành Thị Bưởi kiểm tra mương nước tại xã Nà Tông.'
    const reading = readText(`Vụ đông\n\n${words}\n\n${caption}\n\n${more}`)
    expect(reading.captions).toEqual([caption])
    expect(reading.body).toEqual([more])
  })

  it('lose credit and brackets; one printed twice counts once', () => {
    const reading = readText(
      `Vụ đông\n\n${words}\n\n(Nông dân xã Nà Tông thu hoạch khoai tây. Ảnh: Lý Kiên)\n\nNông dân xã Nà Tông thu hoạch khoai tây. Ảnh: Lý Kiên\n\n${more}`,
    )
    expect(reading).toMatchObject({
      captions: ['Nông dân xã Nà Tông thu hoạch khoai tây.'],
      photographers: ['Lý Kiên'],
    })
  })

  it('belong to the picture before them, in a row each to its own', () => {
    const source: SourceText = {
      origin: 'html',
      blocks: [
        paragraph('Vụ đông', { role: 'title' }),
        paragraph(words),
        picture(0),
        picture(1),
        paragraph('Quang cảnh đồng ruộng.', { role: 'caption' }),
        paragraph('Nông dân thu hoạch khoai.', { role: 'caption' }),
        paragraph(more),
        picture(2),
        paragraph('Quang cảnh buổi kiểm tra.'),
      ],
      meta: {},
    }
    expect(readPress(source, vocabulary).captions).toMatchObject([
      { text: 'Quang cảnh đồng ruộng.', picture: 0 },
      { text: 'Nông dân thu hoạch khoai.', picture: 1 },
      { text: 'Quang cảnh buổi kiểm tra.', picture: 2 },
    ])
  })
})

describe('credits', () => {
  const end = (lines: string) => readText(`Vụ đông\n\n${words}\n\n${more}\n\n${lines}`)

  it.each([
    ['Tin, ảnh: Lý Kiên', ['Lý Kiên'], ['Lý Kiên']],
    ['Bài và ảnh: Lý Kiên - Mai Thảo', ['Lý Kiên', 'Mai Thảo'], ['Lý Kiên', 'Mai Thảo']],
    ['Tin: Lý Kiên; ảnh: Mai Thảo', ['Lý Kiên'], ['Mai Thảo']],
    ['LÝ KIÊN', ['LÝ KIÊN'], []],
    ['Lý Kiên – Mai Thảo', ['Lý Kiên', 'Mai Thảo'], []],
    ['Lý Kiên\nẢnh: NVCC', ['Lý Kiên'], []],
    ['Thực hiện: Nhóm PV', ['Nhóm PV'], []],
    ['Lý Kiên (CTV)', ['Lý Kiên (CTV)'], []],
  ])('%s', (lines, authors, photographers) => expect(end(lines)).toMatchObject({ authors, photographers }))

  it('take "Theo …" as neither author nor junk', () => {
    expect(end('Lý Kiên\nTheo Báo Vùng cao')).toMatchObject({
      authors: ['Lý Kiên'],
      furniture: [],
      body: [words, more],
    })
  })
})

describe('page furniture', () => {
  it('goes from the cut phrase to the end', () => {
    const reading = readText(`Vụ đông\n\n${words}\n\n${more}\n\nTin liên quan\nMột tin khác\nLượt xem: 12`)
    expect(reading).toMatchObject({ body: [words, more], furniture: ['Tin liên quan', 'Một tin khác', 'Lượt xem: 12'] })
  })

  it('in the middle of an article is a box, not its end', () => {
    const long = `${more} ${words} ${more}`
    const reading = readText(`Vụ đông\n\n${words}\n\nTin liên quan\n\nMột tin khác\n\n${long}`)
    expect(reading).toMatchObject({ body: [words, long], furniture: ['Tin liên quan', 'Một tin khác'] })
  })
})
