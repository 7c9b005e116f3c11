import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, event, person, putting } from '#tests/unit/archive/sample-records'
import { office, organization, place } from '#tests/unit/authority/records'
import { type OpenCore, openCore } from './open-core'

const { id: _id, createdAt: _created, updatedAt: _updated, ...fields } = person('p', 'Lê  Hạ ')

describe('editing records of the archive', () => {
  let core: OpenCore
  beforeEach(async () => {
    core = await openCore()
  })
  afterEach(() => core.close())

  it('makes, writes and removes a record, each a change with undo', async () => {
    const { id } = await core.call('authority.create', { kind: 'person', fields })
    const made = (await core.archive.get('person', id))!
    expect(made.name).toBe('Lê  Hạ')
    const written = { ...fields, name: 'Lê Hạ', spellings: [' Lê Ha', 'Lê Ha', 'Lê Hạ', ''], note: 'mới' }
    const edited = await core.call('authority.update', {
      kind: 'person',
      id,
      updatedAt: made.updatedAt,
      fields: written,
    })
    expect(await core.archive.get('person', id)).toMatchObject({ name: 'Lê Hạ', spellings: ['Lê Ha'], note: 'mới' })
    await core.call('history.undo', { sequence: edited.sequence })
    expect(await core.archive.get('person', id)).toEqual(made)
    await core.call('authority.remove', { kind: 'person', id })
    expect(await core.archive.get('person', id)).toBeNull()
  })

  it('overwrites nothing that changed meanwhile, and removes nothing in use', async () => {
    await core.archive.commit(putting('person', person('p', 'Lê Hạ')))
    const mentions = [{ personId: 'p', name: 'Lê Hạ', offices: [], spans: [] }]
    await core.archive.commit(putting('article', article('a', 1, { mentions })))
    const old = '2020-01-01T00:00:00.000+07:00'
    await expect(
      core.call('authority.update', { kind: 'person', id: 'p', updatedAt: old, fields }),
    ).rejects.toMatchObject({ code: 'record-changed-meanwhile' })
    await expect(core.call('authority.remove', { kind: 'person', id: 'p' })).rejects.toMatchObject({
      code: 'authority-in-use',
      args: { count: '1' },
    })
  })

  it('refuses an empty name, dates the wrong way round, and a circle', async () => {
    const wrong = async (offices: typeof fields.offices, name = 'A') =>
      expect(
        core.call('authority.create', { kind: 'person', fields: { ...fields, name, offices } }),
      ).rejects.toMatchObject({ code: 'input-invalid' })
    await wrong([], '  ')
    await wrong([{ ...office('Bí thư'), from: '2024-05', to: '2023' }])
    await core.archive.commit(putting('event', event('e1'), event('e2', { parentId: 'e1' })))
    const { id, createdAt: _, updatedAt, ...session } = event('e1')
    await expect(
      core.call('authority.update', { kind: 'event', id, updatedAt, fields: { ...session, parentId: 'e2' } }),
    ).rejects.toMatchObject({ code: 'authority-circular' })
    await core.call('authority.update', { kind: 'event', id, updatedAt, fields: { ...session, note: 'được' } })
  })

  it('proposes likely doubles with a reason, never those that follow each other', async () => {
    const bench = [
      person('p1', 'Lê Hạ', { offices: [office('Chủ tịch HĐND tỉnh', '2024')] }),
      person('p2', 'lê hạ', { offices: [office('Chủ tịch HĐND tỉnh', '2023')] }),
      person('p3', 'Lê Ha'),
      person('p4', 'Đỗ Mười'),
    ]
    await core.archive.commit(putting('person', ...bench))
    const { pairs } = await core.call('authority.likely', { kind: 'person' })
    expect(pairs.map(({ one, other, reason }) => [one.id, other.id, reason.code].join(' '))).toEqual([
      'p1 p2 same-name-same-office',
      expect.stringMatching(/same-letters$/),
      expect.stringMatching(/same-letters$/),
    ])
    const bodies = [
      organization('o1', 'UBND xã A', { validTo: '2025-06-30', successors: ['o2'] }),
      organization('o2', 'Ủy ban nhân dân xã A', { validFrom: '2025-07-01' }),
      organization('o3', 'Ủy ban nhân dân xã A'),
    ]
    await core.archive.commit(putting('organization', ...bodies))
    const found = await core.call('authority.likely', { kind: 'organization' })
    expect(found.pairs.map(({ one, other }) => [one.id, other.id].sort().join(' ')).sort()).toEqual(['o1 o3', 'o2 o3'])
  })
})

describe('mergers of provinces', () => {
  let core: OpenCore
  beforeEach(async () => {
    core = await openCore()
    const { archive } = core
    await archive.commit(
      putting(
        'place',
        place('hg', 'tỉnh Hà Giang', { kind: 'tỉnh' }),
        place('tq', 'tỉnh Tuyên Quang', { kind: 'tỉnh' }),
      ),
    )
    const use = [{ id: 'tq', name: 'tỉnh Tuyên Quang', spans: [] }]
    await archive.commit(
      putting(
        'article',
        article('a1', 1, { publishedOn: '2025-06-30', places: use }),
        article('a2', 2, { publishedOn: '2025-07-01', places: use }),
      ),
    )
  })
  afterEach(() => core.close())

  it('are offered for the records there are, and parted by the day', async () => {
    const { merger } = await core.call('place.merger', { id: 'hg' })
    expect(merger).toMatchObject({ name: 'Tuyên Quang', since: '2025-07-01', successor: null, articles: 1 })
    expect(merger?.predecessors.map(({ id }) => id).sort()).toEqual(['hg', 'tq'])
    const before = await core.everything()
    const { id, sequence } = await core.call('place.linkMerger', { id: 'hg' })
    const { archive } = core
    expect(await archive.get('place', id)).toMatchObject({
      name: 'tỉnh Tuyên Quang',
      kind: 'tỉnh',
      validFrom: '2025-07-01',
    })
    for (const old of ['hg', 'tq']) {
      expect(await archive.get('place', old)).toMatchObject({ validTo: '2025-06-30', successors: [id] })
    }
    expect((await archive.get('article', 'a1'))?.places[0]?.id).toBe('tq')
    expect((await archive.get('article', 'a2'))?.places[0]).toMatchObject({ id, name: 'tỉnh Tuyên Quang' })
    expect((await core.call('place.merger', { id: 'hg' })).merger).toBeNull()
    await core.call('history.undo', { sequence })
    expect(await core.everything()).toEqual(before)
  })

  it('are not offered to communes or to provinces that stayed', async () => {
    await core.archive.commit(
      putting('place', place('x', 'xã Hà Giang', { kind: 'xã' }), place('cb', 'tỉnh Cao Bằng', { kind: 'tỉnh' })),
    )
    expect((await core.call('place.merger', { id: 'x' })).merger).toBeNull()
    expect((await core.call('place.merger', { id: 'cb' })).merger).toBeNull()
  })
})
