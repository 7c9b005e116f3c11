import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part, sampleFolder } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const offered = () => part(running, 'palette-list').getByRole('option')
const ask = async (words: string) => {
  await press('Control+k')
  await part(running, 'palette').waitFor()
  await running.page.keyboard.type(words)
}

describe('the palette', () => {
  it('runs a command by a few letters without marks', async () => {
    await ask('thung rac')
    await expect.poll(() => offered().first().textContent()).toContain('Thùng rác')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await press('Enter')
    await part(running, 'screen-bin').waitFor()
  })

  it('finds people and articles by name, by keys and by mouse', async () => {
    await ask('hai yen')
    await expect.poll(() => offered().allTextContents()).toContainEqual(expect.stringContaining('Lương Thị Hải Yến'))
    await press('Enter')
    await part(running, 'screen-person').waitFor()
    await ask('khanh thanh cau')
    const article = offered().filter({ hasText: 'Khánh thành cầu Nà Mây sau mười tháng thi công' })
    await article.first().click()
    await part(running, 'screen-article').waitFor()
  })

  it('does not act in the middle of a letter being put together', async () => {
    await press('Control+k')
    const session = await running.page.context().newCDPSession(running.page)
    for (const text of ['k', 'kh', 'khô']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: 'kho' })
    expect(await part(running, 'palette-box').inputValue()).toBe('kho')
    await press('Escape')
    await part(running, 'palette').waitFor({ state: 'detached' })
  })
})

describe('shortcuts', () => {
  it('are the same in the menu, on the sheet and at the keys', async () => {
    const inMenu = await running.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? []
      return items.flatMap(({ label, accelerator, role }) =>
        accelerator && !role ? [[label, String(accelerator)]] : [],
      )
    })
    await press('F1')
    await part(running, 'dialog-shortcuts').waitFor()
    const sheet = (await part(running, 'dialog-shortcuts').textContent()) ?? ''
    for (const [label = '', keys = ''] of inMenu) {
      if (keys === 'CmdOrCtrl+Q') continue
      expect(sheet).toContain(label.replace('&', '').replace('…', ''))
    }
    expect(inMenu.length).toBeGreaterThan(15)
    await press('Escape')
  })
})

describe.each([
  ['at 200 % zoom', 2],
  ['at 100 %', 1],
])('accessibility %s', (_name, zoom) => {
  beforeAll(() =>
    running.app.evaluate(({ BrowserWindow }, factor) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor)
    }, zoom),
  )
  it.each(['archive', 'history', 'bin'])('holds on %s, in forced colours and without motion', async (tab) => {
    await running.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await part(running, `nav-${tab}`).click()
    expect(await accessibilityFaults(running.page)).toEqual([])
    const wider = await running.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider).toBe(false)
    await running.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' })
  })
})

describe('closing while work runs', () => {
  it('asks first', async () => {
    const target = join(running.folder, 'Giao nộp')
    mkdirSync(target)
    await part(running, 'nav-intake').click()
    await running.answerDialogs([sampleFolder])
    await part(running, 'pick-folder').click()
    await running.page.locator('[data-testid="job"][data-state="running"]').waitFor()
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await part(running, 'dialog-leave').waitFor()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await running.page.getByRole('button', { name: 'Ở lại' }).click()
    await part(running, 'intake-report').waitFor({ timeout: 60_000 })
  })
})

it('reported no error on the way', () => {
  expect(running.errors).toEqual([])
})
