import { FoldedWords, WordDigest } from '#core/text/folded-words'
import { hasDiacritics } from '#core/text/letters'
import { longer } from '#core/text/longer'
import { BETWEEN, LONGEST_START, START } from './words'

const SPACE = 32
const NONE = -1

/** What the full-text tables take in of some texts. */
export interface WordRows {
  /** One row after another, in UTF-8. */
  bytes: Uint8Array
  /** Where each row ends in `bytes`. */
  ends: number[]
  /** Distinct words with their marks where they have any. */
  vocabulary: string[]
}

/** The bytes of one row. */
export function rowAt({ bytes, ends }: WordRows, nth: number): Uint8Array {
  return bytes.subarray(nth === 0 ? 0 : ends[nth - 1]!, ends[nth])
}

/** Bytes that grow. */
class Bytes {
  all = new Uint8Array(1 << 14)
  length = 0

  append(source: Uint8Array, from: number, to: number): void {
    const { length } = this
    if (length + to - from >= this.all.length) this.grow(to - from)
    const { all } = this
    // Words are so short that `set` takes longer.
    for (let at = from; at < to; at++) all[length + at - from] = source[at]!
    all[length + to - from] = SPACE
    this.length = length + to - from + 1
  }

  appendAll({ all, length }: Bytes): void {
    if (this.length + length >= this.all.length) this.grow(length)
    this.all.set(all.subarray(0, length), this.length)
    this.length += length
  }

  private grow(more: number): void {
    const longer = new Uint8Array((this.all.length + more) * 2)
    longer.set(this.all)
    this.all = longer
  }
}

/** Whatever stands in the tables between two spaces, each once: its bytes lie in one store. */
class Tokens {
  private readonly numbers = new Map<string, number>()
  private readonly encoder = new TextEncoder()
  readonly texts: string[] = []
  readonly store = new Bytes()
  starts = new Int32Array(0)
  ends = new Int32Array(0)
  /** The last row that has it among its distinct words and beginnings, and the last call that told of it. */
  met = new Int32Array(0)
  told = new Int32Array(0)

  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    const number = this.texts.length
    this.numbers.set(text, number)
    this.texts.push(text)
    if (number >= this.starts.length) this.grow(number)
    const bytes = this.encoder.encode(text)
    this.starts[number] = this.store.length
    this.store.append(bytes, 0, bytes.length)
    this.ends[number] = this.store.length - 1
    return number
  }

  private grow(size: number): void {
    this.starts = longer(this.starts, size)
    this.ends = longer(this.ends, size)
    this.met = longer(this.met, size)
    this.told = longer(this.told, size)
  }
}

/**
 * Makes rows for the full-text tables: first each distinct word with its marks and the beginnings of words, then all
 * words without marks in order. Each distinct word is folded once, however often and in however many texts it stands.
 */
export class WordRowsMaker {
  private readonly folded = new FoldedWords()
  private generation = NONE
  private tokens = new Tokens()
  /** By the number of a word: its tokens, and the last row that has it. */
  private bare = new Int32Array(0)
  private marked = new Int32Array(0)
  private hasMarks = new Int32Array(0)
  private starts: Int32Array[] = []
  private met = new Int32Array(0)
  private known = 0
  private rows = 0
  private calls = 0
  private readonly out = new Bytes()
  private readonly extra = new Bytes()
  private readonly body = new Bytes()
  private between = NONE
  private ends: number[] = []
  private vocabulary: string[] = []

  /** @param tellOnce true where a word told of once need not be told of in later calls */
  constructor(private readonly tellOnce = false) {}

  /**
   * Adds a row of some texts; no phrase reaches from one into the next.
   * @param digested so many of the first texts go into the digest
   * @returns what these say, as `sameTextDigest` has it
   */
  add(texts: string[], digested = 0): string {
    this.rows += 1
    this.extra.length = 0
    this.body.length = 0
    const digest = new WordDigest(this.folded)
    for (const [nth, text] of texts.entries()) {
      const count = this.folded.scan(text)
      if (this.generation !== this.folded.generation) this.startOver()
      if (nth < digested) digest.add(count)
      if (nth > 0) this.append(this.body, this.between)
      this.addWords(count)
    }
    this.out.appendAll(this.extra)
    this.out.appendAll(this.body)
    this.ends.push(this.out.length)
    return digest.text
  }

  /** Which of the rows was added last, from 0. */
  get last(): number {
    return this.ends.length - 1
  }

  /** The rows added since this was asked last. */
  take(): WordRows {
    const rows = { bytes: this.out.all.slice(0, this.out.length), ends: this.ends, vocabulary: this.vocabulary }
    this.out.length = 0
    this.ends = []
    this.vocabulary = []
    this.calls += 1
    return rows
  }

  private addWords(count: number): void {
    const { numbers } = this.folded
    for (let at = 0; at < count; at++) {
      const number = numbers[at]!
      if (number >= this.known) this.learn(number)
      const bare = this.bare[number]!
      if (bare === NONE) continue
      this.append(this.body, bare)
      if (this.met[number] === this.rows) continue
      this.met[number] = this.rows
      this.addDistinct(number)
    }
  }

  private addDistinct(number: number): void {
    const { tokens } = this
    const marked = this.marked[number]!
    if (tokens.met[marked] !== this.rows) {
      tokens.met[marked] = this.rows
      if (this.hasMarks[number] === 1) this.append(this.extra, marked)
      this.tell(marked)
    }
    for (const starts of this.starts) {
      const start = starts[number]!
      if (start === NONE || tokens.met[start] === this.rows) continue
      tokens.met[start] = this.rows
      this.append(this.extra, start)
    }
  }

  private tell(token: number): void {
    const { told, texts } = this.tokens
    const last = told[token]!
    if (last !== 0 && (this.tellOnce || last === this.calls + 1)) return
    told[token] = this.calls + 1
    this.vocabulary.push(texts[token]!)
  }

  private append(target: Bytes, token: number): void {
    const { store, starts, ends } = this.tokens
    target.append(store.all, starts[token]!, ends[token]!)
  }

  /** Words are numbered as they are met, so all before one have been met too. */
  private learn(upTo: number): void {
    if (upTo >= this.met.length) {
      this.bare = longer(this.bare, upTo)
      this.marked = longer(this.marked, upTo)
      this.hasMarks = longer(this.hasMarks, upTo)
      this.met = longer(this.met, upTo)
      this.starts = Array.from({ length: LONGEST_START }, (_, at) => longer(this.starts[at] ?? this.met, upTo))
    }
    for (; this.known <= upTo; this.known++) {
      const bare = this.folded.form(this.known, 'bare')
      const marked = this.folded.form(this.known, 'iy')
      const letters = [...bare]
      this.bare[this.known] = bare === '' ? NONE : this.tokens.numberOf(bare)
      this.marked[this.known] = this.tokens.numberOf(marked)
      this.hasMarks[this.known] = Number(hasDiacritics(marked))
      for (const [at, starts] of this.starts.entries()) {
        const start = START + letters.slice(0, at + 1).join('')
        starts[this.known] = at < letters.length ? this.tokens.numberOf(start) : NONE
      }
    }
  }

  private startOver(): void {
    this.generation = this.folded.generation
    this.known = 0
    this.tokens = new Tokens()
    this.between = this.tokens.numberOf(BETWEEN)
    this.met.fill(0)
  }
}
