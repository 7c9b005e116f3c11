import type { KhoErrorData } from '#core/errors'
import type { Warning } from '#core/model/draft'
import type { Phrases } from './words'

/** What happened and what to do, in the words of the task. */
export interface ErrorWords {
  what: string
  doNext: string
}

/**
 * Puts an error into words. An argument the words need and the error lacks must not hide the error:
 * then the words of `internal` stand in.
 */
export function errorWords(phrases: Phrases, error: KhoErrorData): ErrorWords {
  try {
    return {
      what: phrases.t(`error.${error.code}.what`, error.args),
      doNext: phrases.t(`error.${error.code}.doNext`, error.args),
    }
  } catch {
    return { what: phrases.t('error.internal.what'), doNext: phrases.t('error.internal.doNext') }
  }
}

/** A coded sentence of the engine (`warning.…`, `reason.…`, `repaired.…`) in words, or null where none are known. */
export function coded(
  phrases: Phrases,
  area: string,
  line: { code: string; args: Record<string, string> },
): string | null {
  try {
    return phrases.maybe(`${area}.${line.code}`, line.args)
  } catch {
    return null
  }
}

/** A warning in words; one without words still names its file. */
export function warningWords(phrases: Phrases, warning: Warning): string {
  const args = { file: warning.file ?? '', ...warning.args }
  return (
    coded(phrases, 'warning', { code: warning.code, args }) ?? phrases.t('ui.warning.unnamed', { code: warning.code })
  )
}
