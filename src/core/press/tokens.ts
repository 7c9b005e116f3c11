import { fold } from '../text/fold'

/** One word, number or mark of a text part, with what matching asks of it. */
export interface Token {
  start: number
  end: number
  text: string
  /** Folded to the i/y rung (standards 3.3): what lexicons are keyed by. */
  key: string
  kind: 'word' | 'number' | 'mark'
  /** Begins with a capital letter. */
  cap: boolean
  /** All letters are capitals, and there are at least two. */
  upper: boolean
}

const PIECE = /\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*(?:\d+(?=\P{L}|$))?|\d+|[^\s]/gu
const MARKS: Record<string, string> = { '–': '-', '—': '-', '‑': '-', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' }
const CACHE_LIMIT = 20_000
const keys = new Map<string, string>()

function keyOf(word: string): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  if (keys.size >= CACHE_LIMIT) keys.clear()
  const key = fold(word, 'iy').replace(/[’ʼ]/g, "'")
  keys.set(word, key)
  return key
}

/**
 * Cuts a text part into words, numbers and single marks. Dashes and double quotes of every shape get one key.
 * @param text NFC text; offsets in the tokens are UTF-16 units of it
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const piece of text.matchAll(PIECE)) {
    const word = piece[0]
    const start = piece.index
    const base = { start, end: start + word.length, text: word }
    const first = word.charCodeAt(0)
    if (first >= 48 && first <= 57) tokens.push({ ...base, key: word, kind: 'number', cap: false, upper: false })
    else if (/^\p{L}/u.test(word)) {
      const lower = word.toLowerCase()
      const cap = word[0] !== lower[0]
      const upper = cap && word.length > 1 && word === word.toUpperCase()
      tokens.push({ ...base, key: keyOf(word), kind: 'word', cap, upper })
    } else tokens.push({ ...base, key: MARKS[word] ?? word, kind: 'mark', cap: false, upper: false })
  }
  return tokens
}

/** The key sequence of a phrase, as lexicons store it. */
export function phraseKeys(phrase: string): string[] {
  return tokenize(phrase.normalize('NFC')).map((token) => token.key)
}

/** Words of code (not of the vocabulary) in the form of token keys. */
export function keySet(words: string): Set<string> {
  return new Set(words.normalize('NFC').split(' ').map(keyOf))
}

/** The words between two token positions, as written. */
export function sliceText(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last && to > from ? text.slice(first.start, last.end) : ''
}
