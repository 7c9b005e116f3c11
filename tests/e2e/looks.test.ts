import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { beneathMessages, lookedAt, zoom } from './support/looks'
import { makeSampleArchive, part } from './support/steps'

// The screens as people with other eyes see them: 200 % zoom in the usual window, forced colours, no motion.
let running: RunningApp
beforeAll(async () => {
  running = await launchApp({
    archive: (folder) => makeSampleArchive(join(folder, 'kho')),
    size: { width: 1280, height: 800 },
  })
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const tab = (name: string) => part(running, `nav-${name}`).click()
const firstArticle = async () => {
  await tab('archive')
  await part(running, 'article-list').getByRole('option').first().click()
  await part(running, 'screen-article').waitFor()
}

/** Each screen with the way to it. */
const screens: Record<string, () => Promise<void>> = {
  intake: () => tab('intake'),
  archive: () => tab('archive'),
  article: firstArticle,
  photos: () => tab('photos'),
  dossiers: () => tab('dossiers'),
  transfers: () => tab('transfers'),
  statistics: () => tab('statistics'),
  history: () => tab('history'),
  settings: () => tab('settings'),
  'one photo': async () => {
    await tab('photos')
    await part(running, 'tile').first().click()
    await part(running, 'photo-canvas').waitFor()
  },
  palette: async () => {
    await press('Escape')
    await press('Control+k')
    await part(running, 'palette-box').pressSequentially('na may')
  },
  'search help': async () => {
    await press('Escape')
    await part(running, 'search-help').click()
    await part(running, 'dialog-search-help').waitFor()
  },
  review: async () => {
    await press('Escape')
    await firstArticle()
    await part(running, 'revise').click()
    await part(running, 'screen-review').waitFor()
  },
}

describe('at 200 %, in forced colours, light and dark', () => {
  it.each(Object.keys(screens))('%s breaks no rule and hides nothing', async (name) => {
    await screens[name]?.()
    expect(await lookedAt(running)).toEqual([])
  })
})

describe('at 200 %', () => {
  beforeAll(() => zoom(running.app, 2))
  afterAll(() => zoom(running.app, 1))

  it.each([
    ['archive', 'article-list', '.article-row'],
    ['photos', 'photo-wall', '.tile'],
    ['person', 'authority-list', '.list-row'],
  ])('the list of %s has room for its rows', async (name, list, row) => {
    await tab(name)
    await part(running, list).locator(row).first().waitFor()
    const height = await part(running, list).evaluate((element) => element.clientHeight)
    expect(height).toBeGreaterThan(240)
  })

  it('the photo keeps most of the window', async () => {
    await tab('photos')
    await part(running, 'tile').first().click()
    const stage = await running.page.locator('.viewer-stage').evaluate((element) => element.clientHeight)
    expect(stage).toBeGreaterThan(300)
    await press('Escape')
  })
})

describe('passing messages', () => {
  it('lie over nothing that can be pressed, and give their room back', async () => {
    await firstArticle()
    await part(running, 'revise').click()
    await part(running, 'screen-review').waitFor()
    await press('Control+Enter')
    await part(running, 'toast').first().waitFor()
    for (const name of ['archive', 'photos', 'settings', 'intake']) {
      await tab(name)
      await expect.poll(() => beneathMessages(running.page)).toEqual([])
    }
    const sheet = running.page.locator('.sheet')
    const foot = () => sheet.evaluate((element) => Math.round(element.getBoundingClientRect().bottom))
    const pressed = await foot()
    await running.page.locator('.toast .icon-button').first().click()
    await expect.poll(foot).toBeGreaterThan(pressed)
  })
})

it('nothing moves for those who asked for it', async () => {
  await running.page.emulateMedia({ reducedMotion: 'reduce' })
  await press('Control+k')
  const slowest = await running.page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return [transitionDuration, animationDuration].flatMap((one) => one.split(',').map(Number.parseFloat))
      }),
    ),
  )
  expect(slowest).toBeLessThan(0.001)
  await press('Escape')
  await running.page.emulateMedia({ reducedMotion: null })
})

it('no error was reported on the way', () => {
  expect(running.errors).toEqual([])
})
