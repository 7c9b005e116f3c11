import { menuCommands } from '#contract/menu'
import type { ArticleRow, AuthorityRow } from '#core/model/views'
import { fold } from '#core/text/fold'
import { authorityRoute, type Route } from '../state/route'
import { showDate } from '../words/dates'
import { commandWords } from '../words/menu'
import type { Phrases } from '../words/words'
import { shortcuts, shownKeys } from './useShortcuts'

/** One thing the palette offers: a command to run or a screen to go to. */
export interface PaletteItem {
  key: string
  label: string
  kind: string
  detail?: string | undefined
  keys?: string | undefined
  does: { run: string } | { to: Route }
}

/** Commands and screens whose words hold every word typed, in any order, with marks or without. */
export function commandItems(phrases: Phrases, typed: string): PaletteItem[] {
  const wanted = fold(typed, 'bare').split(/\s+/).filter(Boolean)
  return menuCommands
    .filter(({ command }) => command !== 'palette')
    .map((item): PaletteItem => {
      const keys = shortcuts.find(({ command }) => command === item.command)?.keys
      const screen = item.command.startsWith('view.')
      return {
        key: item.command,
        label: commandWords(phrases, item),
        kind: phrases.t(screen ? 'desk.palette.screen' : 'desk.palette.command'),
        keys: keys && shownKeys(keys),
        does: { run: item.command },
      }
    })
    .filter(({ label }) => {
      const words = fold(label, 'bare')
      return wanted.every((word) => words.includes(word))
    })
}

export const articleItem = ({ t, maybe }: Phrases, row: ArticleRow): PaletteItem => ({
  key: row.id,
  label: row.title || t('ui.review.untitled'),
  kind: maybe(`genre.${row.genre}`) ?? t('kind.article'),
  detail: row.date ? showDate(row.date) : undefined,
  does: { to: { screen: 'article', id: row.id } },
})

export const authorityItem = ({ t }: Phrases, row: AuthorityRow): PaletteItem => ({
  key: row.id,
  label: row.name,
  kind: t(`kind.${row.kind}`),
  detail: row.detail || (row.date ? showDate(row.date) : undefined),
  does: { to: authorityRoute(row.kind, row.id) },
})
