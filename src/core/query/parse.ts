import { wordsOf } from '../text/words'

/** One thing a query asks for. */
export interface QueryTerm {
  /** As typed, for highlighting. */
  text: string
  /** Its words as typed; several must follow one another. */
  words: string[]
  excluded: boolean
  /** True where the last word may still be being typed, so that it matches as a beginning too. */
  prefix: boolean
}

const OPENING = '"“”„«'
const CLOSING = /["“”»]/

/**
 * Reads a search as typed: words that must all occur, "phrases", -words or -"phrases" that must not.
 * A number with punctuation inside (187/BC-BPC) is a phrase. The last word also matches as a
 * beginning, unless a space or a closing quotation mark says that it is finished.
 */
export function parseQuery(text: string): QueryTerm[] {
  const terms: QueryTerm[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/u.test(text[at]!)) {
      at++
      continue
    }
    const excluded = text[at] === '-' && at + 1 < text.length && !/\s/u.test(text[at + 1]!)
    const start = excluded ? at + 1 : at
    const quoted = OPENING.includes(text[start]!)
    const piece = quoted ? quotedAt(text, start + 1) : wordAt(text, start)
    const words = wordsOf(piece.text).map((word) => word.text)
    const prefix = piece.end >= text.length && !piece.closed && !excluded
    if (words.length > 0) terms.push({ text: piece.text, words, excluded, prefix })
    at = piece.end
  }
  return terms
}

function quotedAt(text: string, start: number): { text: string; end: number; closed: boolean } {
  const rest = text.slice(start)
  const length = rest.search(CLOSING)
  if (length === -1) return { text: rest, end: text.length, closed: false }
  return { text: rest.slice(0, length), end: start + length + 1, closed: true }
}

function wordAt(text: string, start: number): { text: string; end: number; closed: boolean } {
  const piece = /^[^\s"“”„«»]*/u.exec(text.slice(start))?.[0] ?? ''
  const end = start + Math.max(piece.length, 1)
  return { text: piece, end, closed: false }
}
