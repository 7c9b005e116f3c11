/** What the desktop does by itself in the field that has the caret, or with the window. */
export type MenuRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'quit'

/** A command of the window; its words stand under `shell.menu`, its keys as Electron writes them. */
export interface MenuCommand {
  words: string
  command: string
  keys?: string
  /** Inside a field the keys are the field's own. */
  outsideFields?: boolean
}

export type MenuItem = MenuCommand | { words: string; role: MenuRole } | 'separator' | 'recent'

/**
 * The menus of the window, in order. One list for the native menu, the shortcuts, their sheet and the palette, so that
 * none of them can say anything else than the others.
 */
export const menus = [
  {
    words: 'file',
    items: [
      { words: 'intake', command: 'intake.files', keys: 'CmdOrCtrl+O' },
      { words: 'intakeFolder', command: 'intake.folder' },
      { words: 'paste', command: 'intake.paste', keys: 'CmdOrCtrl+Shift+V', outsideFields: true },
      'separator',
      { words: 'newArchive', command: 'archive.new', keys: 'CmdOrCtrl+N' },
      { words: 'openArchive', command: 'archive.open' },
      'recent',
      { words: 'closeArchive', command: 'archive.close' },
      'separator',
      { words: 'export', command: 'export', keys: 'CmdOrCtrl+E' },
      { words: 'corrections', command: 'view.corrections' },
      { words: 'receivePackage', command: 'package.receive' },
      'separator',
      { words: 'quit', role: 'quit' },
    ],
  },
  {
    words: 'edit',
    items: [
      { words: 'undo', command: 'edit.undo', keys: 'CmdOrCtrl+Z', outsideFields: true },
      { words: 'redo', command: 'edit.redo', keys: 'CmdOrCtrl+Shift+Z', outsideFields: true },
      'separator',
      { words: 'cut', role: 'cut' },
      { words: 'copy', role: 'copy' },
      { words: 'pasteText', role: 'paste' },
      { words: 'selectAll', role: 'selectAll' },
    ],
  },
  {
    words: 'view',
    items: [
      { words: 'palette', command: 'palette', keys: 'CmdOrCtrl+K' },
      { words: 'find', command: 'search.focus', keys: 'CmdOrCtrl+F' },
      'separator',
      { words: 'goIntake', command: 'view.intake', keys: 'CmdOrCtrl+1' },
      { words: 'goArchive', command: 'view.archive', keys: 'CmdOrCtrl+2' },
      { words: 'goEvents', command: 'view.events', keys: 'CmdOrCtrl+3' },
      { words: 'goPeople', command: 'view.people', keys: 'CmdOrCtrl+4' },
      { words: 'goPhotos', command: 'view.photos', keys: 'CmdOrCtrl+5' },
      { words: 'goOrganizations', command: 'view.organizations' },
      { words: 'goPlaces', command: 'view.places' },
      { words: 'goDocuments', command: 'view.documents' },
      { words: 'goDossiers', command: 'view.dossiers', keys: 'CmdOrCtrl+6' },
      { words: 'goTransfers', command: 'view.transfers', keys: 'CmdOrCtrl+7' },
      { words: 'goStatistics', command: 'view.statistics', keys: 'CmdOrCtrl+8' },
      { words: 'history', command: 'view.history', keys: 'CmdOrCtrl+H' },
      { words: 'goBin', command: 'view.bin' },
      'separator',
      { words: 'back', command: 'go.back', keys: 'Alt+Left' },
      { words: 'forward', command: 'go.forward', keys: 'Alt+Right' },
      'separator',
      { words: 'zoomIn', role: 'zoomIn' },
      { words: 'zoomOut', role: 'zoomOut' },
      { words: 'zoomReset', role: 'resetZoom' },
      { words: 'fullScreen', role: 'togglefullscreen' },
      'separator',
      { words: 'settings', command: 'view.settings', keys: 'CmdOrCtrl+,' },
    ],
  },
  {
    words: 'help',
    items: [
      { words: 'shortcuts', command: 'help.shortcuts', keys: 'F1' },
      { words: 'searchHelp', command: 'help.search' },
      { words: 'about', command: 'about' },
    ],
  },
] as const satisfies { words: string; items: readonly MenuItem[] }[]

type Item = (typeof menus)[number]['items'][number]

/** Every command of the menus, in their order. */
export const menuCommands = menus
  .flatMap(({ items }): readonly Item[] => items)
  .filter((item): item is Extract<Item, { command: string }> => typeof item === 'object' && 'command' in item)
