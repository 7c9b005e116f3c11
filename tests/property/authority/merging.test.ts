import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordOffices } from '#authority/offices'
import { type KindedRecord, rewriteReferences } from '#authority/references'
import { splitPerson } from '#authority/split'
import type { Article } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { RecordOf } from '#core/model/records'
import { article, photo, putting } from '#tests/unit/archive/sample-records'
import { person } from '#tests/unit/authority/records'
import { openCore } from '#tests/unit/operations/authority/open-core'

const ids = ['p1', 'p2', 'p3']
const title = fc.constantFrom('Bí thư Huyện ủy', 'Bí thư Huyện uỷ', 'Giám đốc Sở Y tế', 'Chủ tịch UBND xã Nà Mây')
const written = fc.constantFrom('Lê Hạ', 'Lê Hà', 'LÊ HẠ')
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-05-${String(n).padStart(2, '0')}`)
const mention = fc.record({
  personId: fc.constantFrom(...ids),
  name: written,
  offices: fc.uniqueArray(title, { maxLength: 2 }),
  spans: fc.constant<TextSpan[]>([]),
})
const articles = fc
  .array(
    fc.record({
      mentions: fc.uniqueArray(mention, { maxLength: 3, selector: (one) => one.personId }),
      publishedOn: day,
      shown: fc.uniqueArray(fc.constantFrom('f1', 'f2'), { maxLength: 2 }),
      status: fc.constantFrom('filed' as const, 'binned' as const),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map(({ shown, ...more }, at) =>
      article(`a${at}`, at + 1, { ...more, photos: shown.map((photoId) => ({ photoId, caption: '' })) }),
    ),
  )
const region = fc.option(fc.constant({ x: 0, y: 0, width: 0.5, height: 0.5 }))
const photos = fc
  .tuple(
    ...['f1', 'f2'].map((id) =>
      fc
        .uniqueArray(fc.record({ personId: fc.constantFrom(...ids), region }), { selector: (one) => one.personId })
        .map((people) => photo(id, { people })),
    ),
  )
  .map((list) => [...list])

/** Persons as filing would have made them of these articles. */
const personsOf = (list: Article[]) =>
  ids.map((id) =>
    list.reduce(
      (record, one) => {
        const mention = one.mentions.find(({ personId }) => personId === id)
        return mention ? recordOffices(record, mention.offices, one.publishedOn!) : record
      },
      person(id, 'Lê Hạ'),
    ),
  )

async function archiveOf(list: Article[], pictures: RecordOf<'photo'>[]) {
  const core = await openCore()
  await core.archive.commit(putting('person', ...personsOf(list)))
  await core.archive.commit(putting('photo', ...pictures))
  await core.archive.commit(putting('article', ...list))
  return core
}

describe('merging in an archive', () => {
  it('leaves nothing pointing at what is gone, keeps every office as written, and is undone without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(articles, photos, fc.integer({ min: 1, max: 2 }), async (list, pictures, many) => {
        const core = await archiveOf(list, pictures)
        try {
          const before = await core.everything()
          const gone = ids.slice(1, 1 + many)
          const { sequence } = await core.call('authority.merge', { kind: 'person', keep: 'p1', gone })
          const after = await core.everything()
          for (const id of gone) expect(JSON.stringify(after)).not.toContain(`"${id}"`)
          for (const one of list) {
            const now = (after[`article/${one.id}`] as Article).mentions
            for (const { personId, offices } of one.mentions) {
              const to = gone.includes(personId) ? 'p1' : personId
              expect(now.find((there) => there.personId === to)?.offices).toEqual(expect.arrayContaining(offices))
            }
          }
          await core.call('history.undo', { sequence })
          expect(await core.everything()).toEqual(before)
        } finally {
          await core.close()
        }
      }),
      { numRuns: 12 },
    )
  })

  it('splitting moves exactly the chosen articles, loses no office, and is undone without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(articles, photos, fc.nat(), async (list, pictures, which) => {
        const naming = list.filter((one) => one.mentions.some(({ personId }) => personId === 'p1'))
        fc.pre(naming.length > 0)
        const chosen = naming.filter((_, at) => at === which % naming.length || which % (at + 2) === 0)
        const core = await archiveOf(list, pictures)
        try {
          const before = await core.everything()
          const asked = { kind: 'person' as const, id: 'p1', name: 'Lê Hạ', articles: chosen.map(({ id }) => id) }
          const { id, sequence } = await core.call('authority.split', asked)
          const after = await core.everything()
          for (const one of naming) {
            const people = (after[`article/${one.id}`] as Article).mentions.map(({ personId }) => personId)
            expect(people.includes(id)).toBe(chosen.includes(one))
            expect(people.includes('p1')).toBe(!chosen.includes(one))
          }
          const seen = (key: string) =>
            (after[key] as RecordOf<'person'>).offices.flatMap((held) => held.seen.map((day) => day))
          for (const held of (before['person/p1'] as RecordOf<'person'>).offices) {
            for (const day of held.seen) expect([...seen('person/p1'), ...seen(`person/${id}`)]).toContain(day)
          }
          expect((await core.call('archive.check', {})).records.brokenReferences).toEqual([])
          await core.call('history.undo', { sequence })
          expect(await core.everything()).toEqual(before)
        } finally {
          await core.close()
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('splitting and merging again', () => {
  it('gives the offices and sightings that were there', () => {
    fc.assert(
      fc.property(articles, fc.nat(), (list, which) => {
        const naming = list.filter((one) => one.mentions.some(({ personId }) => personId === 'p1'))
        const dated = naming.map((one) => ({
          mention: one.mentions.find(({ personId }) => personId === 'p1')!,
          dates: [one.publishedOn!],
        }))
        const moved = dated.filter((_, at) => (which >> at) % 2 === 1)
        const stay = dated.filter((one) => !moved.includes(one))
        const old = personsOf(list)[0]!
        const [left, made] = splitPerson(old, person('new', 'Lê Hạ'), moved, stay)
        for (const held of old.offices) {
          for (const day of held.seen) {
            const known = [...left.offices, ...made.offices].some((one) => one.seen.includes(day))
            expect(known).toBe(true)
          }
        }
        for (const { mention } of moved)
          for (const office of mention.offices) {
            expect(made.offices.map((one) => one.office.normalize().replace('uỷ', 'ủy'))).toContain(
              office.replace('uỷ', 'ủy'),
            )
          }
        expect(moved.length > 0 || made.offices.length === 0).toBe(true)
      }),
    )
  })

  it('rewrites nothing but what points at the record', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const records = list.map((record): KindedRecord => ({ kind: 'article', record }))
        const there = rewriteReferences(records, { kind: 'person', from: 'p1', to: 'new' })
        const back = rewriteReferences(there, { kind: 'person', from: 'new', to: 'p1' })
        for (const { record } of back) expect(list).toContainEqual(record)
        expect(there.length).toBe(list.filter((one) => one.mentions.some((m) => m.personId === 'p1')).length)
      }),
    )
  })
})
