import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkArchive } from '#archive/check'
import { createArchive, openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeIds } from '#platform/node/ids'
import { nodeProcesses, systemClock } from '#platform/node/platform'
import { article, draft, putting } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const identity = { name: 'Kho thử', agency: '', fonds: '' }
const platform = () =>
  memoryPlatform(undefined, {
    clock: systemClock,
    files: nodeFiles(),
    digests: nodeDigests(),
    ids: nodeIds(systemClock),
    processes: nodeProcesses,
  })

function mounted(...args: string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Mounting needs root on Linux; elsewhere these are skipped by name. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'kho-mount-'))
  const can = mounted('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
  if (can) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return can
}

describe.skipIf(!canMount())('on a disk that', () => {
  let disk: string
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'kho-disk-'))
  })
  afterEach(() => {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true })
  })

  it('is full: says so, loses nothing, and goes on when there is room again', async () => {
    expect(mounted('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk)).toBe(true)
    const folder = join(disk, 'kho')
    let archive = await createArchive(folder, identity, platform())
    await writeFile(join(disk, 'choán chỗ'), new Uint8Array(200_000))
    const kept: string[] = []
    let refused: unknown = null
    for (let n = 1; refused === null && n < 2_000; n++) {
      try {
        await archive.commit(putting('article', article(`a${n}`, n, { notes: 'x'.repeat(20_000) })))
        kept.push(`a${n}`)
      } catch (thrown) {
        refused = thrown
      }
    }
    expect(refused).toMatchObject({ code: 'disk-full' })
    await rm(join(disk, 'choán chỗ'))
    await archive.commit(putting('draft', draft('d1')))
    await archive.close()
    archive = await openArchive(folder, platform())
    expect(await archive.ids('article')).toEqual(kept)
    expect(await archive.ids('draft')).toEqual(['d1'])
    const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
    expect(report.sound).toBe(true)
    await archive.close()
  })

  it.each(['with its index', 'without an index'])('cannot be written: opens for reading, %s', async (which) => {
    const behind = mkdtempSync(join(tmpdir(), 'kho-behind-'))
    const archive = await createArchive(join(behind, 'kho'), identity, platform())
    await archive.commit(putting('article', article('a1', 1)))
    await archive.close()
    if (which === 'without an index') await rm(join(behind, 'kho', 'index'), { recursive: true })
    mkdirSync(disk, { recursive: true })
    expect(mounted('--bind', behind, disk) && mounted('-o', 'remount,bind,ro', disk)).toBe(true)
    const again = await openArchive(join(disk, 'kho'), platform())
    expect(again.readOnly).toEqual({ reason: 'media', by: '' })
    expect(await again.get('article', 'a1')).toEqual(article('a1', 1))
    const page = await again.index.articles(ArticleQuery.parse({ text: 'binh luc' }))
    expect(page.rows.map((row) => row.id)).toEqual(['a1'])
    await expect(again.commit(putting('draft', draft('d1')))).rejects.toMatchObject({ code: 'archive-read-only' })
    await again.close()
    const made = createArchive(join(disk, 'mới'), identity, platform())
    await expect(made).rejects.toMatchObject({ code: 'archive-read-only' })
    await rm(behind, { recursive: true })
  })
})
