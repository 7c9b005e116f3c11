import type { QueryTerm } from '#core/query/parse'
import { fold } from '#core/text/fold'
import { findMarks, type Mark } from '#core/text/highlight'

const BEFORE = 60
const LENGTH = 220
const MOST_PLACES = 8

/** What of a query is to be marked, in the order `findMarks` wants: a half-typed word last. */
export interface MarkedWords {
  words: string[]
  prefix: boolean
}

/** The wanted terms of a query for marking hits. */
export function markedWords(terms: QueryTerm[]): MarkedWords {
  const wanted = terms.filter((term) => !term.excluded)
  return { words: wanted.map((term) => term.text), prefix: wanted.at(-1)?.prefix ?? false }
}

/**
 * A piece of a text around the first hit, with marks.
 * Only likely places are looked at closely: folding the whole text of every row of a page costs too much.
 */
export function snippetOf(text: string, marked: MarkedWords): { text: string; marks: Mark[] } | null {
  for (const place of likelyPlaces(text, marked)) {
    const piece = pieceAround(text, place)
    const marks = findMarks(piece, marked.words, { prefix: marked.prefix })
    if (marks.length > 0) return { text: piece, marks }
  }
  return null
}

function* likelyPlaces(text: string, marked: MarkedWords): Generator<number> {
  for (const words of marked.words) {
    const pattern = loosePattern(words)
    if (!pattern) continue
    let places = 0
    for (const match of text.matchAll(pattern)) {
      yield match.index
      if (++places >= MOST_PLACES) break
    }
  }
}

const variants: Record<string, string> = {
  a: 'aàảãáạăằẳẵắặâầẩẫấậ',
  d: 'dđð',
  e: 'eèẻẽéẹêềểễếệ',
  i: 'iìỉĩíịyỳỷỹýỵ',
  o: 'oòỏõóọôồổỗốộơờởỡớợ',
  u: 'uùủũúụưừửữứự',
}

/** Finds a phrase whatever its marks; only a first sieve, `findMarks` has the last word. */
function loosePattern(words: string): RegExp | null {
  const letters = [
    ...fold(words, 'bare')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ]
  if (letters.length === 0) return null
  const source = letters.map((letter) => {
    if (letter === ' ') return '[^\\p{L}\\p{N}]+'
    return `[${variants[letter === 'y' ? 'i' : letter] ?? letter}]`
  })
  return new RegExp(`(?<![\\p{L}\\p{N}])${source.join('')}`, 'giu')
}

/** From a word boundary somewhat before the hit, never over a line's end. */
function pieceAround(text: string, hit: number): string {
  const lineStart = text.lastIndexOf('\n', hit - 1) + 1
  let start = Math.max(lineStart, hit - BEFORE)
  if (start > lineStart) start = text.indexOf(' ', start) + 1 || start
  if (start > hit) start = hit
  const lineEnd = text.indexOf('\n', hit)
  const stop = lineEnd === -1 ? text.length : lineEnd
  let end = Math.min(stop, start + LENGTH)
  if (end < stop) end = Math.max(text.lastIndexOf(' ', end), hit + 1)
  const piece = text.slice(start, end)
  return `${start > lineStart ? '…' : ''}${piece}${end < stop ? '…' : ''}`
}
