import { fold, type Rung } from '#core/text/fold'
import { FoldedWords } from '#core/text/folded-words'
import { hasDiacritics } from '#core/text/letters'
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

/** What the full-text tables take in of some texts. */
export interface Tokens {
  /** The words of each text without marks. */
  bare: string[]
  /** Distinct words with their marks, and beginnings. */
  extra: string
  /** Distinct words with their marks where they have any. */
  vocabulary: string[]
}

/** One word of the tables; `met` is the last call of `tokensOf` that met it. */
interface Token {
  text: string
  met: number
}

interface Forms {
  bare: string
  /** With its marks, tone placement and i/y aside. */
  marked: Token
  hasMarks: boolean
  /** Its beginnings behind the private letter. */
  starts: Token[]
  met: number
}

const folded = new FoldedWords()
let generation = 0
let known: Forms[] = []
let tokens = new Map<string, Token>()
let calls = 0

function tokenOf(text: string): Token {
  let token = tokens.get(text)
  if (!token) {
    token = { text, met: 0 }
    tokens.set(text, token)
  }
  return token
}

function newForms(number: number): Forms {
  const bare = folded.form(number, 'bare')
  const marked = folded.form(number, 'iy')
  const letters = [...bare].slice(0, LONGEST_START)
  const starts = letters.map((_, at) => tokenOf(START + letters.slice(0, at + 1).join('')))
  const forms = { bare, marked: tokenOf(marked), hasMarks: hasDiacritics(marked), starts, met: 0 }
  known[number] = forms
  return forms
}

/** Words of texts for the full-text tables; each distinct word is folded once. */
export function tokensOf(texts: string[]): Tokens {
  calls += 1
  const vocabulary: string[] = []
  const extra: string[] = []
  const bare = texts.map((text) => {
    const count = folded.scan(text)
    if (generation !== folded.generation) startOver()
    const { numbers } = folded
    const words: string[] = []
    for (let at = 0; at < count; at++) {
      const forms = known[numbers[at]!] ?? newForms(numbers[at]!)
      if (forms.bare === '') continue
      words.push(forms.bare)
      if (forms.met === calls) continue
      forms.met = calls
      if (forms.marked.met !== calls) {
        forms.marked.met = calls
        vocabulary.push(forms.marked.text)
        if (forms.hasMarks) extra.push(forms.marked.text)
      }
      for (const start of forms.starts) {
        if (start.met === calls) continue
        start.met = calls
        extra.push(start.text)
      }
    }
    return words.join(' ')
  })
  return { bare, extra: extra.join(' '), vocabulary }
}

function startOver(): void {
  generation = folded.generation
  known = []
  tokens = new Map()
}

/** Folded words with a space at both ends, so that whole words can be looked for in them. */
export function padded(text: string, rung: 'bare' | 'iy'): string {
  return ` ${indexWords(text, rung).join(' ')} `
}
