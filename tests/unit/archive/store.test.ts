import { beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { createArchive, openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { type MemoryDisk, memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, draft, event, person, photo, putting } from './sample-records'

const identity = { name: 'Kho thử', agency: 'Phòng Thông tin', fonds: 'Phông thử' }
const options = { indexInMemory: true }

describe('an archive', () => {
  let disk: MemoryDisk
  let archive: Archive

  beforeEach(async () => {
    disk = memoryDisk()
    archive = await createArchive('/kho', identity, memoryPlatform(disk), options)
  })

  const reopened = async () => {
    await archive.close()
    archive = await openArchive('/kho', memoryPlatform(disk), options)
    return archive
  }

  it('gives back what was committed, at once and after opening again', async () => {
    const record = article('a1', 1)
    await archive.commit(putting('article', record))
    expect(await archive.get('article', 'a1')).toEqual(record)
    await reopened()
    expect(await archive.get('article', 'a1')).toEqual(record)
    expect(archive.opening).toEqual({ replayed: 0, repaired: [] })
    expect(archive.identity).toMatchObject({ format: 1, ...identity })
  })

  it('keeps whole kinds in memory as every change leaves them, in order of creation', async () => {
    const names = async () => (await archive.all('person')).map(({ name }) => name)
    await archive.commit(putting('person', person('z', 'Zung')))
    expect(await names()).toEqual(['Zung'])
    await archive.commit(putting('person', person('a', 'An'), person('b', 'Bình')))
    expect(await names()).toEqual(['Zung', 'An', 'Bình'])
    const change = archive.commit({
      operation: 'x',
      args: {},
      entries: [
        { kind: 'person', id: 'a', after: null },
        { kind: 'person', id: 'z', after: person('z', 'Dung') },
      ],
    })
    // Asked for while a change is under way: before it or after it, never something between.
    expect([['Zung', 'An', 'Bình'].join(), ['Dung', 'Bình'].join()]).toContain((await names()).join())
    await change
    expect(await names()).toEqual(['Dung', 'Bình'])
    expect(await archive.all('person')).toEqual(await archive.getMany('person', await archive.ids('person')))
    await reopened()
    expect(await names()).toEqual(['Dung', 'Bình'])
  })

  it('removes, and lists ids in order of creation', async () => {
    await archive.commit(putting('draft', draft('z')))
    await archive.commit(putting('draft', draft('a'), draft('b')))
    await archive.commit({ operation: 'draft.discard', args: {}, entries: [{ kind: 'draft', id: 'a', after: null }] })
    expect(await archive.ids('draft')).toEqual(['z', 'b'])
    expect(await archive.get('draft', 'a')).toBeNull()
    expect(await archive.getMany('draft', ['b', 'a', 'z'])).toEqual([draft('b'), draft('z')])
    await reopened()
    expect(await archive.ids('draft')).toEqual(['z', 'b'])
  })

  it('never gives a serial number twice, also after the article is gone', async () => {
    expect(await archive.nextSerial()).toBe(1)
    await archive.commit(putting('article', article('a1', 1), article('a2', 2)))
    await archive.commit({ operation: 'bin.empty', args: {}, entries: [{ kind: 'article', id: 'a2', after: null }] })
    expect(await archive.nextSerial()).toBe(3)
    await reopened()
    expect(await archive.nextSerial()).toBe(3)
    await expect(archive.commit(putting('article', article('a9', 1)))).rejects.toMatchObject({ code: 'input-invalid' })
  })

  it('refuses a record that its schema refuses, and changes nothing', async () => {
    const wrong = { ...article('a1', 1), title: 7 }
    const change = putting('article', article('a2', 2), wrong)
    await expect(archive.commit(change)).rejects.toMatchObject({
      code: 'input-invalid',
      args: { detail: expect.stringContaining('article.title') },
    })
    expect(await archive.get('article', 'a2')).toBeNull()
    const other = { operation: 'x', args: {}, entries: [{ kind: 'draft' as const, id: 'd1', after: draft('d2') }] }
    await expect(archive.commit(other)).rejects.toMatchObject({ code: 'input-invalid' })
    const twice = putting('draft', draft('d1'), draft('d1'))
    await expect(archive.commit(twice)).rejects.toMatchObject({ code: 'input-invalid' })
    const gone = { operation: 'x', args: {}, entries: [{ kind: 'draft' as const, id: 'd1', after: null }] }
    await expect(archive.commit(gone)).rejects.toMatchObject({ code: 'record-missing' })
  })

  it('commits strictly one after another', async () => {
    const all = Array.from({ length: 30 }, (_, at) => archive.commit(putting('draft', draft(`d${at}`))))
    const sequences = (await Promise.all(all)).map((done) => done.sequence)
    expect(sequences).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  })

  it('shows readers all of a change or nothing of it, and never fails them', async () => {
    await archive.commit(putting('draft', draft('d1', { notes: '0' })))
    let done = false
    const reading = (async () => {
      while (!done) {
        const [before, other] = await Promise.all([archive.get('draft', 'd1'), archive.get('draft', 'd2')])
        // Both are read at one time: while one is gone, the other is there.
        expect([before?.notes ?? other?.notes, before === null]).toEqual([expect.any(String), other !== null])
      }
    })()
    for (let at = 1; at <= 40; at++) {
      const [from, to] = at % 2 ? ['d1', 'd2'] : ['d2', 'd1']
      const entries = [...putting('draft', draft(to!, { notes: `${at}` })).entries]
      await archive.commit({
        operation: 'x',
        args: {},
        entries: [...entries, { kind: 'draft', id: from!, after: null }],
      })
    }
    done = true
    await reading
  })

  it('keeps in the journal who did what, what was before, and the hash of the line before', async () => {
    await archive.commit({ ...putting('draft', draft('d1')), args: { file: 'tin.docx' } })
    await archive.commit(putting('draft', draft('d1', { notes: 'xem lại' })))
    const text = new TextDecoder().decode(disk.files.get('/kho/journal/2024-07.jsonl'))
    const [first, second] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({ sequence: 1, who: 'tester', operation: 'draft.test', args: { file: 'tin.docx' } })
    expect(first).toMatchObject({ previous: null, entries: [{ kind: 'draft', id: 'd1', before: null }] })
    const platform = memoryPlatform(disk)
    expect(second.previous).toBe(await platform.digests.sha256(text.split('\n')[0] ?? ''))
    expect(second.entries[0].before).toBe(await platform.digests.sha256(JSON.stringify(draft('d1'))))
  })

  it('counts records and shows list rows from the index', async () => {
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('photo', photo('p1'), photo('p2')))
    const uses = ['p1', 'p2'].map((photoId) => ({ photoId, caption: 'Quang cảnh' }))
    await archive.commit(putting('article', article('a1', 1, { events: ['e1'], photos: uses })))
    await archive.commit(putting('article', article('a2', 2, { status: 'binned' })))
    await archive.commit(putting('person', person('n1', 'Đỗ Văn Hòa')))
    expect(await archive.index.counts()).toMatchObject({ article: 1, event: 1, photo: 2, person: 1, draft: 0 })
    await archive.commit(putting('person', person('n2', 'Đỗ Văn Hòe')))
    expect(await archive.index.counts()).toMatchObject({ article: 1, person: 2 })
    const page = await archive.index.articles(ArticleQuery.parse({}))
    expect(page.total).toBe(1)
    expect(page.rows[0]).toMatchObject({
      id: 'a1',
      serial: 1,
      date: '2024-07-08',
      eventTitle: 'Phiên họp thường kỳ',
      photoCount: 2,
      thumbnail: 'p1',
      snippet: null,
      titleMarks: [],
    })
    expect(await archive.index.usesOfPhoto('p2')).toEqual(['a1'])
  })

  it('refuses work once it is closed', async () => {
    await archive.close()
    await archive.close()
    await expect(archive.commit(putting('draft', draft('d1')))).rejects.toMatchObject({ code: 'archive-none-open' })
  })
})
