import { nearBits, ones } from '#core/pictures/likeness'
import type { IndexDatabase } from './database'

/** A photo nearly the same as another, and how many of 64 bits differ. */
export interface NearPhoto {
  key: number
  distance: number
}

const WORDS = 4

/**
 * The fingerprints of all photos as numbers in memory: comparing one with four hundred thousand takes a few
 * milliseconds, which no index of SQLite can do.
 */
export class Likenesses {
  private keys = new Float64Array(0)
  private words = new Int32Array(0)
  private places = new Map<number, number>()
  private loaded = false

  constructor(private readonly db: IndexDatabase) {}

  forget(): void {
    this.loaded = false
    this.places.clear()
  }

  /** Takes in a photo that was put or changed; an empty fingerprint takes it out. */
  put(key: number, likeness: string): void {
    if (!this.loaded) return
    const place = this.places.get(key) ?? (likeness === '' ? -1 : this.places.size)
    if (place < 0) return
    this.reserve(place + 1)
    this.fill(place, likeness === '' ? 0 : key, likeness)
  }

  /** Photos nearly the same, the most alike first. */
  near(likeness: string, limit: number): NearPhoto[] {
    if (likeness.length !== WORDS * 8) return []
    this.load()
    const wanted = wordsOf(likeness)
    const found: NearPhoto[] = []
    for (let place = 0; place < this.places.size; place++) {
      const distance = this.distance(place, wanted)
      if (distance <= nearBits && this.keys[place]! > 0) found.push({ key: this.keys[place]!, distance })
    }
    return found.sort((a, b) => a.distance - b.distance || a.key - b.key).slice(0, limit)
  }

  private distance(place: number, wanted: Int32Array): number {
    const at = place * WORDS
    const { words } = this
    const differences = ones(words[at]! ^ wanted[0]!) + ones(words[at + 1]! ^ wanted[1]!)
    // Most are told apart by the first half.
    if (differences > nearBits) return differences
    return Math.max(differences, ones(words[at + 2]! ^ wanted[2]!) + ones(words[at + 3]! ^ wanted[3]!))
  }

  private load(): void {
    if (this.loaded) return
    const sql = "SELECT record, likeness FROM photos WHERE likeness <> ''"
    const rows = this.db.all<{ record: number; likeness: string }>(sql)
    this.places.clear()
    this.reserve(rows.length)
    for (const [place, { record, likeness }] of rows.entries()) this.fill(place, record, likeness)
    this.loaded = true
  }

  private fill(place: number, key: number, likeness: string): void {
    if (key > 0) this.places.set(key, place)
    this.keys[place] = key
    if (likeness !== '') this.words.set(wordsOf(likeness), place * WORDS)
  }

  private reserve(count: number): void {
    if (count <= this.keys.length) return
    const room = Math.max(1_024, Math.ceil(count * 1.25))
    const keys = new Float64Array(room)
    const words = new Int32Array(room * WORDS)
    keys.set(this.keys)
    words.set(this.words)
    this.keys = keys
    this.words = words
  }
}

function wordsOf(likeness: string): Int32Array {
  return Int32Array.from({ length: WORDS }, (_, at) => Number.parseInt(likeness.slice(at * 8, at * 8 + 8), 16) | 0)
}
