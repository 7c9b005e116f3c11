/**
 * A repeatable stream of numbers (mulberry32): the same seed draws the same picture.
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    /** A number between low and high. */
    between: (low, high) => low + (high - low) * next(),
    /** One element of a list. */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** True with this probability. */
    chance: (p) => next() < p,
  }
}
