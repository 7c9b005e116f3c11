import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Archive } from '#archive/archive'
import { createArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, putting } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const articles = 500
const common = 'hội đồng nhân dân tỉnh họp'.split(' ')
const genres = ['news', 'feature', 'interview', 'notice'] as const
/** Two that stand far apart: they are asked one by one. */
const rare = [1, 498]

/** Some words in all, some in few, and side by side in fewer still; a third are photo stories of one year. */
function textOf(at: number): string {
  const words = common.map((word, nth) => (at % (nth + 2) === 0 ? word : `khác${at % 7}`))
  return [...words, at % 40 === 3 ? 'nước sạch' : 'sạch nước', at % 9 === 0 ? 'hiếm' : ''].join(' ')
}

describe('pages of a search', () => {
  let archive: Archive

  beforeAll(async () => {
    const platform = memoryPlatform(memoryDisk())
    archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, platform, { indexInMemory: true })
    const all = Array.from({ length: articles }, (_, at) =>
      article(`a${at}`, at + 1, {
        title: at % 11 === 0 ? `Nước sạch ${at}` : `Tin ${at}`,
        lede: null,
        body: [{ kind: 'paragraph', text: textOf(at) }],
        authors: [],
        genre: rare.includes(at) ? 'notice' : genres[at % 3]!,
        publishedOn: `20${10 + (at % 14)}-0${1 + (at % 9)}-1${at % 10}`,
        status: at % 13 === 0 ? 'binned' : 'filed',
      }),
    )
    await archive.commit(putting('article', ...all))
  })
  afterAll(() => archive.close())

  const asked = fc.record({
    text: fc.constantFrom(
      ...['nước sạch ', '"nước sạch"', '"sach nuoc"', 'hiếm', 'hội -đồng', 'hop', 'nhân OR hiếm', 'khác3 hội ', 'nu'],
      ...['hiếm ngày:2014..2016', 'nước ngày:2013', '"nước sạch" -hội'],
    ),
    sort: fc.constantFrom(...ArticleQuery.shape.sort.unwrap().options),
    status: fc.constantFrom('filed' as const, 'binned' as const),
    genre: fc.option(fc.constantFrom(...genres), { nil: undefined }),
  })

  it('one after another are all hits in their order, however few are looked for at a time', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 40 }), async (query, limit) => {
        const whole = await archive.index.articles(ArticleQuery.parse({ ...query, limit: 500 }))
        expect(whole.exact).toBe(true)
        const ids: string[] = []
        for (;;) {
          const page = await archive.index.articles(
            ArticleQuery.parse({ ...query, offset: ids.length, limit, counted: 0 }),
          )
          ids.push(...page.rows.map((row) => row.id))
          const more = ids.length < whole.total
          expect(page.exact ? page.total === whole.total : page.total > ids.length && page.total <= whole.total).toBe(
            true,
          )
          expect(page.rows.length).toBe(more ? limit : whole.total - ids.length + page.rows.length)
          if (!more) break
        }
        expect(ids).toEqual(whole.rows.map((row) => row.id))
      }),
      { numRuns: 100 },
    )
  })

  it('say how many there are, where the counts say it', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ sort, ...query }) => {
        const whole = await archive.index.articles(ArticleQuery.parse({ ...query, sort, limit: 500 }))
        expect((await archive.index.facets(query)).total).toBe(whole.total)
      }),
      { numRuns: 50 },
    )
  })
})
