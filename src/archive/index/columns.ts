import { Genre } from '#core/model/vocabulary'
import type { IndexDatabase } from './database'
import { factsIn } from './facts'
import { firstPlace } from './places'
import { Postings } from './postings'

/** Statuses as numbers. */
export const FILED = 0
export const BINNED = 1

const MOST_PHOTOS = 2 ** 16 - 1
// Beyond so many changed articles it is quicker to find anew who has which fact.
const MOST_CHANGED = 1_000

const genreCodes = new Map<string, number>(Genre.options.map((genre, at) => [genre, at]))

/** The number of a genre in `Columns.genre`. */
export function genreCode(genre: string): number {
  return genreCodes.get(genre) ?? 0
}

/** Some articles, column by column, as SQLite joins them. */
interface Joined {
  keys: string | null
  genres: string
  statuses: string
  photos: string
  facts: string
}

// So many are read at a time; together they would be one string of many megabytes.
const AT_ONCE = 20_000

/**
 * Every article as numbers in memory, for filters, counts and orders that SQL takes far too long for.
 * Each has a slot; `order` has the slots by ascending key, which is by date.
 */
export class Columns {
  private readonly db: IndexDatabase
  private loaded = false
  private free: number[] = []
  private used = 0
  /** How many slots there are, empty ones too. */
  size = 0
  count = 0
  key = new Float64Array(0)
  status = new Uint8Array(0)
  genre = new Uint8Array(0)
  /** How many photos each has. */
  photos = new Uint16Array(0)
  start = new Uint32Array(0)
  end = new Uint32Array(0)
  order = new Uint32Array(0)
  /** Facts of all articles, one after another, as whole numbers of 32 bits. */
  pool = new Int32Array(0)
  /** Changes with every article put or removed. */
  version = 0
  private masks = { version: -1, byStatus: new Map<number, Uint8Array>() }
  private ranks: { version: number; rank: Uint32Array } | null = null
  private posted: Postings | null = null

  constructor(db: IndexDatabase) {
    this.db = db
  }

  /** Reads all from the table where that has not been done. */
  load(): this {
    if (this.loaded) return this
    this.clear()
    const sql = `SELECT group_concat(key) AS keys, group_concat(genre) AS genres, group_concat(status) AS statuses,
      group_concat(photo_count) AS photos, group_concat(hex(facts)) AS facts
      FROM (SELECT * FROM articles WHERE key > ? ORDER BY key LIMIT ?)`
    for (let last = -1; ; last = this.key[this.size - 1]!) {
      const part = this.db.get<Joined>(sql, last, AT_ONCE)
      if (!part?.keys) break
      this.fillAll(part, numbersIn(part.keys))
    }
    for (let slot = 0; slot < this.size; slot++) this.order[slot] = slot
    this.count = this.size
    this.loaded = true
    return this
  }

  /** Forgets what it holds: after a transaction that was undone, and where another one writes. */
  forget(): void {
    this.loaded = false
    this.posted = null
    this.version++
  }

  put(row: { key: number; genre: string; status: string; photos: number }, facts: number[]): void {
    if (!this.loaded) return
    const slot = this.free.pop() ?? this.size++
    this.reserve(this.size)
    this.reservePool(this.used + facts.length)
    this.fill(slot, row)
    this.start[slot] = this.used
    for (const fact of facts) this.pool[this.used++] = fact
    this.end[slot] = this.used
    const at = this.placeOf(row.key)
    this.order.copyWithin(at + 1, at, this.count)
    this.order[at] = slot
    this.count++
    this.changed(slot)
  }

  remove(key: number): void {
    if (!this.loaded) return
    const at = this.placeOf(key)
    const slot = this.order[at]
    if (at >= this.count || slot === undefined || this.key[slot] !== key) return
    this.order.copyWithin(at, at + 1, this.count)
    this.count--
    this.free.push(slot)
    this.end[slot] = this.start[slot] ?? 0
    this.changed(slot)
  }

  /** The slots of ascending keys; unknown keys are left out. */
  slotsOf(keys: Float64Array): Uint32Array {
    const slots = new Uint32Array(keys.length)
    let found = 0
    let at = 0
    const walk = keys.length * 16 > this.count
    for (const key of keys) {
      if (walk) while (at < this.count && this.key[this.order[at]!]! < key) at++
      else at = this.placeOf(key)
      const slot = this.order[at]
      if (at < this.count && slot !== undefined && this.key[slot] === key) slots[found++] = slot
    }
    return slots.subarray(0, found)
  }

  /** The place in `order` of a key, or where it would stand. */
  placeOf(key: number): number {
    return firstPlace(this.count, (at) => this.key[this.order[at]!]! < key)
  }

  /** For every slot 1 where it holds an article of a status, or any article; not to be changed. */
  withStatus(status: number | undefined): Uint8Array {
    const name = status ?? -1
    if (this.masks.version !== this.version) this.masks = { version: this.version, byStatus: new Map() }
    let mask = this.masks.byStatus.get(name)
    if (!mask) {
      mask = new Uint8Array(this.size)
      for (let at = 0; at < this.count; at++) {
        const slot = this.order[at]!
        if (status === undefined || this.status[slot] === status) mask[slot] = 1
      }
      this.masks.byStatus.set(name, mask)
    }
    return mask
  }

  /** What an article points at, in order; not to be changed. */
  factsOf(slot: number): Int32Array {
    return this.pool.subarray(this.start[slot], this.end[slot])
  }

  /** Which slots have which facts; all that is kept of those changed since is their number. */
  postings(): Postings {
    this.posted ??= new Postings(this.load())
    return this.posted
  }

  /** For each slot the place of its title in Vietnamese order. */
  titleRanks(): Uint32Array {
    if (this.ranks?.version === this.version) return this.ranks.rank
    const rank = new Uint32Array(this.size)
    const sql = 'SELECT group_concat(key) AS list FROM (SELECT key FROM articles ORDER BY title_key, key DESC)'
    const slots = new Map<number, number>()
    for (let at = 0; at < this.count; at++) slots.set(this.key[this.order[at]!]!, this.order[at]!)
    for (const [place, key] of numbersIn(this.db.get<{ list: string | null }>(sql)?.list ?? '').entries()) {
      const slot = slots.get(key)
      if (slot !== undefined) rank[slot] = place
    }
    this.ranks = { version: this.version, rank }
    return rank
  }

  private changed(slot: number): void {
    this.version++
    this.posted?.changed.add(slot)
    if (this.posted && this.posted.changed.size > MOST_CHANGED) this.posted = null
  }

  private clear(): void {
    this.posted = null
    this.size = 0
    this.count = 0
    this.used = 0
    this.free = []
    this.version++
  }

  private fillAll(part: Joined, keys: Float64Array): void {
    this.reserve(this.size + keys.length)
    this.reservePool(this.used + (part.facts.length >> 3))
    const [genres, statuses] = [part.genres.split(','), part.statuses.split(',')]
    const photos = numbersIn(part.photos)
    let at = 0
    for (const [nth, key] of keys.entries()) {
      const slot = this.size++
      this.fill(slot, { key, genre: genres[nth]!, status: statuses[nth]!, photos: photos[nth]! })
      this.start[slot] = this.used
      const comma = part.facts.indexOf(',', at)
      const end = comma === -1 ? part.facts.length : comma
      this.used += factsIn(part.facts, at, end, this.pool, this.used)
      this.end[slot] = this.used
      at = end + 1
    }
  }

  private fill(slot: number, row: { key: number; genre: string; status: string; photos: number }): void {
    this.key[slot] = row.key
    this.genre[slot] = genreCode(row.genre)
    this.status[slot] = row.status === 'binned' ? BINNED : FILED
    this.photos[slot] = Math.min(row.photos, MOST_PHOTOS)
  }

  private reserve(slots: number): void {
    if (slots <= this.key.length) return
    const room = Math.max(1_024, Math.ceil(slots * 1.25))
    this.key = grown(this.key, new Float64Array(room))
    this.status = grown(this.status, new Uint8Array(room))
    this.genre = grown(this.genre, new Uint8Array(room))
    this.photos = grown(this.photos, new Uint16Array(room))
    this.start = grown(this.start, new Uint32Array(room))
    this.end = grown(this.end, new Uint32Array(room))
    this.order = grown(this.order, new Uint32Array(room))
  }

  private reservePool(facts: number): void {
    if (facts <= this.pool.length) return
    this.pool = grown(this.pool, new Int32Array(Math.max(4_096, Math.ceil(facts * 1.25))))
  }
}

function grown<A extends Float64Array | Uint8Array | Uint16Array | Uint32Array | Int32Array>(old: A, larger: A): A {
  larger.set(old as never)
  return larger
}

// A number of so many digits fits into 32 bits, which is reckoned twice as fast.
const SHORT = 9
const COMMA = 44
const ZERO = 48

/** Numbers of a list as SQLite joins them; a hundred thousand rows one by one take ten times as long. */
export function numbersIn(list: string): Float64Array {
  // Keys have eight digits or more; whatever has fewer makes the list grow.
  let numbers = new Float64Array((list.length >> 3) + 1)
  let nth = 0
  for (let at = 0; at < list.length; at++) {
    let [begin, code] = [0, 0]
    const short = Math.min(at + SHORT, list.length)
    for (; at < short; at++) {
      code = list.charCodeAt(at)
      if (code === COMMA) break
      begin = (Math.imul(begin, 10) + code - ZERO) | 0
    }
    let value = begin
    for (; code !== COMMA && at < list.length; at++) {
      code = list.charCodeAt(at)
      if (code === COMMA) break
      value = value * 10 + code - ZERO
    }
    if (nth === numbers.length) numbers = grown(numbers, new Float64Array(nth * 2))
    numbers[nth++] = value
  }
  return numbers.subarray(0, nth)
}
