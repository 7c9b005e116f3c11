import { existsSync } from 'node:fs'
import { extname, isAbsolute } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, ipcMain, nativeTheme, shell } from 'electron'
import {
  type ShellInput,
  type ShellName,
  type ShellOperations,
  type ShellOutput,
  shellOperations,
} from '#contract/shell'
import { KhoError, toErrorData } from '#core/errors'
import { dragOut } from './drag-out'
import type { EngineProcess } from './engine-process'
import type { LastSeenFile } from './last-seen'
import { openReceived } from './received'
import { trustedOnceKnown } from './security'
import type { SettingsFile } from './settings'
import { showOnce } from './window'
import type { ShellWords } from './words'

export interface ShellContext {
  window(): BrowserWindow
  settings: SettingsFile
  lastSeen: LastSeenFile
  engine(): EngineProcess
  words(): ShellWords
  settingsChanged(): void
  /** A page loaded, for the first time or again, has something to say to the engine and wants its port. */
  pageAsks(): void
}

type ShellHandlers = {
  [N in ShellName]: (input: ReturnType<ShellOperations[N]['input']['parse']>) => Promise<ShellOutput<N>>
}

/** Serves what only the desktop can do. Every call's sender and input are checked; errors go back as data. */
export function serveShell(context: ShellContext): void {
  const handlers = shellHandlers(context)
  ipcMain.on('kho:ask', async (event) => {
    if (await trustedOnceKnown(event)) context.pageAsks()
  })
  ipcMain.handle('kho:shell', async (event, name: ShellName, input: ShellInput<ShellName>) => {
    if (!(await trustedOnceKnown(event)) || !Object.hasOwn(shellOperations, name)) return undefined
    try {
      const parsed = shellOperations[name].input.safeParse(input)
      if (!parsed.success) throw new KhoError('input-invalid', { args: { detail: name } })
      return { ok: true, value: await handlers[name](parsed.data as never) }
    } catch (thrown) {
      return { ok: false, error: { ...toErrorData(thrown), cause: null } }
    }
  })
}

function shellHandlers(context: ShellContext): ShellHandlers {
  const { settings } = context
  return {
    'shell.settings': async () => settings.value,
    'shell.saveSettings': async (part) => {
      const saved = await settings.save(part)
      nativeTheme.themeSource = saved.theme
      context.settingsChanged()
      return saved
    },
    'shell.pickFiles': (input) => (input.purpose === 'intake' ? pickFiles(context) : pickOne(context, input.purpose)),
    'shell.pickFolder': (input) => pickFolder(context, input),
    'shell.showInFolder': async ({ path }) => {
      if (!isAbsolute(path) || !existsSync(path)) throw new KhoError('file-missing', { file: path })
      shell.showItemInFolder(path)
      return {}
    },
    'shell.openReceived': async ({ articleId, digest }) => {
      await openReceived(context.engine(), articleId, digest)
      return {}
    },
    'shell.recentArchives': async () => ({
      archives: settings.value.recentArchives.map((folder) => ({ folder, there: existsSync(folder) })),
    }),
    'shell.openExported': async ({ path }) => openExported(path),
    'shell.dragOut': ({ ids }) => dragOut(context, ids),
    'shell.about': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      node: process.versions.node,
    }),
    'shell.drawn': async () => {
      showOnce(context.window())
      return {}
    },
    'shell.lastSeen': async () => ({ seen: await context.lastSeen.read() }),
    'shell.keepSeen': async ({ seen }) => {
      await context.lastSeen.keep(seen)
      return {}
    },
    'shell.clipboard': async () => ({ text: await clipboard.readText() }),
    'shell.copy': async ({ text }) => {
      await clipboard.writeText(text)
      return {}
    },
  }
}

async function pickFiles({ window, words }: ShellContext): Promise<{ paths: string[] }> {
  const extensions = [
    'docx',
    'docm',
    'dotx',
    'dotm',
    'doc',
    'rtf',
    'odt',
    'html',
    'htm',
    'mht',
    'mhtml',
    'txt',
    'jpg',
    'jpeg',
    'png',
    'tif',
    'tiff',
    'webp',
    'heic',
    'heif',
    'zip',
    'eml',
  ]
  const { filePaths } = await dialog.showOpenDialog(window(), {
    title: words()('shell.pick.files'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words()('shell.pick.filesKind'), extensions },
      { name: words()('shell.pick.anyKind'), extensions: ['*'] },
    ],
  })
  return { paths: filePaths }
}

const singleKinds = {
  corrections: { words: 'workbook', extensions: ['xlsx', 'xlsm', 'ods'] },
  receipt: { words: 'receipt', extensions: ['json'] },
  template: { words: 'template', extensions: ['docx', 'dotx'] },
  package: { words: 'package', extensions: ['zip'] },
  picture: {
    words: 'picture',
    extensions: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp', 'heic', 'heif', 'avif', 'gif', 'bmp'],
  },
} as const

/** One file of a kind: a corrected catalogue, a template, a package, the receipt that its receiver sent back. */
async function pickOne(
  { window, words }: ShellContext,
  purpose: keyof typeof singleKinds,
): Promise<{ paths: string[] }> {
  const { words: kind, extensions } = singleKinds[purpose]
  const { filePaths } = await dialog.showOpenDialog(window(), {
    title: words()(`shell.pick.${kind}`),
    properties: ['openFile'],
    filters: [
      { name: words()(`shell.pick.${kind}Kind`), extensions: [...extensions] },
      { name: words()('shell.pick.anyKind'), extensions: ['*'] },
    ],
  })
  return { paths: filePaths }
}

async function pickFolder(
  { window, words, settings }: ShellContext,
  input: { purpose: string; suggestedName: string },
): Promise<{ path: string | null }> {
  const title = words()(`shell.pick.${input.purpose}` as Parameters<ShellWords>[0])
  const fallback =
    input.purpose === 'export'
      ? (settings.value.lastExportFolder ?? app.getPath('documents'))
      : app.getPath('documents')
  const { filePaths } = await dialog.showOpenDialog(window(), {
    title,
    buttonLabel: title,
    defaultPath: fallback,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  })
  const path = filePaths[0] ?? null
  if (path && input.purpose === 'export') await settings.save({ lastExportFolder: path })
  return { path }
}

/** Only what we export opens from the window: never a program, never an address. */
async function openExported(path: string): Promise<Record<string, never>> {
  if (!isAbsolute(path) || !existsSync(path)) throw new KhoError('file-missing', { file: path })
  if (!['.docx', '.xlsx', '.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff'].includes(extname(path).toLowerCase()))
    throw new KhoError('file-type-unknown', { file: path, args: { actual: '' } })
  const failure = await shell.openPath(path)
  if (failure) throw new KhoError('file-unreadable', { file: path, cause: failure })
  return {}
}
