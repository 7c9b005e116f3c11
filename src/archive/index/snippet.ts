import type { QueryTerm } from '#core/query/terms'
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
export function markedWords(wanted: QueryTerm[]): MarkedWords {
  return { words: wanted.map((term) => term.text), prefix: wanted.at(-1)?.prefix ?? false }
}

// A letter of no living script as a word of its own: no phrase reaches over it, no query asks for it.
const BETWEEN = '\n\uA7F7\uA7F7\uA7F7\n'

/**
 * `findMarks` for many texts at once: it folds each distinct word of a call only once, and the rows of
 * a page share most of theirs.
 */
export function marksOfAll(texts: string[], marked: MarkedWords): Mark[][] {
  const result: Mark[][] = texts.map(() => [])
  const starts: number[] = []
  let joined = ''
  for (const text of texts) {
    starts.push(joined.length)
    joined += text + BETWEEN
  }
  let at = 0
  for (const [start, end] of findMarks(joined, marked.words, { prefix: marked.prefix })) {
    while (at + 1 < starts.length && starts[at + 1]! <= start) at++
    const base = starts[at] ?? 0
    result[at]?.push([start - base, end - base])
  }
  return result
}

/** A piece of a text around its first hit, with marks. */
export interface Snippet {
  text: string
  marks: Mark[]
}

/**
 * A snippet of each text; null where nothing in it is to be marked.
 * Only likely places are looked at closely: folding the whole text of every row of a page costs too much.
 */
export function snippetsOf(texts: string[], marked: MarkedWords): (Snippet | null)[] {
  const result: (Snippet | null)[] = texts.map(() => null)
  let open = texts.map((text, row) => ({ row, text, places: likelyPlaces(text, marked) }))
  while (open.length > 0) {
    const tried = open.flatMap((one) => {
      const { value } = one.places.next()
      return value === undefined ? [] : [{ ...one, piece: pieceAround(one.text, value) }]
    })
    const marks = marksOfAll(
      tried.map((one) => one.piece),
      marked,
    )
    open = tried.filter((one, at) => {
      const found = marks[at] ?? []
      if (found.length > 0) result[one.row] = { text: one.piece, marks: found }
      return found.length === 0
    })
  }
  return result
}

function* likelyPlaces(text: string, marked: MarkedWords): Generator<number, undefined> {
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
