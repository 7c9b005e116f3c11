import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '#core/model/article'
import { article, putting } from '#tests/unit/archive/sample-records'
import { archiveHere, type Here } from './here'

let here: Here
beforeEach(async () => {
  here = await archiveHere()
})
afterEach(() => here.close())

const make = async (title: string, ids: string[] = [], more: object = {}) => {
  const items = ids.length > 0 ? { items: { selection: { ids } } } : {}
  return (await here.call('dossier.create', { title, year: 2024, ...items, ...more })).view.dossier
}
const dossierOfArticle = async (id: string) => (await here.archive.get('article', id))?.dossierId
const sound = async () => {
  const { records, sound } = await here.call('archive.check', {})
  return { broken: records.brokenReferences, sound }
}

describe('a dossier', () => {
  it('is made of a search in one change, and undone whole', async () => {
    const { view, added } = await here.call('dossier.create', {
      title: 'Hồ sơ họp thường kỳ',
      year: 2024,
      items: { selection: { query: { sort: 'oldest' } } },
    })
    expect(added).toBe(4)
    expect(view.dossier).toMatchObject({
      code: '2024.01',
      number: '01',
      items: ['a2', 'a4', 'a1', 'a3'],
      status: 'open',
    })
    expect(view.span).toEqual({ from: '2024-07-01', to: '2024-07-04' })
    expect(view.counts).toMatchObject({ articles: 4, photos: 0 })
    expect(await dossierOfArticle('a3')).toBe(view.dossier.id)
    expect((await here.call('article.list', { dossierId: view.dossier.id })).total).toBe(4)
    expect((await here.call('article.list', { dossierId: 'another' })).total).toBe(0)
    expect(await sound()).toEqual({ broken: [], sound: true })
    await here.call('history.undo', {})
    expect(await dossierOfArticle('a3')).toBeNull()
    expect(await here.archive.get('dossier', view.dossier.id)).toBeNull()
  })

  it('has a code of agency, year and number that follows them, unless one was typed', async () => {
    await here.call('archive.updateSettings', { agencyCode: 'H60.01', retention: { code: '01' } })
    const first = await make('Một')
    expect(first).toMatchObject({ code: 'H60.01.2024.01', retention: { code: '01', basis: '' } })
    expect((await here.call('dossier.nextNumber', { year: 2024 })).code).toBe('H60.01.2024.02')
    const moved = await here.call('dossier.update', { id: first.id, fields: { year: 2025, number: '07' } })
    expect(moved.dossier).toMatchObject({ code: 'H60.01.2025.07', title: 'Một', languages: ['01'] })
    const typed = await here.call('dossier.update', { id: first.id, fields: { code: 'X-1' } })
    expect(typed.dossier.code).toBe('X-1')
    const later = await here.call('dossier.update', { id: first.id, fields: { number: '08' } })
    expect(later.dossier.code).toBe('X-1')
    await expect(make('Hai', [], { code: 'X-1' })).rejects.toMatchObject({ code: 'dossier-code-taken' })
  })

  it('takes the code of the agency when that is written later, unless one was typed or it is closed', async () => {
    const [first, typed, closed] = [await make('Một'), await make('Hai', [], { code: 'X-1' }), await make('Ba', ['a1'])]
    await here.call('dossier.close', { id: closed.id })
    await here.call('archive.updateSettings', { agencyCode: 'H60.01' })
    const codes = (await here.call('dossier.list', {})).rows.map(({ id, code }) => [id, code])
    expect(Object.fromEntries(codes)).toEqual({
      [first.id]: `H60.01.${first.code}`,
      [typed.id]: 'X-1',
      [closed.id]: closed.code,
    })
    await here.call('history.undo', {})
    expect((await here.call('dossier.get', { id: first.id })).dossier.code).toBe(first.code)
  })

  it('takes an article that lies elsewhere only when told to, and never out of a closed one', async () => {
    const first = await make('Một', ['a1', 'a2'])
    const second = await make('Hai', ['a3'])
    const ids = { selection: { ids: ['a1', 'a3', 'a4', 'nothing'] } }
    const skipped = await here.call('dossier.addItems', { id: second.id, ...ids })
    expect(skipped.skipped.map(({ id, because }) => `${id} ${because}`)).toEqual([
      'a1 in-other-dossier',
      'a3 already-in',
      'nothing missing',
    ])
    expect(skipped.skipped[0]?.dossier?.code).toBe(first.code)
    const moved = await here.call('dossier.addItems', { id: second.id, ...ids, elsewhere: 'move' })
    expect(moved).toMatchObject({ added: 1, moved: 1 })
    expect(moved.view.dossier.items).toEqual(['a3', 'a4', 'a1'])
    expect((await here.call('dossier.get', { id: first.id })).dossier.items).toEqual(['a2'])
    await here.call('dossier.close', { id: first.id })
    const refused = await here.call('dossier.addItems', {
      id: second.id,
      selection: { ids: ['a2'] },
      elsewhere: 'move',
    })
    expect(refused).toMatchObject({ added: 0, skipped: [{ because: 'in-closed-dossier' }] })
    expect(await sound()).toEqual({ broken: [], sound: true })
  })

  it('is reordered by hand or by what its items are, and only whole', async () => {
    const { id } = await make('Một', ['a1', 'a2', 'a3'])
    const order = async (by: { by: 'date' | 'serial' | 'title' } | { items: string[] }) =>
      (await here.call('dossier.reorder', { id, ...by })).dossier.items.join(' ')
    expect(await order({ by: 'date' })).toBe('a2 a1 a3')
    expect(await order({ by: 'serial' })).toBe('a1 a2 a3')
    expect(await order({ by: 'title' })).toBe('a2 a3 a1')
    expect(await order({ items: ['a3', 'a1', 'a2'] })).toBe('a3 a1 a2')
    await expect(order({ items: ['a3', 'a1'] })).rejects.toMatchObject({ code: 'input-invalid' })
    await expect(order({ items: ['a3', 'a1', 'a1'] })).rejects.toMatchObject({ code: 'input-invalid' })
    const { rows, total } = await here.call('dossier.items', { id, offset: 1, limit: 2 })
    expect({ total, rows: rows.map((row) => `${row.order} ${row.id} ${row.date}`) }).toEqual({
      total: 3,
      rows: ['2 a1 2024-07-03', '3 a2 2024-07-01'],
    })
  })

  it('takes its dates from its items when it is closed, and then stands still', async () => {
    const empty = await make('Trống')
    await expect(here.call('dossier.close', { id: empty.id })).rejects.toMatchObject({ code: 'dossier-empty' })
    const { id } = await make('Một', ['a1', 'a2'])
    const closed = await here.call('dossier.close', { id })
    expect(closed.dossier).toMatchObject({ status: 'closed', from: '2024-07-01', to: '2024-07-03' })
    for (const change of [
      () => here.call('dossier.update', { id, fields: { title: 'Khác' } }),
      () => here.call('dossier.addItems', { id, selection: { ids: ['a3'] } }),
      () => here.call('dossier.removeItems', { id, items: ['a1'] }),
      () => here.call('dossier.reorder', { id, by: 'serial' }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'dossier-closed', args: { code: '2024.02' } })
    }
    await here.call('dossier.reopen', { id })
    const left = await here.call('dossier.removeItems', { id, items: ['a1', 'a9'] })
    expect(left.dossier.items).toEqual(['a2'])
    expect(await dossierOfArticle('a1')).toBeNull()
  })

  it('goes without its articles, and keeps both in step when an old version is brought back', async () => {
    const { id } = await make('Một', ['a1', 'a2'])
    await here.call('dossier.removeItems', { id, items: ['a1'] })
    const { sequence } = (await here.call('history.ofRecord', { kind: 'dossier', id })).rows[1] ?? { sequence: 0 }
    await here.call('dossier.create', { title: 'Hai', year: 2024, items: { selection: { ids: ['a1'] } } })
    await here.call('record.restoreVersion', { kind: 'dossier', id, sequence })
    // a1 lies in the other dossier by now: it stays there.
    expect((await here.call('dossier.get', { id })).dossier.items).toEqual(['a2'])
    expect(await sound()).toEqual({ broken: [], sound: true })
    const before = (await here.call('history.ofRecord', { kind: 'article', id: 'a1' })).rows.at(-1)
    await here.call('record.restoreVersion', { kind: 'article', id: 'a1', sequence: before?.sequence ?? 0 })
    expect(await dossierOfArticle('a1')).not.toBeNull()
    await here.call('dossier.remove', { id })
    expect(await dossierOfArticle('a2')).toBeNull()
    expect(await sound()).toEqual({ broken: [], sound: true })
  })

  it('is listed by words without marks, by year and by what no transfer has', async () => {
    const first = await make('Hồ sơ kỳ họp thứ 18', ['a1'])
    await make('Hồ sơ tiếp xúc cử tri', [], { year: 2023, keywords: ['cử tri'] })
    const codes = async (query: object) => (await here.call('dossier.list', query)).rows.map(({ code }) => code)
    expect(await codes({ text: 'ky hop' })).toEqual(['2024.01'])
    expect(await codes({ year: 2023 })).toEqual(['2023.01'])
    await here.call('transfer.create', { title: 'Đợt 1', date: '2025-01-10', dossiers: [first.id] })
    expect(await codes({ free: true })).toEqual(['2023.01'])
    const { years, rows } = await here.call('dossier.list', {})
    expect(years).toEqual([2024, 2023])
    expect(rows[1]?.transfers).toMatchObject([{ title: 'Đợt 1', state: 'draft' }])
  })

  it('is not overwritten by one who saw an older state', async () => {
    const dossier = await make('Một')
    const { id, updatedAt } = dossier
    await here.call('dossier.update', { id, updatedAt, fields: { note: 'một' } })
    const stale = { id, updatedAt: '2000-01-01T00:00:00.000+07:00', fields: { note: 'hai' } }
    await expect(here.call('dossier.update', stale)).rejects.toMatchObject({ code: 'record-changed-meanwhile' })
  })

  it('and its articles naming each other is part of the check', async () => {
    const { id } = await make('Một', ['a1'])
    const lost = await here.archive.get('article', 'a1')
    if (!lost) throw new Error('no article')
    const apart: Article = { ...lost, dossierId: null }
    await here.archive.commit(putting('article', apart))
    await here.archive.commit(putting('article', article('a9', 9, { dossierId: id })))
    expect(await sound()).toEqual({
      broken: [`article/a1 ↔ dossier/${id}`, `article/a9 ↔ dossier/${id}`],
      sound: false,
    })
  })
})
