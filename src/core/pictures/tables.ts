import { digitsOfOne, nearBits, nearPartBits, wordsOf } from './likeness'
import { LikenessTable } from './table'

/** Words of the two fingerprints of a photo: of the whole picture, and of all but its edges. */
export const wordsOfPhoto = 8
const half = wordsOfPhoto / 2

/** Both fingerprints as numbers; zeros where one is not there. */
export function allWordsOf(likeness: string): Int32Array<ArrayBuffer> {
  const words = new Int32Array(wordsOfPhoto)
  if (likeness.length >= digitsOfOne) words.set(wordsOf(likeness))
  if (likeness.length >= 2 * digitsOfOne) words.set(wordsOf(likeness, digitsOfOne), half)
  return words
}

const isThere = (words: Int32Array): boolean => words.some((word) => word !== 0)

/** The fingerprints of many photos by their keys, asked for those nearly the same as another. */
export class LikenessTables {
  private readonly whole: LikenessTable
  private readonly inner: LikenessTable
  /** The photo of each place; 0 where it has another place now, or none. */
  private readonly keys: number[] = []
  private readonly places = new Map<number, number>()

  constructor(room = 1024) {
    this.whole = new LikenessTable(room)
    this.inner = new LikenessTable(room)
  }

  /** @param key above 0 @param words as `allWordsOf` gives them; without any the photo is taken out */
  put(key: number, words: Int32Array): void {
    const before = this.places.get(key)
    if (before !== undefined) this.keys[before] = 0
    this.places.delete(key)
    if (!isThere(words)) return
    const inner = words.subarray(half)
    const place = this.whole.add(words)
    if (isThere(inner)) this.inner.add(inner)
    else this.inner.skip()
    this.keys[place] = key
    this.places.set(key, place)
  }

  /**
   * Photos nearly the same, the most alike first.
   * @param cuts fingerprints of the picture with its edges cut off, for those that were cut or that this was cut from
   */
  near(likeness: string, cuts: readonly string[]): { key: number; distance: number }[] {
    if (likeness.length < digitsOfOne) return []
    const found = new Map<number, number>()
    const tell = (place: number, distance: number) => {
      const key = this.keys[place]!
      if (key > 0 && distance < (found.get(key) ?? Number.POSITIVE_INFINITY)) found.set(key, distance)
    }
    this.whole.visit(wordsOf(likeness), nearBits, tell)
    for (const cut of new Set(cuts)) {
      const wanted = wordsOf(cut)
      this.whole.visit(wanted, nearPartBits, tell)
      this.inner.visit(wanted, nearPartBits, tell)
    }
    return [...found]
      .map(([key, distance]) => ({ key, distance }))
      .sort((a, b) => a.distance - b.distance || a.key - b.key)
  }
}
