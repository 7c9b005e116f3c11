/** A stretch of text that stands for something: [start, end) in UTF-16 units. */
export interface Stretch<T> {
  start: number
  end: number
  of: T
}

export interface Segment<T> {
  start: number
  words: string
  of: T | null
}

/**
 * Cuts a text into pieces that each belong to one stretch at most. Where stretches lie over each other the shortest
 * wins: a name inside the title of an event is still a name. Stretches beyond the text are cut to it.
 */
export function segments<T>(text: string, stretches: Stretch<T>[]): Segment<T>[] {
  const inside = stretches
    .map(({ start, end, of }) => ({ start: Math.max(0, start), end: Math.min(end, text.length), of }))
    .filter(({ start, end }) => end > start)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const pieces: Segment<T>[] = []
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? text.length
    const of = shortestOver(inside, start, end)
    const before = pieces.at(-1)
    if (before && before.of === of) before.words += text.slice(start, end)
    else pieces.push({ start, words: text.slice(start, end), of })
  }
  return pieces
}

function shortestOver<T>(stretches: Stretch<T>[], start: number, end: number): T | null {
  let best: Stretch<T> | null = null
  for (const stretch of stretches) {
    if (stretch.start > start || stretch.end < end) continue
    if (!best || stretch.end - stretch.start < best.end - best.start) best = stretch
  }
  return best?.of ?? null
}
