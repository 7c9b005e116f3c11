import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyHit, hitsByDate } from '#archive/index/by-date'
import { createDatabase } from '#archive/index/database'
import { planOf } from '#archive/index/plan'
import { putRecord } from '#archive/index/writer'
import { article } from '#tests/unit/archive/sample-records'

const articles = 600
const words = 'hội họp bàn nước sạch điện đường'.split(' ')

/** The nth word stands in every (n + 1)th article, so that some are in all and some are rare side by side. */
const textOf = (at: number) => [...words.filter((_, nth) => at % (nth + 1) === 0), `số${at}`].join(' ')

describe('hits by date', () => {
  const db = createDatabase(':memory:')

  beforeAll(() => {
    db.transaction(() => {
      for (let at = 0; at < articles; at++) {
        const record = article(`a${at}`, at + 1, {
          title: `Tin ${at}`,
          lede: null,
          body: [{ kind: 'paragraph', text: textOf(at) }],
          authors: [],
          genre: at % 3 ? 'news' : 'notice',
          publishedOn: `20${10 + ((at * 7) % 14)}-0${1 + (at % 9)}-1${at % 10}`,
        })
        putRecord(db, { kind: 'article', id: record.id, created: at + 1, record })
      }
    })
  })
  afterAll(() => db.close(false))

  const word = fc.constantFrom(...words, 'hop', 'nuoc', 'số7', 'không')
  const asked = fc.record({
    text: fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.option(word), fc.constantFrom('', ' ngày:2013..2016'))
      .map(([wanted, not, date]) => `${wanted.join(' ')} ${not ? `-${not} ` : ''}${date}`),
    genre: fc.constantFrom(undefined, 'notice' as const),
  })

  it('from either end are the ends of all hits, whatever is known of their words', () => {
    const order = {
      newest: fc.boolean(),
      enough: fc.integer({ min: 1, max: 60 }),
      first: fc.integer({ min: 1, max: 40 }),
    }
    fc.assert(
      fc.property(asked, fc.record(order), fc.boolean(), (query, looking, forget) => {
        if (forget) db.knownWords.clear()
        const plan = planOf(db, query)
        const some = hitsByDate(db, plan, looking)
        const known = [...everyHit(db, plan)]
        db.knownWords.clear()
        const every = [...everyHit(db, plan)]
        expect(known).toEqual(every)
        const wanted = looking.newest ? every.reverse() : every
        expect(some.slots).toEqual(wanted.slice(0, some.slots.length))
        expect(some.slots.length).toBeGreaterThanOrEqual(Math.min(every.length, looking.enough + 1))
        if (some.exact) expect(some.slots.length).toBe(every.length)
      }),
      { numRuns: 400 },
    )
  })
})
