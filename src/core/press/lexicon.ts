import { phraseKeys, type Token } from './tokens'

interface Node<T> {
  next: Map<string, Node<T>>
  value: T | undefined
}

export interface Hit<T> {
  value: T
  /** First token after the phrase. */
  end: number
}

/** Phrases in a tree of word keys; finding the longest one at a position costs its own length. */
export class Lexicon<T> {
  private readonly root: Node<T> = { next: new Map(), value: undefined }

  /** Adds a phrase; a later one with the same words replaces the earlier. */
  add(phrase: string, value: T): void {
    let at = this.root
    for (const key of phraseKeys(phrase)) {
      let next = at.next.get(key)
      if (!next) {
        next = { next: new Map(), value: undefined }
        at.next.set(key, next)
      }
      at = next
    }
    at.value = value
  }

  /** The first words of all phrases: most words of a text begin none. */
  firstWords(): Iterable<string> {
    return this.root.next.keys()
  }

  /** The longest phrase that begins at token `from`, or null. */
  longestAt(tokens: readonly Token[], from: number): Hit<T> | null {
    let at: Node<T> | undefined = this.root
    let best: Hit<T> | null = null
    for (let i = from; at; i++) {
      const key: string | undefined = tokens[i]?.key
      if (key === undefined) break
      at = at.next.get(key)
      if (at?.value !== undefined) best = { value: at.value, end: i + 1 }
    }
    return best
  }
}

/** A lexicon of phrases that carry no value. */
export function phraseSet(phrases: Iterable<string>): Lexicon<true> {
  const lexicon = new Lexicon<true>()
  for (const phrase of phrases) lexicon.add(phrase, true)
  return lexicon
}
