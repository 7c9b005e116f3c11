/**
 * Cuts a text at its marks, given as [start, end) pairs.
 * Marks out of order, overlapping or beyond the text are put right rather than lost.
 */
export function markedPieces(text: string, marks: [number, number][]) {
  const pieces: { start: number; words: string; marked: boolean }[] = []
  let at = 0
  const add = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ start: at, words: text.slice(at, end), marked })
    at = Math.max(at, end)
  }
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return pieces
}
