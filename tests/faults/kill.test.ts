import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkArchive } from '#archive/check'
import { openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeIds } from '#platform/node/ids'
import { nodeProcesses, systemClock } from '#platform/node/platform'

const rounds = Number(process.env.KHO_KILL_ROUNDS ?? 20)
const out = join(process.cwd(), '.cache', 'faults')

/** Starts the writer, kills it after a while, and returns the last number it acknowledged. */
async function killedWriter(folder: string, from: number, afterMs: number): Promise<{ last: number; errors: string }> {
  const writer = spawn(process.execPath, [join(out, 'writer.js'), folder, String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let last = from - 1
  let errors = ''
  writer.stderr.on('data', (piece) => (errors += piece))
  const started = new Promise<void>((resolve) => {
    writer.stdout.on('data', (piece: Buffer) => {
      for (const match of piece.toString().matchAll(/ack (\d+)\n/g)) last = Number(match[1])
      resolve()
    })
    writer.on('exit', () => resolve())
  })
  const ended = new Promise<void>((resolve) => writer.on('close', () => resolve()))
  await started
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  writer.kill('SIGKILL')
  await ended
  return { last, errors }
}

const platform = () =>
  memoryPlatform(undefined, {
    clock: systemClock,
    files: nodeFiles(),
    digests: nodeDigests(),
    ids: nodeIds(systemClock),
    processes: nodeProcesses,
  })

describe('a killed writer', () => {
  let home: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-kill-'))
    await build({
      configFile: false,
      logLevel: 'silent',
      build: { ssr: 'tests/faults/writer.ts', outDir: out, emptyOutDir: true, target: 'node20' },
    })
  }, 60_000)
  afterAll(() => rm(home, { recursive: true, force: true }))

  it(`loses no acknowledged record in ${rounds} kills`, { timeout: 20_000 + rounds * 3_000 }, async () => {
    const folder = join(home, 'kho')
    let next = 1
    let acknowledged = 0
    for (let round = 0; round < rounds; round++) {
      // Spread over the whole of a change, whatever the speed of the machine.
      const { last, errors } = await killedWriter(folder, next, (round * 7) % 41)
      expect(errors).toBe('')
      acknowledged = last
      const archive = await openArchive(folder, platform())
      expect(archive.readOnly, `round ${round}`).toBeNull()
      const ids = await archive.ids('article')
      expect(ids.length, `round ${round}`).toBeGreaterThanOrEqual(acknowledged)
      expect(ids.length, `round ${round}`).toBeLessThanOrEqual(acknowledged + 1)
      const page = await archive.index.articles(ArticleQuery.parse({ text: 'binh luc' }))
      expect(page.total).toBe(ids.length)
      const drafts = (await archive.ids('draft')).map((id) => ({ kind: 'draft' as const, id, after: null }))
      if (drafts.length > 0) await archive.commit({ operation: 'draft.discard', args: {}, entries: drafts })
      next = ids.length + 1
      await archive.close()
    }
    const archive = await openArchive(folder, platform())
    const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
    expect(report).toMatchObject({ sound: true, records: { checked: (await archive.ids('article')).length } })
    expect(acknowledged).toBeGreaterThan(rounds)
    await archive.close()
  })
})
