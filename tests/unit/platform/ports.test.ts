import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryDisk } from '#platform/memory/files'
import { memoryDigests } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { fileLog, lineLog } from '#platform/node/log'
import { nodeProcesses } from '#platform/node/platform'
import { nodeResources } from '#platform/node/resources'

const clock = { now: () => 0 }
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('ports of this computer', () => {
  let home: string
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-ports-'))
  })
  afterEach(() => rm(home, { recursive: true, force: true }))

  it('hash bytes, texts and files alike', async () => {
    await writeFile(join(home, 'x'), 'Đỗ')
    for (const digests of [nodeDigests(), memoryDigests(memoryDisk())]) {
      expect(await digests.sha256('')).toBe(ofNothing)
      expect(await digests.sha256(new TextEncoder().encode('Đỗ'))).toBe(await digests.sha256('Đỗ'))
    }
    expect(await nodeDigests().sha256OfFile(join(home, 'x'))).toBe(await nodeDigests().sha256('Đỗ'))
    await expect(nodeDigests().sha256OfFile(join(home, 'y'))).rejects.toMatchObject({ code: 'file-missing' })
    const stopped = nodeDigests().sha256OfFile(join(home, 'x'), AbortSignal.abort())
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('write a log of one JSON line per message, and survive one that cannot be written', async () => {
    const lines: string[] = []
    lineLog(clock, (line) => lines.push(line)).warn('hỏng', { file: 'a\nb' })
    expect(JSON.parse(lines[0]!)).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'warn',
      message: 'hỏng',
      file: 'a\nb',
    })
    const path = join(home, 'nhật ký', 'kho.log')
    fileLog(clock, path).info('mở')
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('"mở"')
    fileLog(clock, home).info('không ghi được')
  })

  it('find shipped data and say when it is missing', async () => {
    await writeFile(join(home, 'a.json'), '{"b":1}')
    const resources = nodeResources(home)
    expect(resources.path('x', 'y')).toBe(join(home, 'x', 'y'))
    expect(await resources.json('a.json')).toEqual({ b: 1 })
    await expect(resources.json('b.json')).rejects.toMatchObject({ code: 'file-missing', file: join(home, 'b.json') })
  })

  it('know which processes live', () => {
    expect(nodeProcesses.alive(process.pid)).toBe(true)
    expect(nodeProcesses.alive(2 ** 22 + 1)).toBe(false)
  })
})
