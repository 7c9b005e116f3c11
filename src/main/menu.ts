import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { ShellWords } from './words'

/** The native menu as data; commands go to the page, which knows what they mean there. */
export function buildMenu(words: ShellWords, command: (name: string) => void): Menu {
  const item = (key: Parameters<ShellWords>[0], name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: words(key),
    click: () => command(name),
    ...(accelerator ? { accelerator } : {}),
  })
  const role = (
    key: Parameters<ShellWords>[0],
    name: NonNullable<MenuItemConstructorOptions['role']>,
  ): MenuItemConstructorOptions => ({
    label: words(key),
    role: name,
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return Menu.buildFromTemplate([
    {
      label: words('shell.menu.file'),
      submenu: [
        item('shell.menu.intake', 'intake.files', 'CmdOrCtrl+O'),
        item('shell.menu.paste', 'intake.paste', 'CmdOrCtrl+Shift+V'),
        separator,
        item('shell.menu.newArchive', 'archive.new'),
        item('shell.menu.openArchive', 'archive.open'),
        separator,
        item('shell.menu.export', 'export', 'CmdOrCtrl+E'),
        item('shell.menu.corrections', 'view.corrections'),
        separator,
        role('shell.menu.quit', 'quit'),
      ],
    },
    {
      label: words('shell.menu.edit'),
      submenu: [
        // The page knows whether text or data is meant.
        item('shell.menu.undo', 'edit.undo', 'CmdOrCtrl+Z'),
        item('shell.menu.redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        role('shell.menu.cut', 'cut'),
        role('shell.menu.copy', 'copy'),
        role('shell.menu.pasteText', 'paste'),
        role('shell.menu.selectAll', 'selectAll'),
      ],
    },
    {
      label: words('shell.menu.view'),
      submenu: [
        item('shell.menu.goIntake', 'view.intake', 'CmdOrCtrl+1'),
        item('shell.menu.goArchive', 'view.archive', 'CmdOrCtrl+2'),
        item('shell.menu.goEvents', 'view.events', 'CmdOrCtrl+3'),
        item('shell.menu.goPeople', 'view.people', 'CmdOrCtrl+4'),
        item('shell.menu.find', 'search.focus', 'CmdOrCtrl+F'),
        item('shell.menu.history', 'view.history', 'CmdOrCtrl+H'),
        separator,
        role('shell.menu.zoomIn', 'zoomIn'),
        role('shell.menu.zoomOut', 'zoomOut'),
        role('shell.menu.zoomReset', 'resetZoom'),
        role('shell.menu.fullScreen', 'togglefullscreen'),
        separator,
        item('shell.menu.settings', 'view.settings', 'CmdOrCtrl+,'),
      ],
    },
    { label: words('shell.menu.help'), submenu: [item('shell.menu.about', 'about')] },
  ])
}
