import { fold, type Rung } from './fold'
import { hasDiacritics } from './letters'
import { type Word, wordsOf } from './words'

/** [start, end) in UTF-16 units of the text as given. */
export type Mark = [start: number, end: number]

/**
 * Finds where the words of a query stand in a text, for highlighting.
 *
 * A word typed with diacritics matches only with them (tone placement, case and i/y aside); one typed
 * without matches any. An entry of several words is a phrase: they must follow one another. The last
 * word of the last entry also matches as the beginning of a word, for results as one types.
 * @param queryWords words or phrases, as typed
 * @param options.prefix false where the last word is complete (default true)
 * @returns marks in order, touching ones joined; linear in the length of the text
 */
export function findMarks(text: string, queryWords: readonly string[], options: { prefix?: boolean } = {}): Mark[] {
  const words = wordsOf(text)
  const folds = new FoldedWords(words)
  const marks: Mark[] = []
  for (const [index, entry] of queryWords.entries()) {
    const prefix = options.prefix !== false && index === queryWords.length - 1
    const phrase = wordsOf(entry).map((word, at, all) => matcherOf(word.text, prefix && at === all.length - 1))
    if (phrase.length === 0) continue
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((matches, offset) => matches(folds, at + offset))) {
        marks.push([words[at]!.start, words[at + phrase.length - 1]!.end])
      }
    }
  }
  return joined(marks)
}

/** What to look for in an index of bare words while a word is being typed. */
export interface PrefixForms {
  /** The folded word itself. */
  whole: string
  /** Beginning of other words: `ky` folds to `ki` for kỹ = kĩ, but must not find kinh. */
  prefix: string
}

/** Both forms of a last word at a rung; they differ only in syllables that the i/y rung folds. */
export function prefixForms(word: string, rung: Rung): PrefixForms {
  const whole = fold(word, rung)
  const typed = fold(word, 'tone').normalize('NFD')
  return { whole, prefix: /^[hklmst]y\p{M}*$/u.test(typed) ? whole.replace(/^(.)i/u, '$1y') : whole }
}

type Matcher = (folds: FoldedWords, at: number) => boolean

function matcherOf(typed: string, prefix: boolean): Matcher {
  const rung = hasDiacritics(typed) ? 'iy' : 'bare'
  const { whole, prefix: start } = prefixForms(typed, rung)
  if (!prefix) return (folds, at) => folds.at(at, rung) === whole
  // Half-typed words: the tone may still be missing (tiê → tiến) or sit where only the open syllable has it (hoà → hoàn).
  const asTyped = typed.normalize('NFC').toLowerCase()
  const toneless = rung === 'iy' && fold(typed, 'letters') === fold(typed, 'tone')
  return (folds, at) => {
    const word = folds.at(at, rung)
    if (word === whole || word.startsWith(start) || folds.at(at, 'exact').toLowerCase().startsWith(asTyped)) return true
    const letters = toneless ? folds.at(at, 'letters') : ''
    return letters.length > start.length && letters.startsWith(start)
  }
}

/** Folds the words of a text when first asked, each once per rung. */
class FoldedWords {
  private readonly known = new Map<Rung, string[]>()
  private readonly words: readonly Word[]

  constructor(words: readonly Word[]) {
    this.words = words
  }

  at(index: number, rung: Rung): string {
    let folded = this.known.get(rung)
    if (!folded) {
      // One call for all words: the folder parses each distinct syllable once.
      folded = fold(this.words.map((word) => word.text).join('\n'), rung).split('\n')
      this.known.set(rung, folded)
    }
    return folded[index] ?? ''
  }
}

function joined(marks: Mark[]): Mark[] {
  const sorted = marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const result: Mark[] = []
  for (const mark of sorted) {
    const last = result.at(-1)
    if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1])
    else result.push([...mark])
  }
  return result
}
