import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkArchive } from '#archive/check'
import { formatVersion } from '#archive/format'
import { historyOf } from '#archive/history/read'
import { redoing } from '#archive/history/undo'
import { openArchive } from '#archive/open'
import { onDisk, quiet, treeOf } from './on-real-disk'
import { person, putting } from './sample-records'

const kept = join(process.cwd(), 'tests', 'fixtures', 'formats')

describe('an archive of every released format', async () => {
  const formats = (await readdir(kept)).map(Number).sort((a, b) => a - b)

  it('is kept', () => {
    expect(formats).toEqual(Array.from({ length: formatVersion }, (_, at) => at + 1))
  })

  it.each(formats)('opens for writing, whole and in its words: format %i', async (format) => {
    const folder = await mkdtemp(join(tmpdir(), 'kho-format-'))
    await cp(join(kept, String(format)), folder, { recursive: true })
    const before = await treeOf(folder)
    const archive = await openArchive(folder, onDisk())
    expect(archive.readOnly).toBeNull()
    expect(archive.identity).toMatchObject({ format: formatVersion, fonds: 'HĐND huyện' })
    expect(archive.opening.repaired).toEqual([])
    expect(await checkArchive(archive, quiet)).toMatchObject({ sound: true, originals: { checked: 2 } })
    expect(await archive.ids('article')).toEqual(['d1', 'd2'])
    expect((await archive.get('person', 'n1'))?.name).toBe('Đỗ Văn Hòa')
    expect((await historyOf(archive, { before: null, limit: 9 })).rows.map(({ undoes }) => undoes)).toEqual([
      null,
      4,
      null,
      null,
      null,
      null,
    ])
    if (format === formatVersion) expect(await treeOf(folder)).toEqual(before)
    await archive.commit(await redoing(archive, 4))
    await archive.commit(putting('person', person('n2', 'Hai')))
    expect((await archive.get('person', 'n1'))?.name).toBe('Đỗ Văn Hoà')
    await archive.close()
    await rm(folder, { recursive: true })
  })
})
