import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { openDisplay } from '../../build/lib/display.mjs'
import { setUp } from '../../build/lib/setup.mjs'
import { onPath } from '../../build/lib/system.mjs'
import { appArgs } from '../../build/lib/window.mjs'
import { corpusOf } from './corpus/write'
import { percentile, tell } from './support/figures'

// The window over an archive of KHO_BENCH_ARTICLES articles (10,000): how long a key in the search box keeps the eye
// waiting. The peer is the same key in a bare field of the same window.

const size = Number(process.env.KHO_BENCH_ARTICLES ?? 10_000)
const at = ` (${size.toLocaleString('en')} articles)`
const words = ['hoi nghi so ket ', 'khai mạc kỳ họp ', 'giam sat dau tu cong ', 'nước sạch nông thôn ', 'xa ']

/** Types into a field; for each key the milliseconds until the window was drawn anew. */
async function typed(page: Page, field: string, text: string): Promise<number[]> {
  await page.locator(field).fill('')
  await page.locator(field).focus()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    const onKey = () => {
      const start = performance.now()
      // Drawn, and whatever else was waiting for the drawing done.
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)))
    }
    window.addEventListener('keydown', onKey, true)
    Object.assign(window, { stopTimes: () => window.removeEventListener('keydown', onKey, true) })
  })
  await page.keyboard.type(text, { delay: 120 })
  await page.waitForTimeout(200)
  return page.evaluate(() => {
    const bench = window as unknown as { times: number[]; stopTimes(): void }
    bench.stopTimes()
    return bench.times
  })
}

const { electron } = await setUp()
await ensureBuilt()
const { folder: archive } = corpusOf(size)
const display = await openDisplay({ virtual: onPath('Xvfb') })
const folder = mkdtempSync(join(tmpdir(), 'kho-bench-typing-'))
const app = await _electron.launch({
  executablePath: electron.path,
  args: appArgs(`--user-data-dir=${join(folder, 'user-data')}`, archive),
  env: { ...(process.env as Record<string, string>), ...display.env },
})
try {
  const page = await app.firstWindow()
  page.setDefaultTimeout(60_000)
  await page.getByTestId('nav-archive').click()
  await page.getByTestId('article-list').waitFor()
  await page.getByTestId('indexing').waitFor({ state: 'detached' })
  await page.evaluate(() => {
    const bare = document.createElement('input')
    bare.id = 'bare'
    document.body.append(bare)
  })
  const inSearch: number[] = []
  const inBare: number[] = []
  for (const text of words) {
    inBare.push(...(await typed(page, '#bare', text)))
    inSearch.push(...(await typed(page, '[data-testid="search"]', text)))
  }
  const peer = { name: 'a bare field', value: percentile(inBare, 95) }
  tell({
    name: `a key in the search, drawn, p95${at}`,
    value: percentile(inSearch, 95),
    unit: 'ms',
    bar: { most: 100 },
    peer,
  })
} finally {
  await app.close()
  display.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
