import { describe, expect, it } from 'vitest'
import { mergeDocuments, mergeEvents, mergeOrganizations, mergePersons, mergePlaces } from '#authority/merge'
import { type KindedRecord, rewriteReferences } from '#authority/references'
import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { event, office, organization, person, place } from './records'

describe('merging authority records', () => {
  it('keeps everything known of two records of one person', () => {
    const kept = person('k', 'Hoàng Thuý', {
      spellings: ['H. Thuý'],
      offices: [office('Bí thư Huyện uỷ', '2023-01-01')],
      note: 'một',
      createdAt: '2024-02-01T08:00:00.000+07:00',
    })
    const gone = person('g', 'Hoàng Thúy', {
      spellings: ['Hoàng Thuý', 'Thúy'],
      offices: [office('Bí thư Huyện ủy', '2022-01-01'), office('Đại biểu HĐND tỉnh', '2022-01-01')],
      note: 'hai',
      portraitId: 'photo',
    })
    expect(mergePersons(kept, gone)).toEqual({
      ...kept,
      createdAt: gone.createdAt,
      spellings: ['H. Thuý', 'Hoàng Thúy', 'Thúy'],
      offices: [office('Bí thư Huyện uỷ', '2022-01-01', '2023-01-01'), office('Đại biểu HĐND tỉnh', '2022-01-01')],
      note: 'một\nhai',
      portraitId: 'photo',
    })
  })

  it('keeps offices of different periods apart', () => {
    const term = (from: string) => ({ ...office('Bí thư Huyện uỷ'), from })
    const merged = mergePersons(
      person('k', 'A', { offices: [term('2010')] }),
      person('g', 'A', { offices: [term('2020')] }),
    )
    expect(merged.offices).toEqual([term('2010'), term('2020')])
  })

  it('joins bodies and places without pointing at either of the two', () => {
    const kept = organization('k', 'UBND xã A', { parentId: 'g', successors: ['g', 'x'], note: 'n' })
    const gone = organization('g', 'Ủy ban nhân dân xã A', {
      abbreviation: 'UBND',
      validTo: '2025-06-30',
      parentId: 'up',
      successors: ['y', 'k'],
      note: 'n',
    })
    expect(mergeOrganizations(kept, gone)).toEqual({
      ...kept,
      spellings: ['Ủy ban nhân dân xã A'],
      abbreviation: 'UBND',
      validTo: '2025-06-30',
      parentId: 'up',
      successors: ['x', 'y'],
    })
    expect(mergePlaces(place('k', 'Nà Mây'), place('g', 'xã Nà Mây', { kind: 'xã' }))).toMatchObject({
      kind: 'xã',
      spellings: ['xã Nà Mây'],
    })
  })

  it('fills in events and documents', () => {
    const merged = mergeEvents(
      event('k', 'Hội nghị', { from: null }),
      event('g', 'Hội nghị sơ kết', { host: 'HĐND tỉnh' }),
    )
    expect(merged).toMatchObject({
      id: 'k',
      title: 'Hội nghị',
      from: '2024-07-08',
      host: 'HĐND tỉnh',
      note: 'Hội nghị sơ kết',
    })
    const base = { createdAt: merged.createdAt, updatedAt: merged.updatedAt, type: 'Chỉ thị', subject: null }
    const kept = { ...base, id: 'k', number: '35-CT/TW', date: null, issuer: null }
    const gone = { ...base, id: 'g', number: null, date: '2024-06-14', issuer: 'Bộ Chính trị' }
    expect(mergeDocuments(kept, gone)).toEqual({ ...gone, id: 'k', number: '35-CT/TW' })
  })
})

const span = (start: number) => ({ part: 'body' as const, index: 0, start, end: start + 3 })
const article = (more: Partial<Article>) =>
  ({
    id: 'a',
    title: 'g',
    events: [],
    mentions: [],
    organizations: [],
    places: [],
    documents: [],
    ...more,
  }) as unknown as Article
const rewrite = (records: KindedRecord[], kind: 'person' | 'event' | 'organization' | 'place' | 'document') =>
  rewriteReferences(records, { kind, from: 'g', to: 'k' })

describe('references to a record that gives way', () => {
  it('are found in articles, and double tags become one', () => {
    const mention = (personId: string, offices: string[], start: number) => ({
      personId,
      name: personId,
      offices,
      spans: [span(start)],
    })
    const record = article({
      mentions: [mention('k', ['Bí thư'], 1), mention('x', [], 2), mention('g', ['Bí thư', 'Đại biểu'], 3)],
      organizations: [{ id: 'g', name: 'o', spans: [] }],
      events: ['g', 'k'],
    })
    const [changed, ...rest] = rewrite([{ kind: 'article', record }], 'person')
    expect(rest).toEqual([])
    expect((changed!.record as Article).mentions).toEqual([
      { personId: 'k', name: 'k', offices: ['Bí thư', 'Đại biểu'], spans: [span(1), span(3)] },
      mention('x', [], 2),
    ])
    expect((changed!.record as Article).events).toEqual(['g', 'k'])
    expect(rewrite([{ kind: 'article', record }], 'event')[0]!.record).toMatchObject({ events: ['k'] })
    expect(rewrite([{ kind: 'article', record }], 'organization')[0]!.record).toMatchObject({
      organizations: [{ id: 'k' }],
    })
    expect(rewrite([{ kind: 'article', record }], 'place')).toEqual([])
  })

  it('are found in photos, drafts, events and places', () => {
    const photo = {
      id: 'p',
      eventId: 'g',
      people: [
        { personId: 'g', region: null },
        { personId: 'k', region: { x: 0, y: 0, width: 1, height: 1 } },
      ],
    }
    expect(rewrite([{ kind: 'photo', record: photo as unknown as Photo }], 'event')[0]!.record).toMatchObject({
      eventId: 'k',
    })
    expect(rewrite([{ kind: 'photo', record: photo as unknown as Photo }], 'person')[0]!.record).toMatchObject({
      people: [{ personId: 'k', region: { width: 1 } }],
    })
    const match = (id: string) => ({ id, name: '', detail: '', reason: { code: 'same-name', args: {} } })
    const draft = {
      id: 'd',
      people: [
        { chosen: 'g', matches: [match('g'), match('k')] },
        { chosen: null, matches: [match('g')] },
      ],
    }
    expect(rewrite([{ kind: 'draft', record: draft as unknown as Draft }], 'person')[0]!.record).toMatchObject({
      people: [
        { chosen: 'k', matches: [{ id: 'k' }] },
        { chosen: null, matches: [{ id: 'k' }] },
      ],
    })
    expect(rewrite([{ kind: 'event', record: event('k', 'e', { parentId: 'g' }) }], 'event')[0]!.record).toMatchObject({
      parentId: null,
    })
    expect(
      rewrite([{ kind: 'place', record: place('x', 'e', { parentId: 'g', successors: ['g', 'k'] }) }], 'place')[0]!
        .record,
    ).toMatchObject({
      parentId: 'k',
      successors: ['k'],
    })
  })

  it('leave all others alone', () => {
    expect(
      rewrite(
        [
          { kind: 'article', record: article({}) },
          { kind: 'person', record: person('g', 'A') },
        ],
        'person',
      ),
    ).toEqual([])
  })
})
