import type { PhotoMonths } from '#core/model/views'

/** One line of the wall: the head of a month, or some photos side by side. */
export type WallLine = { month: string; count: number } | { first: number; count: number }

/** The lines of a wall of so many columns: every month begins on a line of its own. */
export function linesOf(months: PhotoMonths['months'], columns: number): WallLine[] {
  const lines: WallLine[] = []
  let first = 0
  for (const { month, count } of months) {
    lines.push({ month, count })
    for (let at = 0; at < count; at += columns) {
      lines.push({ first: first + at, count: Math.min(columns, count - at) })
    }
    first += count
  }
  return lines
}

/** Which line a photo stands on, by its place in the list. */
export function lineOf(lines: WallLine[], photo: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOf(lines, middle) <= photo) low = middle
    else high = middle - 1
  }
  return low
}

/** The first photo at or below a line. */
function startOf(lines: WallLine[], at: number): number {
  const line = lines[at]
  if (!line) return Number.POSITIVE_INFINITY
  return 'first' in line ? line.first : startOf(lines, at + 1) - 0.5
}

/** The photo above or below another, in the same column as far as there is one. */
export function stepDown(lines: WallLine[], photo: number, by: 1 | -1): number {
  const from = lineOf(lines, photo)
  const line = lines[from]
  if (!line || !('first' in line)) return photo
  for (let at = from + by; at >= 0 && at < lines.length; at += by) {
    const next = lines[at]
    if (next && 'first' in next) return next.first + Math.min(photo - line.first, next.count - 1)
  }
  return photo
}
