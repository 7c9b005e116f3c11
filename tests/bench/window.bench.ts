import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { ensureBuilt } from '../../build/lib/built.mjs'
import { kho } from '../../build/lib/cli.mjs'
import { openDisplay } from '../../build/lib/display.mjs'
import { setUp } from '../../build/lib/setup.mjs'
import { onPath } from '../../build/lib/system.mjs'
import { appArgs } from '../../build/lib/window.mjs'
import { corpusOf } from './corpus/write'
import { tell } from './support/figures'
import { morningOf } from './window/photos'
import { scrollThrough, takeTasks, watchTasks } from './window/watching'

// The window while KHO_BENCH_PHOTOS photos (1,000) are taken in and the clerk goes about, and while long lists of
// KHO_BENCH_ARTICLES articles (10,000) are scrolled. The peer is the same window with nothing to do.
const photos = Number(process.env.KHO_BENCH_PHOTOS ?? 1_000)
const articles = Number(process.env.KHO_BENCH_ARTICLES ?? 10_000)
const most = 50

const { electron } = await setUp()
await ensureBuilt()
const display = await openDisplay({ virtual: onPath('Xvfb') })
const folder = mkdtempSync(join(tmpdir(), 'kho-bench-window-'))
try {
  await takingIn()
  await scrolling()
} finally {
  display.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function withWindow(
  archive: string,
  work: (page: Page, answer: (path: string) => Promise<void>) => Promise<void>,
) {
  const args = appArgs(`--user-data-dir=${mkdtempSync(join(folder, 'user-'))}`, archive)
  const env = { ...(process.env as Record<string, string>), ...display.env }
  const app = await _electron.launch({ executablePath: electron.path, args, env })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('nav-archive').waitFor({ timeout: 60_000 })
    await watchTasks(page)
    await work(page, async (path) => {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
      }, path)
    })
  } finally {
    await app.close()
  }
}

/** A thousand photos come in; meanwhile the clerk looks at the queue, the archive, the photos, and searches. */
async function takingIn(): Promise<void> {
  const morning = join(folder, 'morning')
  mkdirSync(morning)
  await morningOf(morning, photos)
  const archive = join(folder, 'kho')
  await kho('init', archive, '--name', 'Kho thử')
  await withWindow(archive, async (page, answer) => {
    await page.waitForTimeout(3_000)
    await takeTasks(page)
    await page.waitForTimeout(5_000)
    const idle = longest(await takeTasks(page))
    await answer(morning)
    await page.getByTestId('nav-intake').click()
    const start = performance.now()
    await page.getByTestId('pick-folder').click()
    const done = page.getByTestId('intake-report').waitFor({ timeout: 30 * 60_000 })
    let running = true
    void done.then(
      () => (running = false),
      () => (running = false),
    )
    while (running) await goAbout(page)
    await done
    const seconds = (performance.now() - start) / 1_000
    await page.waitForTimeout(1_000)
    const tasks = await takeTasks(page)
    const peer = { name: 'the same window idle', value: idle }
    tell({
      name: `longest task while ${photos} photos come in`,
      value: longest(tasks),
      unit: 'ms',
      bar: { most },
      peer,
    })
    tell({ name: 'tasks over 50 ms meanwhile', value: tasks.length, unit: '', bar: { most: 0 }, peer: null })
    tell({ name: `taking in ${photos} photos`, value: photos / seconds, unit: 'photos/s', bar: null, peer: null })
  })
}

async function goAbout(page: Page): Promise<void> {
  for (const tab of ['archive', 'photos', 'event', 'intake']) {
    await page.getByTestId(`nav-${tab}`).click()
    await page.waitForTimeout(400)
    // The report shows on its own screen; leaving it would hide that the intake has ended.
    if (tab === 'intake') await page.waitForTimeout(2_000)
  }
}

async function scrolling(): Promise<void> {
  const corpus = corpusOf(articles)
  await withWindow(corpus.folder, async (page) => {
    await page.getByTestId('nav-archive').click()
    await page.getByTestId('article-list').waitFor({ timeout: 10 * 60_000 })
    // An index made anew goes on in the background at first.
    await page.waitForFunction(() => !document.querySelector('[data-testid="found"]')?.textContent?.includes('/'))
    for (const [tab, list] of [
      ['archive', 'article-list'],
      ['photos', 'photo-wall'],
    ] as const) {
      await page.getByTestId(`nav-${tab}`).click()
      await page.getByTestId(list).waitFor({ timeout: 60_000 })
      await page.waitForTimeout(1_500)
      await takeTasks(page)
      const gaps = await scrollThrough(page, list, 300, 240)
      const tasks = await takeTasks(page)
      const blank = gaps.filter(({ uncovered }) => uncovered > 0.01).length
      const unread = gaps.filter((gap) => gap.unread > 0).length
      tell({ name: `${list}: frames with a blank row, of 300`, value: blank, unit: '', bar: { most: 0 }, peer: null })
      tell({ name: `${list}: frames with a row still being read`, value: unread, unit: '', bar: null, peer: null })
      tell({
        name: `${list}: longest task while scrolled`,
        value: longest(tasks),
        unit: 'ms',
        bar: { most },
        peer: null,
      })
    }
  })
}

function longest(tasks: number[]): number {
  return Math.max(0, ...tasks)
}
