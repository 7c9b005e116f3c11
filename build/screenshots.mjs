// `npm run screenshots`: the pictures of docs/images, taken from the built app over the sample material. `-- NAME …` keeps
// those named so alone.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ensureBuilt } from './lib/built.mjs'
import { kho } from './lib/cli.mjs'
import { openDisplay } from './lib/display.mjs'
import { readJson } from './lib/json.mjs'
import { inRoot } from './lib/paths.mjs'
import { runMain, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'
import { onPath } from './lib/system.mjs'
import { appArgs } from './lib/window.mjs'

const target = inRoot('docs', 'images')
const sample = inRoot('resources', 'sample')
/** Left in the queue, so that intake and review have something to show; the first is the one under review. */
const waiting = [
  'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx',
  'Thông cáo báo chí 03-TC-VP.docx',
  'Khảo sát trường bán trú Phiêng Cọ.docx',
]
const { archive: words } = readJson(inRoot('build', 'demo.json'))
const sizes = { '': [1280, 800], '-wide': [1920, 1080] }

/** Each picture with the way to its screen from the one before, and the other ways it is taken. */
const shots = [
  { name: 'intake', go: (page) => tab(page, 'intake') },
  {
    name: 'review',
    go: (page) => page.getByTestId('draft').filter({ hasText: 'Kỳ họp thứ 18' }).click(),
    dark: true,
    wide: true,
  },
  { name: 'archive', go: (page) => tab(page, 'archive'), dark: true, wide: true },
  { name: 'search', go: (page) => page.getByTestId('search').fill('cau na may') },
  { name: 'article', go: (page) => option(page, 'article-list'), dark: true, wide: true },
  { name: 'editing', go: (page) => page.getByTestId('edit').click(), dark: true },
  {
    name: 'photos',
    go: (page) => page.keyboard.press('Escape').then(() => tab(page, 'photos')),
    dark: true,
    wide: true,
  },
  { name: 'photo', go: toPhoto, dark: true },
  { name: 'event', go: (page) => page.keyboard.press('Escape').then(() => record(page, 'event')) },
  { name: 'month', go: toMonth },
  { name: 'person', go: (page) => record(page, 'person', 'hai yen'), dark: true },
  { name: 'merge', go: toMerge },
  { name: 'statistics', go: (page) => page.keyboard.press('Escape').then(() => tab(page, 'statistics')), dark: true },
  { name: 'dossier', go: toDossier, dark: true },
  { name: 'transfer', go: toTransfer, dark: true },
  { name: 'history', go: (page) => tab(page, 'history'), dark: true },
  { name: 'palette', go: toPalette },
  { name: 'bulk', go: toBulk },
  {
    name: 'settings',
    go: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByTestId('selection-clear').click()
      await tab(page, 'settings')
    },
  },
  { name: 'templates', go: (page) => page.getByTestId('settings-templates').click() },
  { name: 'export', go: toExport },
]

/** The main screens once more in English, each with its own way. */
const english = [
  { name: 'intake', go: (page) => tab(page, 'intake') },
  { name: 'review', go: (page) => page.getByTestId('draft').filter({ hasText: 'Kỳ họp thứ 18' }).click() },
  { name: 'archive', go: (page) => tab(page, 'archive') },
  { name: 'article', go: (page) => option(page, 'article-list') },
  { name: 'dossier', go: toDossier },
  { name: 'transfer', go: toTransfer },
  { name: 'templates', go: (page) => tab(page, 'settings').then(() => page.getByTestId('settings-templates').click()) },
]

const tab = (page, name) => page.getByTestId(`nav-${name}`).click()
const option = (page, list) => page.getByTestId(list).getByRole('option').first().click()

async function record(page, kind, words = '') {
  await tab(page, kind)
  await page.getByTestId('authority-filter').fill(words)
  await settled(page)
  await option(page, 'authority-list')
}

async function toMonth(page) {
  await tab(page, 'event')
  await page.getByTestId('events-month').click()
  await settled(page)
}

async function toMerge(page) {
  await tab(page, 'person')
  await page.getByTestId('find-doubles').click()
  await page.getByTestId('pair-merge').first().click()
  await page.getByTestId('merge-preview').waitFor()
}

/** One of all that is in the archive; later passes find it made. */
async function toDossier(page) {
  await tab(page, 'dossiers')
  await settled(page)
  if ((await page.getByTestId('dossier-list').count()) > 0) return option(page, 'dossier-list')
  await tab(page, 'archive')
  await page.getByTestId('article-list').focus()
  await page.keyboard.press('Control+a')
  await page.getByTestId('to-dossier').click()
  await page.getByTestId('put-new').click()
  await page.getByTestId('dossier-title').fill(words.dossier)
  await page.getByTestId('dossier-year').fill('2025')
  await page.getByTestId('dossier-save').click()
  await page.getByTestId('screen-dossier').waitFor()
}

/** The hand-over of that dossier, before it is packed. */
async function toTransfer(page) {
  await tab(page, 'transfers')
  await settled(page)
  if ((await page.getByTestId('transfer-list').count()) > 0) return option(page, 'transfer-list')
  await toDossier(page)
  await page.getByTestId('dossier-hand-over').click()
  await page.getByTestId('transfer-title').fill(words.transfer)
  await page.getByTestId('transfer-date').fill('15/12/2025')
  await page.getByTestId('transfer-save').click()
  await page.getByTestId('verdict').waitFor()
}

/** A photo with the people in it being marked from left to right. */
async function toPhoto(page) {
  await page.getByTestId('tile').filter({ hasText: 'cắt băng' }).click()
  await page.getByTestId('photo-canvas').waitFor()
  await page.getByTestId('draw-for').first().click()
  const { x, y, width, height } = await page.getByTestId('draw-sheet').boundingBox()
  await page.mouse.move(x + width * 0.06, y + height * 0.31)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.16, y + height * 0.46, { steps: 4 })
  await page.mouse.up()
  await page.getByTestId('marking').waitFor({ state: 'detached' })
}

async function toPalette(page) {
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-box').pressSequentially('na may')
}

async function toBulk(page) {
  await page.keyboard.press('Escape')
  await tab(page, 'archive')
  await page.getByTestId('article-list').focus()
  await page.keyboard.press('Control+a')
  await page.getByTestId('bulk-edit').click()
  await page.getByTestId('bulk-add-topics').fill('nông thôn mới')
  await page.getByTestId('bulk-count').waitFor()
}

async function toExport(page) {
  await page.getByTestId('search').fill('')
  await tab(page, 'archive')
  await page.getByTestId('export-found').click()
}

/** A screen stands still when its pictures are there and nothing moves. */
async function settled(page) {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.waitForTimeout(400)
}

async function launch(electron, display, folder, archive) {
  const { _electron } = await import('playwright-core')
  const args = appArgs(`--user-data-dir=${join(folder, 'user-data')}`, ...(archive ? [archive] : []))
  return await _electron.launch({ executablePath: electron.path, args, env: { ...process.env, ...display.env } })
}

const resize = (app, [width, height]) =>
  app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(...size), [width, height])

const wanted = process.argv.slice(2)

async function take(page, name) {
  if (wanted.length > 0 && !wanted.includes(name)) return
  const { default: sharp } = await import('sharp')
  // A palette is enough for flat surfaces and keeps the tree small.
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(join(target, `${name}.png`))
  say(`  docs/images/${name}.png`)
}

async function takeDark(page, name) {
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  await take(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function welcome(electron, display, folder) {
  const app = await launch(electron, display, folder)
  const page = await app.firstWindow()
  await page.getByTestId('screen-welcome').waitFor()
  await resize(app, sizes[''])
  await settled(page)
  await take(page, 'welcome')
  await app.close()
}

/** The screens of an archive, in both sizes, light and dark. */
async function screens(electron, display, folder, archive) {
  for (const [suffix, size] of Object.entries(sizes)) {
    const app = await launch(electron, display, folder, archive)
    const page = await app.firstWindow()
    await page.getByTestId('nav-archive').waitFor()
    await resize(app, size)
    // The second pass goes only where it takes pictures, and to the queue that the review begins in.
    const here = shots.filter(({ name, wide }) => suffix === '' || wide || name === 'intake')
    for (const { name, go, dark, wide } of here) {
      await go(page)
      await settled(page)
      if (suffix === '' || wide) await take(page, `${name}${suffix}`)
      if (suffix === '' && dark) await takeDark(page, name)
    }
    await app.close()
  }
}

async function screensInEnglish(electron, display, folder, archive) {
  const app = await launch(electron, display, folder, archive)
  const page = await app.firstWindow()
  await tab(page, 'settings')
  await page.getByTestId('group-looks').getByRole('combobox').first().selectOption('en')
  await resize(app, sizes[''])
  for (const { name, go } of english) {
    await go(page)
    await settled(page)
    await take(page, `${name}-en`)
  }
  await app.close()
}

await runMain(async () => {
  const { electron } = await setUp()
  await ensureBuilt()
  const display = await openDisplay({ virtual: onPath('Xvfb') })
  const folder = mkdtempSync(join(tmpdir(), 'kho-pictures-'))
  try {
    mkdirSync(target, { recursive: true })
    const archive = join(folder, words.name)
    await kho('init', archive, '--name', words.name, '--agency', words.agency, '--fonds', words.fonds)
    const filed = join(folder, 'filed')
    cpSync(sample, filed, { recursive: true, filter: (path) => !waiting.includes(basename(path)) })
    await kho('import', archive, filed, '--accept')
    await kho('import', archive, ...waiting.map((file) => join(sample, file)))
    await welcome(electron, display, folder)
    await screens(electron, display, folder, archive)
    await screensInEnglish(electron, display, folder, archive)
  } finally {
    display.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
