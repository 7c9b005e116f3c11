import type { Mask } from './masks'

// A search of a few words leaves one or two; for 100,000 articles so many take 3 MB.
const MOST_HELD = 256
// So many words are remembered as asked for.
const MOST_ASKED = 2_000

const oneWord = /^"[^" ]+"$/

/**
 * Which articles have some words, as the full-text table has said, until anything is written: one bit for each slot.
 * While a search is typed, filtered and paged through, its words stay the same, and a frequent word is in many searches.
 */
export class KnownWords {
  private readonly held = new Map<string, Uint32Array>()
  private readonly asked = new Set<string>()

  clear(): void {
    this.held.clear()
  }

  /**
   * Keeps what was found.
   * @param match expression of FTS5
   * @param slots of all articles that have it
   */
  keep(match: string, slots: Uint32Array, size: number): void {
    const bits = new Uint32Array((size >> 5) + 1)
    for (let at = 0; at < slots.length; at++) bits[slots[at]! >> 5]! |= 1 << (slots[at]! & 31)
    this.held.delete(match)
    this.held.set(match, bits)
    if (this.held.size > MOST_HELD) this.held.delete(this.held.keys().next().value!)
  }

  /**
   * Takes from a mask what does not have some words, or what has them, where that is known.
   * @returns whether it is
   */
  narrow(match: string, mask: Mask, { without = false } = {}): boolean {
    const bits = this.held.get(match)
    if (!bits) return false
    this.held.delete(match)
    this.held.set(match, bits)
    const flipped = Number(without)
    for (let slot = 0; slot < mask.length; slot++) mask[slot]! &= (bits[slot >> 5]! >>> (slot & 31)) ^ flipped
    return true
  }

  /** Whether a word is asked for once more: it is worth knowing by itself. */
  recurs(match: string): boolean {
    if (!oneWord.test(match)) return false
    if (this.asked.has(match)) return true
    if (this.asked.size >= MOST_ASKED) this.asked.clear()
    this.asked.add(match)
    return false
  }
}
