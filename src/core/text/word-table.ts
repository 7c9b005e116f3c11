import { invisible } from './letters'
import { longer } from './longer'

const LETTER = 1
const NUMBER = 2
/** Marks and invisible characters: inside a word, never its beginning. */
const WITHIN = 3
const APOSTROPHE = 4
/** Half of a character beyond the first 65,536: left to the pattern. */
const SURROGATE = 5

const PAGE = 256
/** Latin, Vietnamese and their punctuation lie below. */
const NEAR = 0x2100
const near = new Uint8Array(NEAR)
const pages: (Uint8Array | undefined)[] = []
const within = new RegExp(`[\\p{M}${invisible}]`, 'u')

/** What a UTF-16 unit is to a word; asked of Unicode's tables once per page of 256. */
function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE)
  for (let at = 0; at < PAGE; at++) {
    const code = number * PAGE + at
    const character = String.fromCharCode(code)
    if (code >= 0xd800 && code < 0xe000) page[at] = SURROGATE
    else if (character === "'" || character === '’') page[at] = APOSTROPHE
    else if (/\p{L}/u.test(character)) page[at] = LETTER
    else if (/\p{N}/u.test(character)) page[at] = NUMBER
    else if (within.test(character)) page[at] = WITHIN
  }
  pages[number] = page
  return page
}

function classOf(code: number): number {
  return code < NEAR ? near[code]! : (pages[code >> 8] ?? pageOf(code >> 8))[code & 255]!
}

let ready = false

function makeReady(): void {
  ready = true
  for (let at = 0; at < NEAR; at += PAGE) near.set(pageOf(at / PAGE), at)
}

const PRIME = 0x01000193
// Beyond so many distinct words the table starts over at the next text.
const MOST_WORDS = 60_000

/**
 * Gives every distinct word of texts a number, and makes a string only of words not met before: what is
 * known of a word can be kept in lists by number. Words are those of `wordsOf`, as written.
 */
export class WordTable {
  /** Changes when numbers begin anew, so that lists by number must too. */
  generation = 0
  numbers = new Int32Array(4_096)
  starts = new Int32Array(4_096)
  ends = new Int32Array(4_096)
  private count = 0
  private words: string[] = []
  private hashes = new Int32Array(0)
  private slots = new Int32Array(0)
  private readonly pattern: RegExp

  /** @param pattern of words, global, for the few texts with characters beyond the first 65,536 */
  constructor(pattern: RegExp) {
    this.pattern = pattern
    this.forget()
  }

  /** How many distinct words it has met. */
  get size(): number {
    return this.words.length
  }

  word(number: number): string {
    return this.words[number]!
  }

  /** Starts over if the table has grown too large; call before a text, never within one. */
  makeRoom(): void {
    if (this.words.length > MOST_WORDS) this.forget()
  }

  /**
   * Finds the words of a text, in order: `numbers`, `starts` and `ends` (in UTF-16 units) hold them until the
   * next call. Linear in the length of the text.
   * @returns how many words there are
   */
  scan(text: string): number {
    if (!ready) makeReady()
    this.count = 0
    const { length } = text
    let at = 0
    while (at < length) {
      let kind = classOf(text.charCodeAt(at))
      if (kind === SURROGATE) return this.scanByPattern(text, at)
      if (kind !== LETTER && kind !== NUMBER) {
        at++
        continue
      }
      const start = at
      let hash = 0
      while (kind !== 0) {
        hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
        at++
        // Never beyond the end: what would be read there is no whole number, and slows down every step.
        kind = at < length ? classOf(text.charCodeAt(at)) : 0
        if (kind === APOSTROPHE) {
          const next = at + 1 < length ? classOf(text.charCodeAt(at + 1)) : 0
          kind = next === LETTER || next === SURROGATE ? next : 0
        }
        if (kind === SURROGATE) return this.scanByPattern(text, start)
      }
      this.note(this.numberOf(text, start, at, hash), start, at)
    }
    return this.count
  }

  private scanByPattern(text: string, from: number): number {
    this.pattern.lastIndex = from
    for (let match = this.pattern.exec(text); match; match = this.pattern.exec(text)) {
      const word = match[0]
      let hash = 0
      for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
      this.note(this.numberOf(word, 0, word.length, hash), match.index, match.index + word.length)
    }
    return this.count
  }

  private note(number: number, start: number, end: number): void {
    if (this.count === this.numbers.length) {
      this.numbers = longer(this.numbers)
      this.starts = longer(this.starts)
      this.ends = longer(this.ends)
    }
    this.numbers[this.count] = number
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.count++
  }

  private numberOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot]! - 1
      if (number < 0) return this.add(text.slice(start, end), hash, slot)
      if (this.hashes[number] === hash && this.isThere(this.words[number]!, text, start, end)) return number
    }
  }

  /** Letter by letter: words are so short that a call of `startsWith` takes longer. */
  private isThere(word: string, text: string, start: number, end: number): boolean {
    if (word.length !== end - start) return false
    for (let at = 0; at < word.length; at++) {
      if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
    }
    return true
  }

  private add(word: string, hash: number, slot: number): number {
    const number = this.words.length
    // A slice would keep the whole text alive.
    this.words.push(detached(word))
    if (number < this.hashes.length) {
      this.hashes[number] = hash
      this.slots[slot] = number + 1
    } else this.grow(hash)
    return number
  }

  private grow(last: number): void {
    const hashes = longer(this.hashes)
    hashes[this.hashes.length] = last
    this.hashes = hashes
    this.slots = new Int32Array(hashes.length * 2)
    for (const number of this.words.keys()) this.slots[this.freeSlot(hashes[number]!)] = number + 1
  }

  private freeSlot(hash: number): number {
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    return slot
  }

  private forget(): void {
    this.generation++
    this.words = []
    this.hashes = new Int32Array(8_192)
    this.slots = new Int32Array(16_384)
  }
}

function detached(word: string): string {
  return word.length < 13 ? word : Array.from(word).join('')
}
