import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fuses } from '../../build/lib/fuses.mjs'
import { inRoot } from '../../build/lib/paths.mjs'
import { run, runNode } from '../../build/lib/run.mjs'
import { sandboxArgs } from '../../build/lib/window.mjs'
import { ownDisplay } from './support/display'

// The app as a person gets it: one folder, no Node, nothing of the tree. Electron's inspector is off in it, so the page
// is reached through Chromium's.
const home = mkdtempSync(join(tmpdir(), 'kho-packaged-'))
const archive = join(home, 'kho')
let program = ''
let child: ChildProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  const { code, out } = await runNode(inRoot('build', 'package.mjs'), [], { stdio: 'answer' })
  expect(code).toBe(0)
  program = out.trim().split('\n').at(-1) ?? ''
  cpSync(inject('sampleArchive'), archive, { recursive: true })
  const args = [...sandboxArgs(), '--remote-debugging-port=0', `--user-data-dir=${join(home, 'user')}`, archive]
  child = spawn(program, args, {
    cwd: home,
    env: { ...(process.env as Record<string, string>), ...ownDisplay() },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await new Promise<string>((settle, fail) => {
    let heard = ''
    child.stderr?.on('data', (data) => {
      heard += String(data)
      const found = /DevTools listening on (ws:\S+)/.exec(heard)
      if (found?.[1]) settle(found[1])
    })
    child.on('exit', () => fail(new Error(`The packaged app ended: ${heard}`)))
  })
  browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  page = context?.pages()[0] ?? (await context!.waitForEvent('page'))
  page.setDefaultTimeout(15_000)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  // What it still writes as it ends must not meet its folder half gone.
  const ended = child && new Promise((end) => child?.once('exit', end))
  child?.kill()
  await ended
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

interface Heard {
  type: string
  id?: number
  value?: unknown
  error?: unknown
  job?: { kind: string; outcome: { state: string } | null }
}

/** Calls an operation as the window does: a job is waited for and answers how it ended. */
const ask = <Answer = string>(operation: string, input: object): Promise<Answer> =>
  page.evaluate(
    ([name, given]) => {
      const { kho } = window as unknown as {
        kho: { onMessage(hear: (message: Heard) => void): () => void; toEngine(message: object): void }
      }
      const id = 1_000_000 + Math.floor(performance.now())
      return new Promise<Answer>((settle) => {
        kho.onMessage(({ type, id: of, value, error, job }) => {
          const begun = typeof value === 'object' && value !== null && 'jobId' in value
          if (type === 'answer' && of === id && !begun) settle((value ?? error) as Answer)
          if (type === 'job' && job?.kind === name && job.outcome) settle(job.outcome.state as Answer)
        })
        kho.toEngine({ id, operation: name, input: given })
      })
    },
    [operation, input] as const,
  ) as Promise<Answer>

describe('the packaged app', () => {
  it('19 of the security checklist: has its fuses set', async () => {
    const wire = (await getCurrentFuseWire(program)) as unknown as Record<string, number>
    const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)]
    for (const [fuse, wanted] of Object.entries(fuses)) {
      if (fuse !== 'version') expect(wire[fuse], `fuse ${fuse}`).toBe(wanted ? on : off)
    }
  })

  it('does not run as Node, nor load another application', async () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const { out } = await run(program, ['-e', 'console.log(6 * 7)'], { env, stdio: 'capture' })
    // As a line of its own: times in what Chromium says hold any number.
    expect(out.split(/\r?\n/)).not.toContain('42')
    expect(readdirSync(join(dirname(program), 'resources'))).toEqual(['app.asar', 'app.asar.unpacked'])
  })

  it('opens an archive and finds in it', async () => {
    await page.getByTestId('search').fill('khai mac ky hop')
    await expect
      .poll(() => page.getByTestId('article-list').getByRole('option').first().textContent())
      .toContain('Kỳ họp')
  })

  it('reads what comes in, and writes Word and Excel', async () => {
    const file = inRoot('resources', 'sample', 'Thông cáo báo chí 03-TC-VP.docx')
    expect(await ask('intake.import', { paths: [file] })).toBe('done')
    const folder = join(home, 'deliveries')
    expect(await ask('export.all', { selection: { query: {} }, folder })).toBe('done')
    const files = readdirSync(folder, { recursive: true }).map(String)
    expect(files.filter((name) => name.endsWith('.docx')).length).toBeGreaterThan(1)
    expect(files.filter((name) => name.endsWith('.xlsx')).length).toBe(1)
  })

  it('looks for faces with what lies beside its programs', async () => {
    const { rows } = await ask<{ rows: { photoId: string }[] }>('photo.list', { text: '', limit: 24 })
    let most = 0
    for (const { photoId } of rows) {
      const { faces } = await ask<{ faces: unknown[] | null }>('photo.faces', { id: photoId })
      most = Math.max(most, faces?.length ?? 0)
      if (most > 2) break
    }
    expect(most).toBeGreaterThan(2)
  }, 60_000)

  it('hands over pictures with their descriptions, written by a program beside it', async () => {
    const items = { selection: { query: {} } }
    const made = await ask<{ view: { dossier: { id: string } } }>('dossier.create', {
      title: 'Tin năm 2025',
      year: 2025,
      items,
    })
    expect(made).toHaveProperty('view')
    const { transfer } = await ask<{ transfer: { id: string } }>('transfer.create', {
      title: 'Đợt 1',
      date: '2026-01-10',
      dossiers: [made.view.dossier.id],
    })
    const folder = join(home, 'packages')
    mkdirSync(folder)
    expect(await ask('transfer.package', { id: transfer.id, folder, anyway: true })).toBe('done')
    const pictures = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.jpg'))
    expect(pictures.length).toBeGreaterThan(0)
    expect(readFileSync(join(folder, pictures[0]!)).includes('http://ns.adobe.com/xap/1.0/')).toBe(true)
  })
})
