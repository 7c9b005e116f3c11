import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp()
})
afterAll(() => running.close())

describe('a first start', () => {
  it('shows the welcome screen', async () => {
    await part(running, 'screen-welcome').waitFor()
    expect(await running.page.title()).toBe('Kho Tin')
    expect(await running.page.locator('html').getAttribute('lang')).toBe('vi')
  })

  it('keeps to the accessibility rules', async () => {
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('gives the page nothing of Node or Electron', async () => {
    const reach = await running.page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      bridge: Object.keys((window as unknown as { kho: object }).kho).sort(),
    }))
    expect(reach).toEqual({ node: [], bridge: ['onCommand', 'onMessage', 'pathsOf', 'shell', 'toEngine'] })
  })

  it('runs the page in a sandbox, isolated, without remote content', async () => {
    const prefs = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
        getURL(): string
      }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, scheme: contents.getURL().split(':')[0] }
    })
    expect(prefs).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      scheme: 'app',
    })
  })

  it('reports no error', () => {
    expect(running.errors).toEqual([])
  })
})
