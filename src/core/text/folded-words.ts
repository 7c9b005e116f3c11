import { fold, type Rung } from './fold'
import { longer } from './longer'
import { WordTable } from './word-table'
import { wordPattern } from './words'

/**
 * A word alone as indexes hold it: folded, and only its letters and digits (H'Hen → hhen). At the rung
 * `exact` it is the word itself in NFC.
 */
export function foldedWord(word: string, rung: Rung): string {
  const folded = fold(word, rung)
  return rung === 'exact' ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, '')
}

const PRIME = 0x01000193
const SEEDS = [0x811c9dc5, 0x9747b28c] as const

const noForms = (): Record<Rung, string[]> => ({ exact: [], tone: [], iy: [], letters: [], bare: [] })

/** The words of texts by number, each folded once per rung however often and in however many texts it stands. */
export class FoldedWords {
  private readonly table = new WordTable(new RegExp(wordPattern))
  private forms = noForms()
  private hashed: [Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0)]
  private hashedWords = 0
  /** Changes when numbers begin anew. */
  generation = this.table.generation

  /** The words of the text scanned last, by number, and their offsets in UTF-16 units. */
  get numbers(): Int32Array {
    return this.table.numbers
  }

  get starts(): Int32Array {
    return this.table.starts
  }

  get ends(): Int32Array {
    return this.table.ends
  }

  /**
   * Finds the words of a text, in order. A number means the same word until `generation` changes.
   * Linear in the length of the text.
   * @returns how many words there are
   */
  scan(text: string): number {
    this.table.makeRoom()
    if (this.generation !== this.table.generation) {
      this.generation = this.table.generation
      this.forms = noForms()
      this.hashedWords = 0
    }
    return this.table.scan(text)
  }

  /** Two hashes of each word met so far, without marks, by number. */
  hashes(): readonly [Int32Array, Int32Array] {
    const { size } = this.table
    if (size > this.hashed[0].length) this.hashed = this.hashed.map((list) => longer(list, size)) as typeof this.hashed
    for (; this.hashedWords < size; this.hashedWords++) {
      const word = this.form(this.hashedWords, 'bare')
      for (const [which, seed] of SEEDS.entries()) {
        let hash: number = seed
        for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
        this.hashed[which]![this.hashedWords] = hash ^ (hash >>> 13)
      }
    }
    return this.hashed
  }

  /** The word of a number, folded. */
  form(number: number, rung: Rung): string {
    const forms = this.forms[rung]
    let form = forms[number]
    if (form === undefined) {
      form = foldedWord(this.table.word(number), rung)
      forms[number] = form
    }
    return form
  }
}

const folded = new FoldedWords()

/**
 * Key of what a text says, for finding duplicates even where a copying site scrambled the tones:
 * its bare words and numbers, one space apart.
 */
export function sameTextKey(text: string): string {
  const words = new Array<string>(folded.scan(text))
  for (let at = 0; at < words.length; at++) words[at] = folded.form(folded.numbers[at]!, 'bare')
  return words.join(' ')
}

/** A digest of the words of texts, as they are scanned one after another: `sameTextDigest` over several. */
export class WordDigest {
  private first: number = SEEDS[0]
  private second: number = SEEDS[1]

  constructor(private readonly words: FoldedWords) {}

  /** Takes in the words scanned last. */
  add(count: number): void {
    const { numbers } = this.words
    const [ones, others] = this.words.hashes()
    let { first, second } = this
    for (let at = 0; at < count; at++) {
      first = Math.imul(first ^ ones[numbers[at]!]!, PRIME)
      second = Math.imul(second ^ others[numbers[at]!]!, 0x85ebca6b) ^ (second >>> 15)
    }
    this.first = first
    this.second = second
  }

  /** 64 bits as hexadecimal digits. */
  get text(): string {
    return [this.first, this.second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }
}

/**
 * A digest of what a text says, as `sameTextKey` has it: 64 bits as hexadecimal digits, enough to find
 * texts of the same words again, not to prove anything.
 */
export function sameTextDigest(text: string): string {
  const digest = new WordDigest(folded)
  digest.add(folded.scan(text))
  return digest.text
}
