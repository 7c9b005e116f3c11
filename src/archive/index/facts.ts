/** What an article points at, as numbers: four bits say what, the rest which. */
export const factKinds = {
  event: 1,
  person: 2,
  /** An office of the person before it, as written in that article. */
  office: 3,
  place: 4,
  organization: 5,
  document: 6,
  author: 7,
  photographer: 8,
  dossier: 9,
} as const
export type FactKind = keyof typeof factKinds

/** What the four bits of kind can tell apart: lists by kind are so long. */
export const KINDS = 16

const SHIFT = 2 ** 28

/** One fact as a number of 32 bits. */
export function factOf(kind: FactKind, key: number): number {
  return factKinds[kind] * SHIFT + key
}

/** The kind of a fact (a value of `factKinds`). */
export function kindOfFact(fact: number): number {
  return fact >>> 28
}

/** The key of the record or term that a fact points at. */
export function keyOfFact(fact: number): number {
  return fact & (SHIFT - 1)
}

/** Facts as bytes for the table. */
export function packFacts(facts: number[]): Uint8Array {
  const bytes = new Uint8Array(facts.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [at, fact] of facts.entries()) view.setUint32(at * 4, fact, true)
  return bytes
}

/**
 * Facts as SQLite writes their bytes in hexadecimal digits, eight each, put into `target` at `place`.
 * @returns how many there are
 */
export function factsIn(hex: string, from: number, to: number, target: Int32Array, place: number): number {
  const count = (to - from) >> 3
  for (let nth = 0; nth < count; nth++) {
    let fact = 0
    // The lowest byte comes first, its higher half before its lower.
    for (let byte = 3; byte >= 0; byte--) {
      const at = from + nth * 8 + byte * 2
      fact = (fact << 8) | (digit(hex.charCodeAt(at)) << 4) | digit(hex.charCodeAt(at + 1))
    }
    target[place + nth] = fact
  }
  return count
}

const digit = (code: number) => (code < 58 ? code - 48 : code - 55)
