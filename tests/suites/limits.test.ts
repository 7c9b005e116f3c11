import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReaderRequest, ReleaseRead } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import { nodeReaders } from '#platform/node/readers'
import type { Readers } from '#platform/ports'
import { builtReader } from '#tests/fixtures/make/reader'
import { scratch } from './support'

const log = { info: () => {}, warn: () => {}, error: () => {} }

describe('the limits of the reader process', () => {
  let readers: Readers
  let entry = ''
  const folder = scratch('suite-limits')

  beforeAll(async () => {
    entry = await builtReader()
    readers = nodeReaders({ entry, log })
  }, 120_000)

  afterAll(async () => {
    await readers.close()
    folder.remove()
    rmSync(dirname(entry), { recursive: true, force: true })
  })

  const read = (name: string, text: string) => {
    const request: ReaderRequest = { kind: 'release', path: folder.write(name, new TextEncoder().encode(text)), name }
    return readers.run<ReaderRequest, ReleaseRead>(request, { timeoutMs: readerLimits.timeMs })
  }

  it('memory: a file that needs more ends the process, not the machine', async () => {
    const huge = read('dài.txt', 'à\n'.repeat(20_000_000))
    await expect(huge).rejects.toMatchObject({
      code: expect.stringMatching(/^reader-(out-of-memory|timeout)$/),
      file: 'dài.txt',
    })
    expect((await read('ngắn.txt', 'Vẫn đọc được.')).source.blocks).toHaveLength(1)
  })

  it('time: a page without end is given up', async () => {
    const started = Date.now()
    const endless = read('rối.html', `<body>${'<div><b><i>a</i></b></div>'.repeat(3_000_000)}`)
    await expect(endless).rejects.toMatchObject({ code: expect.stringMatching(/^reader-(out-of-memory|timeout)$/) })
    expect(Date.now() - started).toBeLessThan(readerLimits.timeMs + 10_000)
    expect((await read('ngắn.txt', 'Vẫn đọc được.')).source.blocks).toHaveLength(1)
  })
})
