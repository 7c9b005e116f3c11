import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDate } from '#core/corrections/read-date'
import { type TestCore, testCore } from '#tests/support/core'
import { article, exported } from '#tests/unit/operations/corrections/records'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.close())

/** Texts as nobody should write them, and somebody does. */
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '+84',
    '-',
    '@x',
    '_x0041_',
    '_x000D_',
    ' đầu',
    'cuối ',
    'a\r\nb',
    'a\tb',
    '\u00a0',
    '&lt;',
    ']]>',
  ),
  fc.constantFrom(
    'Ủy ban'.normalize('NFD'),
    'x'.repeat(33_000),
    '1. một\n2. hai',
    '12/25/2024',
    '00012',
    '1e5',
    'TRUE',
  ),
)

it('an export that nobody touched changes nothing, whatever the records say', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(odd, odd, odd, odd), { minLength: 1, maxLength: 8 }), async (texts) => {
      round += 1
      await core.runner.call('archive.create', { folder: join(core.folder, `kho ${round}`), name: 'Kho' })
      const entries = texts.map(([title, notes, name, lede], index) => {
        const mentions = [{ personId: 'p1', name, offices: [notes, title], spans: [] }]
        const topics = [name, notes]
        const fields = {
          title: title.slice(0, 2_000),
          notes,
          lede,
          authors: [name],
          outlet: title,
          topics,
          mentions,
          events: [],
          places: [],
        }
        const after = article(index + 1, {
          ...fields,
          photos: [],
          publishedOn: ['2024-07-08', '2024-07', '1850', null][index % 4] ?? null,
        })
        return { kind: 'article' as const, id: after.id, after }
      })
      await core.context.archive?.commit({ operation: 'test', args: {}, entries })
      const path = await exported(core)
      const report = await core.runner.runToEnd('corrections.read', { path })
      expect(report).toMatchObject({ records: [], unknown: [], notes: [] })
    }),
    { numRuns: 15 },
  )
}, 120_000)

it('reads every date it could have shown, however it is written', () => {
  const day = fc.date({ min: new Date('1900-03-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year, month, dayOfMonth] = iso.split('-').map(Number)
      const ways = [
        `${dayOfMonth}/${month}/${year}`,
        `${iso.slice(8)}-${iso.slice(5, 7)}-${year}`,
        `${dayOfMonth}.${month}.${year}`,
        `ngày ${dayOfMonth} tháng ${month} năm ${year}`,
        iso,
      ]
      for (const way of ways) expect(readDate(way)).toEqual({ date: iso })
      expect(readDate(`${month}/${year}`)).toEqual({ date: iso.slice(0, 7) })
      expect(readDate(String(year))).toEqual({ date: String(year) })
    }),
  )
})
