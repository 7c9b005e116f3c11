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

type WordForm = Pick<Token, 'text' | 'key' | 'cap' | 'upper'>

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const APOSTROPHE = 4
const MARK = 5

/** Class of every UTF-16 unit met so far; texts use a few hundred of them. */
const classes = new Uint8Array(0x10000)

function classOf(unit: number): number {
  const known = classes[unit]
  if (known) return known
  const letter = String.fromCharCode(unit)
  let found = MARK
  if (/\s/u.test(letter)) found = SPACE
  else if (/[\p{L}\p{M}]/u.test(letter)) found = LETTER
  else if (unit >= 48 && unit <= 57) found = DIGIT
  else if (letter === "'" || letter === '’' || letter === 'ʼ') found = APOSTROPHE
  classes[unit] = found
  return found
}

const MARKS: Record<string, string> = { '–': '-', '—': '-', '‑': '-', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' }
/** Articles share a few thousand words: each is folded once. */
const CACHE_LIMIT = 20_000
const forms = new Map<string, WordForm>()

function formOf(text: string): WordForm {
  const known = forms.get(text)
  if (known) return known
  if (forms.size >= CACHE_LIMIT) forms.clear()
  const first = text[0] ?? ''
  const cap = first !== first.toLowerCase()
  const upper = cap && text.length > 1 && text === text.toUpperCase()
  const form = { text, key: fold(text, 'iy').replace(/[’ʼ]/g, "'"), cap, upper }
  forms.set(text, form)
  return form
}

/**
 * Cuts a text part into words, numbers and single marks. Dashes and double quotes of every shape get one key.
 * @param text NFC text; offsets in the tokens are UTF-16 units of it
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === SPACE) {
      at++
      continue
    }
    const end = kind === LETTER ? wordEnd(text, at) : kind === DIGIT ? digitsEnd(text, at) : markEnd(text, at)
    tokens.push(tokenOf(text.slice(at, end), at, end, kind))
    at = end
  }
  return tokens
}

function tokenOf(piece: string, start: number, end: number, kind: number): Token {
  if (kind === LETTER) {
    const form = formOf(piece)
    return { start, end, text: form.text, key: form.key, kind: 'word', cap: form.cap, upper: form.upper }
  }
  if (kind === DIGIT) return { start, end, text: piece, key: piece, kind: 'number', cap: false, upper: false }
  return { start, end, text: piece, key: MARKS[piece] ?? piece, kind: 'mark', cap: false, upper: false }
}

/** Letters, inner apostrophes (H'Blung) and digits that end the word (QH15). */
function wordEnd(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const kind = classOf(text.charCodeAt(at))
    if (at < text.length && kind === LETTER) at++
    else if (kind === APOSTROPHE && at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === LETTER) at += 2
    else break
  }
  const digits = digitsEnd(text, at)
  const glued = digits > at && digits < text.length && classOf(text.charCodeAt(digits)) === LETTER
  return glued ? at : digits
}

function digitsEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && classOf(text.charCodeAt(at)) === DIGIT) at++
  return at
}

const markEnd = (text: string, at: number): number => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** The key sequence of a phrase, as lexicons store it. */
export function phraseKeys(phrase: string): string[] {
  return tokenize(phrase.normalize('NFC')).map((token) => token.key)
}

/** Words of code (not of the vocabulary) in the form of token keys. */
export function keySet(words: string): Set<string> {
  return new Set(
    words
      .normalize('NFC')
      .split(' ')
      .map((word) => formOf(word).key),
  )
}

/** The words between two token positions, as written. */
export function sliceText(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last && to > from ? text.slice(first.start, last.end) : ''
}
