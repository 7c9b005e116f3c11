import { describe, expect, it } from 'vitest'
import type { Photo } from '#core/model/photo'
import type { CaptionFound, PressReading } from '#core/press/reading'
import { placeFigures } from '#operations/intake/figures'
import { type ArrivedPhoto, matchCaptions } from '#operations/intake/photo-captions'
import { emptyReading } from '#operations/intake/plain-reading'

const photo = (id: string, picture: number | null): ArrivedPhoto => ({
  picture,
  photo: { id, caption: '', file: { name: `${id}.jpg` } } as Photo,
})
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })

function readingOf(body: PressReading['body'], captions: CaptionFound[]): PressReading {
  const spans = body.map((_, index) => ({ part: 'body' as const, index, start: 0, end: 3 }))
  const person = { value: { name: 'Lò Thị Hoà', offices: [] }, spans, confidence: 1, why: [] }
  return { ...emptyReading('Tin'), body, captions, people: [person] }
}

function place(body: PressReading['body'], captions: CaptionFound[], photos: ArrivedPhoto[]): PressReading {
  const reading = readingOf(body, captions)
  return placeFigures(reading, photos, matchCaptions(photos, captions))
}

describe('placeFigures', () => {
  it('puts loose photos where their captions stood, and lets spans follow their paragraphs', () => {
    const captions = [
      { text: 'Một.', picture: null, after: 1 },
      { text: 'Hai.', picture: null, after: 2 },
    ]
    const { body, people } = place([paragraph('a'), paragraph('b')], captions, [photo('x', null), photo('y', null)])
    expect(body).toEqual([
      paragraph('a'),
      { kind: 'figure', text: '', photo: 0 },
      paragraph('b'),
      { kind: 'figure', text: '', photo: 1 },
    ])
    expect(people[0]?.spans.map(({ index }) => index)).toEqual([0, 2])
  })

  it('points the figures of a container at the photos of the draft', () => {
    const figure = { kind: 'figure' as const, text: '', photo: 1 }
    const { body } = place([paragraph('a'), figure], [], [photo('x', 1)])
    expect(body[1]).toEqual({ kind: 'figure', text: '', photo: 0 })
  })

  it('keeps the words of a caption whose picture did not come', () => {
    const { body } = place([paragraph('a')], [{ text: 'Quang cảnh.', picture: null, after: 0 }], [])
    expect(body).toEqual([{ kind: 'figure', text: 'Quang cảnh.' }, paragraph('a')])
  })

  it('says no caption twice', () => {
    const figure = { kind: 'figure' as const, text: '', photo: 0 }
    const { body } = place([figure, paragraph('a')], [{ text: 'Quang cảnh.', picture: 0, after: 1 }], [photo('x', 0)])
    expect(body).toEqual([figure, paragraph('a')])
  })
})
