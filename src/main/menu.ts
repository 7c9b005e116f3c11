import { basename } from 'node:path'
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type MenuItem, menus } from '#contract/menu'
import type { ShellWords } from './words'

interface Ways {
  /** Commands go to the page, which knows what they mean there. */
  command(name: string): void
  /** The window is asked to close, so that the page can say what is still to be done. */
  quit(): void
  recent: { folder: string; there: boolean }[]
}

/** The native menu, from the list of `contract/menu.ts`. */
export function buildMenu(words: ShellWords, ways: Ways): Menu {
  const label = (key: string) => words(`shell.menu.${key}` as Parameters<ShellWords>[0])
  const shown = (item: MenuItem): MenuItemConstructorOptions => {
    if (item === 'separator') return { type: 'separator' }
    if (item === 'recent') return recent(label('recent'), ways)
    if ('role' in item) {
      if (item.role === 'quit') return { label: label(item.words), click: ways.quit, accelerator: 'CmdOrCtrl+Q' }
      return { label: label(item.words), role: item.role }
    }
    const { command, keys } = item
    return {
      label: label(item.words),
      click: () => ways.command(command),
      ...(keys ? { accelerator: keys } : {}),
    }
  }
  return Menu.buildFromTemplate(
    menus.map((menu) => ({ label: label(menu.words), submenu: (menu.items as readonly MenuItem[]).map(shown) })),
  )
}

/** Archives opened lately; one whose disk is away stays in the list and cannot be chosen. */
function recent(label: string, { recent: archives, command }: Ways): MenuItemConstructorOptions {
  return {
    label,
    enabled: archives.length > 0,
    submenu: archives.map(({ folder, there }) => ({
      label: `${basename(folder)}  (${folder})`.replaceAll('&', '&&'),
      enabled: there,
      click: () => command(`archive.open:${folder}`),
    })),
  }
}
