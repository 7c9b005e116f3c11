import { beforeEach, describe, expect, it } from 'vitest'
import { formatVersion, layoutOf, readIdentity } from '#archive/format'
import { migrate } from '#archive/migrations/migrate'
import { assertContiguous, type Step, steps } from '#archive/migrations/steps'
import { createArchive } from '#archive/open'
import { type MemoryDisk, memoryDisk, memoryFiles } from '#platform/memory/files'
import { memoryDigests, memoryPlatform } from '#platform/memory/platform'
import { person, putting } from '../sample-records'

const mark = (from: number, fails = false): Step => ({
  from,
  to: from + 1,
  refuses: async () => null,
  run: async ({ layout, platform }) => {
    if (fails) throw new Error('power cut')
    await platform.files.writeWhole(platform.files.join(layout.catalogue, `step-${from}`), 'đã làm')
  },
})

describe('bringing up an older format', () => {
  let disk: MemoryDisk
  beforeEach(async () => {
    disk = memoryDisk()
    const archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, memoryPlatform(disk), {
      indexInMemory: true,
    })
    await archive.commit(putting('person', person('n1', 'Một')))
    await archive.close()
  })
  const text = (path: string) => new TextDecoder().decode(disk.files.get(path))
  const filesNow = () => new Map([...disk.files].map(([path, bytes]) => [path, bytes.slice()]))
  const run = async (all: Step[], first = 1) => {
    const platform = memoryPlatform(disk, { files: memoryFiles(disk, memoryDigests(disk)) })
    const layout = layoutOf('/kho', platform.files)
    const identity = await readIdentity('/kho', platform.files)
    return migrate({ layout, platform, identity, steps: all, first, last: first + all.length })
  }

  it('makes every step once, in order, and keeps a copy from before', async () => {
    const old = filesNow()
    const result = await run([mark(1), mark(2)])
    expect(result).toMatchObject({ state: 'migrated', from: 1, to: 3 })
    expect(JSON.parse(text('/kho/kho.json'))).toMatchObject({ format: 3, name: 'Kho' })
    expect(text('/kho/catalogue/step-1') + text('/kho/catalogue/step-2')).toBe('đã làmđã làm')
    const kept = `/kho/recovered/${result.state === 'migrated' ? result.kept : ''}`
    for (const path of ['kho.json', 'journal/2024-07.jsonl', 'catalogue/people/n1/n1.json']) {
      expect(disk.files.get(`${kept}/${path}`)).toEqual(old.get(`/kho/${path}`))
    }
    expect(disk.files.has(`${kept}/catalogue/step-1`)).toBe(false)
  })

  it('goes on where it was interrupted', async () => {
    await expect(run([mark(1), mark(2, true)])).rejects.toThrow('power cut')
    expect(JSON.parse(text('/kho/kho.json'))).toMatchObject({ format: 2 })
    disk.files.delete('/kho/catalogue/step-1')
    expect(await run([mark(1), mark(2)])).toMatchObject({ state: 'migrated', from: 2, to: 3 })
    expect(disk.files.has('/kho/catalogue/step-1')).toBe(false)
  })

  it('says why when a step refuses, and has changed nothing', async () => {
    const reason = { code: 'photos-missing', args: { count: '3' } }
    const refusing = { ...mark(1), refuses: async () => reason }
    const old = filesNow()
    expect(await run([refusing])).toEqual({ state: 'refused', from: 1, to: 2, reason })
    expect(filesNow()).toEqual(old)
  })

  it('has steps that lead from the first format to the present one without a gap', () => {
    expect(() => assertContiguous(steps, 1, formatVersion)).not.toThrow()
    expect(() => assertContiguous([mark(1), mark(3)], 1, 4)).toThrow('3 → 4')
    expect(() => assertContiguous([mark(1)], 1, 3)).toThrow('format 2')
    expect(() => assertContiguous([mark(2)], 1, 3)).toThrow('2 → 3')
  })
})
