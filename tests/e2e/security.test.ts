import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow } from '../../build/lib/tree.mjs'
import { launchApp, type RunningApp } from './support/app'
import { part } from './support/steps'

// The twenty points of Electron's security checklist (docs/tutorial/security.md), in its order, in the running app;
// the nineteenth, fuses, is a matter of the packaged one (packaged.test.ts).
let running: RunningApp
beforeAll(async () => {
  running = await launchApp()
  await part(running, 'screen-welcome').waitFor()
})
afterAll(() => running.close())

const root = join(import.meta.dirname, '..', '..')
const sourceOf = (folder: string) =>
  filesBelow(root, folder, /\.tsx?$/).map((path: string) => readFileSync(join(root, path), 'utf8'))

/** What the window was made with. */
const preferences = () =>
  running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })

/** Whether the page can have something from an address, and what stood in its head. */
const fetched = (address: string) =>
  running.page.evaluate(async (url) => {
    try {
      return (await fetch(url, { mode: 'no-cors' })).status
    } catch {
      return 'refused'
    }
  }, address)

/** What the scheme answers when asked from outside the page. */
const answered = (address: string) =>
  running.app.evaluate(async ({ net }, url) => {
    const answer = await net.fetch(url)
    return { status: answer.status, headers: Object.fromEntries(answer.headers) }
  }, address)

/** Does something a page must not, and says where the page is afterwards and how many windows there are. */
const afterTrying = async (attempt: string) => {
  await running.page.evaluate(`(() => { try { ${attempt} } catch {} })()`)
  await running.page.waitForTimeout(200)
  return {
    url: running.page.url(),
    windows: await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  }
}
const stays = { url: 'app://kho/index.html', windows: 1 }

describe('the security checklist', () => {
  it('1: loads nothing but its own content', async () => {
    const schemes = await running.page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => new URL(entry.name).protocol),
    )
    expect(schemes.filter((scheme) => scheme !== 'app:' && scheme !== 'khotin:')).toEqual([])
    expect(await fetched('https://example.org/')).toBe('refused')
    expect(await fetched('http://127.0.0.1:9/')).toBe('refused')
  })

  it('2: gives pages nothing of Node', async () => {
    const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = await preferences()
    expect([nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames].filter(Boolean)).toEqual([])
    const there = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    )
    expect(there).toEqual([])
  })

  it('3: isolates the page from the preload', async () => {
    expect((await preferences()).contextIsolation).toBe(true)
  })

  it('4: runs the page in the sandbox', async () => {
    expect((await preferences()).sandbox).toBe(true)
  })

  it('5: grants no permission', async () => {
    const asked = await running.page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      camera: await navigator.mediaDevices?.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      ),
    }))
    expect(asked).toEqual({ notifications: 'denied', geolocation: 'denied', camera: 'denied' })
  })

  it('6: keeps web security', async () => {
    expect((await preferences()).webSecurity).toBe(true)
  })

  it('7: sends a content policy as a header, and it holds', async () => {
    const { headers } = await answered('app://kho/index.html')
    const policy = headers['content-security-policy'] ?? ''
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe')
    const ran = await running.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
      script.remove()
      return 'injected' in window
    })
    expect(ran).toBe(false)
    await running.page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hit=1">'),
    )
    expect(await running.page.evaluate(() => 'hit' in window)).toBe(false)
    // What was tried is told of, as it must be; it is no error of ours.
    running.errors.length = 0
  })

  it('8: allows no insecure content', async () => {
    expect((await preferences()).allowRunningInsecureContent ?? false).toBe(false)
  })

  it('9: uses no experimental features', async () => {
    expect((await preferences()).experimentalFeatures ?? false).toBe(false)
  })

  it('10: enables no features of the engine', async () => {
    expect((await preferences()).enableBlinkFeatures ?? '').toBe('')
    expect(sourceOf('src/main').filter((text) => /enable-?blink-?features|appendSwitch/i.test(text))).toEqual([])
  })

  it('11: has no webview, so none that may open windows', async () => {
    expect((await preferences()).webviewTag ?? false).toBe(false)
    expect(await running.page.locator('webview').count()).toBe(0)
  })

  it('12: refuses a webview all the same', async () => {
    const refused = await running.app.evaluate(({ BrowserWindow }) => {
      let prevented = false
      const event = { preventDefault: () => (prevented = true) }
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {})
      return prevented
    })
    expect(refused).toBe(true)
  })

  it('13: goes nowhere else', async () => {
    expect(await afterTrying(`location.href = 'https://example.org/'`)).toEqual(stays)
    expect(await afterTrying(`location.assign('file:///etc/hostname')`)).toEqual(stays)
    expect(
      await afterTrying(`const form = document.createElement('form'); form.action = 'https://example.org/';
        document.body.append(form); form.submit(); form.remove()`),
    ).toEqual(stays)
    running.errors.length = 0
  })

  it('14: opens no window', async () => {
    expect(await afterTrying(`window.open('https://example.org/'); window.open('app://kho/index.html')`)).toEqual(stays)
  })

  it('15: hands no address to the system', () => {
    for (const text of sourceOf('src')) expect(text).not.toContain('openExternal')
  })

  it('16: names one Electron, exactly', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(45)
  })

  it('17: answers no page but its own, nor a frame in it', async () => {
    const heard = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const handler = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>> }
      )._invokeHandlers.get('kho:shell')
      const own = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame
      const answerTo = async (senderFrame: unknown) =>
        (await handler?.({ senderFrame }, 'shell.settings', {})) === undefined ? 'nothing' : 'an answer'
      return {
        own: await answerTo(own),
        elsewhere: await answerTo({ parent: null, url: 'https://example.org/' }),
        alike: await answerTo({ parent: null, url: 'app://kho.example.org/index.html' }),
        file: await answerTo({ parent: null, url: 'file:///kho/index.html' }),
        within: await answerTo({ parent: own, url: 'app://kho/index.html' }),
        gone: await answerTo(null),
      }
    })
    const nothing = { elsewhere: 'nothing', alike: 'nothing', file: 'nothing', within: 'nothing', gone: 'nothing' }
    expect(heard).toEqual({ own: 'an answer', ...nothing })
  })

  it('18: serves pages and pictures by schemes of its own, and nothing beside them', async () => {
    expect(running.page.url()).toMatch(/^app:/)
    expect(await fetched('file:///etc/hostname')).toBe('refused')
    const outside = ['app://kho/../package.json', 'app://kho/%2e%2e/%2e%2e/package.json', 'app://other/index.html']
    const pictures = ['khotin://original/../../kho.json', `khotin://original/${'0'.repeat(63)}`, 'khotin://thumb/x']
    for (const address of [...outside, ...pictures, `khotin://original/${'a'.repeat(64)}`])
      await expect(answered(address), address).rejects.toThrow('ERR_FILE_NOT_FOUND')
    running.errors.length = 0
  })

  it('20: gives the page five functions and what it begins with, and none of them an event of Electron', async () => {
    const names = await running.page.evaluate(() => {
      const page = window as unknown as { kho: Record<string, (listen: unknown) => unknown>; given: string[] }
      page.given = []
      const note = (...args: unknown[]) => page.given.push(args.map((one) => typeof one).join())
      page.kho.onCommand?.(note)
      return Object.keys(page.kho).sort()
    })
    expect(names).toEqual(['onCommand', 'onMessage', 'pathsOf', 'shell', 'start', 'toEngine'])
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('kho:command', 'nothing.there'),
    )
    const given = () => running.page.evaluate(() => (window as unknown as { given: string[] }).given)
    await expect.poll(given).toEqual(['string'])
    expect(await running.page.evaluate(() => Object.isFrozen((window as unknown as { kho: object }).kho))).toBe(true)
  })
})
