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
  for (const control of await cutOff(page)) faults.push(`200 %: cut off: ${control}`)
  await zoom(app, 1)
  return faults
}

/** Things to press or write in that hang out of the window sideways, where nothing scrolls. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [role="option"]')]
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1)
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  )
}

/** Controls that a passing message lies over; what is merely scrolled out of sight lies under nothing. */
export function beneathMessages(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const messages = [...document.querySelectorAll('.toast')].map((one) => one.getBoundingClientRect())
    const inSight = (control: Element) => {
      let { left, right, top, bottom } = control.getBoundingClientRect()
      for (let above = control.parentElement; above; above = above.parentElement) {
        if (getComputedStyle(above).overflow === 'visible') continue
        const clip = above.getBoundingClientRect()
        left = Math.max(left, clip.left)
        right = Math.min(right, clip.right)
        top = Math.max(top, clip.top)
        bottom = Math.min(bottom, clip.bottom)
      }
      return { left, right, top, bottom }
    }
    return [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]')]
      .filter((control) => !control.closest('.toasts') && control.checkVisibility())
      .filter((control) => {
        const { left, right, top, bottom } = inSight(control)
        if (right - left < 1 || bottom - top < 1) return false
        return messages.some((at) => left < at.right && right > at.left && top < at.bottom && bottom > at.top)
      })
      .map((control) => control.outerHTML.slice(0, 120))
  })
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

/** Shows the window larger or smaller, as Ctrl and + do. */
export async function zoom(app: RunningApp['app'], factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor)
}
