import { wordsOf } from '../text/words'

/** One thing a query asks for. */
export interface QueryTerm {
  /** As typed, for highlighting. */
  text: string
  /** Its words as typed; several must follow one another. */
  words: string[]
  quoted: boolean
  /** True where the last word may still be being typed, so that it matches as a beginning too. */
  prefix: boolean
}

/** One word or quotation as it stands in a query. */
export interface Piece {
  text: string
  /** Where the text goes on after it. */
  end: number
  quoted: boolean
  /** True for a quotation that has its closing mark. */
  closed: boolean
}

const OPENING = '"“”„«'
const CLOSING = /["“”»]/

/**
 * Reads words and "phrases" and nothing else, for the small lists that know no fields.
 * A number with punctuation inside (187/BC-BPC) is a phrase.
 */
export function parseTerms(text: string): { term: QueryTerm; excluded: boolean }[] {
  const terms: { term: QueryTerm; excluded: boolean }[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/u.test(text[at]!)) {
      at++
      continue
    }
    const excluded = text[at] === '-' && at + 1 < text.length && !/\s/u.test(text[at + 1]!)
    const piece = pieceAt(text, excluded ? at + 1 : at)
    const term = termOf(piece, text.length, excluded)
    if (term) terms.push({ term, excluded })
    at = piece.end
  }
  return terms
}

/** The word or quotation that begins at a place, where there is no white space. */
export function pieceAt(text: string, at: number): Piece {
  if (OPENING.includes(text[at]!)) {
    const start = at + 1
    const length = text.slice(start).search(CLOSING)
    if (length === -1) return { text: text.slice(start), end: text.length, quoted: true, closed: false }
    return { text: text.slice(start, start + length), end: start + length + 1, quoted: true, closed: true }
  }
  const word = /^[^\s"“”„«»]*/u.exec(text.slice(at))?.[0] ?? ''
  return { text: word, end: at + Math.max(word.length, 1), quoted: false, closed: false }
}

/**
 * What a piece asks for; null where it has no word. Its last word also matches as a beginning, unless a
 * space or a closing quotation mark says that it is finished.
 * @param length of the whole query
 */
export function termOf({ text, end, quoted, closed }: Piece, length: number, excluded: boolean): QueryTerm | null {
  const words = wordsOf(text).map((word) => word.text)
  return words.length > 0 ? { text, words, quoted, prefix: end >= length && !closed && !excluded } : null
}
