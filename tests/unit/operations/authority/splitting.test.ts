import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, event, person, photo, putting } from '#tests/unit/archive/sample-records'
import { office, place } from '#tests/unit/authority/records'
import { type OpenCore, openCore } from './open-core'

const mention = (name: string, ...offices: string[]) => ({ personId: 'one', name, offices, spans: [] })
const use = (name: string) => ({ id: 'x', name, spans: [] })

describe('splitting a record of the archive', () => {
  let core: OpenCore

  beforeEach(async () => {
    core = await openCore()
    const { archive } = core
    await archive.commit(
      putting(
        'person',
        person('one', 'Nguyễn Văn Nam', {
          spellings: ['Ng. V. Nam'],
          offices: [
            office('Giám đốc Sở Y tế', '2022-03-01', '2024-07-08'),
            office('Bí thư Đảng ủy xã Nà Mây', '2023-05-05'),
          ],
          note: 'ghi tay',
          portraitId: 'p2',
        }),
      ),
    )
    const shown = { people: [{ personId: 'one', region: null }] }
    await archive.commit(putting('photo', photo('p1', shown), photo('p2', shown)))
    await archive.commit(
      putting(
        'article',
        article('a1', 1, { publishedOn: '2022-03-01', mentions: [mention('Nguyễn Văn Nam', 'Giám đốc Sở Y tế')] }),
        article('a2', 2, {
          publishedOn: '2023-05-05',
          mentions: [mention('Ng. V. Nam', 'Bí thư Đảng ủy xã Nà Mây')],
          photos: [
            { photoId: 'p1', caption: '' },
            { photoId: 'p2', caption: '' },
          ],
        }),
        article('a3', 3, {
          mentions: [mention('Nguyễn Văn Nam', 'Giám đốc Sở Y tế')],
          photos: [{ photoId: 'p1', caption: '' }],
        }),
      ),
    )
  })
  afterEach(() => core.close())

  const asked = { kind: 'person' as const, id: 'one', name: 'Nguyễn Văn Nam', articles: ['a2'] }

  it('says beforehand what goes and what stays', async () => {
    const { rows } = await core.call('authority.uses', { kind: 'person', id: 'one' })
    expect(rows.map(({ id, written }) => `${id} ${written}`)).toEqual([
      'a3 Nguyễn Văn Nam, Giám đốc Sở Y tế',
      'a2 Ng. V. Nam, Bí thư Đảng ủy xã Nà Mây',
      'a1 Nguyễn Văn Nam, Giám đốc Sở Y tế',
    ])
    expect(await core.call('authority.splitPreview', asked)).toEqual({
      moved: 1,
      stay: 2,
      photos: 1,
      sharedPhotos: 1,
      offices: ['Bí thư Đảng ủy xã Nà Mây'],
      spellings: ['Ng. V. Nam'],
    })
  })

  it('gives the new record the offices, spellings and photos its articles speak for', async () => {
    const { id } = await core.call('authority.split', asked)
    const { archive } = core
    expect(await archive.get('person', id)).toMatchObject({
      name: 'Nguyễn Văn Nam',
      spellings: ['Ng. V. Nam'],
      offices: [office('Bí thư Đảng ủy xã Nà Mây', '2023-05-05')],
    })
    expect(await archive.get('person', 'one')).toMatchObject({
      spellings: [],
      offices: [office('Giám đốc Sở Y tế', '2022-03-01', '2024-07-08')],
      note: 'ghi tay',
      portraitId: null,
    })
    expect((await archive.get('article', 'a2'))?.mentions).toEqual([
      { ...mention('Ng. V. Nam', 'Bí thư Đảng ủy xã Nà Mây'), personId: id },
    ])
    expect((await archive.get('article', 'a1'))?.mentions[0]?.personId).toBe('one')
    expect((await archive.get('photo', 'p1'))?.people[0]?.personId).toBe('one')
    expect((await archive.get('photo', 'p2'))?.people[0]?.personId).toBe(id)
  })

  it('is one change that undo takes back whole', async () => {
    const before = await core.everything()
    const { sequence } = await core.call('authority.split', asked)
    await core.call('history.undo', { sequence })
    expect(await core.everything()).toEqual(before)
  })

  it('refuses articles that do not name the record', async () => {
    await core.archive.commit(putting('article', article('a9', 9)))
    await expect(core.call('authority.split', { ...asked, articles: ['a9'] })).rejects.toMatchObject({
      code: 'input-invalid',
    })
  })

  it('parts places and events too', async () => {
    const { archive } = core
    await archive.commit(putting('place', place('x', 'xã Tân Tiến', { kind: 'xã', spellings: ['Tân Tiến'] })))
    await archive.commit(putting('event', event('e')))
    await archive.commit(putting('article', article('a4', 4, { places: [use('Tân Tiến')], events: ['e'] })))
    await archive.commit(putting('article', article('a5', 5, { places: [use('xã Tân Tiến')], events: ['e'] })))
    const made = await core.call('authority.split', { kind: 'place', id: 'x', name: 'xã Tân Tiến', articles: ['a4'] })
    expect(await archive.get('place', made.id)).toMatchObject({ kind: 'xã', spellings: ['Tân Tiến'] })
    expect((await archive.get('place', 'x'))?.spellings).toEqual([])
    const other = await core.call('authority.split', {
      kind: 'event',
      id: 'e',
      name: 'Phiên họp hai',
      articles: ['a5'],
    })
    expect(await archive.get('event', other.id)).toMatchObject({ title: 'Phiên họp hai', type: 'meeting' })
    expect((await archive.get('article', 'a5'))?.events).toEqual([other.id])
  })
})
