import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { appArgs } from '../../../build/lib/window.mjs'
import { ownDisplay } from './display'

export interface LaunchOptions {
  /** An archive to open at once, as a double click would; or the way to make one in this run's folder. */
  archive?: string | ((folder: string) => Promise<string>)
  env?: Record<string, string>
  /** The person's settings and window state; a fresh folder by default. */
  userData?: string
  /** Size of the window's content. */
  size?: { width: number; height: number }
}

export interface RunningApp {
  app: ElectronApplication
  page: Page
  /** Errors the page or its process reported; a test that ends with some has failed. */
  errors: string[]
  /** A folder of this run's own, gone after `close`. */
  folder: string
  /** Answers the next file dialogs with these paths, as a person's choice would. */
  answerDialogs(paths: string[]): Promise<void>
  close(): Promise<void>
}

/** What Chromium says of a machine without graphics hardware or D-Bus, and not of us. */
const harmless = /dbus|GPU|vulkan|libva|Autofill\.|DevTools/i

/** Starts the built app with settings of its own and collects everything that goes wrong in it. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'kho-e2e-'))
  const userData = options.userData ?? join(folder, 'user-data')
  const archive = typeof options.archive === 'function' ? await options.archive(folder) : options.archive
  const app = await _electron.launch({
    executablePath: inject('electron'),
    args: appArgs(`--user-data-dir=${userData}`, ...(archive ? [archive] : [])),
    env: { ...(process.env as Record<string, string>), ...ownDisplay(), ...options.env },
    timeout: 30_000,
  })
  const errors: string[] = []
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error' && !harmless.test(message.text())) errors.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`page: ${error.message}`))
  page.on('crash', () => errors.push('the page crashed'))
  // What does not come in this time does not come.
  page.setDefaultTimeout(15_000)
  if (options.size) await resize(app, options.size)
  return {
    app,
    page,
    errors,
    folder,
    answerDialogs: (paths) => answerDialogs(app, paths),
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function resize(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
}

async function answerDialogs(app: ElectronApplication, paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
    dialog.showSaveDialog = async () => ({ canceled: filePaths.length === 0, filePath: filePaths[0] ?? '' })
  }, paths)
}
