import { digitsOfOne, nearBits, wordsOf } from './likeness'
import { LikenessTable } from './table'

/** Fingerprints in the order they came, asked for the first that is nearly the same as another. */
export class EarlierLikenesses {
  private readonly table = new LikenessTable()

  /** Takes one in, also one that has nothing to be told by. @returns its place, counted from 0 */
  add(likeness: string): number {
    return likeness.length < digitsOfOne ? this.table.skip() : this.table.add(wordsOf(likeness))
  }

  /** The place of the first that is nearly the same; -1 where there is none. */
  first(likeness: string): number {
    if (likeness.length < digitsOfOne) return -1
    let found = Number.POSITIVE_INFINITY
    this.table.visit(wordsOf(likeness), nearBits, (place) => {
      found = Math.min(found, place)
    })
    return Number.isFinite(found) ? found : -1
  }
}
