import type { KhoErrorData } from '#core/errors'
import { historySentence } from '#core/history'
import { showInstant } from '../../words/dates'
import type { Phrases } from '../../words/words'

/** What a change did, as one sentence. */
export const sentenceOf = (phrases: Phrases, change: { operation: string; args: Record<string, string> }): string =>
  historySentence((key, args) => phrases.maybe(key, args) ?? key, change.operation, change.args)

/** Which later change stands in the way of an undo, or null where the refusal has another reason. */
export function blockedBy(phrases: Phrases, { code, args }: KhoErrorData): string | null {
  const { sequence, who = '', at = '', operation } = args
  if (code !== 'record-changed-meanwhile' || !sequence || !operation) return null
  const sentence = sentenceOf(phrases, { operation, args })
  return phrases.t('history.blockedBy', { sequence, who, at: at && showInstant(at), sentence })
}
