import { nearBits, ones } from './likeness'

const words = 4
const chunks = 4
const chunkBits = 16
/** Of ten bits that differ, spread over four chunks, some chunk has two at most. */
const leastInSome = Math.floor(nearBits / chunks)

/**
 * Fingerprints in the order they came, asked for the first that is nearly the same as another. Each lies under its four
 * chunks of the first half; one that is near has a chunk that is the same but for two bits, so that only those are
 * compared. The answers are those of comparing with each.
 */
export class EarlierLikenesses {
  private count = 0
  private held = new Int32Array(1024 * words)
  /** Those of a chunk: the last that came, and for each the one before it. */
  private readonly last = Array.from({ length: chunks }, () => new Int32Array(1 << chunkBits).fill(-1))
  private before = Array.from({ length: chunks }, () => new Int32Array(1024))

  /** Takes one in, also one that has nothing to be told by. @returns its place, counted from 0 */
  add(likeness: string): number {
    const place = this.count++
    if (likeness.length !== words * 8) return place
    this.reserve(place)
    const own = wordsOf(likeness)
    this.held.set(own, place * words)
    for (let chunk = 0; chunk < chunks; chunk++) {
      const key = keyOf(own, chunk)
      this.before[chunk]![place] = this.last[chunk]![key]!
      this.last[chunk]![key] = place
    }
    return place
  }

  /** The place of the first that is nearly the same; -1 where there is none. */
  first(likeness: string): number {
    if (likeness.length !== words * 8) return -1
    const wanted = wordsOf(likeness)
    let found = this.count
    for (let chunk = 0; chunk < chunks; chunk++) {
      const key = keyOf(wanted, chunk)
      const [last, before] = [this.last[chunk]!, this.before[chunk]!]
      for (const mask of masks) {
        for (let place = last[key ^ mask]!; place >= 0; place = before[place]!) {
          if (place < found && this.isNear(place, wanted)) found = place
        }
      }
    }
    return found === this.count ? -1 : found
  }

  private isNear(place: number, wanted: Int32Array): boolean {
    const { held } = this
    const at = place * words
    if (ones(held[at]! ^ wanted[0]!) + ones(held[at + 1]! ^ wanted[1]!) > nearBits) return false
    return ones(held[at + 2]! ^ wanted[2]!) + ones(held[at + 3]! ^ wanted[3]!) <= nearBits
  }

  private reserve(place: number): void {
    const room = this.before[0]!.length
    if (place < room) return
    this.held = grown(this.held, room * 2 * words)
    this.before = this.before.map((one) => grown(one, room * 2))
  }
}

function grown(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room)
  larger.set(from)
  return larger
}

const wordsOf = (likeness: string): Int32Array =>
  Int32Array.from({ length: words }, (_, at) => Number.parseInt(likeness.slice(at * 8, at * 8 + 8), 16) | 0)

const keyOf = (of: Int32Array, chunk: number): number => (of[chunk >> 1]! >>> ((chunk & 1) * chunkBits)) & 0xffff

/** Every pattern of as many bits of a chunk as may differ. */
const masks: readonly number[] = Array.from({ length: 1 << chunkBits }, (_, mask) => mask).filter(
  (mask) => ones(mask) <= leastInSome,
)
