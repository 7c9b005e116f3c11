import { type KeysOf, type Language, type Translate, translator } from '#core/messages'
import enCli from '#resources/locale/en/cli.json'
import enError from '#resources/locale/en/error.json'
import enVocabulary from '#resources/locale/en/vocabulary.json'
import viCli from '#resources/locale/vi/cli.json'
import viError from '#resources/locale/vi/error.json'
import viVocabulary from '#resources/locale/vi/vocabulary.json'

const vi = { ...viCli, ...viError, ...viVocabulary }
const en = { ...enCli, ...enError, ...enVocabulary }

export type CliWords = Translate<KeysOf<typeof vi>>

/** The words of the command line. */
export const cliWords = (language: Language): CliWords => translator(language === 'vi' ? vi : en, language)
