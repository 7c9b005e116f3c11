import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

// Nothing in this file touches the mouse.
let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const focused = () => running.page.evaluate(() => (document.activeElement as HTMLElement).dataset.testid ?? '')
const options = () => part(running, 'article-list').getByRole('option')

describe('without a mouse', () => {
  it('searches from anywhere and opens the first article found', async () => {
    await press('Control+2', '/')
    expect(await focused()).toBe('search')
    await running.page.keyboard.type('khai mac ky hop')
    await expect.poll(() => options().first().textContent()).toContain('Kỳ họp')
    await press('ArrowDown', 'Enter')
    await part(running, 'screen-article').waitFor()
    // The code of the screen may still be on its way.
    await expect.poll(() => running.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })

  it('looks through the photos of an article and goes back to it', async () => {
    await part(running, 'photo').first().focus()
    await press('Enter')
    await part(running, 'photo-viewer').waitFor()
    await press('ArrowRight')
    await expect.poll(() => running.page.locator('.viewer-place').textContent()).toMatch(/^2/)
    await press('z')
    await expect.poll(() => part(running, 'photo-zoom').getAttribute('aria-pressed')).toBe('true')
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    expect(await focused()).toBe('photo')
  })

  it('goes back as in a browser', async () => {
    await press('Alt+ArrowLeft')
    await part(running, 'screen-archive').waitFor()
    await press('Alt+ArrowRight')
    await part(running, 'screen-article').waitFor()
    await press('Control+3')
    await part(running, 'screen-events').waitFor()
  })

  it('selects articles and asks what to export', async () => {
    await press('Control+f', 'Escape', 'Control+2')
    await expect.poll(() => options().count()).toBeGreaterThan(4)
    await part(running, 'article-list').focus()
    await press('Home', 'Control+Space', 'ArrowDown', 'ArrowDown', 'Shift+Space')
    expect(await part(running, 'selection').textContent()).toContain('3')
    await press('Control+e')
    await part(running, 'dialog-export').waitFor()
    await press('Escape')
    await part(running, 'dialog-export').waitFor({ state: 'detached' })
    await part(running, 'article-list').focus()
    await press('Control+a')
    expect(await part(running, 'selection').textContent()).toContain(String(await options().count()))
  })

  it('shows every shortcut on a question mark', async () => {
    await press('?')
    await part(running, 'dialog-shortcuts').waitFor()
    await press('Escape')
    await part(running, 'dialog-shortcuts').waitFor({ state: 'detached' })
  })

  it('leaves the keys of a Vietnamese input method alone', async () => {
    await press('Control+f')
    const heard = await running.page.evaluate(() => {
      const box = document.activeElement as HTMLInputElement
      const key = new KeyboardEvent('keydown', {
        key: 'Enter',
        ctrlKey: true,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      })
      return box.dispatchEvent(key)
    })
    expect(heard).toBe(true)
    await running.page.keyboard.insertText('Đại hội')
    expect(await part(running, 'search').inputValue()).toBe('Đại hội')
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
