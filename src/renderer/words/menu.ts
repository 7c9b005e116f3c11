import type { menuCommands } from '#contract/menu'
import type { Phrases } from './words'

/** What a command is called, without the signs that only a menu needs. */
export const commandWords = ({ t }: Phrases, { words }: Pick<(typeof menuCommands)[number], 'words'>): string =>
  t(`shell.menu.${words}`).replace('&', '').replace(/…$/, '')
