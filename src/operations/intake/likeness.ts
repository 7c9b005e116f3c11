import { fold } from '#core/text/fold'

/** Words of a name or caption without marks, numbers aside: `Anh tiep xuc cu tri 1` → anh tiep xuc cu tri. */
function wordsOf(text: string): string[] {
  return fold(text, 'bare')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
}

/** How alike two short texts are: the Dice coefficient over their words without marks, 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = new Set(wordsOf(a))
  const right = new Set(wordsOf(b))
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const word of left) if (right.has(word)) shared += 1
  return (2 * shared) / (left.size + right.size)
}
