import { type KeysOf, type Language, type Translate, translator } from '#core/messages'
import enCli from '#resources/locale/en/cli.json'
import enCorrections from '#resources/locale/en/corrections.json'
import enCustody from '#resources/locale/en/custody.json'
import enError from '#resources/locale/en/error.json'
import enExplain from '#resources/locale/en/explain.json'
import enHistory from '#resources/locale/en/history.json'
import enInside from '#resources/locale/en/inside.json'
import enLearnt from '#resources/locale/en/learnt.json'
import enPackage from '#resources/locale/en/package.json'
import enPreflight from '#resources/locale/en/preflight.json'
import enQuery from '#resources/locale/en/query.json'
import enReason from '#resources/locale/en/reason.json'
import enTemplate from '#resources/locale/en/template.json'
import enVocabulary from '#resources/locale/en/vocabulary.json'
import enWarning from '#resources/locale/en/warning.json'
import viCli from '#resources/locale/vi/cli.json'
import viCorrections from '#resources/locale/vi/corrections.json'
import viCustody from '#resources/locale/vi/custody.json'
import viError from '#resources/locale/vi/error.json'
import viExplain from '#resources/locale/vi/explain.json'
import viHistory from '#resources/locale/vi/history.json'
import viInside from '#resources/locale/vi/inside.json'
import viLearnt from '#resources/locale/vi/learnt.json'
import viPackage from '#resources/locale/vi/package.json'
import viPreflight from '#resources/locale/vi/preflight.json'
import viQuery from '#resources/locale/vi/query.json'
import viReason from '#resources/locale/vi/reason.json'
import viTemplate from '#resources/locale/vi/template.json'
import viVocabulary from '#resources/locale/vi/vocabulary.json'
import viWarning from '#resources/locale/vi/warning.json'

const vi = {
  ...viCli,
  ...viCorrections,
  ...viCustody,
  ...viError,
  ...viExplain,
  ...viHistory,
  ...viInside,
  ...viLearnt,
  ...viPackage,
  ...viPreflight,
  ...viQuery,
  ...viReason,
  ...viTemplate,
  ...viVocabulary,
  ...viWarning,
}
const en = {
  ...enCli,
  ...enCorrections,
  ...enCustody,
  ...enError,
  ...enExplain,
  ...enHistory,
  ...enInside,
  ...enLearnt,
  ...enPackage,
  ...enPreflight,
  ...enQuery,
  ...enReason,
  ...enTemplate,
  ...enVocabulary,
  ...enWarning,
}

export type CliWords = Translate<KeysOf<typeof vi>>

/** The words of the command line. */
export const cliWords = (language: Language): CliWords => translator(language === 'vi' ? vi : en, language)
