import type { IndexDatabase } from './database'

/**
 * Every marked word of the archive, for completing half-typed ones. Held in memory beside its table,
 * since nearly all words of a new article are known already.
 */
export class Vocabulary {
  private readonly db: IndexDatabase
  private words: Set<string> | null = null

  constructor(db: IndexDatabase) {
    this.db = db
  }

  add(words: Iterable<string>): void {
    const known = this.known()
    for (const word of words) {
      if (known.has(word)) continue
      known.add(word)
      this.db.run('INSERT OR IGNORE INTO vocabulary VALUES (?)', word)
    }
  }

  /** Forgets what it holds in memory: after a transaction that was undone, and where another one writes. */
  forget(): void {
    this.words = null
  }

  startingWith(letter: string): string[] {
    return [...this.known()].filter((word) => word.startsWith(letter))
  }

  private known(): Set<string> {
    this.words ??= new Set(this.db.all<{ word: string }>('SELECT word FROM vocabulary').map((row) => row.word))
    return this.words
  }
}
