import { fold, type Rung } from '#core/text/fold'
import { wordsOf } from '#core/text/words'

/**
 * The words of a text as the index holds them: folded, and only letters and digits in each, so that
 * SQLite splits them where we do.
 */
export function indexWords(text: string, rung: Rung): string[] {
  const words = wordsOf(text).map((word) => word.text)
  return fold(words.join('\n'), rung)
    .replace(/[^\p{L}\p{N}\n]+/gu, '')
    .split('\n')
    .filter((word) => word !== '')
}
