import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matchEvents } from '#authority/match-events'
import { matchNames } from '#authority/match-names'
import { matchPeople } from '#authority/match-people'
import { translator, type Words } from '#core/messages'
import { abbreviations, event, office, organization, person, place } from './records'

/** One call for every reason the matchers give. */
function everyReason() {
  const held = person('p', 'Hoàng Thuý', { spellings: ['Lý Hoa'], offices: [office('Giám đốc Sở Nội vụ', '2024')] })
  const people = ['Hoàng Thuý', 'Hoàng Thúy', 'Hoang Thuy'].flatMap((name) =>
    [[], ['Giám đốc Sở Nội vụ'], ['Phó Giám đốc Sở Nội vụ'], ['Giám đốc Sở Y tế']].flatMap((offices) =>
      matchPeople(name, offices, [held], { date: null }),
    ),
  )
  const record = organization('o', 'UBND xã Nà Mây', { spellings: ['Uỷ ban xã Nà Mây'], validTo: '2025-06-30' })
  const unit = place('x', 'xã Nà Mây', { kind: 'xã' })
  const names = ['UBND xã Nà Mây', 'Ủy ban xã Nà Mây', 'Ủy ban nhân dân xã Nà Mây', 'ubnd xa na may', 'Nà Mây'].flatMap(
    (name) => [null, '2026'].flatMap((date) => matchNames(name, [record, unit], { date, abbreviations })),
  )
  const events = ['2024-07-08', '2024-08-08', null].flatMap((from) =>
    matchEvents({ type: 'conference', title: 'Hội nghị', from, to: null, place: null, host: null }, [
      event('e', 'Hội nghị'),
    ]),
  )
  return [...people, ...names, ...events].map((match) => match.reason)
}

describe.each(['vi', 'en'] as const)('words for reasons in %s', (language) => {
  const words = JSON.parse(
    readFileSync(new URL(`../../../resources/locale/${language}/match.json`, import.meta.url), 'utf8'),
  ) as { match: Words }

  it('say every reason with its arguments, and no other', () => {
    const say = translator(words, language)
    const met = new Set<string>()
    for (const reason of everyReason()) {
      met.add(reason.code)
      const said = say(`match.${reason.code}`, reason.args)
      const template = String(words.match[reason.code])
      for (const [name, value] of Object.entries(reason.args)) {
        if (template.includes(`{${name}}`)) expect(said).toContain(value)
      }
      expect(said).not.toMatch(/[{}]|^match\./)
    }
    expect([...met].sort()).toEqual(Object.keys(words.match).sort())
  })
})
