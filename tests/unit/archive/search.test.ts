import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { createArchive } from '#archive/open'
import { sameTextOf } from '#core/model/same-text'
import { ArticleQuery, AuthorityQuery } from '#core/model/views'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, draft, event, fileOf, hexOf, person, photo, place, putting } from './sample-records'

const paragraph = (text: string) => [{ kind: 'paragraph' as const, text }]

describe('search', () => {
  let archive: Archive

  beforeEach(async () => {
    const platform = memoryPlatform(memoryDisk())
    archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, platform, { indexInMemory: true })
    await archive.commit(
      putting(
        'article',
        article('hoa', 1, {
          title: 'Hội nghị hoà giải ở cơ sở',
          lede: null,
          body: paragraph('Uỷ ban nhân dân thị trấn tổ chức hội nghị. Kỹ thuật viên hướng dẫn.'),
          publishedOn: '2024-07-08',
        }),
        article('hoa-hong', 2, {
          title: 'Trồng hoa hồng ở Đông Lĩnh',
          lede: null,
          body: paragraph('Nhân dân thị trấn trồng hoa; tổ chức thăm vườn. Báo cáo số 187/BC-BPC.'),
          publishedOn: '2024-05',
        }),
        article('dong', 3, {
          title: 'Đồng bào vùng cao đón Tết',
          lede: null,
          body: paragraph('Bà H’Hen Niê trao quà. Tiến độ nhanh.'),
          publishedOn: '2023',
          genre: 'feature',
        }),
      ),
    )
  })
  afterEach(() => archive.close())

  const found = async (text: string, more: Partial<ArticleQuery> = {}) => {
    const page = await archive.index.articles(ArticleQuery.parse({ text, ...more }))
    expect(page.total).toBe(page.rows.length)
    return page.rows.map((row) => row.id)
  }

  it.each([
    // Without marks everything that could be meant; with marks only what was typed.
    ['hoa', ['hoa', 'hoa-hong']],
    ['hoà', ['hoa']],
    ['hòa', ['hoa']],
    ['HÒA GIẢI', ['hoa']],
    ['hoa giai', ['hoa']],
    ['uy ban', ['hoa']],
    ['ủy ban', ['hoa']],
    ['kĩ thuật', ['hoa']],
    ['dong', ['hoa-hong', 'dong']],
    ['đồng', ['dong']],
    ['đông', ['hoa-hong']],
    ['Ðông', ['hoa-hong']],
    ['hòa giải'.normalize('NFD'), ['hoa']],
    // Phrases, exclusion, numbers of documents, names with apostrophes.
    ['"thị trấn tổ chức"', ['hoa']],
    ['"thi tran to chuc"', ['hoa']],
    ['“tổ chức thăm”', ['hoa-hong']],
    ['thị trấn -hồng', ['hoa']],
    ['-"hội nghị" nhân dân', ['hoa-hong']],
    ['-hoa', ['dong']],
    ['187/BC-BPC', ['hoa-hong']],
    ['bc-bpc', ['hoa-hong']],
    ["h'hen", ['dong']],
    // The last word as one types.
    ['hoi ng', ['hoa']],
    ['tiê', ['dong']],
    ['tiến đ', ['dong']],
    ['ky th', ['hoa']],
    ['ky ', ['hoa']],
    ['ho', ['hoa', 'hoa-hong']],
    // Nothing to look for finds all, newest first.
    ['', ['hoa', 'hoa-hong', 'dong']],
    ['  - " ', ['hoa', 'hoa-hong', 'dong']],
    ['không có đâu', []],
    ['title:hoa OR * NEAR(', []],
  ])('finds by «%s»', async (text, ids) => {
    expect(await found(text)).toEqual(ids)
  })

  it('filters and sorts', async () => {
    expect(await found('', { from: '2024' })).toEqual(['hoa', 'hoa-hong'])
    expect(await found('', { to: '2024-06' })).toEqual(['hoa-hong', 'dong'])
    expect(await found('', { from: '2023', to: '2023' })).toEqual(['dong'])
    expect(await found('', { genre: 'feature' })).toEqual(['dong'])
    expect(await found('', { sort: 'oldest' })).toEqual(['dong', 'hoa-hong', 'hoa'])
    expect(await found('', { sort: 'title' })).toEqual(['dong', 'hoa', 'hoa-hong'])
    const page = await archive.index.articles(ArticleQuery.parse({ limit: 1, offset: 1 }))
    expect(page).toMatchObject({ total: 3, rows: [{ id: 'hoa-hong' }] })
  })

  it('puts a whole word before longer ones that begin with it', async () => {
    const bare = { lede: null, body: [], authors: [] }
    await archive.commit(
      putting(
        'article',
        article('whole', 7, { ...bare, body: paragraph('Bà Lý Thị Vân chủ trì.'), publishedOn: '2020' }),
        article('longer', 8, { ...bare, body: paragraph('Vẫn còn vâng lời, vânh.'), publishedOn: '2024-09' }),
        article('title', 9, { ...bare, title: 'Vânh', publishedOn: '2024-10' }),
      ),
    )
    expect(await found('vân', { sort: 'relevance' })).toEqual(['whole', 'title', 'longer'])
    expect(await found('vâ', { sort: 'relevance' })).toEqual(['title', 'longer', 'whole'])
  })

  it('puts words exactly as typed first, and titles before texts', async () => {
    await archive.commit(
      putting(
        'article',
        article('sau', 4, { title: 'Tin khác', lede: 'Về hoa hồng và hoà bình.', publishedOn: '2024-09' }),
      ),
    )
    expect(await found('hoa hồng', { sort: 'relevance' })).toEqual(['hoa-hong', 'sau'])
    expect(await found('hoa', { sort: 'relevance' })).toEqual(['hoa-hong', 'sau', 'hoa'])
  })

  it('marks hits in title and text, at their places in the original', async () => {
    const page = await archive.index.articles(ArticleQuery.parse({ text: 'hoi nghi uy ban' }))
    const row = page.rows[0]!
    expect(row.titleMarks.map(([start, end]) => row.title.slice(start, end))).toEqual(['Hội', 'nghị'])
    const marked = row.snippet!.marks.map(([start, end]) => row.snippet!.text.slice(start, end))
    expect(marked).toEqual(['Uỷ', 'ban', 'hội', 'nghị'])
  })

  it('finds an article by everything tagged to it, and follows when that changes', async () => {
    await archive.commit(
      putting('event', event('e1', { title: 'Giám sát nước sạch', place: 'Xã Trung Lương', from: '2024-10-02' })),
    )
    await archive.commit(putting('person', person('n1', 'Trịnh Thị Diệu')))
    await archive.commit(putting('place', place('x1', 'Vũ Bản')))
    await archive.commit(putting('photo', photo('p1', { photographers: ['Quang Khải'] }), photo('p2')))
    const mentions = [
      {
        personId: 'n1',
        name: 'Diệu',
        offices: ['Phó Trưởng ban Pháp chế'],
        spans: [{ part: 'caption' as const, index: 1, start: 0, end: 4 }],
      },
    ]
    const photos = ['p1', 'p2'].map((photoId) => ({ photoId, caption: 'Bà Diệu kiểm tra trạm bơm' }))
    const places = [{ id: 'x1', name: 'xã Vũ Bản', spans: [] }]
    const tags = { events: ['e1'], mentions, photos, places, publishedOn: null }
    await archive.commit(putting('article', article('day-du', 5, { ...tags, title: 'Tin ảnh', lede: null })))
    for (const text of ['nước sạch', 'trung lương', 'trịnh thị diệu', 'pháp chế', 'trạm bơm', 'vũ bản', 'quang khải']) {
      expect(await found(text)).toEqual(['day-du'])
    }
    expect(await found('diệu vũ bản')).toEqual(['day-du'])
    expect(await found('', { personId: 'n1', placeId: 'x1' })).toEqual(['day-du'])
    expect(await found('', { eventId: 'e1', genre: 'feature' })).toEqual([])
    const [row] = (await archive.index.articles(ArticleQuery.parse({ eventId: 'e1' }))).rows
    expect(row).toMatchObject({ date: '2024-10-02', eventTitle: 'Giám sát nước sạch' })

    await archive.commit(putting('event', event('e1', { title: 'Khảo sát chợ', from: '2024-11-03' })))
    await archive.commit(putting('person', person('n1', 'Trịnh Thị Dịu')))
    expect(await found('nước sạch')).toEqual([])
    expect(await found('khảo sát chợ dịu')).toEqual(['day-du'])
    const [after] = (await archive.index.articles(ArticleQuery.parse({ eventId: 'e1' }))).rows
    expect(after).toMatchObject({ date: '2024-11-03', eventTitle: 'Khảo sát chợ' })
  })

  it('lists people by given name with what is attached, the bin left out', async () => {
    const named = (personId: string, index: number) => {
      const spans = [{ part: 'caption' as const, index, start: 0, end: 1 }]
      return { personId, name: '', offices: [], spans }
    }
    await archive.commit(
      putting(
        'person',
        person('n1', 'Nguyễn Văn Hạ'),
        person('n2', 'Đỗ Thị Hà'),
        person('n3', 'Lê Ánh', { spellings: ['Lệ Ánh'] }),
      ),
    )
    const photos = ['p1', 'p2'].map((photoId) => ({ photoId, caption: '' }))
    await archive.commit(
      putting('photo', photo('p1'), photo('p2'), photo('p3', { people: [{ personId: 'n1', region: null }] })),
    )
    await archive.commit(putting('article', article('a8', 8, { mentions: [named('n1', 0), named('n2', 1)], photos })))
    await archive.commit(putting('article', article('a9', 9, { mentions: [named('n1', 0)], photos, status: 'binned' })))
    const list = async (more: Partial<AuthorityQuery> = {}) =>
      (await archive.index.authorities(AuthorityQuery.parse({ kind: 'person', ...more }))).rows
    expect((await list()).map((row) => row.name)).toEqual(['Lê Ánh', 'Đỗ Thị Hà', 'Nguyễn Văn Hạ'])
    expect(await list({ text: 'van ha' })).toMatchObject([{ id: 'n1', articles: 1, photos: 2 }])
    expect((await list({ sort: 'most', text: 'ha' })).map((row) => row.id)).toEqual(['n2', 'n1'])
    // One article the less, but its name begins with the word.
    await archive.commit(putting('person', person('n4', 'Hà Minh')))
    expect((await list({ sort: 'fit', text: 'ha' })).map((row) => row.id)).toEqual(['n4', 'n2', 'n1'])
    expect((await list({ sort: 'fit' })).map((row) => row.id)).toEqual(['n2', 'n1', 'n3', 'n4'])
    expect((await list({ text: 'hạ ' })).map((row) => row.id)).toEqual(['n1'])
    expect((await list({ text: 'lệ' })).map((row) => row.id)).toEqual(['n3'])
    expect((await list({ text: 'ky' })).map((row) => row.id)).toEqual([])
  })

  it('knows repeated texts and files, of drafts and filed articles, not of the bin', async () => {
    const body = paragraph('Đoàn giám sát của Hội đồng nhân dân làm việc với các xã về công tác thuỷ lợi.')
    const repeated = { title: 'Giám sát', lede: null, body }
    const file = fileOf('tin')
    await archive.commit(putting('article', article('a8', 8, { ...repeated, asReceived: [file] })))
    await archive.commit(
      putting('draft', draft('d1', { text: { ...article('x', 1), ...repeated }, asReceived: [file] })),
    )
    const scrambled = { ...repeated, title: 'GIAM SAT', body: paragraph(body[0]!.text.replace('thuỷ', 'thủy')) }
    const digest = sameTextOf(scrambled)
    const both = [
      { of: 'article', id: 'a8', title: 'Giám sát' },
      { of: 'draft', id: 'd1', title: 'Giám sát' },
    ]
    expect(await archive.index.sameText(digest)).toEqual(both)
    expect(await archive.index.sameFile(hexOf('tin'))).toEqual(both)
    await archive.commit(putting('article', article('a8', 8, { ...repeated, asReceived: [file], status: 'binned' })))
    expect(await archive.index.sameFile(hexOf('tin'))).toEqual(both.slice(1))
    expect(await archive.index.sameText('')).toEqual([])
  })

  it('keeps the bin apart', async () => {
    await archive.commit(putting('article', article('hoa', 1, { status: 'binned' })))
    expect(await found('binh luc')).toEqual([])
    expect(await found('binh luc', { status: 'binned' })).toEqual(['hoa'])
  })
})
