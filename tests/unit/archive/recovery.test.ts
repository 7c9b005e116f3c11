import { beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { createArchive, openArchive } from '#archive/open'
import { KhoError } from '#core/errors'
import { type MemoryDisk, memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, draft, person, putting } from './sample-records'

const options = { indexInMemory: true }
const journalPath = '/kho/journal/2024-07.jsonl'
const documentPath = '/kho/catalogue/drafts/d1/d1.json'
const bytes = (text: string) => new TextEncoder().encode(text)

describe('opening after damage', () => {
  let disk: MemoryDisk
  let archive: Archive

  beforeEach(async () => {
    disk = memoryDisk()
    archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, memoryPlatform(disk), options)
    await archive.commit(putting('draft', draft('d1')))
    await archive.commit(putting('draft', draft('d1', { notes: 'lần hai' }), draft('d2')))
    await archive.commit(putting('article', article('a1', 1)))
    await archive.close()
  })

  const opened = async () => {
    // Names of what is kept aside come from ids: other ones than before.
    archive = await openArchive('/kho', memoryPlatform(disk), options)
    return archive
  }
  const text = (path: string) => new TextDecoder().decode(disk.files.get(path))
  const kept = () => [...disk.files.keys()].filter((path) => path.startsWith('/kho/recovered/'))
  const sound = async () =>
    (await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })).sound

  it.each([
    ['a line without its end', (line: string) => line.slice(0, 40)],
    ['a whole line without its newline', (line: string) => line.slice(0, -1)],
    ['zeros, as after a power cut', () => '\0'.repeat(300)],
    ['two lines of rubbish', () => 'rác\n{"sequence": 4}\n'],
  ])('cuts off %s and keeps it aside', async (_name, tail) => {
    const line = `${text(journalPath).split('\n')[0]}\n`
    const before = text(journalPath)
    disk.files.set(journalPath, bytes(before + tail(line)))
    await opened()
    expect(text(journalPath)).toBe(before)
    expect(kept().map(text)).toEqual([tail(line)])
    const code = tail(line).endsWith('\n') ? 'journal-tail-damaged' : 'journal-tail-cut'
    expect(archive.opening.repaired.map((one) => one.code)).toEqual([code])
    await archive.commit(putting('draft', draft('d3')))
    expect(await sound()).toBe(true)
  })

  it('replays what the catalogue misses, from the checkpoint on', async () => {
    const before = new Map(disk.files)
    await opened()
    await archive.commit(putting('draft', draft('d1', { notes: 'lần ba' })))
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'draft', id: 'd2', after: null }] })
    await archive.close()
    // As if the machine had stopped before the documents were written.
    for (const path of disk.files.keys()) if (path.startsWith('/kho/catalogue')) disk.files.delete(path)
    for (const [path, content] of before) if (path.startsWith('/kho/catalogue')) disk.files.set(path, content)
    await opened()
    expect(archive.opening).toMatchObject({
      replayed: 2,
      repaired: [{ code: 'changes-replayed', args: { count: '2' } }],
    })
    expect(await archive.get('draft', 'd1')).toMatchObject({ notes: 'lần ba' })
    expect(await archive.ids('draft')).toEqual(['d1'])
    expect(await sound()).toBe(true)
  })

  it('makes the whole catalogue anew from the journal', async () => {
    for (const path of disk.files.keys()) if (path.startsWith('/kho/catalogue')) disk.files.delete(path)
    await opened()
    expect(archive.opening.replayed).toBe(2)
    expect(await archive.get('draft', 'd1')).toEqual(draft('d1', { notes: 'lần hai' }))
    expect(await archive.ids('draft')).toEqual(['d1', 'd2'])
    expect(await archive.nextSerial()).toBe(2)
    expect(await sound()).toBe(true)
  })

  it.each([
    ['cut short', (content: string) => content.slice(0, 100)],
    ['empty', () => ''],
    ['altered', (content: string) => content.replace('lần hai', 'lần  hai')],
  ])('rebuilds a document that is %s, and keeps the damaged one aside', async (_name, damage) => {
    const before = text(documentPath)
    await opened()
    disk.files.set(documentPath, bytes(damage(before)))
    expect(await sound()).toBe(false)
    const asked = await Promise.all([1, 2, 3].map(() => archive.get('draft', 'd1')))
    for (const found of asked) expect(found).toEqual(draft('d1', { notes: 'lần hai' }))
    expect(text(documentPath)).toBe(before)
    expect(kept().map(text)).toEqual([damage(before)])
    expect(archive.opening.repaired.map((one) => one.code)).toEqual(['document-rebuilt'])
    expect(await sound()).toBe(true)
  })

  it('rebuilds a document that is gone', async () => {
    const before = text(documentPath)
    await opened()
    disk.files.delete(documentPath)
    expect(await archive.get('draft', 'd1')).toEqual(draft('d1', { notes: 'lần hai' }))
    expect(text(documentPath)).toBe(before)
  })

  it('opens when the checkpoint is damaged or too far ahead', async () => {
    const path = '/kho/catalogue/checkpoint.json'
    for (const content of ['{', JSON.stringify({ ...JSON.parse(text(path)), offset: 10 ** 9 })]) {
      disk.files.set(path, bytes(content))
      await opened()
      expect(await archive.nextSerial()).toBe(2)
      await archive.commit(putting('person', person('n1', 'Lê Ánh')))
      expect(await sound()).toBe(true)
      await archive.close()
    }
  })

  it.each([
    ['gained', (line: string) => `x${line}`],
    ['lost', (line: string) => line.slice(1)],
  ])('loses no line where one before the checkpoint %s a byte', async (_name, damage) => {
    const [first, second, third] = text(journalPath).split('\n') as [string, string, string]
    disk.files.set(journalPath, bytes(`${damage(first)}\n${second}\n${third}\n`))
    await opened()
    expect(archive.opening.repaired.map((one) => one.code)).toEqual(['journal-line-damaged'])
    await archive.commit(putting('draft', draft('d3')))
    await archive.commit(putting('draft', draft('d4')))
    await archive.close()
    const lines = text(journalPath).trimEnd().split('\n')
    expect(lines.slice(1, 3)).toEqual([second, third])
    expect(lines.slice(3).map((line) => JSON.parse(line).sequence)).toEqual([4, 5])
  })

  it.each([
    ['its last line', (lines: string[]) => lines.slice(0, -1).join('\n')],
    ['what its last line says', (lines: string[]) => [...lines.slice(0, -1), lines.at(-1)?.slice(1)].join('\n')],
    ['all but its first line', (lines: string[]) => lines[0]],
  ])('journals again what documents tell where the journal has lost %s', async (_name, damage) => {
    disk.files.set(journalPath, bytes(`${damage(text(journalPath).trimEnd().split('\n'))}\n`))
    await opened()
    expect(archive.opening.repaired.map((one) => one.code)).toContain('documents-adopted')
    expect(await archive.get('article', 'a1')).toEqual(article('a1', 1))
    expect(await archive.get('draft', 'd1')).toEqual(draft('d1', { notes: 'lần hai' }))
    expect(await archive.nextSerial()).toBe(2)
    await archive.commit(putting('draft', draft('d3')))
    expect(await sound()).toBe(true)
  })

  it('sees a changed journal, and other files of the archive still open', async () => {
    disk.files.set(journalPath, bytes(text(journalPath).replace('lần hai', 'lần ba!')))
    await opened()
    const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
    expect(report.journal).toEqual({ lines: 3, brokenAt: 3 })
    expect(report.records.invalid).toEqual(['draft/d1'])
    expect(report.sound).toBe(false)
  })

  it('writes on into a later file when the month changes, and never into an earlier one', async () => {
    const at = (time: string) => memoryPlatform(disk, { clock: { now: () => Date.parse(time) } })
    for (const time of ['2024-08-01T00:30:00+07:00', '2020-01-01T00:00:00+07:00']) {
      archive = await openArchive('/kho', at(time), options)
      await archive.commit(putting('person', person(`n${time.slice(0, 4)}`, 'Lê Ánh')))
      expect(await sound()).toBe(true)
      await archive.close()
    }
    expect(text('/kho/journal/2024-08.jsonl').trim().split('\n')).toHaveLength(2)
    expect(disk.files.has('/kho/journal/2020-01.jsonl')).toBe(false)
    await opened()
    expect(await archive.ids('person')).toEqual(['n2024', 'n2020'])
  })

  it('shows everything acknowledged also where nothing can be written', async () => {
    const before = new Map(disk.files)
    await opened()
    await archive.commit(putting('draft', draft('d1', { notes: 'lần ba' }), draft('d4')))
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'draft', id: 'd2', after: null }] })
    await archive.close()
    for (const path of disk.files.keys()) if (path.startsWith('/kho/catalogue')) disk.files.delete(path)
    for (const [path, content] of before) if (path.startsWith('/kho/catalogue')) disk.files.set(path, content)
    const asFound = new Map(disk.files)

    archive = await openArchive('/kho', memoryPlatform(disk), { ...options, readOnly: true })
    expect(archive.readOnly).toEqual({ reason: 'media', by: '' })
    expect(await archive.ids('draft')).toEqual(['d1', 'd4'])
    expect(await archive.get('draft', 'd1')).toMatchObject({ notes: 'lần ba' })
    expect(await archive.get('draft', 'd2')).toBeNull()
    await archive.close()

    const platform = memoryPlatform(disk)
    const full = (path: string) => Promise.reject(new KhoError('disk-full', { file: path }))
    const files = { ...platform.files, writeWhole: full, createNew: full, appendDurably: full }
    archive = await openArchive('/kho', { ...platform, files }, options)
    expect(archive.readOnly).toEqual({ reason: 'media', by: '' })
    expect(await archive.get('draft', 'd4')).toEqual(draft('d4'))
    await expect(archive.commit(putting('draft', draft('d5')))).rejects.toMatchObject({ code: 'archive-read-only' })
    await archive.close()
    expect(disk.files).toEqual(asFound)
  })

  it('opens for reading when the disk fills up while it repairs', async () => {
    for (const path of disk.files.keys()) if (path.startsWith('/kho/catalogue')) disk.files.delete(path)
    const platform = memoryPlatform(disk)
    const files = {
      ...platform.files,
      writeWhole: (path: string, data: string | Uint8Array) =>
        path.startsWith('/kho/catalogue')
          ? Promise.reject(new KhoError('disk-full', { file: path }))
          : platform.files.writeWhole(path, data),
    }
    archive = await openArchive('/kho', { ...platform, files }, options)
    expect(archive.readOnly?.reason).toBe('media')
    expect(await archive.get('draft', 'd1')).toMatchObject({ notes: 'lần hai' })
    await archive.close()
    await opened()
    expect(archive.readOnly).toBeNull()
    expect(await sound()).toBe(true)
  })
})
