import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inside, NamedUnder } from '#core/pictures/inside'
import { candidatesOf, mapPicture, type PhotoMapping } from '#core/pictures/mapping'
import { takenAtOf } from '#core/pictures/taken-at'
import { shippedRules } from '#tests/support/photos'

const { mapping } = shippedRules
const word = fc.constantFrom(
  'Thăm xã',
  'Khai mạc kỳ họp',
  'OLYMPUS DIGITAL CAMERA',
  'Tiếp xúc cử tri xã Nà Mây sáng nay',
  'Tiếp xúc cử tri xã Nà Mây sáng nay, ngày 12/3',
)
const tags = mapping.fields.caption.from
const said = fc
  .uniqueArray(fc.record({ tag: fc.constantFrom(...tags), values: word.map((one) => [one]), beside: fc.boolean() }), {
    selector: ({ tag, beside }) => `${tag} ${beside}`,
    maxLength: 8,
  })
  .map((all) => all.map(({ tag, values, beside }): Inside => ({ tag, values, ...(beside && { sidecar: true }) })))
const order = fc.shuffledSubarray(tags, { minLength: 1 })
const withOrder = (from: string[], take: 'first' | 'all' = 'first', sidecarFirst = true): PhotoMapping => ({
  sidecarFirst,
  fields: { ...mapping.fields, caption: { take, from }, keywords: { take, from } },
})

describe('a mapping', () => {
  it('shows every word of its tags, and takes the first that says something, or the whole of what it begins', () =>
    fc.assert(
      fc.property(said, order, fc.boolean(), (words, from, sidecarFirst) => {
        const own = withOrder(from, 'first', sidecarFirst)
        const found = candidatesOf('caption', { words, named: [] }, shippedRules, own)
        expect(found).toHaveLength(words.filter(({ tag }) => from.includes(tag)).length)
        const usable = found.filter(({ standing }) => standing !== 'maker')
        const taken = found.filter(({ standing }) => standing === 'taken')
        expect(taken).toHaveLength(usable.length > 0 ? 1 : 0)
        expect(found.every(({ values, standing }) => (standing === 'maker') === /OLYMPUS/.test(values[0]!))).toBe(true)
        if (taken[0]) expect(taken[0].values[0]!.startsWith(usable[0]!.values[0]!)).toBe(true)
        expect(mapPicture({ words, named: [] }, shippedRules, own).caption).toBe(taken[0]?.values[0] ?? '')
      }),
    ))

  it('gives a text cut by the limit of its standard back whole, and no other', () => {
    const whole = `${'Tiếp xúc cử tri xã Nà Mây. '.repeat(100)}Hết`
    const cut = new TextDecoder().decode(new TextEncoder().encode(whole).subarray(0, 2000)).replace(/\ufffd$/, '')
    const words = (tag: string, value: string) => ({ tag, values: [value] })
    const from = ['IPTC:Caption-Abstract', 'IFD0:ImageDescription', 'XMP-dc:Description']
    const taken = (...all: Inside[]) => mapPicture({ words: all, named: [] }, shippedRules, withOrder(from)).caption
    expect(taken(words('IPTC:Caption-Abstract', cut), words('XMP-dc:Description', whole))).toBe(whole)
    const short = 'Tiếp xúc cử tri xã Nà Mây sáng nay, ngày 12/3'
    expect(taken(words('IFD0:ImageDescription', short), words('XMP-dc:Description', `${short}, có thêm`))).toBe(short)
    expect(taken(words('IPTC:Caption-Abstract', short), words('XMP-dc:Description', `${short}, có thêm`))).toBe(short)
  })

  it('that takes all loses no word and says none twice', () =>
    fc.assert(
      fc.property(said, order, (words, from) => {
        const { keywords } = mapPicture({ words, named: [] }, shippedRules, withOrder(from, 'all'))
        const wanted = new Set(words.filter(({ tag }) => from.includes(tag)).flatMap(({ values }) => values))
        expect(new Set(keywords)).toEqual(wanted)
        expect(keywords).toHaveLength(wanted.size)
      }),
    ))

  it('without tags takes nothing', () =>
    fc.assert(
      fc.property(said, (words) => {
        expect(mapPicture({ words, named: [] }, shippedRules, withOrder([])).caption).toBe('')
      }),
    ))

  it('names each person once, with a place where any of its sources has one', () => {
    const names = fc.constantFrom('Lò Văn Pâng', 'LÒ VĂN PÂNG', 'Quàng Thị Mo')
    const one = fc.record({ name: names, tag: fc.constantFrom(...mapping.fields.people.from), placed: fc.boolean() })
    const region = { x: 0, y: 0, width: 0.5, height: 0.5 }
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (all) => {
        const named = all.map(({ placed, ...rest }): NamedUnder => ({ ...rest, region: placed ? region : null }))
        const { people } = mapPicture({ words: [], named }, shippedRules)
        const key = (name: string) => name.toLowerCase()
        expect(new Set(people.map(({ name }) => key(name))).size).toBe(people.length)
        for (const { name } of named) {
          const held = people.find((person) => key(person.name) === key(name))
          const placed = named.some((other) => key(other.name) === key(name) && other.region)
          expect(held?.region !== null).toBe(placed)
        }
      }),
    )
  })
})

describe('a time taken', () => {
  it('is kept as written in every form, and is none where it cannot be', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1830-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.constantFrom('', 'Z', '+07:00', '-03:30'),
        fc.constantFrom('', '.5', '.123456'),
        (date, zone, part) => {
          const iso = date.toISOString().slice(0, 19)
          const wanted = `${iso}${zone}`
          expect(takenAtOf(`${iso}${part}${zone}`)).toBe(wanted)
          expect(takenAtOf(`${iso.slice(0, 10).replaceAll('-', ':')} ${iso.slice(11)}${part}${zone}`)).toBe(wanted)
          const compact = iso.replaceAll(/[-:]/g, '').replace('T', ' ')
          expect(takenAtOf(`${compact}${zone.replace(':', '')}`)).toBe(wanted)
          expect(takenAtOf(`${iso.slice(0, 5)}13${iso.slice(7)}`)).toBeNull()
        },
      ),
    ))

  it.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '2025:02:30 10:00:00', 'hôm qua', ''])(
    '%j is none',
    (written) => {
      expect(takenAtOf(written)).toBeNull()
    },
  )
})
