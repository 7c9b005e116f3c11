import { beforeEach, describe, expect, it } from 'vitest'
import { KhoError } from '#core/errors'
import { AsideFile, freePath, writeAside } from '#delivery/aside'
import { memoryDisk, memoryFiles } from '#platform/memory/files'
import { nodeDigests } from '#platform/node/digests'
import type { Files } from '#platform/ports'

let disk = memoryDisk()
let files: Files
beforeEach(() => {
  disk = memoryDisk()
  files = memoryFiles(disk, nodeDigests())
})

const never = new AbortController().signal
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a file written aside', () => {
  it('has its name only when it is whole', async () => {
    await writeAside(files, '/out', never, async (file) => {
      await file.write(bytes('one '))
      await file.flush()
      expect(disk.files.has('/out/Bài.docx')).toBe(false)
      await file.write(bytes('two'))
      expect(await file.finish('/out/Bài.docx')).toEqual({ path: '/out/Bài.docx', size: 7 })
    })
    expect([...disk.files.keys()]).toEqual(['/out/Bài.docx'])
    expect(await files.readText('/out/Bài.docx')).toBe('one two')
  })

  it('leaves nothing when what fills it fails, and tells that failure', async () => {
    const failing = writeAside(files, '/out', never, async (file) => {
      await file.write(new Uint8Array(9 * 1024 * 1024))
      throw new KhoError('disk-full')
    })
    await expect(failing).rejects.toMatchObject({ code: 'disk-full' })
    expect([...disk.files.keys()]).toEqual([])
  })

  it('does not begin when cancelled', async () => {
    const nothing = writeAside(files, '/out', AbortSignal.abort(), async () => 1)
    await expect(nothing).rejects.toMatchObject({ code: 'cancelled' })
    expect(disk.files.size).toBe(0)
  })

  it('lets two grow in one folder', async () => {
    const [one, two] = [await AsideFile.open(files, '/out'), await AsideFile.open(files, '/out')]
    await two.write(bytes('two'))
    await one.write(bytes('one'))
    await two.finish('/out/x.docx')
    await one.finish('/out/x.docx')
    expect(await files.readText('/out/x.docx')).toBe('two')
    expect(await files.readText('/out/x (2).docx')).toBe('one')
  })
})

describe('a free path', () => {
  it('numbers before the extension', async () => {
    await files.makeFolder('/out')
    for (const name of ['a.b.docx', 'a.b (2).docx', 'không đuôi']) await files.writeWhole(`/out/${name}`, '')
    expect(await freePath(files, '/out/a.b.docx')).toBe('/out/a.b (3).docx')
    expect(await freePath(files, '/out/không đuôi')).toBe('/out/không đuôi (2)')
    expect(await freePath(files, '/out/mới.xlsx')).toBe('/out/mới.xlsx')
  })
})
