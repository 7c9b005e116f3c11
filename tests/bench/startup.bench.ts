import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { kho } from '../../build/lib/cli.mjs'
import { openDisplay } from '../../build/lib/display.mjs'
import { inRoot } from '../../build/lib/paths.mjs'
import { setUp } from '../../build/lib/setup.mjs'
import { onPath } from '../../build/lib/system.mjs'
import { appArgs, sandboxArgs } from '../../build/lib/window.mjs'
import { median, tell } from './support/figures'

/** From the start of the process to a window that can be used, beside an empty window of the same Electron. */

const rounds = 7
const folder = mkdtempSync(join(tmpdir(), 'kho-startup-'))
const { electron } = await setUp()
await ensureBuilt()
const display = await openDisplay({ virtual: onPath('Xvfb') })

try {
  const archive = join(folder, 'kho')
  await kho('init', archive, '--name', 'Kho thử')
  await kho('import', archive, inRoot('resources', 'sample'), '--accept')
  const empty = emptyApp(join(folder, 'empty'))
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds + 1; round++) {
    const args = appArgs(`--user-data-dir=${join(folder, `data-${round}`)}`, archive)
    const ourTime = await timeOf(args, (page) => page.locator('.article-title').first().waitFor())
    const theirTime = await timeOf([...sandboxArgs(), empty], (page) => page.locator('#ready').waitFor())
    // The first round warms the disk's cache for both.
    if (round > 0) {
      ours.push(ourTime)
      theirs.push(theirTime)
    }
  }
  const peer = { name: 'empty window, ms', value: median(theirs) }
  tell({ name: 'start to a usable list', value: median(ours), unit: 'ms', bar: null, peer })
  tell({
    name: 'start beside an empty window',
    value: median(ours) / median(theirs),
    unit: 'times',
    bar: { most: 1.5 },
    peer,
  })
} finally {
  display.close()
  rmSync(folder, { recursive: true, force: true })
}

async function timeOf(args: string[], usable: (page: Page) => Promise<unknown>): Promise<number> {
  const env = { ...(process.env as Record<string, string>), ...display.env }
  const start = performance.now()
  const app = await _electron.launch({ executablePath: electron.path, args, env })
  await usable(await app.firstWindow())
  const time = performance.now() - start
  await app.close()
  return time
}

/** The least an Electron program can be: one window that says it is there. */
function emptyApp(path: string): string {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
  writeFileSync(join(path, 'index.html'), '<!doctype html><p id="ready">ready</p>')
  writeFileSync(
    join(path, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())`,
  )
  return path
}
