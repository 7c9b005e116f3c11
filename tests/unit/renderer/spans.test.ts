import { describe, expect, it } from 'vitest'
import type { TextSpan } from '#core/model/common'
import { linesOf, shiftSpans, splitSpans } from '../../../src/renderer/text/spans'

const before = 'Dự họp có đồng chí Lò Thị Hạnh, Phó Chủ tịch.'
const name = 'Lò Thị Hạnh'
const where = { part: 'body', index: 2 } as const
const span = (text: string, of = name, at: { part: TextSpan['part']; index: number } = where): TextSpan => ({
  ...at,
  start: text.indexOf(of),
  end: text.indexOf(of) + of.length,
})
const held = (text: string, [only]: TextSpan[]) => only && text.slice(only.start, only.end)

describe('spans while a text is changed', () => {
  it.each([
    ['words before it', `Sáng nay, ${before}`, name],
    ['words after it', `${before} Cùng dự có lãnh đạo sở.`, name],
    ['words right before it', before.replace(name, `bà ${name}`), name],
    ['words right after it', before.replace(name, `${name} đã đến`), name],
    [
      'a spelling put right inside it',
      before.replace('Thị Hạnh', 'Thị Hạnh Nguyên').replace('Nguyên,', 'Nguyên,'),
      name,
    ],
    ['a letter changed inside it', before.replace('Thị', 'Thị Mỹ'), 'Lò Thị Mỹ Hạnh'],
  ])('keep their words after %s', (_, after, expected) => {
    expect(held(after, shiftSpans([span(before)], where, before, after))).toBe(expected)
  })

  it('are let go where their words are cut through', () => {
    expect(shiftSpans([span(before)], where, before, before.replace('chí Lò Thị', ''))).toEqual([])
  })

  it('are let go where their words are gone', () => {
    expect(shiftSpans([span(before)], where, before, before.replace(name, ''))).toEqual([])
  })

  it('of other texts stay as they are', () => {
    const other = { ...span(before), index: 1 }
    expect(shiftSpans([other], where, before, `Sáng nay, ${before}`)).toEqual([other])
  })
})

describe('spans when a block becomes several', () => {
  const text = 'Dòng một có Lò Thị Hạnh.\n\nDòng hai có Vàng A Sơn.'
  const lines = linesOf(text)

  it('go to the line their words are in', () => {
    const [first, second] = splitSpans([span(text), span(text, 'Vàng A Sơn')], 2, lines)
    expect(first?.index).toBe(2)
    expect(second?.index).toBe(3)
    expect(held(lines[1]?.text ?? '', [second as TextSpan])).toBe('Vàng A Sơn')
  })

  it('of later blocks move down, of earlier ones stay', () => {
    const at = (index: number) => ({ part: 'body' as const, index, start: 0, end: 4 })
    expect(splitSpans([at(1), at(5)], 2, lines).map(({ index }) => index)).toEqual([1, 6])
  })

  it('of later blocks move up when the block is emptied', () => {
    const later = { part: 'body' as const, index: 3, start: 0, end: 4 }
    expect(splitSpans([span(text), later], 2, linesOf(' \n'))).toEqual([{ ...later, index: 2 }])
  })
})
