import { useEffect } from 'react'
import { menuCommands } from '#contract/menu'
import { heldUp } from '../state/dialogs'
import { composing, isField } from '../ui/Field'
import type { RunCommand } from './commands'

interface Shortcut {
  /** As Electron writes them: `CmdOrCtrl+Shift+Z`. */
  keys: string
  command: string
  outsideFields?: boolean
}

/** Keys that work everywhere: those of the menu, and a few more for the same commands. */
export const shortcuts: Shortcut[] = [
  ...menuCommands.flatMap((item): Shortcut[] => ('keys' in item ? [item] : [])),
  { keys: 'CmdOrCtrl+Y', command: 'edit.redo', outsideFields: true },
  { keys: '/', command: 'search.focus', outsideFields: true },
  { keys: '?', command: 'help.shortcuts', outsideFields: true },
]

const named: Record<string, string> = { Left: 'ArrowLeft', Right: 'ArrowRight' }

/** True where an event is of these keys. Letters go by what they type, so that any layout will do. */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  // A sign such as ? is typed with whatever it takes.
  const sign = key.length === 1 && !/[a-z0-9]/i.test(key)
  return (
    event.key.toLowerCase() === (named[key] ?? key).toLowerCase() &&
    (event.ctrlKey || event.metaKey) === parts.includes('CmdOrCtrl') &&
    event.altKey === parts.includes('Alt') &&
    (sign || event.shiftKey === parts.includes('Shift'))
  )
}

/** Keys as people read them: `Ctrl Shift Z`. */
export const shownKeys = (keys: string): string =>
  keys.replace('CmdOrCtrl', 'Ctrl').replace('Left', '←').replace('Right', '→').replaceAll('+', ' ')

/** True where keys belong to text being typed. */
export const inField = (event: Event): boolean => event.target instanceof Element && isField(event.target)

/** Listens for the shortcuts of the window and the commands of its menu. Nothing runs beneath an open dialog (`heldUp`). */
export function useShortcuts(run: RunCommand): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (composing(event) || event.defaultPrevented) return
      const shortcut = shortcuts.find(
        ({ keys, outsideFields }) => matches(keys, event) && !(outsideFields && inField(event)),
      )
      if (!shortcut || heldUp(shortcut.command)) return
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
  useEffect(() => window.kho.onCommand((command) => !heldUp(command) && run(command)), [run])
}
