import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({
    archive: async (folder) => {
      return await makeSampleArchive(join(folder, 'kho'))
    },
  })
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const click = (testId: string) => part(running, testId).first().click()
const article = async (title: string) => {
  await part(running, 'search').fill(title)
  await expect.poll(() => part(running, 'article-list').getByRole('option').first().textContent()).toContain(title)
  await part(running, 'article-list').getByRole('option').first().click()
  await part(running, 'screen-article').waitFor()
}

/** What stands above the window, and the way there. */
const dialogs: [dialog: string, open: () => Promise<void>][] = [
  ['dialog-export', () => click('nav-archive').then(() => click('export-found'))],
  ['dialog-paste', () => click('nav-intake').then(() => click('paste'))],
  ['dialog-shortcuts', () => press('?')],
  ['dialog-bin', () => article('Khánh thành cầu Nà Mây').then(() => click('bin'))],
  ['photo-viewer', () => article('Khánh thành cầu Nà Mây').then(() => click('photo'))],
]

describe.each(['light', 'dark'] as const)('what opens above the window in %s', (colorScheme) => {
  beforeAll(() => running.page.emulateMedia({ colorScheme }))

  it.each(dialogs)('%s keeps to the accessibility rules and gives the focus back', async (dialog, open) => {
    await open()
    await part(running, dialog).waitFor()
    await expect.poll(() => part(running, dialog).evaluate((box) => box.contains(document.activeElement))).toBe(true)
    expect(await accessibilityFaults(running.page)).toEqual([])
    await press('Escape')
    await part(running, dialog).waitFor({ state: 'detached' })
    expect(await running.page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })
})

describe('a photo', () => {
  const box = () => part(running, 'photo-viewer').getByRole('checkbox').first()

  it('remembers who is in it and who took it', async () => {
    await article('Khánh thành cầu Nà Mây')
    await click('photo')
    const before = await box().isChecked()
    await box().click()
    await expect.poll(() => box().isChecked()).toBe(!before)
    await part(running, 'photo-by').fill('Bảo Long; Thu Trang')
    await press('Tab')
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    await click('photo')
    await expect.poll(() => part(running, 'photo-by').inputValue()).toBe('Bảo Long; Thu Trang')
    await expect.poll(() => box().isChecked()).toBe(!before)
    await press('Escape')
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
