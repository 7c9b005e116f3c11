import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { backUp } from '#archive/backup/back-up'
import { lastBackupOf } from '#archive/backup/last-backup'
import { restoreBackup } from '#archive/backup/restore'
import { checkArchive } from '#archive/check'
import { createArchive, openArchive } from '#archive/open'
import { KhoError } from '#core/errors'
import { nodeFiles } from '#platform/node/files'
import { onDisk, quiet, received, treeOf } from '../on-real-disk'
import { article, draft, person, putting } from '../sample-records'

const identity = { name: 'Kho thử', agency: 'Văn phòng HĐND tỉnh', fonds: '' }

describe('a backup', () => {
  let home: string
  let archive: Archive
  const at = (...parts: string[]) => join(home, ...parts)

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-backup-'))
    archive = await createArchive(at('kho'), identity, onDisk())
    await file('a1', 1)
  })
  afterEach(async () => {
    await archive.close()
    await rm(home, { recursive: true })
  })

  async function file(id: string, serial: number): Promise<void> {
    const bytes = new TextEncoder().encode(`bản gốc ${id}`)
    const original = await archive.originals.addBytes(bytes, received(`${id}.txt`))
    await archive.commit(putting('article', article(id, serial, { asReceived: [original] })))
  }
  const inBackup = () => treeOf(at('sao lưu'))

  it('comes back as the same archive, byte for byte', async () => {
    await archive.commit(putting('person', person('n1', 'Đỗ Văn Hòa')))
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'person', id: 'n1', after: null }] })
    const report = await backUp(archive, at('sao lưu'), quiet)
    expect(report).toMatchObject({ sequence: 3, records: 1, originals: { total: 1, copied: 1 }, altered: [] })
    const restored = await restoreBackup(at('sao lưu'), at('kho mới'), onDisk(), quiet)
    expect(restored).toMatchObject({ name: 'Kho thử', sequence: 3, records: 1, originals: 1 })
    await archive.close()
    expect(await treeOf(at('kho mới'))).toEqual(await treeOf(at('kho')))
    archive = await openArchive(at('kho mới'), onDisk())
    expect(archive.identity).toMatchObject(identity)
    expect((await checkArchive(archive, quiet)).sound).toBe(true)
    await file('a2', await archive.nextSerial())
  })

  it('copies nothing twice, and counts only what its manifest names', async () => {
    await backUp(archive, at('sao lưu'), quiet)
    const first = await inBackup()
    await file('a2', 2)
    // What an attempt cut off by a crash leaves behind.
    await appendFile(at('sao lưu', 'journal', '2024-07.jsonl'), '{"sequence":2,"a')
    const report = await backUp(archive, at('sao lưu'), quiet)
    expect(report.originals).toMatchObject({ total: 2, copied: 1 })
    const second = await inBackup()
    const originals = Object.keys(first).filter((path) => path.startsWith('originals/'))
    for (const path of originals) expect(second[path]).toBe(first[path])
    expect((await backUp(archive, at('sao lưu'), quiet)).originals).toMatchObject({ total: 2, copied: 0, bytes: 0 })
    await restoreBackup(at('sao lưu'), at('kho mới'), onDisk(), quiet)
  })

  it('holds one moment while the archive stays in use', async () => {
    let stop = false
    const working = (async () => {
      for (let n = 2; !stop; n++) await file(`a${n}`, n)
    })()
    const reports = []
    for (let n = 0; n < 3; n++) reports.push(await backUp(archive, at('sao lưu'), quiet))
    stop = true
    await working
    for (const { sequence, records } of reports) expect(records).toBe(sequence)
    const restored = await restoreBackup(at('sao lưu'), at('kho mới'), onDisk(), quiet)
    expect(restored.records).toBe(reports.at(-1)?.records)
  })

  it('is the old one until the new one is whole', async () => {
    await backUp(archive, at('sao lưu'), quiet)
    await file('a2', 2)
    const real = nodeFiles()
    const platform = onDisk({
      files: {
        ...real,
        copyHashed: async (from, to) => {
          const copied = await real.copyHashed(from, to)
          if (copied.path.includes('sao lưu')) await truncate(copied.path, 3)
          return copied
        },
      },
    })
    await archive.close()
    archive = await openArchive(at('kho'), platform)
    await expect(backUp(archive, at('sao lưu'), quiet)).rejects.toMatchObject({ code: 'backup-damaged' })
    expect((await restoreBackup(at('sao lưu'), at('kho mới'), onDisk(), quiet)).sequence).toBe(1)
    await archive.close()
    archive = await openArchive(at('kho'), onDisk())
    await backUp(archive, at('sao lưu'), quiet)
    expect((await restoreBackup(at('sao lưu'), at('kho mới 2'), onDisk(), quiet)).sequence).toBe(2)
  })

  it('gives back everything else where the drive has lost originals, and tells which', async () => {
    await file('a2', 2)
    await file('a3', 3)
    await backUp(archive, at('sao lưu'), quiet)
    const paths = Object.keys(await inBackup())
      .filter((one) => one.startsWith('originals/'))
      .sort()
    const [first = '', second = ''] = paths
    await writeFile(at('sao lưu', first), 'khác hẳn')
    await rm(at('sao lưu', second))
    const report = await restoreBackup(at('sao lưu'), at('mới'), onDisk(), quiet)
    expect(report).toMatchObject({ records: 3, originals: 1, damaged: [first, second] })
    expect(await readFile(at('mới', 'recovered', basename(first)), 'utf8')).toBe('khác hẳn')
    await archive.close()
    archive = await openArchive(at('mới'), onDisk())
    const checked = await checkArchive(archive, quiet)
    expect(checked.originals).toEqual({ checked: 1, altered: [], missing: expect.arrayContaining([first, second]) })
    expect(checked.records).toMatchObject({ invalid: [], brokenReferences: [] })
  })

  it('tells where the drive has lost part of the journal, and makes no archive of it', async () => {
    await backUp(archive, at('sao lưu'), quiet)
    const journal = at('sao lưu', 'journal', '2024-07.jsonl')
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Bình Lục', 'Bình Lụt'))
    await expect(restoreBackup(at('sao lưu'), at('mới 2'), onDisk(), quiet)).rejects.toMatchObject({
      code: 'backup-damaged',
      file: journal,
    })
    expect(await readdir(at('mới 2'))).not.toContain('kho.json')
    // The next backup sees it and copies that file anew.
    await backUp(archive, at('sao lưu'), quiet)
    await restoreBackup(at('sao lưu'), at('mới 3'), onDisk(), quiet)
  })

  it('does not keep an original that is not what its name says, and tells which', async () => {
    const [path] = Object.keys(await treeOf(at('kho'))).filter((one) => one.startsWith('originals/'))
    await writeFile(at('kho', path ?? ''), 'bị sửa từ bên ngoài')
    const report = await backUp(archive, at('sao lưu'), quiet)
    expect(report.altered).toEqual([path])
    expect(report.originals.total).toBe(0)
  })

  it('goes on where an original is lost, tells which, and keeps the copy it has', async () => {
    await backUp(archive, at('sao lưu'), quiet)
    await file('a2', 2)
    await file('a3', 3)
    const path = async (id: string) => archive.originals.pathOf((await archive.get('article', id))!.asReceived[0]!)
    await truncate(await path('a1'), 3)
    await rm(await path('a2'))
    const report = await backUp(archive, at('sao lưu'), quiet)
    expect(report).toMatchObject({ records: 3, originals: { total: 2, copied: 1 } })
    expect(report.altered).toEqual([(await path('a1')).slice(at('kho').length + 1)])
    expect(report.missing).toEqual([/[0-9a-f]{64}/.exec(await path('a2'))?.[0]])
    await rm(await path('a1'))
    expect((await backUp(archive, at('sao lưu'), quiet)).originals.total).toBe(2)
    expect(await restoreBackup(at('sao lưu'), at('mới'), onDisk(), quiet)).toMatchObject({ originals: 2, damaged: [] })
  })

  it('leaves out originals that were taken out on purpose', async () => {
    await backUp(archive, at('sao lưu'), quiet)
    const gone = await archive.get('article', 'a1')
    await archive.commit({ operation: 'x', args: {}, entries: [{ kind: 'article', id: 'a1', after: null }] })
    await rm(archive.originals.pathOf(gone!.asReceived[0]!))
    expect(await backUp(archive, at('sao lưu'), quiet)).toMatchObject({ originals: { total: 0 }, missing: [] })
  })

  it('refuses folders that are no place for it', async () => {
    const elsewhere = backUp(archive, at('kho', 'trong kho'), quiet)
    await expect(elsewhere).rejects.toMatchObject({ code: 'backup-not-one' })
    await mkdir(at('đầy'))
    await writeFile(at('đầy', 'ảnh.jpg'), '')
    await expect(backUp(archive, at('đầy'), quiet)).rejects.toMatchObject({ code: 'archive-folder-not-empty' })
    await backUp(archive, at('sao lưu'), quiet)
    const other = await createArchive(at('kho khác'), identity, onDisk({ ids: { next: () => 'khac' } }))
    await expect(backUp(other, at('sao lưu'), quiet)).rejects.toMatchObject({ code: 'backup-not-one' })
    await other.close()
    await expect(restoreBackup(at('đầy'), at('mới'), onDisk(), quiet)).rejects.toMatchObject({ code: 'backup-not-one' })
    const full = restoreBackup(at('sao lưu'), at('kho'), onDisk(), quiet)
    await expect(full).rejects.toMatchObject({ code: 'archive-folder-not-empty' })
  })

  it('refuses an archive whose journal no longer tells what its catalogue has', async () => {
    await archive.commit(putting('draft', draft('d1')))
    const journal = at('kho', 'journal', '2024-07.jsonl')
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('{"sequence":1', '{"sequenze":1'))
    await expect(backUp(archive, at('sao lưu'), quiet)).rejects.toMatchObject({ code: 'archive-damaged' })
  })

  it('can be stopped, and its day is remembered', async () => {
    const stopped = new AbortController()
    const report = () => stopped.abort()
    await file('a2', 2)
    const work = { report, signal: stopped.signal }
    await expect(backUp(archive, at('sao lưu'), work)).rejects.toBeInstanceOf(KhoError)
    expect(await lastBackupOf(archive)).toBeNull()
    const { at: day, sequence } = await backUp(archive, at('sao lưu'), quiet)
    expect(await lastBackupOf(archive)).toEqual({ at: day, sequence, folder: at('sao lưu') })
  })
})
