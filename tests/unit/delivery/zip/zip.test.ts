import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 as reference } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { AsideFile } from '#delivery/aside'
import { crc32 } from '#delivery/zip/crc32'
import { ZipWriter } from '#delivery/zip/zip'
import { nodeFiles } from '#platform/node/files'
import { has, python, pythonWith } from '../../../golden/delivery/tools'
import { unpack } from '../../../golden/delivery/unpack'

const folder = mkdtempSync(join(tmpdir(), 'kho-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('crc32', () => {
  it('agrees with zlib on any bytes at any offset, whole or in parts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(40), (bytes, cut) => {
        const part = bytes.subarray(Math.min(cut, bytes.length))
        expect(crc32(part)).toBe(reference(part))
        expect(crc32(part, crc32(bytes.subarray(0, Math.min(cut, bytes.length))))).toBe(reference(bytes))
      }),
    )
  })
})

async function* parts(count: number) {
  for (let index = 0; index < count; index++) yield new Uint8Array(70_000).fill(index)
}

const zipped = async (name: string) => {
  const file = await AsideFile.open(nodeFiles(), folder)
  const zip = new ZipWriter(file)
  await zip.deflate('một/tệp.xml', '<chữ/>'.repeat(1000))
  await zip.store('ảnh.jpg', new Uint8Array([0xff, 0xd8, 1, 2, 3]))
  await zip.deflateParts('dài.xml', parts(90))
  await zip.deflate('rỗng', '')
  await zip.end()
  return file.finish(join(folder, name))
}

describe('a zip', () => {
  it('comes back as it went in', async () => {
    const { path } = await zipped('a.zip')
    const read = unpack(path)
    expect([...read.keys()]).toEqual(['một/tệp.xml', 'ảnh.jpg', 'dài.xml', 'rỗng'])
    expect(read.get('một/tệp.xml')?.toString()).toBe('<chữ/>'.repeat(1000))
    expect([...read.get('ảnh.jpg')!]).toEqual([0xff, 0xd8, 1, 2, 3])
    expect(read.get('dài.xml')).toHaveLength(90 * 70_000)
    expect(read.get('dài.xml')!.at(-1)).toBe(89)
  })

  const reader = pythonWith('zipfile')
  it.skipIf(!reader)('passes the checks of Python’s zipfile', async () => {
    const { path } = await zipped('b.zip')
    const script = 'import zipfile,json,sys;print(json.dumps(zipfile.ZipFile(sys.argv[1]).testzip()))'
    expect(python(reader!, script, path)).toBeNull()
  })

  it.skipIf(!has('unzip', '-v'))('passes the checks of unzip', async () => {
    const { path } = await zipped('c.zip')
    expect(has('unzip', '-tq', path)).toBe(true)
  })
})
