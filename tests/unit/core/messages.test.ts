import { describe, expect, it } from 'vitest'
import { translator } from '#core/messages'

const words = {
  plain: 'Chọn một bài # hoặc <nhiều> bài',
  quoted: "It''s open",
  literal: "Type '{'name'}' here",
  named: 'Mở {name}',
  found: '{count, plural, =0 {none} one {# article} other {# articles}}',
  deep: { er: 'sâu' },
}

describe('words', () => {
  const say = translator<string>(words, 'en')

  it('are said as written where nothing in them is to be filled in', () => {
    expect(say('plain')).toBe(words.plain)
    expect(say('deep.er')).toBe('sâu')
    expect(say('deep')).toBe('deep')
    expect(say('missing')).toBe('missing')
  })

  it('are read as messages where something is', () => {
    expect(say('quoted')).toBe("It's open")
    expect(say('literal')).toBe('Type {name} here')
    expect(say('named', { name: 'Kho' })).toBe('Mở Kho')
  })

  it('show numbers as each language does', () => {
    expect([0, 1, 12_345].map((count) => say('found', { count }))).toEqual(['none', '1 article', '12,345 articles'])
    expect(translator<string>(words, 'vi')('found', { count: 12_345 })).toBe('12.345 articles')
  })
})
