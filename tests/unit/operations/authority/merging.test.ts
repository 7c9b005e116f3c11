import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SavedSearch } from '#core/model/search'
import { SearchTerms } from '#core/model/search'
import { article, draft, event, person, photo, putting } from '#tests/unit/archive/sample-records'
import { office, organization } from '#tests/unit/authority/records'
import { type OpenCore, openCore } from './open-core'

const mention = (personId: string, name: string, ...offices: string[]) => ({ personId, name, offices, spans: [] })
const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 }

describe('merging records of the archive', () => {
  let core: OpenCore

  beforeEach(async () => {
    core = await openCore()
    const { archive } = core
    await archive.commit(
      putting(
        'person',
        person('k', 'Lê Hạ', { offices: [office('Chủ tịch HĐND tỉnh', '2024-07-08')] }),
        person('g', 'Lê Hà', { spellings: ['L. Hà'], offices: [office('Bí thư Huyện ủy', '2020-01-01')] }),
      ),
    )
    await archive.commit(putting('photo', photo('p1', { people: [{ personId: 'g', region: box }] })))
    await archive.commit(
      putting(
        'article',
        article('a1', 1, {
          mentions: [mention('g', 'Lê Hà', 'Bí thư Huyện ủy')],
          photos: [{ photoId: 'p1', caption: '' }],
        }),
        article('a2', 2, { mentions: [mention('g', 'L. Hà'), mention('k', 'Lê Hạ', 'Chủ tịch HĐND tỉnh')] }),
        article('a3', 3, { mentions: [mention('g', 'Lê Hà')], status: 'binned' }),
        article('a4', 4),
      ),
    )
    const suggestion = {
      id: 's',
      value: { name: 'Lê Hà', offices: [] },
      spans: [],
      confidence: 1,
      why: [],
      matches: [],
    }
    await archive.commit(putting('draft', draft('d1', { people: [{ ...suggestion, chosen: 'g', state: 'accepted' }] })))
    await core.call('search.save', { name: 'Bài về Lê Hà', query: SearchTerms.parse({ personId: 'g' }) })
  })
  afterEach(() => core.close())

  const asked = { kind: 'person' as const, keep: 'k', gone: ['g'] }

  it('says beforehand all that moves, with what the kept record gains', async () => {
    const preview = await core.call('authority.mergePreview', asked)
    expect(preview).toMatchObject({ articles: 3, photos: 1, drafts: 1, searches: 1, events: 0, relatives: 0 })
    expect(preview.spellings).toEqual(['Lê Hà', 'L. Hà'])
    expect(preview.offices).toEqual(['Bí thư Huyện ủy'])
    expect(preview.some.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'a3'])
    expect(preview.some.find(({ id }) => id === 'a1')?.written).toBe('Lê Hà, Bí thư Huyện ủy')
  })

  it('moves articles (those in the bin too), regions, drafts and kept searches; offices stay as written', async () => {
    await core.call('authority.merge', asked)
    const { archive } = core
    expect(await archive.get('person', 'g')).toBeNull()
    expect((await archive.get('article', 'a1'))?.mentions).toEqual([mention('k', 'Lê Hà', 'Bí thư Huyện ủy')])
    expect((await archive.get('article', 'a2'))?.mentions).toEqual([mention('k', 'L. Hà', 'Chủ tịch HĐND tỉnh')])
    expect((await archive.get('article', 'a3'))?.mentions[0]?.personId).toBe('k')
    expect((await archive.get('photo', 'p1'))?.people).toEqual([{ personId: 'k', region: box }])
    expect((await archive.get('draft', 'd1'))?.people[0]?.chosen).toBe('k')
    const { searches } = await core.call('search.list', {})
    expect((searches[0] as SavedSearch).query.personId).toBe('k')
    expect((await archive.get('person', 'k'))?.offices.map((held) => held.office)).toEqual([
      'Chủ tịch HĐND tỉnh',
      'Bí thư Huyện ủy',
    ])
    expect(core.changed.at(-1)?.sort()).toEqual(['article', 'draft', 'person', 'photo', 'search'])
    expect((await core.call('archive.check', {})).records.brokenReferences).toEqual([])
  })

  it('is one change, and undoing it gives every record back as it was', async () => {
    const before = await core.everything()
    const { sequence } = await core.call('authority.merge', asked)
    await core.call('history.undo', { sequence })
    expect(await core.everything()).toEqual(before)
  })

  it('takes no record for its own double, and none that is not there', async () => {
    await expect(core.call('authority.merge', { ...asked, gone: ['k'] })).rejects.toMatchObject({
      code: 'input-invalid',
    })
    await expect(core.call('authority.merge', { ...asked, gone: ['x'] })).rejects.toMatchObject({
      code: 'record-missing',
    })
    expect(await core.archive.get('person', 'g')).not.toBeNull()
  })

  it('puts nothing above itself', async () => {
    const { archive } = core
    const chain = [
      organization('top', 'UBND tỉnh'),
      organization('mid', 'Sở A', { parentId: 'top' }),
      organization('low', 'Phòng B', { parentId: 'mid' }),
    ]
    await archive.commit(putting('organization', ...chain))
    await core.call('authority.merge', { kind: 'organization', keep: 'top', gone: ['low'] })
    expect((await archive.get('organization', 'top'))?.parentId).toBeNull()
    expect((await archive.get('organization', 'mid'))?.parentId).toBe('top')
  })

  it('joins doubled events with their photos and sub-events', async () => {
    const { archive } = core
    await archive.commit(
      putting('event', event('e1'), event('e2', { place: 'Hội trường' }), event('e3', { parentId: 'e2' })),
    )
    await archive.commit(putting('photo', photo('p1', { eventId: 'e2' })))
    await archive.commit(putting('article', article('a4', 4, { events: ['e2', 'e1'] })))
    await core.call('authority.merge', { kind: 'event', keep: 'e1', gone: ['e2'] })
    expect((await archive.get('event', 'e1'))?.place).toBe('Hội trường')
    expect((await archive.get('event', 'e3'))?.parentId).toBe('e1')
    expect((await archive.get('photo', 'p1'))?.eventId).toBe('e1')
    expect((await archive.get('article', 'a4'))?.events).toEqual(['e1'])
  })
})
