import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { createArchive } from '#archive/open'
import type { Article } from '#core/model/article'
import type { Place } from '#core/model/authority'
import { ArticleQuery, PhotoQuery } from '#core/model/views'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeResources } from '#platform/node/resources'
import { article, event, person, photo, place, putting } from './sample-records'

const mention = (personId: string, name: string, ...offices: string[]): Article['mentions'][number] => ({
  personId,
  name,
  offices,
  spans: [{ part: 'caption', index: 0, start: 0, end: 3 }],
})

const filter = (more: Partial<ArticleQuery>) => {
  const { sort: _sort, offset: _offset, limit: _limit, ...rest } = ArticleQuery.parse(more)
  return rest
}

describe('fields of a search', () => {
  let archive: Archive

  beforeEach(async () => {
    const platform = memoryPlatform(memoryDisk(), { resources: nodeResources('resources') })
    archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, platform, { indexInMemory: true })
    await archive.commit(putting('person', person('lan', 'Trần Thị Lan'), person('lam', 'Vũ Đình Lâm')))
    await archive.commit(
      putting(
        'event',
        event('cu-tri', { type: 'voter-meeting', title: 'Tiếp xúc cử tri trước kỳ họp', place: 'xã Minh Quang' }),
        event('gs', { type: 'supervision', title: 'Giám sát đầu tư công' }),
      ),
    )
    await archive.commit(
      putting('place', place('hg', 'tỉnh Hà Giang'), place('tq', 'tỉnh Tuyên Quang'), place('moi', 'xã Kim Bình')),
    )
    const former: Place = { ...place('cu', 'xã Vinh Quang'), successors: ['moi'] }
    await archive.commit(putting('place', former))
    await archive.commit(putting('photo', photo('p1', { photographers: ['Quang Khải'] }), photo('p2')))
    const bare = { lede: null, body: [], authors: [] }
    await archive.commit(
      putting(
        'article',
        article('a', 1, {
          ...bare,
          title: 'Gặp cử tri',
          events: ['cu-tri'],
          publishedOn: '2024-07-08',
          authors: ['Thu Hằng'],
          mentions: [
            mention('lan', 'bà Lan', 'Phó Chủ tịch HĐND tỉnh'),
            { ...mention('lam', 'ông Lâm', 'Giám đốc Sở Nội vụ'), spans: [] },
          ],
          places: [{ id: 'hg', name: 'Hà Giang', spans: [] }],
          photos: [{ photoId: 'p1', caption: 'Bà Lan trao đổi với bà con' }],
        }),
        article('b', 2, {
          ...bare,
          title: 'Đoàn giám sát làm việc',
          events: ['gs'],
          genre: 'feature',
          publishedOn: '2025-03',
          mentions: [
            mention('lan', 'bà Lan', 'Chủ tịch Hội đồng nhân dân'),
            mention('lam', 'ông Lâm', 'Phó Chủ tịch Hội đồng nhân dân tỉnh'),
          ],
          places: [{ id: 'cu', name: 'Vinh Quang', spans: [] }],
          documents: [
            { id: 'd', type: 'Kế hoạch', number: '12/KH-HĐND', date: null, issuer: null, subject: null, spans: [] },
          ],
          photos: [{ photoId: 'p2', caption: 'Quang cảnh buổi làm việc' }],
        }),
        article('c', 3, { ...bare, title: 'Tin khác', publishedOn: null }),
      ),
    )
    await archive.commit(
      putting('document', {
        id: 'd',
        createdAt: '2024-07-08T09:00:00.000+07:00',
        updatedAt: '2024-07-08T09:00:00.000+07:00',
        type: 'Kế hoạch',
        number: '12/KH-HĐND',
        date: null,
        issuer: null,
        subject: null,
      } as never),
    )
  })
  afterEach(() => archive.close())

  const found = async (text: string, more: Partial<ArticleQuery> = {}) => {
    const page = await archive.index.articles(ArticleQuery.parse({ text, sort: 'oldest', ...more }))
    expect(page.total).toBe(page.rows.length)
    return page.rows.map((row) => row.id)
  }

  it.each([
    ['người:lan ', ['a', 'b']],
    ['nguoi:"tran thi lan" ', ['a', 'b']],
    // The office of that day, short or in full; both in one mention.
    ['chức vụ:"Phó Chủ tịch HĐND" ', ['a', 'b']],
    ['chức vụ:"phó chủ tịch hội đồng nhân dân" ', ['a', 'b']],
    ['người:lan chức vụ:"Phó Chủ tịch HĐND" ', ['a']],
    ['office:"Phó Chủ tịch HĐND" person:lâm ', ['b']],
    ['sự kiện:"tiếp xúc cử tri" ', ['a']],
    ['nơi:"Minh Quang" ', ['a']],
    ['ngày:2024 ', ['a', 'c']],
    ['ngày:8/7/2024 ', ['a', 'c']],
    ['ngày:9/7/2024.. ', ['b']],
    ['ngày:1/2025..3/2025 ', ['b']],
    ['ngày:2/2025 ', []],
    ['văn bản:"12/KH-HĐND" ', ['b']],
    ['tác giả:hằng ', ['a']],
    ['ảnh:khải ', ['a']],
    ['ảnh:"quang cảnh" ', ['b']],
    ['loại:"giám sát" ', ['b']],
    ['loại:bài ', ['b']],
    ['type:voter-meeting ', ['a']],
    ['người:lan OR khác ', ['a', 'b', 'c']],
    ['-người:lan ', ['c']],
    ['cử -người:lâm ', []],
    ['làm việc người:lâm ', ['b']],
    ['-tin ', ['a', 'b']],
    ['gặp OR (người:lan) ', ['a']],
  ])('«%s»', async (text, ids) => {
    expect((await found(text)).sort()).toEqual(ids)
  })

  it('finds what became part of a place, and says so', async () => {
    expect(await found('nơi:"Kim Bình" ')).toEqual(['b'])
    const page = await archive.index.articles(ArticleQuery.parse({ text: 'nơi:"Tuyên Quang" ' }))
    expect(page.rows.map((row) => row.id)).toEqual(['a'])
    expect(page.notes).toEqual([{ code: 'place-predecessors', args: { place: 'Tuyên Quang', names: 'tỉnh Hà Giang' } }])
  })

  it('says which date it shows', async () => {
    const page = await archive.index.articles(ArticleQuery.parse({ sort: 'oldest' }))
    expect(Object.fromEntries(page.rows.map((row) => [row.id, row.dateKind]))).toEqual({
      a: 'published',
      b: 'published',
      c: 'received',
    })
  })

  it('explains a kind that there is not', async () => {
    await expect(found('tin loại:xyz ')).rejects.toMatchObject({
      code: 'query-invalid',
      args: { reason: 'typeUnknown', value: 'xyz', at: '10' },
    })
  })

  it('counts what it found', async () => {
    await archive.commit(putting('article', article('bin', 9, { status: 'binned', title: 'Lan' })))
    const facets = await archive.index.facets(filter({ text: 'người:lan ' }))
    expect(facets).toMatchObject({ total: 2, status: { filed: 2, binned: 0 } })
    expect(facets.year).toEqual([
      { value: '2025', label: '2025', count: 1 },
      { value: '2024', label: '2024', count: 1 },
    ])
    expect(facets.person.map(({ value, count }) => [value, count])).toEqual([
      ['lan', 2],
      ['lam', 2],
    ])
    expect(facets.photographer).toEqual([{ value: 'Quang Khải', label: 'Quang Khải', count: 1 }])
    expect(facets.eventType.map(({ value }) => value).sort()).toEqual(['supervision', 'voter-meeting'])
    expect((await archive.index.facets(filter({}))).status).toEqual({ filed: 3, binned: 1 })
  })

  it('finds photos by who is in them, in which office, where and when', async () => {
    const photos = async (text: string) =>
      (await archive.index.photos(PhotoQuery.parse({ text }))).rows.map((row) => row.photoId)
    expect(await photos('người:lan chức vụ:"Phó Chủ tịch HĐND" sự kiện:"tiếp xúc cử tri" ')).toEqual(['p1'])
    expect(await photos('')).toEqual(['p2', 'p1'])
    expect(await photos('bà con ')).toEqual(['p1'])
    expect(await photos('ảnh:khải ')).toEqual(['p1'])
    expect(await photos('nơi:"Hà Giang" ')).toEqual(['p1'])
    expect(await photos('người:lâm ')).toEqual(['p2'])
    expect(await photos('-người:lâm ')).toEqual(['p1'])
    expect(await photos('ngày:2025 ')).toEqual(['p2'])
    const [row] = (await archive.index.photos(PhotoQuery.parse({ text: 'bà con ' }))).rows
    expect(row).toMatchObject({ caption: 'Bà Lan trao đổi với bà con', articleId: 'a', date: '2024-07-08' })
  })

  it('finds photos by the title, keywords and names that their file brought, but no article by these', async () => {
    const photos = async (text: string) =>
      (await archive.index.photos(PhotoQuery.parse({ text }))).rows.map((row) => row.photoId)
    const inside = {
      title: 'Ruộng bậc thang',
      keywords: ['mùa vàng'],
      namedInside: [{ name: 'Sùng Mí Dơ', region: null }],
    }
    await archive.commit(putting('photo', photo('p2', inside)))
    for (const text of ['ruộng bậc', '"mua vang"', 'sùng mí ']) expect(await photos(text)).toEqual(['p2'])
    expect((await archive.index.articles(ArticleQuery.parse({ text: '"mùa vàng"' }))).total).toBe(0)
    await archive.commit(putting('photo', photo('p2')))
    expect(await photos('"mua vang"')).toEqual([])
  })

  it('is narrowed by a kind of event and by a photographer as written', async () => {
    const ids = async (more: Partial<ArticleQuery>) =>
      (await archive.index.articles(ArticleQuery.parse(more))).rows.map(({ id }) => id)
    expect(await ids({ eventType: 'supervision' })).toEqual(['b'])
    expect(await ids({ photographer: 'Quang Khải' })).toEqual(['a'])
    expect(await ids({ photographer: 'Quang' })).toEqual([])
    expect(await ids({ photographer: 'Quang Khải', eventType: 'supervision' })).toEqual([])
  })

  it('follows a new name of a person who is in many articles, soon after', async () => {
    const many = Array.from({ length: 45 }, (_, at) =>
      article(`m${at}`, 100 + at, { title: 'Tin', lede: null, mentions: [mention('lan', 'bà ấy')] }),
    )
    await archive.commit(putting('article', ...many))
    await archive.commit(putting('person', person('lan', 'Trần Thị Phượng')))
    expect(await found('người:phượng ', { limit: 500 })).toHaveLength(47)
    for (let tries = 0; tries < 200 && (await found('phượng ', { limit: 500 })).length < 47; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await found('phượng ', { limit: 500 })).toHaveLength(47)
    expect(await found('"thị lan" ', { limit: 500 })).toHaveLength(0)
  })
})
