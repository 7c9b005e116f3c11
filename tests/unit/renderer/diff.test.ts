import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from '../../../src/renderer/text/diff'

const shown = (before: string[], after: string[]) =>
  diffLines(before, after).map(
    ({ what, pieces }) =>
      `${what === 'gone' ? '-' : '+'} ${pieces.map((p) => (p.what === 'same' ? p.words : `[${p.words}]`)).join('')}`,
  )

describe('what differs between two versions', () => {
  it('tells the changed words of a changed line apart', () => {
    expect(shown(['Sáng 25/7, đoàn thăm xã Nà Mây'], ['Sáng 26/7, đoàn thăm xã Nà Mây'])).toEqual([
      '- Sáng [25/7,] đoàn thăm xã Nà Mây',
      '+ Sáng [26/7,] đoàn thăm xã Nà Mây',
    ])
  })

  it('leaves out what stayed, and marks lines that only went or came', () => {
    expect(shown(['một', 'hai', 'ba'], ['một', 'ba', 'bốn'])).toEqual(['- [hai]', '+ [bốn]'])
  })

  it('says nothing where nothing differs', () => {
    expect(diffLines(['một'], ['một'])).toEqual([])
  })

  it('loses no line that went and none that came', () => {
    const lines = fc.array(fc.constantFrom('một', 'hai ba', 'hai bốn', 'năm'), { maxLength: 8 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const told = diffLines(before, after)
        const kept = (side: string[], what: string) => side.length - told.filter((line) => line.what === what).length
        expect(kept(before, 'gone')).toBe(kept(after, 'come'))
      }),
    )
  })
})
