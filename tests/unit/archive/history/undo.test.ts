import { describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { fieldChanges, historyOf, historyOfRecord, versionAt } from '#archive/history/read'
import { redoing, restoring, undoing } from '#archive/history/undo'
import { createArchive, openArchive } from '#archive/open'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, draft, event, person, putting } from '../sample-records'

const options = { indexInMemory: true }
const identity = { name: 'Kho', agency: '', fonds: '' }
const everything = { before: null, limit: 100 }

async function begun() {
  const disk = memoryDisk()
  const archive = await createArchive('/kho', identity, memoryPlatform(disk), options)
  return { disk, archive }
}

const undo = async (archive: Archive, sequence: number | null = null) =>
  archive.commit(await undoing(archive, sequence))
const redo = async (archive: Archive, sequence: number | null = null) =>
  archive.commit(await redoing(archive, sequence))

describe('undo', () => {
  it('takes back a change, its creations too, and says which one it took back', async () => {
    const { archive } = await begun()
    await archive.commit(putting('draft', draft('d1')))
    await archive.commit({
      operation: 'draft.file',
      args: { title: 'Tin' },
      entries: [
        ...putting('person', person('n1', 'Lê Thị Thanh Xuân')).entries,
        ...putting('article', article('a1', 1)).entries,
        { kind: 'draft', id: 'd1', after: null },
      ],
    })
    await undo(archive)
    expect(await archive.get('draft', 'd1')).toEqual(draft('d1'))
    expect(await archive.get('article', 'a1')).toBeNull()
    expect(await archive.get('person', 'n1')).toBeNull()
    const { rows } = await historyOf(archive, everything)
    expect(rows.map(({ sequence, undoes, undone, undoable }) => ({ sequence, undoes, undone, undoable }))).toEqual([
      { sequence: 3, undoes: 2, undone: false, undoable: false },
      { sequence: 2, undoes: null, undone: true, undoable: false },
      { sequence: 1, undoes: null, undone: false, undoable: true },
    ])
    expect(rows[0]?.args).toEqual({ title: 'Tin', what: 'draft.file', of: '2' })
  })

  it('goes on after a restart, and so does redo', async () => {
    const { disk, archive } = await begun()
    await archive.commit(putting('person', person('n1', 'Một')))
    await archive.commit(putting('person', person('n1', 'Hai')))
    await undo(archive)
    await archive.close()
    const again = await openArchive('/kho', memoryPlatform(disk), options)
    expect((await again.get('person', 'n1'))?.name).toBe('Một')
    await undo(again)
    expect(await again.get('person', 'n1')).toBeNull()
    await expect(undo(again)).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await redo(again)
    await redo(again)
    expect((await again.get('person', 'n1'))?.name).toBe('Hai')
    await expect(redo(again)).rejects.toMatchObject({ code: 'nothing-to-redo' })
  })

  it('refuses where a later change touched the same record, and names it', async () => {
    const { archive } = await begun()
    await archive.commit(putting('person', person('n1', 'Một'), person('n2', 'Hai')))
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('person', person('n2', 'Ba')))
    const refusal = {
      code: 'record-changed-meanwhile',
      args: { sequence: '3', who: 'tester', operation: 'person.test' },
    }
    await expect(undoing(archive, 1)).rejects.toMatchObject(refusal)
    await undo(archive, 2)
    await undo(archive, 3)
    await undo(archive, 1)
    expect(await archive.ids('person')).toEqual([])
    await archive.commit(putting('person', person('n2', 'Bốn')))
    await expect(redoing(archive, 1)).rejects.toMatchObject({ args: { sequence: '7' } })
  })

  it('does not take away what others point at, nor bring back what points at nothing', async () => {
    const { archive } = await begun()
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('article', article('a1', 1, { events: ['e1'] })))
    await expect(undoing(archive, 1)).rejects.toMatchObject({
      code: 'record-changed-meanwhile',
      args: { sequence: '2' },
    })
    await undo(archive, 2)
    await undo(archive, 1)
    await expect(redoing(archive, 2)).rejects.toMatchObject({
      code: 'record-changed-meanwhile',
      args: { sequence: '4' },
    })
    await redo(archive, 1)
    await redo(archive, 2)
    expect((await archive.get('article', 'a1'))?.events).toEqual(['e1'])
  })

  it('undoes no change twice, no undoing and no repair', async () => {
    const { archive } = await begun()
    await archive.commit(putting('person', person('n1', 'Một')))
    await undo(archive, 1)
    for (const sequence of [1, 2]) {
      await expect(undoing(archive, sequence)).rejects.toMatchObject({ code: 'nothing-to-undo' })
    }
    await expect(redoing(archive, 2)).rejects.toMatchObject({ code: 'nothing-to-redo' })
    await expect(undoing(archive, 9)).rejects.toMatchObject({ code: 'record-missing' })
    await archive.commit({ ...putting('person', person('n2', 'Hai')), operation: 'archive.repair' })
    await expect(undoing(archive, 3)).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })
})

describe('the history of a record', () => {
  it('says who, when, and which fields from what to what', async () => {
    const { archive } = await begun()
    await archive.commit(putting('person', person('n1', 'Một')))
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('person', person('n1', 'Hai', { note: 'x' })))
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'person', id: 'n1', after: null }] })
    const { rows } = await historyOfRecord(archive, { kind: 'person', id: 'n1' }, everything)
    expect(rows.map(({ sequence, what, changes }) => ({ sequence, what, changes }))).toEqual([
      { sequence: 4, what: 'removed', changes: [] },
      {
        sequence: 3,
        what: 'changed',
        changes: [
          { field: 'name', before: 'Một', after: 'Hai' },
          { field: 'note', before: '', after: 'x' },
        ],
      },
      { sequence: 1, what: 'made', changes: [] },
    ])
    expect(rows[0]).toMatchObject({ who: 'tester', operation: 'x' })
  })

  it('comes in pages that fit together', async () => {
    const { archive } = await begun()
    for (let n = 1; n <= 5; n++) await archive.commit(putting('person', person('n1', `Tên ${n}`)))
    const first = await historyOfRecord(archive, { kind: 'person', id: 'n1' }, { before: null, limit: 2 })
    expect(first.rows.map((row) => row.changes[0]?.before)).toEqual(['Tên 4', 'Tên 3'])
    expect(first.next).toBe(4)
    const second = await historyOfRecord(archive, { kind: 'person', id: 'n1' }, { before: first.next, limit: 5 })
    expect(second.rows.map((row) => row.sequence)).toEqual([3, 2, 1])
    expect(second.next).toBeNull()
    const all = await historyOf(archive, { before: null, limit: 2 })
    expect(all).toMatchObject({ total: 5, next: 4 })
    expect((await historyOf(archive, { before: 2, limit: 2 })).next).toBeNull()
  })

  it('brings back any version, also of a record that is gone', async () => {
    const { archive } = await begun()
    await archive.commit(putting('person', person('n1', 'Một')))
    await archive.commit(putting('person', person('n1', 'Hai')))
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'person', id: 'n1', after: null }] })
    const record = { kind: 'person' as const, id: 'n1' }
    const at = '2024-07-09T09:00:00.000+07:00'
    await archive.commit(await restoring(archive, record, 1, at))
    expect(await archive.get('person', 'n1')).toEqual(person('n1', 'Một', { updatedAt: at }))
    await expect(restoring(archive, record, 3, at)).rejects.toMatchObject({ code: 'record-missing' })
    await expect(versionAt(archive, { kind: 'person', id: 'n2' }, 1)).rejects.toMatchObject({ code: 'record-missing' })
    await undo(archive)
    expect(await archive.get('person', 'n1')).toBeNull()
  })

  it('leaves the time of writing out of what changed', () => {
    expect(fieldChanges({ a: 1, updatedAt: 'x' }, { a: 1, updatedAt: 'y' })).toEqual([])
    expect(fieldChanges({ a: 1 }, { b: 2 })).toEqual([
      { field: 'b', before: null, after: 2 },
      { field: 'a', before: 1, after: null },
    ])
  })
})
