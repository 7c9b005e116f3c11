import type { FileChild } from 'docx'
import { describe, expect, it } from 'vitest'
import { shippedRules as rules } from '#delivery/rules'
import { exactPagesOf } from '#delivery/word/layout/exact'
import { PageCounter } from '#delivery/word/layout/pages'
import { Looks, linesOf, textWidth } from '#delivery/word/layout/type'
import { pageProperties, styled } from '#delivery/word/parts'
import type { StyleId } from '#delivery/word/styles'
import { type Cell, table } from '#delivery/word/table'
import { names, paragraph } from '../../../golden/delivery/records'

const looks = new Looks(rules)

describe('type of a style', () => {
  it('is inherited and measured in points', () => {
    expect(looks.of('Lede')).toMatchObject({ size: 14, bold: true, justified: true, after: 6, firstLine: 36 })
    expect(looks.of('Lede').lineHeight).toBeCloseTo(17.71)
    expect(looks.of('TOC1')).toMatchObject({ left: 28.35, firstLine: -28.35 })
  })

  it('has the widths of Times New Roman, marks and all', () => {
    expect(textWidth('Tiếng', looks.of('BodyText'))).toBeCloseTo(14 * (0.611 + 0.278 + 0.444 + 0.5 + 0.5))
    expect(textWidth('漢', looks.of('BodyText'))).toBeNull()
  })
})

describe('lines of a paragraph', () => {
  const look = { ...looks.of('CellText'), size: 10 }
  // Ten letters of 5 points: 50 points a word, 2.5 a space.
  const words = (count: number) => Array(count).fill('nnnnnnnnnn').join(' ')

  it('break between words, at hyphens and at line ends', () => {
    expect(linesOf(words(4), look, 105)).toBe(2)
    expect(linesOf('', look, 100)).toBe(1)
    expect(linesOf('a\nb', look, 100)).toBe(2)
    expect(linesOf('nnnnn-nnnnnnnnnn', look, 60)).toBe(2)
  })

  it('take a word longer than a line over several', () => {
    expect(linesOf('n'.repeat(100), look, 200)).toBe(3)
  })

  it('squeeze one more word in where Word does, in justified text alone', () => {
    expect(linesOf(words(5), look, 259.5)).toBe(2)
    expect(linesOf(words(5), { ...look, justified: true }, 259.5)).toBe(1)
  })
})

/** The same numbers every time, so that a failure can be looked at again. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

function section(seed: number) {
  const next = numbers(seed)
  const styles: StyleId[] = ['BodyText', 'BodyText', 'BodyText', 'Heading2', 'ListText', 'Quote', 'Lede', 'NoteInText']
  const texts: FileChild[] = Array.from({ length: 6 + next(14) }, () =>
    styled(styles[next(styles.length)]!, paragraph(next(50), 1 + next(6)).slice(0, 40 + next(700))),
  )
  const rows = names
    .slice(0, next(12))
    .map((name): Cell[] => [[['NoteLabel', name]], [['NoteText', paragraph(next(9), 1 + next(2))]]])
  const first: Cell[] = [[['NoteLabel', 'a']], [['NoteText', 'b']]]
  const list = table(rules, { widths: [26, 74], rows: [first, ...rows], together: seed % 2 === 0 })
  return { properties: pageProperties(rules, { titlePage: false }), children: [...texts, list] }
}

describe('the quick count of pages', { timeout: 60_000 }, () => {
  it('agrees with docx’s own layout wherever it is sure, which is nearly always', () => {
    const counter = new PageCounter(rules)
    const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
    const quick = seeds.map((seed) => counter.quickPagesOf(section(seed)))
    const exact = seeds.map((seed) => exactPagesOf(section(seed), rules))
    expect(quick.map((count, index) => count ?? exact[index])).toEqual(exact)
    expect(quick.filter((count) => count === null).length).toBeLessThanOrEqual(1)
    expect(new Set(exact).size).toBeGreaterThan(2)
  })

  it('leaves to docx what it cannot measure', () => {
    const strange = { ...section(1), children: [styled('BodyText', '漢字')] }
    const counter = new PageCounter(rules)
    expect(counter.quickPagesOf(strange)).toBeNull()
    expect(counter.pagesOf(strange)).toBe(1)
  })
})
