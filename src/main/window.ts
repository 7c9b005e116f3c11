import { readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { pageOrigin } from './security'

interface Remembered {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
}

const firstSize: Remembered = { width: 1280, height: 800, maximized: false }

/** Opens the one window where it was last, on a screen that still exists. */
export function openWindow(preload: string, boundsFile: string): BrowserWindow {
  const { maximized, ...bounds } = remembered(boundsFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1d1f' : '#f6f4ef',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
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
