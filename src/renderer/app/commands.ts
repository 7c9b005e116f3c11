import { useMemo } from 'react'
import { shell } from '../engine/bridge'
import { useUndo } from '../features/history/useUndo'
import { useIntake } from '../features/intake/useIntake'
import { useArchiveDoor } from '../state/archive'
import { showDialog } from '../state/dialogs'
import { stoppedByLeaving, useJobs } from '../state/jobs'
import { go, type Route, useRoute } from '../state/route'
import { useSelection } from '../state/selection'
import { isField } from '../ui/Field'
import { useFailures } from '../ui/useFailures'

export type RunCommand = (command: string) => void

const screens: Record<string, Route> = {
  'view.intake': { screen: 'intake' },
  'view.archive': { screen: 'archive' },
  'view.photos': { screen: 'photos' },
  'view.events': { screen: 'authority', kind: 'event' },
  'view.people': { screen: 'authority', kind: 'person' },
  'view.organizations': { screen: 'authority', kind: 'organization' },
  'view.places': { screen: 'authority', kind: 'place' },
  'view.documents': { screen: 'authority', kind: 'document' },
  'view.history': { screen: 'history' },
  'view.corrections': { screen: 'corrections' },
  'view.dossiers': { screen: 'dossiers' },
  'view.transfers': { screen: 'transfers' },
  'view.statistics': { screen: 'statistics' },
  'view.bin': { screen: 'bin' },
  'view.settings': { screen: 'settings' },
}

/** Puts the caret into the search box with what stands there selected. */
export function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>('[data-testid="search"]')
  box?.focus()
  box?.select()
}

/** Exports what is selected, else the article or the list on screen. */
function exportSelected(): void {
  const { ids, all } = useSelection.getState()
  const { route } = useRoute.getState()
  if (all) showDialog({ name: 'export', of: { articles: { query: all.query } }, count: all.count, title: null })
  else if (ids.size > 0)
    showDialog({ name: 'export', of: { articles: { ids: [...ids] } }, count: ids.size, title: null })
  else document.querySelector<HTMLElement>('[data-testid^="export-"]')?.click()
  if (ids.size === 0 && !all && !['archive', 'article', 'event'].includes(route.screen)) go({ screen: 'archive' })
}

/** Text has its own way back: inside a field only what was typed there is undone. */
function undoOrNative(what: 'undo' | 'redo', data: () => Promise<void>): void {
  if (document.activeElement && isField(document.activeElement)) document.execCommand(what)
  else void data()
}

const leavesArchive = /^archive\.(new|sample|open|close)(:|$)/

/** Runs what leaves the open archive, after asking where that would stop work on it. */
function askFirst(leave: () => void): void {
  if (stoppedByLeaving(useJobs.getState().jobs).length === 0) leave()
  else showDialog({ name: 'leave', leave })
}

/** Commands that mean something before an archive is open. */
export const servedWithoutArchive = (command: string): boolean =>
  ['archive.new', 'archive.sample', 'archive.open', 'package.receive'].includes(command) ||
  command.startsWith('archive.open:')

/** Everything menus, shortcuts and buttons can ask for, by name. Unknown names do nothing. */
export function useCommands(): RunCommand {
  const intake = useIntake()
  const door = useArchiveDoor()
  const caught = useFailures()
  const { undo, redo } = useUndo()
  return useMemo(() => {
    const openFolder = caught(door.open)
    const commands: Record<string, () => void> = {
      'search.focus': focusSearch,
      palette: () => showDialog({ name: 'palette' }),
      'help.search': () => showDialog({ name: 'search-help' }),
      'edit.undo': () => undoOrNative('undo', undo),
      'edit.redo': () => undoOrNative('redo', redo),
      'go.back': () => useRoute.getState().back(),
      'go.forward': () => useRoute.getState().forward(),
      'intake.files': caught(intake.pickFiles),
      'intake.folder': caught(intake.pickFolder),
      'intake.paste': caught(intake.paste),
      'archive.new': () => showDialog({ name: 'new-archive', sample: false }),
      'archive.sample': () => showDialog({ name: 'new-archive', sample: true }),
      'archive.open': caught(async () => {
        const { path } = await shell('shell.pickFolder', { purpose: 'open-archive' })
        if (path) await door.open(path)
      }),
      'archive.close': caught(door.leave),
      export: exportSelected,
      'package.receive': () => showDialog({ name: 'receive' }),
      about: () => go({ screen: 'settings' }),
      'help.shortcuts': () => showDialog({ name: 'shortcuts' }),
    }
    const run = (command: string) => {
      const screen = screens[command]
      if (screen) go(screen)
      // A second start of the program asks for its archive here.
      else if (command.startsWith('archive.open:')) void openFolder(command.slice('archive.open:'.length))
      else commands[command]?.()
    }
    return (command) => (leavesArchive.test(command) ? askFirst(() => run(command)) : run(command))
  }, [intake, door, caught, undo, redo])
}
