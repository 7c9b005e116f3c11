import { ones } from './likeness'

const words = 4
const chunks = 4
const chunkBits = 16
/** Of eleven bits that differ, spread over four chunks, some chunk has two at most. */
const leastInSome = 2

/**
 * Many fingerprints, asked for those near another. Each lies under its four chunks of the first half; one that is near
 * has a chunk that is the same but for two bits, so that only those are compared. The answers are those of comparing
 * with each, as long as at most eleven bits may differ.
 */
export class LikenessTable {
  private count = 0
  private held: Int32Array<ArrayBuffer>
  /** Those of a chunk: the last that came, and for each the one before it. */
  private readonly last = Array.from({ length: chunks }, () => new Int32Array(1 << chunkBits).fill(-1))
  private before: Int32Array<ArrayBuffer>[]

  /** @param room for how many there is room at first */
  constructor(room = 1024) {
    this.held = new Int32Array(room * words)
    this.before = Array.from({ length: chunks }, () => new Int32Array(room))
  }

  /** Takes one in. @returns its place, counted from 0 */
  add(own: Int32Array): number {
    const place = this.skip()
    this.held.set(own, place * words)
    for (let chunk = 0; chunk < chunks; chunk++) {
      const key = keyOf(own, chunk)
      this.before[chunk]![place] = this.last[chunk]![key]!
      this.last[chunk]![key] = place
    }
    return place
  }

  /** Gives a place to what has nothing to be told by. @returns its place */
  skip(): number {
    const place = this.count++
    const room = this.before[0]!.length
    if (place >= room) {
      this.held = grown(this.held, room * 2 * words)
      this.before = this.before.map((one) => grown(one, room * 2))
    }
    return place
  }

  /** Tells of each that differs in at most `bits` of either half, perhaps more than once. */
  visit(wanted: Int32Array, bits: number, tell: (place: number, distance: number) => void): void {
    for (let chunk = 0; chunk < chunks; chunk++) {
      const key = keyOf(wanted, chunk)
      const [last, before] = [this.last[chunk]!, this.before[chunk]!]
      for (const mask of masks) {
        for (let place = last[key ^ mask]!; place >= 0; place = before[place]!) {
          const distance = this.distance(place, wanted, bits)
          if (distance <= bits) tell(place, distance)
        }
      }
    }
  }

  private distance(place: number, wanted: Int32Array, bits: number): number {
    const { held } = this
    const at = place * words
    const first = ones(held[at]! ^ wanted[0]!) + ones(held[at + 1]! ^ wanted[1]!)
    // Most are told apart by the first half.
    if (first > bits) return first
    return Math.max(first, ones(held[at + 2]! ^ wanted[2]!) + ones(held[at + 3]! ^ wanted[3]!))
  }
}

function grown(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room)
  larger.set(from)
  return larger
}

const keyOf = (of: Int32Array, chunk: number): number => (of[chunk >> 1]! >>> ((chunk & 1) * chunkBits)) & 0xffff

/** Every pattern of as many bits of a chunk as may differ. */
const masks: readonly number[] = Array.from({ length: 1 << chunkBits }, (_, mask) => mask).filter(
  (mask) => ones(mask) <= leastInSome,
)
