import { describe, expect, it } from 'vitest'
import { createArchive, openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { type MemoryDisk, memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, person, putting } from './sample-records'

const count = 4_000

/** An archive in memory whose index must be made anew at every opening. */
async function filled(): Promise<MemoryDisk> {
  const disk = memoryDisk()
  const archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, memoryPlatform(disk), {
    indexInMemory: true,
  })
  await archive.commit(putting('person', person('n1', 'Trịnh Thị Diệu')))
  const bare = { lede: null, body: [], authors: [] }
  const many = Array.from({ length: count }, (_, at) => article(`a${at}`, at + 1, { ...bare, title: `Tin ${at}` }))
  for (let at = 0; at < count; at += 500) await archive.commit(putting('article', ...many.slice(at, at + 500)))
  await archive.close()
  return disk
}

const background = { indexInMemory: true, indexInBackground: true }

describe('an index made anew in the background', () => {
  it('answers with what it has and says so, heeds changes, and becomes complete', async () => {
    const disk = await filled()
    const archive = await openArchive('/kho', memoryPlatform(disk), background)
    expect(archive.index.rebuilding).not.toBeNull()
    const early = await archive.index.articles(ArticleQuery.parse({}))
    expect(early.total).toBeLessThan(count)
    expect(early.notes[0]?.code).toBe('index-rebuilding')
    expect(await archive.get('article', 'a7')).toMatchObject({ title: 'Tin 7' })
    expect(await archive.ids('article')).toHaveLength(count)
    const bare = { lede: null, body: [], authors: [] }
    await archive.commit(putting('article', article('a5', 6, { ...bare, title: 'Sửa rồi' })))
    for (let tries = 0; archive.index.rebuilding && tries < 2_000; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const page = await archive.index.articles(ArticleQuery.parse({}))
    expect(page).toMatchObject({ total: count, notes: [] })
    const changed = await archive.index.articles(ArticleQuery.parse({ text: '"sửa rồi"' }))
    expect(changed.rows.map((row) => row.id)).toEqual(['a5'])
    expect((await archive.index.articles(ArticleQuery.parse({ text: '"tin 5" ' }))).total).toBe(0)
    await archive.close()
  })

  it('shows nothing that is gone, also where a line of the journal cannot be read', async () => {
    const disk = await filled()
    const archive = await openArchive('/kho', memoryPlatform(disk), { indexInMemory: true })
    await archive.commit(putting('person', person('n2', 'Lê Ánh')))
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'article', id: 'a7', after: null }] })
    await archive.close()
    const path = '/kho/journal/2024-07.jsonl'
    const text = new TextDecoder().decode(disk.files.get(path))
    disk.files.set(path, new TextEncoder().encode(text.replace('"Lê Ánh"', '"Lê Ánh')))
    const opened = await openArchive('/kho', memoryPlatform(disk), { indexInMemory: true })
    expect((await opened.index.articles(ArticleQuery.parse({}))).total).toBe(count - 1)
    expect(await opened.ids('article')).not.toContain('a7')
    await opened.close()
  })

  it('stops when the archive is closed, and is whole at the next opening', async () => {
    const disk = await filled()
    await (await openArchive('/kho', memoryPlatform(disk), background)).close()
    const archive = await openArchive('/kho', memoryPlatform(disk), { indexInMemory: true })
    expect((await archive.index.articles(ArticleQuery.parse({}))).total).toBe(count)
    await archive.close()
  })
})
