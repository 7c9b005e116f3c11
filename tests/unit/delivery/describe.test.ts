import { describe, expect, it } from 'vitest'
import { dateOf, documentLine, eventLine, fondsName, itemNote, personLine, publisherOf } from '#delivery/describe'
import { ranges, SeenPeople } from '#delivery/people'
import { dayOf } from '#delivery/photos'
import { deliveryWords, xmlText } from '#delivery/words'
import { article, delivered, event } from '../../golden/delivery/records'

const words = deliveryWords()

describe('lines of a delivery', () => {
  it('state a person with the offices as written', () => {
    expect(personLine({ name: 'Lò Thị Mây', offices: ['Bí thư', 'Chủ tịch'] })).toBe('Lò Thị Mây, Bí thư, Chủ tịch')
    expect(personLine({ name: 'Đỗ Ỷ Lan', offices: [] })).toBe('Đỗ Ỷ Lan')
  })

  it('state an event with its day, period or nothing', () => {
    const title = 'Kỳ họp'
    expect(eventLine(event('e', { title, from: '2024-07-08', to: '2024-07-08' }), words)).toBe('Kỳ họp (08/07/2024)')
    expect(eventLine(event('e', { title, from: '2024-07-08', to: '2024-07-10' }), words)).toBe(
      'Kỳ họp (từ 08/07/2024 đến 10/07/2024)',
    )
    expect(eventLine(event('e', { title, from: null, to: null }), words)).toBe('Kỳ họp')
  })

  it('state a document in the order of the decree, a law by type and name alone', () => {
    const base = { id: 'd', spans: [], date: null, issuer: null, subject: null }
    expect(documentLine({ ...base, type: 'Luật', number: null, subject: 'Lưu trữ' }, words)).toBe('Luật Lưu trữ')
    expect(
      documentLine({ ...base, type: 'Chỉ thị', number: '35-CT/TW', date: '2024-06-14', issuer: 'Bộ Chính trị' }, words),
    ).toBe('Chỉ thị số 35-CT/TW ngày 14/06/2024 của Bộ Chính trị')
  })

  it('date an article by publication, else event, never by receipt', () => {
    const undated = article(1, { publishedOn: null })
    expect(dateOf(delivered(article(1, { publishedOn: '2024-05' })))).toBe('2024-05')
    expect(dateOf(delivered(undated, [], [event('e', { from: '2024-06-01' })]))).toBe('2024-06-01')
    expect(dateOf(delivered(undated, [], []))).toBeNull()
  })

  it('list an article by its publisher, and note who wrote it and what comes with it', () => {
    const one = delivered(article(1, { outlet: '', authors: ['Lò Thị Mây', 'Thanh Hà'] }))
    expect(publisherOf(one, 'Văn phòng')).toBe('Văn phòng')
    expect(publisherOf(delivered(article(1, { outlet: 'Báo Tuyên Quang' })), 'Văn phòng')).toBe('Báo Tuyên Quang')
    expect(itemNote({ ...one, photos: [] }, words)).toBe('Người viết: Lò Thị Mây, Thanh Hà')
    expect(itemNote({ ...delivered(article(1, { authors: [] })), photos: [] }, words)).toBe('')
  })

  it('say the word Phông once', () => {
    expect(fondsName('Phông Hội đồng nhân dân tỉnh')).toBe('Hội đồng nhân dân tỉnh')
    expect(fondsName('Phông lưu trữ HĐND')).toBe('HĐND')
    expect(fondsName('HĐND')).toBe('HĐND')
  })

  it('take no day of an event for the day of a photo', () => {
    const within = delivered(article(1), [], [event('e', { from: '2024-06-01' })])
    const shown = (photo: object) => ({ shown: { photo } as never, within })
    expect(dayOf(shown({ takenOn: null, takenAt: null }))).toBeNull()
    expect(dayOf(shown({ takenOn: null, takenAt: '2024-06-02T08:00:00' }))).toBe('2024-06-02')
    expect(dayOf(shown({ takenOn: '2024-06', takenAt: '2024-06-02T08:00:00' }))).toBe('2024-06')
  })

  it('write sizes as people read them', () => {
    expect([words.size(1), words.size(250_000), words.size(3_565_158)]).toEqual(['1 KB', '245 KB', '3,4 MB'])
  })
})

describe('numbers as ranges', () => {
  it('join three and more', () => {
    expect(ranges([1, 2, 4, 6, 7, 8, 8, 12])).toBe('1, 2, 4, 6–8, 12')
    expect(ranges([])).toBe('')
  })
})

describe('people of a delivery', () => {
  it('stay apart by identity, not by name', () => {
    const seen = new SeenPeople()
    const mention = (personId: string) => ({ personId, name: 'Bùi Ngọc Hà', offices: [], spans: [] })
    seen.add(delivered(article(1, { mentions: [mention('a'), mention('b'), mention('a')] })), 1)
    expect(seen.sorted().map(({ name, articles }) => [name, articles])).toEqual([
      ['Bùi Ngọc Hà', [1]],
      ['Bùi Ngọc Hà', [1]],
    ])
  })
})

describe('text for XML', () => {
  it('is NFC without forbidden characters', () => {
    expect(xmlText('a\u0000b\r\nc\u000B\uD800d\uFFFE😀')).toBe('ab\nc\uFFFDd😀')
    expect(xmlText('Ti\u1ebfng'.normalize('NFD'))).toBe('Tiếng')
  })
})
