import { fold } from '#core/text/fold'
import type { IndexDatabase } from './database'

/**
 * Every word of the archive with its marks, for completing half-typed ones. Held in memory beside its
 * table, since nearly all words of a new article are known already.
 */
export class Vocabulary {
  private readonly db: IndexDatabase
  private words: Set<string> | null = null
  /** By first letter, as written; and by the first three letters without marks. */
  private marked = new Map<string, string[]>()
  private bare = new Map<string, Set<string>>()

  constructor(db: IndexDatabase) {
    this.db = db
  }

  add(words: string[]): void {
    const known = this.known()
    for (const word of words) {
      if (known.has(word)) continue
      this.remember(known, word)
      this.db.put('OR IGNORE INTO vocabulary', word)
    }
  }

  /** Forgets what it holds in memory: after a transaction that was undone, and where another one writes. */
  forget(): void {
    this.words = null
  }

  /** Words with marks that begin with a letter. */
  startingWith(letter: string): string[] {
    this.known()
    return this.marked.get(letter) ?? []
  }

  /** Words without marks that begin with some letters, three at least. */
  bareStartingWith(start: string): string[] {
    this.known()
    return [...(this.bare.get(start.slice(0, 3)) ?? [])].filter((word) => word.startsWith(start))
  }

  private known(): Set<string> {
    if (this.words) return this.words
    const known = new Set<string>()
    this.marked = new Map()
    this.bare = new Map()
    for (const { word } of this.db.all<{ word: string }>('SELECT word FROM vocabulary')) this.remember(known, word)
    this.words = known
    return known
  }

  private remember(known: Set<string>, word: string): void {
    known.add(word)
    const first = [...word][0] ?? ''
    const marked = this.marked.get(first)
    if (marked) marked.push(word)
    else this.marked.set(first, [word])
    const plain = fold(word, 'bare')
    const start = plain.slice(0, 3)
    const bare = this.bare.get(start)
    if (bare) bare.add(plain)
    else this.bare.set(start, new Set([plain]))
  }
}
