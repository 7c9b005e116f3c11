import { allWordsOf, LikenessTables, wordsOfPhoto } from '#core/pictures/tables'
import type { IndexDatabase } from './database'

const pageBits = 10
const pageWords = wordsOfPhoto << pageBits

/**
 * The fingerprints of all photos. In the index they lie in pages, each of 1,024 records one after another: hundreds of
 * thousands are read at once. In memory they are tables to find near ones by, made when the first is asked for.
 */
export class Likenesses {
  private tables: LikenessTables | null = null
  /** Pages changed by this transaction. */
  private readonly changed = new Map<number, Int32Array<ArrayBuffer>>()

  constructor(private readonly db: IndexDatabase) {}

  forget(): void {
    this.tables = null
    this.changed.clear()
  }

  /** Takes in a photo that was put or changed; an empty fingerprint takes it out. Within a transaction. */
  put(key: number, likeness: string, fresh: boolean): void {
    if (fresh && likeness === '') return
    const words = allWordsOf(likeness)
    this.page(key >> pageBits).set(words, (key & ((1 << pageBits) - 1)) * wordsOfPhoto)
    this.tables?.put(key, words)
  }

  /** Photos nearly the same, the most alike first (`LikenessTables.near`). */
  near(likeness: string, cuts: readonly string[], limit: number): { key: number; distance: number }[] {
    this.tables ??= this.load()
    return this.tables.near(likeness, cuts).slice(0, limit)
  }

  private load(): LikenessTables {
    const pages = this.db.all<{ page: number; prints: Uint8Array }>('SELECT page, prints FROM likeness_pages')
    const tables = new LikenessTables(Math.max(1, pages.length) << pageBits)
    for (const { page, prints } of pages) {
      const all = wordsIn(prints)
      for (let at = 0; at < 1 << pageBits; at++) {
        const words = all.subarray(at * wordsOfPhoto, (at + 1) * wordsOfPhoto)
        // A photo without fingerprints, or another kind of record.
        if (words[0] !== 0 || words[1] !== 0 || words[2] !== 0 || words[3] !== 0) {
          tables.put((page << pageBits) + at, words)
        }
      }
    }
    return tables
  }

  private page(page: number): Int32Array<ArrayBuffer> {
    const changed = this.changed.get(page)
    if (changed) return changed
    if (this.changed.size === 0) this.db.atTheEnd(() => this.write())
    const sql = 'SELECT prints FROM likeness_pages WHERE page = ?'
    const there = this.db.get<{ prints: Uint8Array }>(sql, page)
    const words = there ? wordsIn(there.prints) : new Int32Array(pageWords)
    this.changed.set(page, words)
    return words
  }

  private write(): void {
    for (const [page, words] of this.changed) {
      this.db.run('INSERT OR REPLACE INTO likeness_pages VALUES (?, ?)', page, new Uint8Array(words.buffer))
    }
    this.changed.clear()
  }
}

/** Bytes of the database may begin anywhere; words must not. */
const wordsIn = (bytes: Uint8Array): Int32Array<ArrayBuffer> => new Int32Array(new Uint8Array(bytes).buffer)
