import { type FactKind, factKinds, KINDS, keyOfFact, kindOfFact } from './facts'

/** Facts of articles, one after another: those of a slot from `start` up to `end`. */
export interface FactLists {
  size: number
  start: Uint32Array
  end: Uint32Array
  pool: Int32Array
}

const none = new Uint32Array(0)

/**
 * Which slots have a fact, for every fact: going through all facts of 100,000 articles for each part of a search takes
 * ten times as long as the search. Slots that change later are not looked for here: they are in `changed`.
 */
export class Postings {
  readonly changed = new Set<number>()
  /** By kind, for each key where its slots begin; one more at the end. */
  private readonly begins: Uint32Array[]
  private readonly slots: Uint32Array[]

  constructor(lists: FactLists) {
    const most = new Int32Array(KINDS).fill(-2)
    eachFact(lists, (_slot, kind, key) => {
      if (key > most[kind]!) most[kind] = key
    })
    this.begins = Array.from(most, (key) => new Uint32Array(key + 2))
    eachFact(lists, (_slot, kind, key) => {
      this.begins[kind]![key + 1]! += 1
    })
    for (const begins of this.begins) for (let key = 1; key < begins.length; key++) begins[key]! += begins[key - 1]!
    this.slots = this.begins.map((begins) => new Uint32Array(begins.at(-1) ?? 0))
    const next = this.begins.map((begins) => begins.slice())
    eachFact(lists, (slot, kind, key) => {
      this.slots[kind]![next[kind]![key]!++] = slot
    })
  }

  /** The slots with a fact, perhaps some of them twice. */
  slotsWith(kind: FactKind, key: number): Uint32Array {
    const code = factKinds[kind]
    const begins = this.begins[code]!
    return key + 1 < begins.length ? this.slots[code]!.subarray(begins[key], begins[key + 1]) : none
  }
}

function eachFact({ size, start, end, pool }: FactLists, see: (slot: number, kind: number, key: number) => void): void {
  for (let slot = 0; slot < size; slot++) {
    const stop = end[slot]!
    for (let at = start[slot]!; at < stop; at++) see(slot, kindOfFact(pool[at]!), keyOfFact(pool[at]!))
  }
}
