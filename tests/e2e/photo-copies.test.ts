import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perl, readBack } from '#tests/unit/delivery/pictures/sample'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const pickFolder = async (name: string) => {
  const folder = join(running.folder, name)
  await running.answerDialogs([folder])
  await part(running, 'dialog-export').getByTestId('pick-target').click()
  return folder
}

describe.skipIf(!perl)('copies of photos', () => {
  it('of the one looked at, with its caption inside; the viewer stays', async () => {
    await part(running, 'nav-photos').click()
    await part(running, 'tile').first().click()
    await part(running, 'photo-viewer').waitFor()
    await part(running, 'save-copy').click()
    const dialog = part(running, 'dialog-export')
    await dialog.waitFor()
    await dialog.locator('select').first().selectOption('described')
    for (const theme of ['light', 'dark'] as const) {
      await running.page.emulateMedia({ colorScheme: theme })
      expect(await accessibilityFaults(running.page)).toEqual([])
    }
    const folder = await pickFolder('một ảnh')
    await part(running, 'export-start').click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => listed(folder).length, { timeout: 15_000 }).toBe(1)
    const caption = await running.page.locator('.viewer-facts textarea').first().inputValue()
    expect(caption).not.toBe('')
    await expect.poll(() => readBack(join(folder, listed(folder)[0]!))['XMP-dc:Description']).toBe(caption)
    expect(await part(running, 'photo-viewer').count()).toBe(1)
    await press('Escape')
  })

  it('of several, small for the web', async () => {
    await part(running, 'screen-photos').waitFor()
    for (const at of [0, 1]) await part(running, 'tile').nth(at).locator('.tile-tick').click()
    await part(running, 'photos-export').click()
    await part(running, 'dialog-export').locator('select').first().selectOption('web')
    const folder = await pickFolder('cho web')
    await part(running, 'export-start').click()
    await expect.poll(() => listed(folder).length, { timeout: 15_000 }).toBe(2)
    await expect
      .poll(() => running.page.locator('[data-testid="job"][data-state="done"]').count(), { timeout: 15_000 })
      .toBe(2)
    for (const name of listed(folder)) expect(readBack(join(folder, name))['XMP-dc:Description']).toBeTruthy()
    expect(running.errors).toEqual([])
  })
})

/** Files that are whole: what is being written has a name of its own. */
function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\d\d\.\w+$/.test(name) && !name.startsWith('.'))
  } catch {
    return []
  }
}
