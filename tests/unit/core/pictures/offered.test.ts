import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/model/draft'
import { creditDiffers, creditOf, offeredTo } from '#core/pictures/offered'
import { draft, photo } from '#tests/unit/archive/sample-records'

const id = 'a'.repeat(64)
const use = { photoId: id, caption: 'Quang cảnh.', captionSure: 1, credit: ['Bảo Long'] }
const event = (state: 'offered' | 'dropped'): Draft['event'] => ({
  ...{ id: 'e', spans: [], confidence: 1, why: [], matches: [], chosen: null, state },
  value: { type: 'meeting', title: 'Kỳ họp thứ 18', from: null, to: null, place: 'Nậm Rốm', host: null },
})
const waiting = (more: Partial<Draft> = {}) => {
  const one = draft('d1', { photos: [use], event: event('offered'), ...more })
  return { ...one, text: { ...one.text, photographers: ['Bảo Long', 'Đức Anh'] } }
}

describe('what an article offers its photos', () => {
  it('is the credit of the caption, place and event, where the photo has none', () => {
    expect(offeredTo(photo(id), waiting())).toEqual({
      photographers: ['Bảo Long'],
      place: 'Nậm Rốm',
      event: 'Kỳ họp thứ 18',
    })
    const own = photo(id, { photographers: ['Lan'], place: 'Chợ phiên', eventId: 'e7' })
    expect(offeredTo(own, waiting())).toEqual({ photographers: [], place: '', event: '' })
  })

  it('is nothing of an event that was dropped, and all photographers where the caption names none', () => {
    const { credit: _, ...bare } = use
    const offered = offeredTo(photo(id), waiting({ event: event('dropped'), photos: [bare] }))
    expect(offered).toEqual({ photographers: ['Bảo Long', 'Đức Anh'], place: '', event: '' })
    expect(creditOf(undefined, ['Đức Anh'])).toEqual(['Đức Anh'])
  })

  it('tells where the file names somebody else', () => {
    expect(creditDiffers(photo(id, { photographers: ['Lan'] }), use)).toBe(true)
    expect(creditDiffers(photo(id, { photographers: ['Bảo Long'] }), use)).toBe(false)
    expect(creditDiffers(photo(id), use)).toBe(false)
  })
})
