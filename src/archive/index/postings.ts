import { type FactKind, factKinds, KINDS, keyOfFact, kindOfFact } from './facts'
import { firstPlace } from './places'

/** Facts of articles, one after another: those of a slot from `start` up to `end`. */
export interface FactLists {
  size: number
  start: Uint32Array
  end: Uint32Array
  pool: Int32Array
}

/** The slots with each fact of a kind: those of the key at some place from its beginning up to the next. */
interface Posted {
  /** Keys that articles have, ascending. */
  keys: Uint32Array
  /** One more than there are keys. */
  begins: Uint32Array
  /** Ascending for each key; twice where an article has the fact twice. */
  slots: Uint32Array
}

const none = new Uint32Array(0)

/**
 * Which slots have a fact, for every fact: going through all facts of 100,000 articles for each part of a search takes
 * ten times as long as the search. Slots that change later are not looked for here: they are in `changed`.
 */
export class Postings {
  readonly changed = new Set<number>()
  private readonly kinds: Posted[]

  constructor(lists: FactLists) {
    const most = new Int32Array(KINDS).fill(-1)
    eachFact(lists, (_slot, kind, key) => {
      if (key > most[kind]!) most[kind] = key
    })
    // Where the slots of each key begin; beside it, until the last step, where the next one goes.
    const begins = Array.from(most, (key) => new Uint32Array(key + 2))
    eachFact(lists, (_slot, kind, key) => {
      begins[kind]![key + 1]! += 1
    })
    for (const of of begins) for (let key = 1; key < of.length; key++) of[key]! += of[key - 1]!
    const slots = begins.map((of) => new Uint32Array(of.at(-1)!))
    const next = begins.map((of) => of.slice())
    eachFact(lists, (slot, kind, key) => {
      slots[kind]![next[kind]![key]!++] = slot
    })
    this.kinds = begins.map((of, kind) => withoutGaps(of, slots[kind]!))
  }

  /** The slots with a fact, perhaps some of them twice. */
  slotsWith(kind: FactKind, key: number): Uint32Array {
    const { keys, begins, slots } = this.kinds[factKinds[kind]]!
    const at = firstPlace(keys.length, (place) => keys[place]! < key)
    return keys[at] === key ? slots.subarray(begins[at], begins[at + 1]) : none
  }

  /**
   * Counts the articles of each key of a kind, by ascending keys.
   * @param among for every slot 1 where its article counts, or else 0
   */
  count(kind: FactKind, among: Uint8Array, see: (key: number, count: number) => void): void {
    const { keys, begins, slots } = this.kinds[factKinds[kind]]!
    for (let nth = 0; nth < keys.length; nth++) {
      const end = begins[nth + 1]!
      let count = 0
      let last = -1
      for (let at = begins[nth]!; at < end; at++) {
        const slot = slots[at]!
        if (slot !== last) count += among[slot]!
        last = slot
      }
      see(keys[nth]!, count)
    }
  }
}

/** Most keys of a kind are those of records of other kinds. */
function withoutGaps(begins: Uint32Array, slots: Uint32Array): Posted {
  const keys: number[] = []
  for (let key = 0; key + 1 < begins.length; key++) if (begins[key + 1]! > begins[key]!) keys.push(key)
  const ofKeys = keys.map((key) => begins[key]!)
  return { keys: Uint32Array.from(keys), begins: Uint32Array.from([...ofKeys, slots.length]), slots }
}

function eachFact({ size, start, end, pool }: FactLists, see: (slot: number, kind: number, key: number) => void): void {
  for (let slot = 0; slot < size; slot++) {
    const stop = end[slot]!
    for (let at = start[slot]!; at < stop; at++) see(slot, kindOfFact(pool[at]!), keyOfFact(pool[at]!))
  }
}
