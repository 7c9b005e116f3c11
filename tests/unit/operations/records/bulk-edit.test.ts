import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import type { InputOf } from '#contract/operations'
import { type Core, startCore } from '#operations/start'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, event, person, putting } from '#tests/unit/archive/sample-records'

describe('an edit of many articles', () => {
  let home: string
  let core: Core
  let archive: Archive

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-bulk-'))
    core = startCore(onDisk(), { job: () => undefined, changed: () => undefined })
    await core.runner.call('archive.create', { folder: join(home, 'kho'), name: 'Kho' })
    if (!core.context.archive) throw new Error('no archive')
    archive = core.context.archive
    await archive.commit(putting('person', person('lan', 'Trần Thị Lan')))
    await archive.commit(putting('event', event('e1')))
    const named = { personId: 'lan', name: 'Trần Thị Lan', offices: [], spans: [] }
    await archive.commit(
      putting(
        'article',
        article('a1', 1, { topics: ['cũ'], mentions: [named], publishedOn: '2024-07-08' }),
        article('a2', 2, { topics: ['cũ', 'giữ'], publishedOn: '2025-01-02' }),
        article('a3', 3),
      ),
    )
  })
  afterEach(async () => {
    await core.close()
    await rm(home, { recursive: true })
  })

  const selection = { ids: ['a1', 'a2', 'a3'] }
  const edit: InputOf<'article.bulkEdit'>['edit'] = {
    event: {
      fields: { type: 'session', title: 'Kỳ họp', from: null, to: null, place: null, host: null },
      chosen: 'e1',
    },
    people: [
      { name: 'Trần Thị Lan', offices: ['Phó Chủ tịch'], chosen: 'lan' },
      { name: 'Người mới', offices: [], chosen: null },
    ],
    places: [{ name: 'xã Nà Mây', chosen: null }],
    addTopics: ['nước sạch'],
    removeTopics: ['cũ'],
    genre: 'feature',
    access: '02',
    retention: { code: '01', basis: '' },
  }

  it('shows what it would do and does nothing', async () => {
    const preview = await core.runner.call('article.bulkPreview', { selection, edit })
    expect(preview).toMatchObject({ total: 3, changed: 3, skipped: [] })
    expect(preview.made).toEqual([
      { kind: 'person', name: 'Người mới' },
      { kind: 'place', name: 'xã Nà Mây' },
    ])
    const first = preview.rows.find(({ id }) => id === 'a1')
    expect(first?.changes.map(({ field }) => field).sort()).toEqual(
      ['access', 'events', 'genre', 'mentions', 'places', 'retention', 'topics'].sort(),
    )
    expect((await archive.get('article', 'a1'))?.genre).toBe(article('a1', 1).genre)
    expect(await archive.ids('person')).toEqual(['lan'])
  })

  it('is one change, which one undo takes back', async () => {
    const before = await archive.getMany('article', selection.ids)
    const { value, change } = await core.runner.callTold('article.bulkEdit', { selection, edit })
    expect(value).toEqual({ changed: 3, skipped: [] })
    const after = await archive.getMany('article', selection.ids)
    expect(after.map(({ topics }) => topics)).toEqual([['nước sạch'], ['giữ', 'nước sạch'], ['nước sạch']])
    expect(new Set(after.map(({ places }) => places[0]?.id)).size).toBe(1)
    expect(after[0]?.mentions.map(({ personId }) => personId)[0]).toBe('lan')
    expect(new Set(after.map(({ mentions }) => mentions.at(-1)?.personId)).size).toBe(1)
    expect(after.every(({ mentions }) => mentions.length === 2)).toBe(true)
    expect(change?.operation).toBe('article.bulkEdit')
    await core.runner.call('history.undo', {})
    expect(await archive.getMany('article', selection.ids)).toEqual(before)
    expect(await archive.ids('person')).toEqual(['lan'])
  })

  it('leaves alone what is so already, and writes nothing where all is', async () => {
    await core.runner.call('article.bulkEdit', { selection, edit: { genre: 'news' } })
    const again = await core.runner.callTold('article.bulkEdit', { selection, edit: { genre: 'news' } })
    expect(again).toEqual({ value: { changed: 0, skipped: [] }, change: null })
  })

  it('puts articles into a dossier with both sides in step', async () => {
    const { view } = await core.runner.call('dossier.create', { title: 'Kỳ họp', year: 2024 } as never)
    const dossierId = view.dossier.id
    await core.runner.call('article.bulkEdit', {
      selection: { ids: ['a1', 'a3'] },
      edit: { dossierId, genre: 'feature' },
    })
    expect((await archive.get('dossier', dossierId))?.items).toEqual(['a1', 'a3'])
    expect(await archive.get('article', 'a3')).toMatchObject({ dossierId, genre: 'feature' })
  })
})
