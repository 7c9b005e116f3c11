import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Archive } from '#archive/archive'
import { countFacts } from '#archive/index/count-facts'
import { createDatabase } from '#archive/index/database'
import { type FactKind, factOf } from '#archive/index/facts'
import { createArchive } from '#archive/open'
import type { Article } from '#core/model/article'
import { ArticleQuery, type FacetCount } from '#core/model/views'
import { EventType } from '#core/model/vocabulary'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, event, person, place, putting } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const kinds = ['person', 'office', 'place', 'photographer'] as const satisfies readonly FactKind[]
const facts = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(12)), { maxLength: 8 })
type Facts = [FactKind, number][]

/** What is done to the columns, one after another; `count` asks which articles are wanted. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: fc.nat(60), facts }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ wanted: fc.func(fc.boolean()), most: fc.integer({ min: 1, max: 15 }) }) },
)

/** One by one. */
function naive(articles: Facts[], kind: FactKind, most: number): { key: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const all of articles) {
    for (const key of new Set(all.filter((fact) => fact[0] === kind).map((fact) => fact[1]))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const counted = [...counts].map(([key, count]) => ({ key, count }))
  return counted.sort((a, b) => b.count - a.count || a.key - b.key).slice(0, most)
}

describe('counts of facts', () => {
  it('are those of the articles one by one, whatever has been put and removed since', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        const db = createDatabase(':memory:')
        const columns = db.columns.load()
        const there = new Map<number, Facts>()
        for (const done of steps) {
          if ('wanted' in done) {
            const hits = [...there].filter(([key]) => done.wanted(key))
            const among = new Uint8Array(columns.size)
            for (const slot of columns.slotsOf(Float64Array.from(hits, ([key]) => key).sort())) among[slot] = 1
            const naively = kinds.map((kind) =>
              naive(
                hits.map(([, all]) => all),
                kind,
                done.most,
              ),
            )
            expect(kinds.map((kind) => countFacts(db, among, kind, done.most))).toEqual(naively)
          } else if ('put' in done) {
            columns.remove(done.put)
            there.set(done.put, done.facts)
            const row = { key: done.put, genre: 'news', status: 'filed', photos: 0 }
            columns.put(
              row,
              done.facts.map(([kind, key]) => factOf(kind, key)),
            )
          } else {
            columns.remove(done.remove)
            there.delete(done.remove)
          }
        }
        db.close(false)
      }),
      { numRuns: 150 },
    )
  })
})

const people = Array.from({ length: 8 }, (_, at) => person(`n${at}`, `Người ${at}`))
const places = Array.from({ length: 4 }, (_, at) => place(`x${at}`, `Nơi ${at}`))
const events = Array.from({ length: 30 }, (_, at) =>
  event(`e${at}`, { type: EventType.options[at % EventType.options.length]!, title: `Họp ${at}` }),
)
const genres = ['news', 'feature', 'interview'] as const

/** Words that all have, most have, half have and few have; some articles name a person twice. */
function made(at: number): Article {
  const mentioned = [at % 8, (at * 3) % 8, (at * 5) % 7].map((nth) => ({
    personId: `n${nth}`,
    name: `Người ${nth}`,
    offices: [],
    spans: [],
  }))
  const words = ['chung', at % 5 ? 'nhiều' : '', at % 2 ? 'nửa' : '', at % 30 ? '' : 'hiếm']
  return article(`a${at}`, at + 1, {
    title: `Tin ${at}`,
    lede: null,
    body: [{ kind: 'paragraph', text: words.join(' ') }],
    mentions: mentioned.slice(0, at % 4),
    places: at % 3 ? [{ id: `x${at % 4}`, name: `Nơi ${at % 4}`, spans: [] }] : [],
    events: at % 4 ? [`e${at % 30}`, `e${(at * 13) % 30}`] : [],
    photographers: at % 6 ? [`Ảnh ${at % 5}`] : [],
    genre: genres[at % 3]!,
    publishedOn: `20${10 + (at % 9)}-0${1 + (at % 9)}-11`,
    status: at % 13 === 0 ? 'binned' : 'filed',
  })
}

/** A facet of some articles, one by one: the values of each counted once. */
function spread(articles: Article[], values: (one: Article) => string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of articles) for (const value of new Set(values(one))) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const asCounts = (facet: FacetCount[]) => Object.fromEntries(facet.map(({ value, count }) => [value, count]))

describe('facets', () => {
  const articles = new Map(Array.from({ length: 400 }, (_, at) => [`a${at}`, made(at)]))
  let archive: Archive

  beforeAll(async () => {
    const platform = memoryPlatform(memoryDisk())
    archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, platform, { indexInMemory: true })
    await archive.commit(putting('person', ...people))
    await archive.commit(putting('place', ...places))
    await archive.commit(putting('event', ...events))
    await archive.commit(putting('article', ...articles.values()))
  })
  afterAll(() => archive.close())

  const asked = fc.record({
    text: fc.constantFrom(
      ...['', 'chung ', 'nhiều ', 'nửa ', 'hiếm ', 'chung -nửa', 'chung nhiều -hiếm ', '-hiếm ', 'nhiều OR hiếm '],
      ...['"chung nhiều" ', 'người:"Người 3" ', 'chung ngày:2012..2015 ', 'nơi:"Nơi 1" nhiều ', 'không có'],
    ),
    status: fc.constantFrom('filed' as const, 'binned' as const),
    genre: fc.option(fc.constantFrom(...genres), { nil: undefined }),
  })

  it('are those of the hits one by one, also while articles change', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(399), async (query, changing) => {
        const before = articles.get(`a${changing}`)!
        const after = { ...before, mentions: made((changing + 1) % 400).mentions, events: [`e${changing % 30}`] }
        articles.set(before.id, after)
        await archive.commit(putting('article', after))
        const page = () => archive.index.articles(ArticleQuery.parse({ ...query, limit: 500 }))
        const first = await page()
        const { rows, total } = first
        const hits = rows.map((row) => articles.get(row.id)!)
        const facets = await archive.index.facets(query)
        expect(facets.total).toBe(total)
        expect(facets.status[query.status]).toBe(total)
        expect(asCounts(facets.year)).toEqual(spread(hits, (one) => [(one.publishedOn ?? '').slice(0, 4)]))
        expect(facets.year.map(({ value }) => value)).toEqual(
          facets.year
            .map(({ value }) => value)
            .sort()
            .reverse(),
        )
        expect(asCounts(facets.genre)).toEqual(spread(hits, (one) => [one.genre]))
        expect(asCounts(facets.person)).toEqual(spread(hits, (one) => one.mentions.flatMap((m) => m.personId ?? [])))
        expect(asCounts(facets.place)).toEqual(spread(hits, (one) => one.places.map(({ id }) => id)))
        expect(asCounts(facets.photographer)).toEqual(spread(hits, (one) => one.photographers))
        const typed = spread(hits, (one) => one.events.map((id) => events.find((known) => known.id === id)!.type))
        expect(asCounts(facets.eventType)).toEqual(typed)
        // The words of the search are known by now.
        expect(await page()).toEqual(first)
        expect(await archive.index.facets(query)).toEqual(facets)
      }),
      { numRuns: 120 },
    )
  })
})
