import { describe, expect, it } from 'vitest'
import { KhoError } from '#core/errors'
import { parseQuery } from '#core/query/parse'
import { printQuery } from '#core/query/print'
import type { Query } from '#core/query/query'

/** A query in short: `and(words(hội) person("Lê Văn An"))`. */
function short(query: Query): string {
  switch (query.kind) {
    case 'words':
    case 'field': {
      const { words, prefix } = query.term
      const text = words.length > 1 ? `"${words.join(' ')}"` : words[0]
      return `${query.kind === 'field' ? query.field : 'words'}(${text}${prefix ? '*' : ''})`
    }
    case 'date':
      return `date(${query.range.from ?? ''}..${query.range.to ?? ''})`
    case 'not':
      return `not(${short(query.node)})`
    default:
      return `${query.kind}(${query.nodes.map(short).join(' ')})`
  }
}

describe('a search as typed', () => {
  it.each([
    ['', 'and()'],
    ['hội nghị', 'and(words(hội) words(nghị*))'],
    ['người:"Lê Văn An" ', 'person("Lê Văn An")'],
    ['nguoi:An hop ', 'and(person(An) words(hop))'],
    ['Person:An ', 'person(An)'],
    ['chức vụ:"Phó Chủ tịch HĐND" ', 'office("Phó Chủ tịch HĐND")'],
    ['chucvu:x chuc_vu:y office:z ', 'and(office(x) office(y) office(z))'],
    ['họp sự kiện:"giám sát" ', 'and(words(họp) event("giám sát"))'],
    ['nơi: "Chiêm Hóa" ', 'place("Chiêm Hóa")'],
    ['-nơi:Huế tin ', 'and(not(place(Huế)) words(tin))'],
    ['a OR b c ', 'and(or(words(a) words(b)) words(c))'],
    ['a hoặc b | c ', 'or(words(a) words(b) words(c))'],
    ['a OR ', 'words(a)'],
    ['hoac or HOAC ', 'and(words(hoac) words(or) words(HOAC))'],
    ['"a OR b" ', 'words("a OR b")'],
    ['a OR -b ', 'or(words(a) not(words(b)))'],
    ['ngày:2024', 'date(2024..2024)'],
    ['ngày:7/2024', 'date(2024-07..2024-07)'],
    ['date:8/7/2024', 'date(2024-07-08..2024-07-08)'],
    ['ngày:2024-07-08', 'date(2024-07-08..2024-07-08)'],
    ['ngày:8/7/2024..', 'date(2024-07-08..)'],
    ['ngày:..2024', 'date(..2024)'],
    ['ngày:1/2024..3/2024', 'date(2024-01..2024-03)'],
    ['ngày:"1/2024 – 3/2024"', 'date(2024-01..2024-03)'],
    ['ngày:2024..3/2024', 'date(2024..2024-03)'],
    // What is no field is words, whatever colons it has.
    ['lúc 10:30 ', 'and(words(lúc) words("10 30"))'],
    ['title:hoa ', 'words("title hoa")'],
    // Still being typed.
    ['người:', 'and()'],
    ['tin người: ', 'words(tin)'],
    ['người:"', 'and()'],
    ['người:"Lê V', 'person("Lê V"*)'],
  ])('«%s»', (text, query) => {
    expect(short(parseQuery(text))).toBe(query)
  })

  it.each([
    ['ngày:hômqua', 'date', 'hômqua', '6'],
    ['tin ngày:31/2/2024', 'date', '31/2/2024', '10'],
    ['ngày:13/2024', 'date', '13/2024', '6'],
    ['ngày:2025..2024', 'dateReversed', '2025..2024', '6'],
    ['OR tin', 'orWithoutLeft', 'OR', '1'],
    ['người:"" tin', 'fieldEmpty', 'người', '7'],
    ['người: nơi:Huế', 'fieldEmpty', 'người', '1'],
  ])('explains what is wrong with «%s»', (text, reason, value, at) => {
    let thrown: unknown = null
    try {
      parseQuery(text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(KhoError)
    expect(thrown).toMatchObject({ code: 'query-invalid', args: { reason, value, at } })
  })

  it('prints what it read', () => {
    expect(printQuery(parseQuery('nguoi:"Lê An"   -tin hoặc ngày:1/2024..'))).toBe(
      'người:"Lê An" -tin OR ngày:01/2024.. ',
    )
  })
})
