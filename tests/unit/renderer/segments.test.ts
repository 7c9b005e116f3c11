import { describe, expect, it } from 'vitest'
import { markedPieces } from '../../../src/renderer/text/marked'
import { segments } from '../../../src/renderer/text/segments'

const words = (text: string, stretches: Parameters<typeof segments<string>>[1]) =>
  segments(text, stretches).map(({ words, of }) => (of ? `[${of}:${words}]` : words))

describe('cutting a text at what is recognised in it', () => {
  const text = 'UBND huyện Nậm Lĩnh họp'

  it('leaves a text without marks whole', () => {
    expect(words(text, [])).toEqual([text])
  })

  it('shows the longer of two stretches that lie over each other', () => {
    const body = { start: 0, end: 19, of: 'body' }
    const place = { start: 5, end: 19, of: 'place' }
    expect(words(text, [body, place])).toEqual(['[body:UBND huyện Nậm Lĩnh]', ' họp'])
  })

  it('shows a name inside a stretch that lies beneath', () => {
    const event = { start: 0, end: text.length, of: 'event', beneath: true }
    const place = { start: 5, end: 19, of: 'place' }
    expect(words(text, [event, place])).toEqual(['[event:UBND ]', '[place:huyện Nậm Lĩnh]', '[event: họp]'])
  })

  it('loses no letter where stretches reach beyond the text or are empty', () => {
    const cut = segments(text, [
      { start: 20, end: 99, of: 'a' },
      { start: 4, end: 4, of: 'b' },
    ])
    expect(cut.map((piece) => piece.words).join('')).toBe(text)
    expect(cut.at(-1)).toEqual({ start: 20, words: 'họp', of: 'a' })
  })
})

describe('marking the words searched for', () => {
  it('keeps the text whole whatever the marks', () => {
    const pieces = markedPieces('cầu Nà Mây', [
      [4, 10],
      [0, 3],
      [8, 99],
    ])
    expect(pieces.map((piece) => piece.words).join('')).toBe('cầu Nà Mây')
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.words)).toEqual(['cầu', 'Nà Mây'])
  })
})
