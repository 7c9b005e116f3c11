import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, event, putting } from '#tests/unit/archive/sample-records'
import { type OpenCore, openCore } from '../authority/open-core'

describe('the calendar of events', () => {
  let core: OpenCore
  beforeEach(async () => {
    core = await openCore()
    await core.archive.commit(
      putting(
        'event',
        event('day', { from: '2024-07-08' }),
        event('session', { from: '2024-06-28', to: '2024-07-02' }),
        event('year', { from: '2024' }),
        event('month', { from: '2024-07' }),
        event('none', { from: null }),
        event('later', { from: '2024-08-01' }),
        event('long', { from: '2024-05-31', to: '2024-06-30' }),
      ),
    )
    await core.archive.commit(putting('article', article('a1', 1, { events: ['day'] })))
  })
  afterEach(() => core.close())

  it('has each event in every month it reaches into', async () => {
    const inMonth = async (month: string) =>
      (await core.call('event.calendar', { month })).events.map(({ id, articles }) => `${id} ${articles}`)
    expect(await inMonth('2024-07')).toEqual(['session 0', 'month 0', 'day 1'])
    expect(await inMonth('2024-06')).toEqual(['long 0', 'session 0'])
    expect(await inMonth('2025-01')).toEqual([])
  })

  it('tells the months there are, newest first, and those without a date', async () => {
    expect(await core.call('event.months', {})).toEqual({
      months: [
        { month: '2024-08', count: 1 },
        { month: '2024-07', count: 2 },
        { month: '2024-06', count: 1 },
        { month: '2024-05', count: 1 },
        { month: '2024', count: 1 },
      ],
      undated: 1,
    })
  })

  it('takes no month that is none', async () => {
    await expect(core.call('event.calendar', { month: '2024-13' })).rejects.toMatchObject({ code: 'input-invalid' })
  })
})
