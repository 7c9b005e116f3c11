import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchEvents, titleOverlap } from '#authority/match-events'
import { matchNames } from '#authority/match-names'
import { autoChoose, matchPeople } from '#authority/match-people'
import { mergePersons } from '#authority/merge'
import { officesOn, recordOffices } from '#authority/offices'
import { type KindedRecord, rewriteReferences } from '#authority/references'
import type { Article } from '#core/model/article'
import { comparable } from '#core/text/fold'
import { event, organization, person } from '#tests/unit/authority/records'

const date = fc
  .record({
    year: fc.integer({ min: 2018, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .chain(({ year, month, day }) => {
    const full = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return fc.constantFrom(full, full, full.slice(0, 7), full.slice(0, 4))
  })
const name = fc.constantFrom('Lê Hạ', 'Lê Hà', 'Lê Ha', 'Hoàng Thuý', 'Hoàng Thúy', 'Lý Mỹ', 'Lí Mĩ', 'LÊ HẠ', 'Lê  Hà')
const title = fc.constantFrom('Bí thư Huyện uỷ', 'Bí thư Huyện ủy', 'Chủ tịch UBND xã Nà Mây', 'Giám đốc Sở Y tế', '')
const held = fc.record({
  office: title,
  organization: fc.constant(null),
  from: fc.option(date),
  to: fc.option(date),
  seen: fc.uniqueArray(date, { maxLength: 3 }).map((dates) => dates.sort()),
})
const people = fc
  .array(fc.record({ name, spellings: fc.array(name, { maxLength: 2 }), offices: fc.array(held, { maxLength: 3 }) }), {
    maxLength: 6,
  })
  .map((list) => list.map((more, at) => person(`p${at}`, more.name, more)))

describe('matching people', () => {
  it('offers only who shares at least the letters, whatever the order they come in', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(title, { maxLength: 2 }),
        people,
        fc.option(date),
        (written, offices, candidates, day) => {
          const matches = matchPeople(written, offices, candidates, { date: day })
          expect(matchPeople(written, offices, [...candidates].reverse(), { date: day })).toEqual(matches)
          expect(new Set(matches.map((match) => match.id)).size).toBe(matches.length)
        },
      ),
    )
  })

  it('chooses by itself only one whose name is written with the same tones', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(title, { maxLength: 2 }),
        people,
        fc.option(date),
        (written, offices, candidates, day) => {
          const chosen = autoChoose(matchPeople(written, offices, candidates, { date: day }))
          const record = candidates.find((candidate) => candidate.id === chosen)
          if (!record) return
          const spellings = [record.name, ...record.spellings].map(comparable)
          expect(spellings).toContain(comparable(written))
        },
      ),
    )
  })

  it('never chooses between two that are equal in all that counts', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(title, { maxLength: 2 }),
        people,
        fc.option(date),
        (written, offices, candidates, day) => {
          const twins = candidates.flatMap((one) => [one, { ...one, id: `${one.id}-twin` }])
          expect(autoChoose(matchPeople(written, offices, twins, { date: day }))).toBeNull()
        },
      ),
    )
  })
})

describe('offices', () => {
  const mentions = fc.array(fc.tuple(fc.array(title, { maxLength: 3 }), date), { maxLength: 6 })

  it('are only ever added to', () => {
    fc.assert(
      fc.property(people, mentions, ([start = person('p', 'A')], all) => {
        const end = all.reduce((record, [offices, day]) => recordOffices(record, offices, day), start)
        for (const [at, before] of start.offices.entries()) {
          const after = end.offices[at]!
          expect({ ...after, seen: [] }).toEqual({ ...before, seen: [] })
          for (const day of before.seen) expect(after.seen).toContain(day)
        }
        for (const [offices, day] of all) {
          expect(recordOffices(end, offices, day)).toBe(end)
          for (const written of offices.filter((text) => text !== '')) {
            expect(
              end.offices.some((one) => comparable(one.office) === comparable(written) && one.seen.includes(day)),
            ).toBe(true)
          }
        }
      }),
    )
  })

  it('of a day are among those held on it, where one article named them', () => {
    fc.assert(
      fc.property(mentions, (all) => {
        const end = all.reduce((record, [offices, day]) => recordOffices(record, offices, day), person('p', 'A'))
        for (const [offices, day] of all) {
          const then = officesOn(end, day).map((one) => comparable(one.office))
          for (const written of offices.filter((text) => text !== '')) expect(then).toContain(comparable(written))
        }
      }),
    )
  })
})

describe('merging', () => {
  it('loses no spelling, no office and no sighting', () => {
    fc.assert(
      fc.property(people, ([kept, gone]) => {
        if (!kept || !gone) return
        const merged = mergePersons(kept, gone)
        const known = [merged.name, ...merged.spellings]
        for (const source of [kept, gone]) {
          for (const spelling of [source.name, ...source.spellings]) expect(known).toContain(spelling)
          for (const one of source.offices) {
            const there = merged.offices.filter((other) => comparable(other.office) === comparable(one.office))
            for (const day of one.seen) expect(there.some((other) => other.seen.includes(day))).toBe(true)
          }
        }
        expect(new Set(known).size).toBe(known.length)
      }),
    )
  })

  it('leaves no reference to the record that gave way', () => {
    const id = fc.constantFrom('g', 'k', 'x')
    const mention = fc.record({ personId: id, name, offices: fc.array(title), spans: fc.constant([]) })
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 5 }), (mentions) => {
        const record = { id: 'a', mentions } as unknown as Article
        const records: KindedRecord[] = [{ kind: 'article', record }]
        const [changed] = rewriteReferences(records, { kind: 'person', from: 'g', to: 'k' })
        expect(changed === undefined).toBe(!mentions.some((one) => one.personId === 'g'))
        const after = (changed?.record as Article | undefined)?.mentions ?? mentions
        expect(after.some((one) => one.personId === 'g')).toBe(false)
        for (const before of mentions) {
          const to = before.personId === 'g' ? 'k' : before.personId
          const there = after.filter((one) => one.personId === to)
          for (const written of before.offices) expect(there.some((one) => one.offices.includes(written))).toBe(true)
        }
      }),
    )
  })
})

describe('names and events', () => {
  it('any record is found by its own name, and chosen when it is the only one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
        fc.pre(comparable(text) !== '')
        expect(autoChoose(matchNames(text, [organization('o', text)]))).toBe('o')
        expect(autoChoose(matchNames(text.normalize('NFD'), [organization('o', text)]))).toBe('o')
      }),
    )
  })

  it('overlap of titles is symmetric, between 0 and 1, and 1 for the same', () => {
    const words = fc.array(name, { maxLength: 6 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(titleOverlap(a, b)).toBe(titleOverlap(b, a))
        expect(titleOverlap(a, b)).toBeGreaterThanOrEqual(0)
        expect(titleOverlap(a, b)).toBeLessThanOrEqual(1)
        if (a !== '') expect(titleOverlap(a, a)).toBe(1)
      }),
    )
  })

  it('an event is itself', () => {
    fc.assert(
      fc.property(date, (from) => {
        const one = event('e', 'Hội nghị sơ kết công tác dân vận', { from })
        expect(autoChoose(matchEvents(one, [one]))).toBe('e')
      }),
    )
  })
})
