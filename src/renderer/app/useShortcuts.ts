import { useEffect } from 'react'
import { underDialog } from '../state/dialogs'
import { composing, isField } from '../ui/Field'
import type { RunCommand } from './commands'

/** Keys that work everywhere; the same list is shown on `?`. */
export const shortcuts: { keys: string; command: string; match: (event: KeyboardEvent) => boolean }[] = [
  { keys: 'Ctrl F', command: 'search.focus', match: (e) => ctrl(e) && e.code === 'KeyF' },
  { keys: '/', command: 'search.focus', match: (e) => plain(e) && e.key === '/' && !inField(e) },
  { keys: 'Ctrl Z', command: 'edit.undo', match: (e) => ctrl(e) && letter(e, 'z') && !inField(e) },
  {
    keys: 'Ctrl Shift Z',
    command: 'edit.redo',
    match: (e) => !inField(e) && ((ctrl(e) && letter(e, 'y')) || (ctrlShift(e) && letter(e, 'z'))),
  },
  { keys: 'Ctrl H', command: 'view.history', match: (e) => ctrl(e) && letter(e, 'h') },
  { keys: 'Ctrl O', command: 'intake.files', match: (e) => ctrl(e) && e.code === 'KeyO' },
  { keys: 'Ctrl 1', command: 'view.intake', match: (e) => ctrl(e) && e.code === 'Digit1' },
  { keys: 'Ctrl 2', command: 'view.archive', match: (e) => ctrl(e) && e.code === 'Digit2' },
  { keys: 'Ctrl 3', command: 'view.events', match: (e) => ctrl(e) && e.code === 'Digit3' },
  { keys: 'Ctrl 4', command: 'view.people', match: (e) => ctrl(e) && e.code === 'Digit4' },
  { keys: 'Ctrl E', command: 'export', match: (e) => ctrl(e) && e.code === 'KeyE' },
  { keys: 'Alt ←', command: 'go.back', match: (e) => e.altKey && e.key === 'ArrowLeft' },
  { keys: 'Alt →', command: 'go.forward', match: (e) => e.altKey && e.key === 'ArrowRight' },
  { keys: '?', command: 'help.shortcuts', match: (e) => e.key === '?' && !e.ctrlKey && !inField(e) },
]

const ctrl = (e: KeyboardEvent) => (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey
const ctrlShift = (e: KeyboardEvent) => (e.ctrlKey || e.metaKey) && !e.altKey && e.shiftKey
const letter = (e: KeyboardEvent, wanted: string) => e.key.toLowerCase() === wanted
const plain = (e: KeyboardEvent) => !e.ctrlKey && !e.metaKey && !e.altKey

/** True where keys belong to text being typed. */
export const inField = (event: Event): boolean => event.target instanceof Element && isField(event.target)

/** Listens for the shortcuts of the window and the commands of its menu. Nothing runs beneath an open dialog. */
export function useShortcuts(run: RunCommand): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (composing(event) || event.defaultPrevented || underDialog()) return
      const shortcut = shortcuts.find(({ match }) => match(event))
      if (!shortcut) return
      event.preventDefault()
      run(shortcut.command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [run])
  useMenuCommands(run)
}

/** Listens for the commands of the native menu and of a second start. None changes what lies beneath a dialog. */
export function useMenuCommands(run: RunCommand): void {
  useEffect(() => window.kho.onCommand((command) => !underDialog() && run(command)), [run])
}
