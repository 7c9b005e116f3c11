import { decodeLegacy } from './legacy'
import { parseSyllable } from './syllable'
import { wordsOf } from './words'

/** A text that may be in an old font's encoding: only ever an offer, the person decides. */
export interface LegacyGuess {
  encoding: 'tcvn3' | 'vni'
  /** 0 to 1: how much of it reads as Vietnamese once decoded. */
  score: number
  text: string
}

const leastScore = 0.7
const fewestWords = 4

/**
 * Looks whether a text without font names reads like TCVN3 or VNI. Spanish or German bytes can look
 * alike, so that what remains foreign after decoding counts against it.
 * @returns the better guess with a score of 0.7 or more, else null
 */
export function guessLegacy(text: string): LegacyGuess | null {
  if (!/[\xA1-\xFF]/.test(text) || /[\u1EA0-\u1EF9\u0300-\u036F]/.test(text)) return null
  const guesses = (['tcvn3', 'vni'] as const).map((encoding): LegacyGuess => {
    const decoded = decodeLegacy(text, encoding)
    return { encoding, score: vietnameseShare(decoded), text: decoded }
  })
  const best = guesses.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= leastScore && vietnameseShare(text) < best.score ? best : null
}

/** Share of words that are Vietnamese syllables, counting those with marks three times. */
function vietnameseShare(text: string): number {
  let all = 0
  let good = 0
  let marked = 0
  for (const { text: word } of wordsOf(text)) {
    if (/\p{N}/u.test(word) || /^[A-ZĐ]+$/.test(word)) continue
    const weight = /[^\0-\x7F]/.test(word) ? 3 : 1
    all += weight
    if (!isPossible(word)) continue
    good += weight
    if (weight > 1) marked++
  }
  return marked < fewestWords ? 0 : good / all
}

/** Syllables closed by c, ch, p, t carry sắc or nặng, no other. */
function isPossible(word: string): boolean {
  const syllable = parseSyllable(word)
  if (!syllable) return false
  return !/^(c|ch|p|t)$/.test(syllable.coda) || syllable.tone === 'sac' || syllable.tone === 'nang'
}
