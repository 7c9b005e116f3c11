import { describe, expect, it } from 'vitest'
import { byDay } from '../../../src/renderer/features/history/useHistory'
import { linesOfValue } from '../../../src/renderer/features/history/values'
import { phrasesOf } from '../../../src/renderer/words/words'

const words = { ...phrasesOf('vi'), names: { e1: 'Kỳ họp thứ 18' } }
const told = (field: string, value: unknown) => linesOfValue(field, value, words)

describe('a value of a record in words', () => {
  it.each([
    ['genre', 'news', ['Tin']],
    ['publishedOn', '2024-07-08', ['08/07/2024']],
    ['filedAt', '2024-07-08T09:30:00.000+07:00', ['08/07/2024 09:30']],
    ['events', ['e1', 'e2'], ['Kỳ họp thứ 18', '(không còn trong kho)']],
    ['authors', [], []],
    ['notes', '', []],
    ['retention', { code: '01', basis: 'TT 05' }, ['Vĩnh viễn · TT 05']],
    ['awards', [{ name: 'Bằng khen', to: ['A', 'B'] }], ['Bằng khen — A, B']],
    ['body', [{ kind: 'paragraph', text: 'Sáng 8/7' }], ['Sáng 8/7']],
    ['photos', [{ photoId: 'p', caption: 'Toàn cảnh' }], ['Ảnh 1: Toàn cảnh']],
  ])('%s', (field, value, lines) => {
    expect(told(field, value)).toEqual(lines)
  })

  it('does not tell where names stand, which people cannot read', () => {
    const at = (start: number) => [{ personId: 'p', name: 'Lan', offices: ['Bí thư'], spans: [{ start }] }]
    expect(told('mentions', at(1))).toEqual(['Lan — Bí thư'])
    expect(told('mentions', at(1))).toEqual(told('mentions', at(9)))
  })

  it('leaves out suggestions that were dropped', () => {
    const people = ['offered', 'dropped'].map((state) => ({ state, value: { name: state, offices: [] } }))
    expect(told('people', people)).toEqual(['offered'])
  })
})

describe('changes under their day', () => {
  it('have one heading a day', () => {
    const row = (at: string) => ({ at }) as never
    const lines = byDay([row('2024-07-09T08'), row('2024-07-09T07'), row('2024-07-08T07')])
    expect(lines.map((line) => ('day' in line ? line.day : '·'))).toEqual(['2024-07-09', '·', '·', '2024-07-08', '·'])
  })
})
