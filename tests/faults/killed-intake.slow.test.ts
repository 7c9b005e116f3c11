import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { kho } from '../../build/lib/cli.mjs'
import { inRoot } from '../../build/lib/paths.mjs'

const sample = inRoot('resources', 'sample')
const rounds = 12
let folder = ''
let whole: { titles: string[]; ms: number }

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function newArchive(): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), 'kho-kill-'))
  const archive = join(folder, 'kho')
  await kho('init', archive, '--name', 'Kho thử')
  return archive
}

const titlesIn = async (archive: string): Promise<string[]> =>
  (await kho('list', archive, '--limit', '500')).rows.map(({ title }: { title: string }) => title).sort()

/** Starts an intake and ends it without warning after some milliseconds. */
async function killedIntake(archive: string, afterMs: number): Promise<void> {
  const args = [inRoot('out', 'main', 'cli.js'), 'import', archive, sample, '--accept', '--json']
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = new Promise((done) => child.on('exit', done))
  await wait(afterMs)
  child.kill('SIGKILL')
  await ended
}

const waitingDraft = ({ draftId, articleId }: { draftId: string | null; articleId: string | null }): string[] =>
  draftId && !articleId ? [draftId] : []

describe('an intake killed at any moment', () => {
  beforeAll(async () => {
    await ensureBuilt()
    const archive = await newArchive()
    const start = performance.now()
    await kho('import', archive, sample, '--accept')
    whole = { ms: performance.now() - start, titles: await titlesIn(archive) }
  })

  it.each(Array.from({ length: rounds }, (_, round) => (round + 1) / (rounds + 1)))(
    'leaves a sound archive, and the next intake completes it (at %f of the time)',
    async (share) => {
      const archive = await newArchive()
      await killedIntake(archive, share * whole.ms)
      expect(await kho('check', archive)).toMatchObject({ sound: true })
      const { files } = await kho('import', archive, sample, '--accept')
      const filed = await titlesIn(archive)
      expect(whole.titles).toEqual(expect.arrayContaining(filed))
      // What was read but not yet filed at the cut waits in the queue, as any draft does.
      const waiting = new Set(files.flatMap(waitingDraft))
      expect(filed.length + waiting.size).toBe(whole.titles.length)
      expect(await kho('check', archive)).toMatchObject({ sound: true })
    },
  )
})
