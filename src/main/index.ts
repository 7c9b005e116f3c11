import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  app,
  type BrowserWindow,
  Menu,
  MessageChannelMain,
  Notification,
  nativeTheme,
  powerSaveBlocker,
} from 'electron'
import { forgetDragged } from './drag-out'
import { EngineProcess } from './engine-process'
import { LastSeenFile } from './last-seen'
import { buildMenu } from './menu'
import { declareSchemes, servePages, servePictures } from './pages'
import { forgetReceived } from './received'
import { lockDown } from './security'
import { SettingsFile } from './settings'
import { serveShell } from './shell'
import { openWindow } from './window'
import { shellWords } from './words'

/** The desktop shell: one window, one engine, nothing of the archive itself. */

// `out/main` in the tree and in the package alike; resources lie beside `out`.
const root = join(import.meta.dirname, '..', '..')
app.setName('Kho Tin')
const mostReloads = 3
declareSchemes()

const state = {
  window: null as BrowserWindow | null,
  engine: null as EngineProcess | null,
  archiveFolder: null as string | null,
  /** Quitting waits while the engine ends (`closing`) and goes through once it has (`closed`). */
  ending: null as 'closing' | 'closed' | null,
  /** When engines died, newest last, in milliseconds. */
  deaths: [] as number[],
  reloads: 0,
  blocker: null as number | null,
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, workingFolder) => {
    state.window?.restore()
    state.window?.focus()
    const archive = archiveIn(argv, workingFolder)
    if (archive) state.window?.webContents.send('kho:command', `archive.open:${archive}`)
  })
  void app.whenReady().then(start)
} else app.quit()

async function start(): Promise<void> {
  lockDown()
  forgetDragged()
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'))
  const { language, theme, textSize, archiveView, facetsShown, lastArchive } = await settings.load()
  nativeTheme.themeSource = theme
  if (process.platform === 'win32') app.setAppUserModelId('vn.khotin.app')

  const first = archiveIn(process.argv, process.cwd()) ?? lastArchive
  const words = () => shellWords(settings.value.language)
  const showMenu = () =>
    Menu.setApplicationMenu(
      buildMenu(words(), {
        command: (name) => state.window?.webContents.send('kho:command', name),
        quit: () => app.quit(),
        recent: settings.value.recentArchives.map((folder) => ({ folder, there: existsSync(folder) })),
      }),
    )
  servePages(join(root, 'out', 'renderer'))
  const engine = (): EngineProcess => state.engine ?? startEngine(settings, showMenu, first)
  servePictures(engine)
  const lastSeen = new LastSeenFile(join(app.getPath('userData'), 'last-seen.json'))
  serveShell({
    window: () => state.window as BrowserWindow,
    engine,
    settings,
    lastSeen,
    words,
    settingsChanged: showMenu,
    pageAsks() {
      engine()
      connect(false)
    },
  })
  const window = openWindow(join(root, 'out', 'preload', 'index.cjs'), join(app.getPath('userData'), 'window.json'), {
    archive: first,
    looks: { language, theme, textSize, archiveView, facetsShown },
  })
  state.window = window
  // A page that has something to show asks once that is drawn: before, on two processors, the engine would take one of
  // them from it. One that has nothing waits for the archive.
  if (first && !lastSeen.isKept()) engine()
  showMenu()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && ++state.reloads <= mostReloads) window.webContents.reload()
  })
  window.on('closed', () => {
    state.window = null
    app.quit()
  })
  app.on('before-quit', finishFirst)
  // Without a listener of ours Electron quits by itself here, before the engine has given back the lock.
  app.on('window-all-closed', () => undefined)
}

/** @param ahead an archive that the page is going to ask for */
function startEngine(settings: SettingsFile, opened: () => void, ahead: string | null): EngineProcess {
  const paths = {
    engine: join(root, 'out', 'main', 'engine.js'),
    reader: join(root, 'out', 'main', 'reader.js'),
    resources: join(root, 'resources'),
    logs: join(app.getPath('userData'), 'logs'),
  }
  const engine = new EngineProcess(paths, {
    archive(folder, name) {
      state.archiveFolder = folder
      state.window?.setTitle(name ? `${name} – Kho Tin` : 'Kho Tin')
      if (folder) {
        void settings.remember(folder).then(opened)
        app.addRecentDocument(folder)
      }
    },
    progress(share) {
      state.window?.setProgressBar(share ?? -1)
      keepAwake(share !== null)
    },
    jobEnded: (_kind, failed) => notifyWhenAway(settings, failed),
    died() {
      if (state.ending) return
      state.window?.setProgressBar(-1)
      keepAwake(false)
      const reopening = state.archiveFolder !== null && !diesAgainAndAgain()
      startEngine(settings, opened, null)
      connect(!reopening)
      if (reopening && state.archiveFolder) state.engine?.reopen(state.archiveFolder)
    },
  })
  state.engine = engine
  if (ahead) engine.openAhead(ahead)
  return engine
}

/** An archive that ends the engine each time it is opened is not opened again by itself. */
function diesAgainAndAgain(): boolean {
  const now = Date.now()
  state.deaths = [...state.deaths.filter((at) => now - at < 30_000), now]
  return state.deaths.length > 3
}

/** A fresh port between the page and the engine that lives now. */
function connect(restarted: boolean): void {
  if (!state.window || !state.engine) return
  const { port1, port2 } = new MessageChannelMain()
  state.engine.connect(port1, restarted)
  state.window.webContents.postMessage('kho:port', null, [port2])
}

/** The machine does not fall asleep in the middle of an intake or a delivery. */
function keepAwake(working: boolean): void {
  if (working && state.blocker === null) state.blocker = powerSaveBlocker.start('prevent-app-suspension')
  if (!working && state.blocker !== null) {
    powerSaveBlocker.stop(state.blocker)
    state.blocker = null
  }
}

function notifyWhenAway(settings: SettingsFile, failed: boolean): void {
  if (state.window?.isFocused() || !Notification.isSupported()) return
  const words = shellWords(settings.value.language)
  new Notification({
    title: words(failed ? 'shell.notice.jobFailed' : 'shell.notice.jobDone'),
    body: words('shell.notice.jobBody'),
  }).show()
}

/** Quitting waits for the journal: what was acknowledged is on the disk already, the lock is given back. */
function finishFirst(event: Electron.Event): void {
  if (state.ending === 'closed' || !state.engine) return
  event.preventDefault()
  // The page goes first: it writes what is typed, and asks where work is still running.
  if (state.window) {
    state.window.close()
    return
  }
  if (state.ending === 'closing') return
  state.ending = 'closing'
  void Promise.allSettled([state.engine.close(), forgetReceived()]).finally(() => {
    state.ending = 'closed'
    app.quit()
  })
}

/**
 * The archive folder among the arguments, as the command line or a double click gives it. One that is not
 * there is handed on too, so that the person is told.
 */
function archiveIn(argv: string[], workingFolder: string): string | null {
  const own = [app.getAppPath(), root]
  const folders = argv
    .slice(1)
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => resolve(workingFolder, arg))
    .filter((folder) => !own.includes(folder))
  return folders.find((folder) => existsSync(join(folder, 'kho.json'))) ?? folders.at(-1) ?? null
}
