import { readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { startArgument, type WindowStart } from '#contract/window-start'
import { pageOrigin } from './security'

interface Remembered {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
}

const firstSize: Remembered = { width: 1280, height: 800, maximized: false }

const longestUnseenMs = 1_000
const shown = new WeakSet<BrowserWindow>()

/** Shows a window for the first time; one that was put away since is left alone. */
export function showOnce(window: BrowserWindow): void {
  if (window.isDestroyed() || shown.has(window)) return
  shown.add(window)
  window.show()
}

/** Opens the one window where it was last, on a screen that still exists. */
export function openWindow(preload: string, boundsFile: string, start: WindowStart): BrowserWindow {
  const { maximized, ...bounds } = remembered(boundsFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    // A hidden page that paints waits for the graphics process before its script may run; so it paints when shown.
    paintWhenInitiallyHidden: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1d1f' : '#f6f4ef',
    webPreferences: {
      preload,
      additionalArguments: [startArgument + encodeURIComponent(JSON.stringify(start))],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  // The page says when its first screen is drawn; one that cannot is shown all the same.
  window.webContents.once('dom-ready', () => setTimeout(() => showOnce(window), longestUnseenMs))
  window.webContents.once('did-fail-load', () => showOnce(window))
  window.on('close', () => remember(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
  void window.loadURL(`${pageOrigin}/index.html`)
  return window
}

function remembered(file: string): Remembered {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Remembered
    const visible = screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, saved))
    return visible ? saved : firstSize
  } catch {
    return firstSize
  }
}

function overlaps(area: Electron.Rectangle, { x = 0, y = 0, width, height }: Remembered): boolean {
  return x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y
}

/** Where the window was is a comfort: failing to note it must not keep the window open. */
function remember(file: string, bounds: Remembered): void {
  try {
    writeFileSync(file, JSON.stringify(bounds))
  } catch {
    // The next start simply uses the first size.
  }
}
