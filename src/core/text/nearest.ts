import { fold } from './fold'

/** A name without marks, case and the signs between its words: `Tiêu đề`, `tieu_de` and `TIÊU-ĐỀ` are one. */
export function nameKey(name: string): string {
  return fold(name.normalize('NFC'), 'bare')
    .toLowerCase()
    .replace(/[\s_\-.:]+/g, ' ')
    .trim()
}

/**
 * The known name that a mistyped one most likely means: fewest letters to change, at most a third of them.
 * @returns null where none is near
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = nameKey(name)
  let best: { name: string; distance: number } | null = null
  for (const one of known) {
    const key = nameKey(one)
    const within = key.startsWith(wanted) || wanted.startsWith(key) ? 1 : Number.POSITIVE_INFINITY
    const distance = Math.min(editDistance(wanted, key), wanted.length > 2 ? within : Number.POSITIVE_INFINITY)
    if (distance <= Math.max(1, Math.ceil(key.length / 3)) && (!best || distance < best.distance))
      best = { name: one, distance }
  }
  return best?.name ?? null
}

/** Letters to put in, take out, replace or swap with their neighbour to make one text of the other. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const next = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + same)
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, before[column - 2]! + 1)
      next.push(least)
    }
    before = last
    last = next
  }
  return last[to.length]!
}
