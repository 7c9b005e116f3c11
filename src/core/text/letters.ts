/** The five tone marks as combining characters, in the order of Vietnamese collation (ngang has none). */
export const toneMarks = {
  huyen: '\u0300',
  hoi: '\u0309',
  nga: '\u0303',
  sac: '\u0301',
  nang: '\u0323',
} as const

export type Tone = 'ngang' | keyof typeof toneMarks

/** Characters that nobody sees and that only break comparison (soft hyphen, zero width, BOM, bidi marks). */
export const invisible = '\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF'

// Conjoining jamo compose with each other across starters; everything else composes only with its own marks.
const clusterPattern = new RegExp(
  `[\\u1100-\\u11FF\\uA960-\\uA97F\\uAC00-\\uD7FF][\\u1100-\\u11FF\\uA960-\\uA97F\\uAC00-\\uD7FF\\p{M}${invisible}]*` +
    `|[^\\p{M}${invisible}][\\p{M}${invisible}]*|[\\p{M}${invisible}]+`,
  'gsu',
)

/**
 * Splits a text into letters with everything that hangs on them (combining marks, invisible characters).
 * The pieces joined are the text; composing or decomposing works piece by piece.
 */
export function clustersOf(text: string): string[] {
  return text.match(clusterPattern) ?? []
}

/** True where a text holds a Vietnamese mark of any kind: a tone, a circumflex, breve or horn, or đ. */
export function hasDiacritics(text: string): boolean {
  return /[\u0300-\u0303\u0306\u0309\u031B\u0323đĐ]/.test(text.normalize('NFD'))
}
