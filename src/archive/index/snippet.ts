import type { QueryTerm } from '#core/query/terms'
import { findMarks, type Mark } from '#core/text/highlight'

const BEFORE = 60
const LENGTH = 220

/** What of a query is to be marked, in the order `findMarks` wants: a half-typed word last. */
export interface MarkedWords {
  words: string[]
  prefix: boolean
}

/** The wanted terms of a query for marking hits. */
export function markedWords(wanted: QueryTerm[]): MarkedWords {
  return { words: wanted.map((term) => term.text), prefix: wanted.at(-1)?.prefix ?? false }
}

/** Where the marked words stand in a text. */
export function marksOf(text: string, { words, prefix }: MarkedWords): Mark[] {
  return findMarks(text, words, { prefix })
}

/** A piece of a text around its hits, with marks. */
export interface Snippet {
  text: string
  marks: Mark[]
}

/** The piece of a text that shows most of what is to be marked; null where nothing is. */
export function snippetOf(text: string, marked: MarkedWords): Snippet | null {
  const marks = marksOf(text, marked)
  const best = closest(marks)
  return best === null ? null : pieceAround(text, best, marks)
}

/** The first mark after which as many others as anywhere follow within the length of a snippet. */
function closest(marks: Mark[]): Mark | null {
  let best: Mark | null = null
  let most = 0
  let end = 0
  for (const [at, mark] of marks.entries()) {
    while (end < marks.length && marks[end]![1] <= mark[0] + LENGTH - BEFORE) end++
    const letters = marks.slice(at, Math.min(end, at + 12)).reduce((sum, [from, to]) => sum + to - from, 0)
    if (best === null || letters > most) {
      best = mark
      most = letters
    }
  }
  return best
}

/** From a word boundary somewhat before the hit, never over a line's end. */
function pieceAround(text: string, [hit, hitEnd]: Mark, marks: Mark[]): Snippet {
  const lineStart = text.lastIndexOf('\n', hit - 1) + 1
  let start = Math.max(lineStart, hit - BEFORE)
  if (start > lineStart) start = text.indexOf(' ', start) + 1 || start
  if (start > hit) start = hit
  const lineEnd = text.indexOf('\n', hit)
  const stop = lineEnd === -1 ? text.length : lineEnd
  let end = Math.min(stop, Math.max(start + LENGTH, hitEnd))
  if (end < stop) end = Math.max(text.lastIndexOf(' ', end), hitEnd)
  const before = start > lineStart ? '…' : ''
  const moved = before.length - start
  return {
    text: `${before}${text.slice(start, end)}${end < stop ? '…' : ''}`,
    marks: marks.flatMap(([from, to]) => (from >= start && to <= end ? [[from + moved, to + moved] as Mark] : [])),
  }
}
