import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { openArchive } from '#archive/open'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { openDisplay } from '../../build/lib/display.mjs'
import { setUp } from '../../build/lib/setup.mjs'
import { onPath } from '../../build/lib/system.mjs'
import { appArgs, sandboxArgs } from '../../build/lib/window.mjs'
import { corpusOf } from './corpus/write'
import { median, tell } from './support/figures'
import { benchPlatform } from './support/platform'

// How long from starting the process until a person sees something, beside an empty window of the same Electron:
// the welcome screen, and an archive of KHO_BENCH_ARTICLES articles (10,000), its index made: its first page, which a
// window shows as it was seen last, and the moment the archive itself has answered.
const size = Number(process.env.KHO_BENCH_ARTICLES ?? 10_000)

const rounds = 7

/** An application that shows one word. */
function emptyApp(folder: string): string {
  const app = join(folder, 'empty')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }))
  writeFileSync(
    join(app, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
    app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadURL('data:text/html,<p id=seen>x'))`,
  )
  return app
}

async function measure(
  executablePath: string,
  args: string[],
  env: Record<string, string>,
  seen: string,
  stayMs: number,
): Promise<number> {
  const start = performance.now()
  const app = await _electron.launch({
    executablePath,
    args,
    env: { ...(process.env as Record<string, string>), ...env },
  })
  const page = await app.firstWindow()
  // A locator looks again after 20, 50, 100, 100 and then every 500 ms: an answer would seem to come at those times only.
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, seen, { polling: 10 })
  const ms = performance.now() - start
  if (stayMs) await page.waitForTimeout(stayMs)
  await app.close()
  return ms
}

const { electron } = await setUp()
await ensureBuilt()
const display = await openDisplay({ virtual: onPath('Xvfb') })
const folder = mkdtempSync(join(tmpdir(), 'kho-bench-'))
try {
  const archive = corpusOf(size).folder
  await (await openArchive(archive, benchPlatform())).close()
  // A person's settings of its own for each, or the second start would open the last archive.
  const userData = (name: string) => `--user-data-dir=${join(folder, name)}`
  const ways: [name: string, args: string[], seen: string][] = [
    ['empty window', [...sandboxArgs(), userData('a'), emptyApp(folder)], '#seen'],
    ['welcome screen', appArgs(userData('b')), '[data-testid="screen-welcome"]'],
    [
      `first page (${size.toLocaleString('en')} articles)`,
      appArgs(userData('c'), archive),
      '[data-testid="article-list"] [role="option"]',
    ],
    [
      `the archive has answered (${size.toLocaleString('en')} articles)`,
      appArgs(userData('c'), archive),
      'main[aria-busy="false"] [data-testid="article-list"] [role="option"]',
    ],
  ]
  const times = new Map(ways.map(([name]) => [name, [] as number[]]))
  // In turn, so that whatever else the machine does meets all of them alike. The first round only warms up, and stays
  // open as a person would: what an archive shows is kept once it has stood still.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, args, seen] of ways) {
      const ms = await measure(electron.path, args, display.env, seen, round === 0 ? 4_000 : 0)
      if (round > 0) times.get(name)?.push(ms)
    }
  }
  const base = median(times.get('empty window') ?? [])
  for (const [name, all] of times) {
    const peer = name === 'empty window' ? null : { name: 'empty window', value: base }
    tell({ name: `starting: ${name}`, value: median(all), unit: 'ms', bar: null, peer })
    const ratio = median(all) / base
    if (name.startsWith('first page'))
      tell({ name: `starting: ${name}, against it`, value: ratio, unit: '×', bar: { most: 1.5 }, peer })
  }
} finally {
  display.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
