import type { Page } from 'playwright-core'
import type { RunningApp } from './app'
import { accessibilityFaults } from './axe'

/**
 * Looks at the screen on display as different people do: light, dark, forced colours and at 200 % zoom.
 * @returns the accessibility rules it breaks, and whatever hangs out of the window sideways
 */
export async function lookedAt(running: RunningApp): Promise<string[]> {
  const { page, app } = running
  const faults: string[] = []
  await withoutMessages(page)
  const note = async (as: string) => {
    for (const fault of await accessibilityFaults(page)) faults.push(`${as}: ${fault}`)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await note(colorScheme)
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await note('forced colours')
  await page.emulateMedia({ forcedColors: 'none' })
  await zoom(app, 2)
  await note('200 %')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 1) faults.push(`200 %: ${wide} px too wide`)
  await zoom(app, 1)
  return faults
}

/** Puts passing messages away: one that leaves while it is looked at is seen half faded. */
async function withoutMessages(page: Page): Promise<void> {
  // One that was just called for is still to come.
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('.toast > * > .icon-button')) close.click()
  })
  await page.locator('.toast').first().waitFor({ state: 'detached' })
}

async function zoom(app: RunningApp['app'], factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor)
}
