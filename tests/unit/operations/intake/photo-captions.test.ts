import { describe, expect, it } from 'vitest'
import type { Photo } from '#core/model/photo'
import { type ArrivedPhoto, matchCaptions } from '#operations/intake/photo-captions'

const arrived = (id: string, more: { picture?: number; name?: string; caption?: string } = {}): ArrivedPhoto => ({
  picture: more.picture ?? null,
  photo: { id, caption: more.caption ?? '', file: { name: more.name ?? `${id}.jpg` } } as Photo,
})
const captionsOf = (photos: ReturnType<typeof matchCaptions>) => photos.map(({ caption }) => caption)

describe('matchCaptions', () => {
  it('believes the container first', () => {
    const photos = matchCaptions(
      [arrived('a', { picture: 0 }), arrived('b', { picture: 1 })],
      [
        { text: 'Chú thích hai', picture: 1 },
        { text: 'Chú thích một', picture: 0 },
      ],
    )
    expect(captionsOf(photos)).toEqual(['Chú thích một', 'Chú thích hai'])
    expect(photos.every(({ captionSure }) => captionSure === 1)).toBe(true)
  })

  it('goes by the words in file names without marks', () => {
    const photos = matchCaptions(
      [arrived('a', { name: 'quang canh hoi nghi.jpg' }), arrived('b', { name: 'cac dai bieu bieu quyet.jpg' })],
      [
        { text: 'Các đại biểu biểu quyết.', picture: null },
        { text: 'Quang cảnh hội nghị.', picture: null },
      ],
    )
    expect(captionsOf(photos)).toEqual(['Quang cảnh hội nghị.', 'Các đại biểu biểu quyết.'])
  })

  it('falls back on the order, and says how sure it is', () => {
    const captions = [
      { text: 'Một.', picture: null },
      { text: 'Hai.', picture: null },
    ]
    const even = matchCaptions([arrived('a'), arrived('b')], captions)
    const uneven = matchCaptions([arrived('a'), arrived('b'), arrived('c')], captions)
    expect(captionsOf(even)).toEqual(['Một.', 'Hai.'])
    expect(captionsOf(uneven)).toEqual(['Một.', 'Hai.', ''])
    expect(uneven[0]?.captionSure).toBeLessThan(even[0]?.captionSure ?? 0)
  })

  it('keeps the words inside a photo where the article has none for it', () => {
    const [photo] = matchCaptions([arrived('a', { caption: 'Chú thích trong ảnh' })], [])
    expect(photo?.caption).toBe('Chú thích trong ảnh')
  })
})
