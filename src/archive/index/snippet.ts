import type { QueryTerm } from '#core/query/terms'
import { type Mark, markFinder } from '#core/text/highlight'

const BEFORE = 60
const LENGTH = 220

/** Finds what of a query is to be marked. */
export interface Marker {
  /** How many words or phrases there are. */
  entries: number
  marksOf(text: string): Mark[]
}

/** A marker for the wanted terms of a query, a half-typed word last. */
export function markerOf(wanted: QueryTerm[]): Marker {
  const prefix = wanted.at(-1)?.prefix ?? false
  const words = wanted.map((term) => term.text)
  return { entries: words.length, marksOf: markFinder(words, { prefix }) }
}

/** A piece of a text around its hits, with marks. */
export interface Snippet {
  text: string
  marks: Mark[]
}

// A line that shows this many marks is not bettered by looking on.
const ENOUGH = 2

/**
 * The piece of a text that shows most of what is to be marked; null where nothing is. Lines are looked at one
 * by one, and no further than needed: most of a long text is never read.
 */
export function snippetOf(text: string, marker: Marker): Snippet | null {
  const enough = Math.min(ENOUGH, marker.entries)
  let best: Snippet | null = null
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const snippet = snippetOfLine(text.slice(start, end), marker)
    if (snippet && snippet.marks.length > (best?.marks.length ?? 0)) best = snippet
    if (best && best.marks.length >= enough) return best
    start = end + 1
  }
  return best
}

function snippetOfLine(line: string, marker: Marker): Snippet | null {
  const marks = marker.marksOf(line)
  const best = closest(marks)
  return best === null ? null : pieceAround(line, best, marks)
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

/** From a word boundary somewhat before the hit. */
function pieceAround(line: string, [hit, hitEnd]: Mark, marks: Mark[]): Snippet {
  let start = Math.max(0, hit - BEFORE)
  if (start > 0) start = line.indexOf(' ', start) + 1 || start
  if (start > hit) start = hit
  let end = Math.min(line.length, Math.max(start + LENGTH, hitEnd))
  if (end < line.length) end = Math.max(line.lastIndexOf(' ', end), hitEnd)
  const before = start > 0 ? '…' : ''
  const moved = before.length - start
  return {
    text: `${before}${line.slice(start, end)}${end < line.length ? '…' : ''}`,
    marks: marks.flatMap(([from, to]) => (from >= start && to <= end ? [[from + moved, to + moved] as Mark] : [])),
  }
}
