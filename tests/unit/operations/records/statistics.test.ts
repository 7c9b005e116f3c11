import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, event, person, photo, place, putting } from '#tests/unit/archive/sample-records'
import { type OpenCore, openCore } from '../authority/open-core'

const mention = (personId: string, ...offices: string[]) => ({ personId, name: personId, offices, spans: [] })
const pictures = (...ids: string[]) => ids.map((photoId) => ({ photoId, caption: '' }))

describe('statistics', () => {
  let core: OpenCore
  beforeEach(async () => {
    core = await openCore()
    const { archive } = core
    await archive.commit(putting('person', person('p1', 'Lê Hạ'), person('p2', 'Lê Hà')))
    await archive.commit(putting('place', place('x', 'Nà Mây')))
    await archive.commit(putting('event', event('e1', { type: 'session' })))
    await archive.commit(putting('photo', photo('f1', { photographers: ['Thu Hằng'] }), photo('f2')))
    await archive.commit(
      putting(
        'article',
        article('a1', 1, {
          publishedOn: '2024-11-30',
          mentions: [mention('p1', 'Chủ tịch'), mention('p2', 'Bí thư')],
          photos: pictures('f1', 'f2'),
          events: ['e1'],
          authors: ['Lan'],
        }),
        article('a2', 2, { publishedOn: '2025-02-01', mentions: [mention('p1', 'Chủ tịch')], genre: 'interview' }),
        article('a3', 3, {
          publishedOn: '2025',
          places: [{ id: 'x', name: 'Nà Mây', spans: [] }],
          photos: pictures('f2'),
        }),
        article('a4', 4, { publishedOn: '2025-02-01', status: 'binned', mentions: [mention('p1')] }),
      ),
    )
  })
  afterEach(() => core.close())

  it('count articles and photos by month without gaps, and by year', async () => {
    const all = await core.call('statistics.get', {})
    expect([all.articles, all.photos]).toEqual([3, 3])
    expect(all.months.map((one) => Object.values(one).join(' '))).toEqual([
      '2024-11 1 2',
      '2024-12 0 0',
      '2025-01 0 0',
      '2025-02 1 0',
    ])
    expect(all.years.map((one) => Object.values(one).join(' '))).toEqual(['2024 1 2', '2025 2 1'])
  })

  it('count what articles name, each once an article, the most frequent first', async () => {
    const all = await core.call('statistics.get', {})
    const told = (counts: { label: string; count: number }[]) => counts.map(({ label, count }) => `${label} ${count}`)
    expect(told(all.person)).toEqual(['Lê Hạ 2', 'Lê Hà 1'])
    expect(told(all.office)).toEqual(['Chủ tịch 2', 'Bí thư 1'])
    expect(told(all.photographer)).toEqual(['Thu Hằng 1'])
    expect(told(all.author)).toEqual(['Thu Hằng 2', 'Lan 1'])
    expect(told(all.place)).toEqual(['Nà Mây 1'])
    expect(told(all.genre)).toEqual(['news 2', 'interview 1'])
    expect(told(all.eventType)).toEqual(['session 1'])
    expect((await core.call('statistics.get', { most: 1 })).person).toHaveLength(1)
  })

  it('keep to a period and a search, and follow every change', async () => {
    const year = await core.call('statistics.get', { from: '2025', to: '2025' })
    expect(year.articles).toBe(2)
    expect((await core.call('statistics.get', { personId: 'p2' })).articles).toBe(1)
    await core.call('article.bin', { id: 'a1', reason: 'trùng' })
    expect((await core.call('statistics.get', {})).photos).toBe(1)
    expect((await core.call('statistics.get', { from: '1990', to: '1991' })).months).toEqual([])
  })
})
