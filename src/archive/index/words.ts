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

/** Stands before the beginnings of words: a private letter, which no text that people write has. */
export const START = '\uE000'
/** A word that nobody types: no phrase reaches over it. */
export const BETWEEN = '\uE001'
/** Beginnings of so many letters are indexed; longer ones are completed from the vocabulary. */
export const LONGEST_START = 2

/** Folded words with a space at both ends, so that whole words can be looked for in them. */
export function padded(text: string, rung: 'bare' | 'iy'): string {
  return ` ${indexWords(text, rung).join(' ')} `
}
