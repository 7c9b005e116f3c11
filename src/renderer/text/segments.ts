/** A stretch of text that stands for something: [start, end) in UTF-16 units. */
export interface Stretch<T> {
  start: number
  end: number
  of: T
  /** Shown only where nothing else is: the title of an event holds names of its own. */
  beneath?: boolean
}

export interface Segment<T> {
  start: number
  words: string
  of: T | null
}

/**
 * Cuts a text into pieces that each belong to one stretch at most. Where stretches lie over each other the longest
 * wins: the place in the name of a body is part of that name. Stretches beyond the text are cut to it.
 */
export function segments<T>(text: string, stretches: Stretch<T>[]): Segment<T>[] {
  const inside = stretches
    .map((stretch) => ({ ...stretch, start: Math.max(0, stretch.start), end: Math.min(stretch.end, text.length) }))
    .filter(({ start, end }) => end > start)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const pieces: Segment<T>[] = []
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? text.length
    const of = topOver(inside, start, end)
    const before = pieces.at(-1)
    if (before && before.of === of) before.words += text.slice(start, end)
    else pieces.push({ start, words: text.slice(start, end), of })
  }
  return pieces
}

function topOver<T>(stretches: Stretch<T>[], start: number, end: number): T | null {
  let best: Stretch<T> | null = null
  for (const stretch of stretches) {
    if (stretch.start > start || stretch.end < end) continue
    if (!best || over(stretch, best)) best = stretch
  }
  return best?.of ?? null
}

function over(a: Stretch<unknown>, b: Stretch<unknown>): boolean {
  if (Boolean(a.beneath) !== Boolean(b.beneath)) return !a.beneath
  return a.end - a.start > b.end - b.start
}
