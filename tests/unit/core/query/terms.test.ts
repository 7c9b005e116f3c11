import { describe, expect, it } from 'vitest'
import { parseTerms } from '#core/query/terms'

/** Terms in short: `-"a b"*` is an excluded phrase whose last word may be half-typed. */
const short = (text: string) =>
  parseTerms(text).map(({ term: { words, prefix }, excluded }) => {
    const many = words.length > 1 ? `"${words.join(' ')}"` : words[0]
    return `${excluded ? '-' : ''}${many}${prefix ? '*' : ''}`
  })

describe('words as typed', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['hội nghị', ['hội', 'nghị*']],
    ['hội nghị ', ['hội', 'nghị']],
    ['"hội nghị" tỉnh', ['"hội nghị"', 'tỉnh*']],
    ['“hội nghị” tỉnh ', ['"hội nghị"', 'tỉnh']],
    ['«hội nghị»', ['"hội nghị"']],
    ['"hội ngh', ['"hội ngh"*']],
    ['tin "', ['tin']],
    ['-ảnh tin ', ['-ảnh', 'tin']],
    ['tin -ảnh', ['tin', '-ảnh']],
    ['tin -"ban tin"', ['tin', '-"ban tin"']],
    ['tin - ảnh ', ['tin', 'ảnh']],
    ['187/BC-BPC ', ['"187 BC BPC"']],
    ['HĐND-UBND', ['"HĐND UBND"*']],
    ["H'Hen ", ["H'Hen"]],
    ['?! … -', []],
  ])('«%s»', (text, terms) => {
    expect(short(text)).toEqual(terms)
  })

  it('keeps what was typed for highlighting', () => {
    expect(parseTerms('187/BC "Hội  nghị"').map(({ term }) => term.text)).toEqual(['187/BC', 'Hội  nghị'])
  })
})
