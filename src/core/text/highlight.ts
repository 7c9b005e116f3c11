import { fold, type Rung } from './fold'
import { FoldedWords, foldedWord } from './folded-words'
import { hasDiacritics } from './letters'
import { wordsOf } from './words'

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
  return markFinder(queryWords, options)(text)
}

/** `findMarks` for many texts: what is looked for is worked out once. */
export function markFinder(
  queryWords: readonly string[],
  options: { prefix?: boolean } = {},
): (text: string) => Mark[] {
  const phrases = queryWords.map((entry, index) => {
    const prefix = options.prefix !== false && index === queryWords.length - 1
    return wordsOf(entry).map((word, at, all) => matcherOf(word.text, prefix && at === all.length - 1))
  })
  return (text) => {
    const count = folds.scan(text)
    const { numbers, starts, ends } = folds
    const marks: Mark[] = []
    for (const phrase of phrases) {
      const [first, ...others] = phrase
      if (!first) continue
      for (let at = 0; at + phrase.length <= count; at++) {
        if (first(numbers[at]!) && others.every((matches, offset) => matches(numbers[at + 1 + offset]!))) {
          marks.push([starts[at]!, ends[at + phrase.length - 1]!])
        }
      }
    }
    return joined(marks)
  }
}

const folds = new FoldedWords()

/** What to look for in an index of bare words while a word is being typed. */
export interface PrefixForms {
  /** The folded word itself. */
  whole: string
  /** Beginning of other words: `ky` folds to `ki` for kỹ = kĩ, but must not find kinh. */
  prefix: string
}

/** Both forms of a last word at a rung; they differ only in syllables that the i/y rung folds. */
export function prefixForms(word: string, rung: Rung): PrefixForms {
  const whole = foldedWord(word, rung)
  const typed = fold(word, 'tone').normalize('NFD')
  return { whole, prefix: /^[hklmst]y\p{M}*$/u.test(typed) ? whole.replace(/^(.)i/u, '$1y') : whole }
}

/** Whether the word of a number in `folds` is meant. */
type Matcher = (number: number) => boolean

function matcherOf(typed: string, prefix: boolean): Matcher {
  if (!prefix) return isLike(typed)
  const known = new Map<number, boolean>()
  const matches = beginsLike(typed)
  let { generation } = folds
  return (number) => {
    if (generation !== folds.generation) {
      generation = folds.generation
      known.clear()
    }
    let answer = known.get(number)
    if (answer === undefined) {
      answer = matches(number)
      known.set(number, answer)
    }
    return answer
  }
}

function isLike(typed: string): Matcher {
  const rung = hasDiacritics(typed) ? 'iy' : 'bare'
  const whole = foldedWord(typed, rung)
  return (number) => folds.form(number, rung) === whole
}

function beginsLike(typed: string): Matcher {
  const rung = hasDiacritics(typed) ? 'iy' : 'bare'
  const { whole, prefix: start } = prefixForms(typed, rung)
  // Half-typed words: the tone may still be missing (tiê → tiến) or sit where only the open syllable has it (hoà → hoàn).
  const asTyped = typed.normalize('NFC').toLowerCase()
  const toneless = rung === 'iy' && fold(typed, 'letters') === fold(typed, 'tone')
  return (number) => {
    const word = folds.form(number, rung)
    if (word === whole || word.startsWith(start)) return true
    if (folds.form(number, 'exact').toLowerCase().startsWith(asTyped)) return true
    const letters = toneless ? folds.form(number, 'letters') : ''
    return letters.length > start.length && letters.startsWith(start)
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
