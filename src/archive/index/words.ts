import { fold, type Rung } from '#core/text/fold'
import { hasDiacritics } from '#core/text/letters'
import { wordsOf, wordTexts } from '#core/text/words'

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
/** Beginnings of so many letters are indexed; longer ones are completed from the vocabulary. */
export const LONGEST_START = 2

interface Forms {
  bare: string
  /** With its marks, tone placement and i/y aside. */
  marked: string
  starts: string[]
  hasMarks: boolean
  /** The last call that met it. */
  met: number
}

const MOST_KNOWN = 30_000
const known = new Map<string, Forms>()
let calls = 0

function formsOf(word: string): Forms {
  let forms = known.get(word)
  if (!forms) {
    const bare = indexWords(word, 'bare').join('')
    const marked = indexWords(word, 'iy').join('')
    const letters = [...bare].slice(0, LONGEST_START)
    const starts = letters.map((_, at) => START + letters.slice(0, at + 1).join(''))
    forms = { bare, marked, starts, hasMarks: hasDiacritics(marked), met: 0 }
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(word, forms)
  }
  return forms
}

/** What the full-text tables take in of some texts. */
export interface Tokens {
  /** The words of each text without marks. */
  bare: string[]
  /** Distinct words with their marks, and beginnings. */
  extra: string
  vocabulary: Set<string>
}

/** Words of texts for the full-text tables; each distinct word is folded once. */
export function tokensOf(texts: string[]): Tokens {
  calls += 1
  const vocabulary = new Set<string>()
  const extra = new Set<string>()
  const bare = texts.map((text) => {
    const words: string[] = []
    for (const word of wordTexts(text)) {
      const forms = formsOf(word)
      if (forms.bare === '') continue
      words.push(forms.bare)
      if (forms.met === calls) continue
      forms.met = calls
      vocabulary.add(forms.marked)
      if (forms.hasMarks) extra.add(forms.marked)
      for (const start of forms.starts) extra.add(start)
    }
    return words.join(' ')
  })
  return { bare, extra: [...extra].join(' '), vocabulary }
}

/** Folded words with a space at both ends, so that whole words can be looked for in them. */
export function padded(text: string, rung: 'bare' | 'iy'): string {
  return ` ${indexWords(text, rung).join(' ')} `
}
