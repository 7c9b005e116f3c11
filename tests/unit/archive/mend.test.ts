import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { dropIndex, mendArchive } from '#archive/mend'
import { createArchive, openArchive } from '#archive/open'
import { nodeFiles } from '#platform/node/files'
import { onDisk, quiet, received } from './on-real-disk'
import { article, event, person, putting } from './sample-records'

const identity = { name: 'Kho thử', agency: '', fonds: '' }
const nothing = { documents: 0, strays: 0, adopted: 0, returned: 0, originals: 0, kept: [] }

describe('a repair', () => {
  let home: string
  let archive: Archive
  const at = (...parts: string[]) => join(home, 'kho', ...parts)
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-mend-'))
    archive = await createArchive(at(), identity, onDisk())
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('person', person('n1', 'Một')))
    await archive.commit(putting('person', person('n1', 'Hai')))
    await archive.commit(putting('article', article('a1', 1, { events: ['e1'] })))
  })
  afterEach(async () => {
    await archive.close()
    await rm(home, { recursive: true })
  })
  const sound = async () => (await checkArchive(archive, quiet)).sound
  const reopened = async () => {
    await archive.close()
    await dropIndex(at(), nodeFiles())
    archive = await openArchive(at(), onDisk())
  }

  it('does nothing where nothing is wrong', async () => {
    expect(await mendArchive(archive, quiet)).toEqual(nothing)
    expect(await readdir(at())).not.toContain('recovered')
  })

  it('brings catalogue documents back to the journal and keeps what it replaced', async () => {
    const person1 = at('catalogue/people/n1/n1.json')
    const changed = (await readFile(person1, 'utf8')).replace('"Hai"', '"Sửa tay"')
    await writeFile(person1, changed)
    await rm(at('catalogue/events/e1/e1.json'))
    await mkdir(at('catalogue/people/n9'))
    await writeFile(at('catalogue/people/n9/n9.json'), '{"kind":"person"')
    expect(await sound()).toBe(false)
    const mended = await mendArchive(archive, quiet)
    expect(mended).toMatchObject({ documents: 2, strays: 1, adopted: 0 })
    expect(mended.kept).toHaveLength(2)
    const kept = mended.kept.find((name) => name.endsWith('n1.json')) ?? ''
    expect(await readFile(at('recovered', kept), 'utf8')).toBe(changed)
    await reopened()
    expect((await archive.get('person', 'n1'))?.name).toBe('Hai')
    expect(await archive.ids('event')).toEqual(['e1'])
    expect(await sound()).toBe(true)
  })

  it('journals what only the catalogue knows where a line cannot be read any more', async () => {
    const journal = at('journal/2024-07.jsonl')
    const lines = (await readFile(journal, 'utf8')).split('\n')
    lines[2] = (lines[2] ?? '').replace('{"sequence":3', '{"sequence"?3')
    await writeFile(journal, lines.join('\n'))
    expect((await checkArchive(archive, quiet)).records.invalid).toEqual(['person/n1'])
    expect(await mendArchive(archive, quiet)).toMatchObject({ adopted: 1, documents: 0, strays: 0 })
    const report = await checkArchive(archive, quiet)
    expect(report.records.invalid).toEqual([])
    // A broken chain stays what it is: nobody may mend it in silence.
    expect(report.journal.brokenAt).toBe(3)
    expect((await archive.get('person', 'n1'))?.name).toBe('Hai')
  })

  it('puts back a removed record that others point at', async () => {
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'event', id: 'e1', after: null }] })
    expect((await checkArchive(archive, quiet)).records.brokenReferences).toEqual(['article/a1 → event/e1'])
    expect(await mendArchive(archive, quiet)).toMatchObject({ returned: 1 })
    expect(await archive.get('event', 'e1')).toEqual(event('e1'))
    expect(await sound()).toBe(true)
  })

  it('puts an original where its record looks for it', async () => {
    const original = await archive.originals.addBytes(new TextEncoder().encode('ảnh'), received('ảnh.jpg'))
    await archive.commit(putting('article', article('a2', 2, { asReceived: [original] })))
    const path = archive.originals.pathOf(original)
    await rename(path, path.replace(/jpg$/, 'jpeg'))
    expect((await checkArchive(archive, quiet)).originals.missing).toHaveLength(1)
    expect(await mendArchive(archive, quiet)).toMatchObject({ originals: 1 })
    expect(await sound()).toBe(true)
  })

  it('is refused to one who only reads', async () => {
    const reader = await openArchive(at(), onDisk(), { readOnly: true })
    await expect(mendArchive(reader, quiet)).rejects.toMatchObject({ code: 'archive-read-only' })
    await reader.close()
  })
})
