import { type KeysOf, type Language, type Translate, translator } from '#core/messages'
import en from '#resources/locale/en/shell.json'
import vi from '#resources/locale/vi/shell.json'

export type ShellWords = Translate<KeysOf<typeof vi>>

/** The words of menus, dialogs and notifications. */
export function shellWords(language: Language): ShellWords {
  return translator(language === 'vi' ? vi : en, language)
}
