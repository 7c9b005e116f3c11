import { type Tone, toneMarks } from './letters'

/** A Vietnamese syllable in its parts: lower case, quality marks (^ ˘ horn) kept, the tone taken off. */
export interface Syllable {
  onset: string
  nucleus: string
  coda: string
  tone: Tone
}

/** `new`: hóa, khỏe, thủy (as Nghị định 30/2020 prints); `old`: hoá, khoẻ, thuỷ. */
export type ToneStyle = 'new' | 'old'

const onsets = 'ngh|ng|nh|gh|gi(?=[aăâeêioôơuưy])|qu|ch|kh|ph|th|tr|[bcdđghklmnprstvx]'
const nuclei =
  'iêu|yêu|oai|oao|oay|oeo|uai|uao|uay|uây|uôi|uya|uyê|uyu|ươi|ươu|' +
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|' +
  '[aăâeêioôơuưy]'
// k closes syllables of place names only: Đắk Lắk.
const codas = 'ch|nh|ng|[cmnptk]'
const shape = new RegExp(`^(${onsets})?(${nuclei})(${codas})?$`)
const toneOfMark = new Map<string, Tone>(Object.entries(toneMarks).map(([tone, mark]) => [mark, tone as Tone]))
const tonePattern = /[\u0300\u0301\u0303\u0309\u0323]/g

interface Spelled {
  /** Letters in NFC as written, without the tone. */
  letters: string[]
  mark: string
  /** Which letter carried the tone; -1 for none. */
  at: number
}

/** Takes the tone off a word; null where it carries more than one, so that it is no syllable. */
function spell(word: string): Spelled | null {
  const spelled: Spelled = { letters: [], mark: '', at: -1 }
  for (const cluster of word.normalize('NFD').match(/\P{M}\p{M}*/gu) ?? []) {
    const marks = cluster.match(tonePattern)
    if (marks) {
      if (marks.length > 1 || spelled.at >= 0) return null
      spelled.mark = marks[0]
      spelled.at = spelled.letters.length
    }
    spelled.letters.push((marks ? cluster.replace(tonePattern, '') : cluster).normalize('NFC'))
  }
  return spelled
}

function partsOf(letters: string[]): { onset: string; nucleus: string; coda: string } | null {
  // No Vietnamese syllable is longer than nghiêng.
  if (letters.length > 7) return null
  const match = shape.exec(letters.join('').toLowerCase())
  if (!match) return null
  return { onset: match[1] ?? '', nucleus: match[2] ?? '', coda: match[3] ?? '' }
}

/** Which vowel of the nucleus carries the tone (docs/text.md). */
function tonePosition(nucleus: string, coda: string, style: ToneStyle): number {
  const marked = Math.max(...[...'ăâêôơư'].map((vowel) => nucleus.lastIndexOf(vowel)))
  if (marked >= 0) return marked
  if (nucleus.length === 3) return 1
  if (nucleus.length === 1) return 0
  if (coda !== '') return 1
  return style === 'old' && /^(oa|oe|uy)$/.test(nucleus) ? 1 : 0
}

/**
 * Parses one word as a Vietnamese syllable, in any case, in NFC or NFD, the tone on any of its vowels.
 * @returns null for what is no Vietnamese syllable: foreign words, abbreviations, numbers.
 */
export function parseSyllable(word: string): Syllable | null {
  const spelled = spell(word)
  const parts = spelled && partsOf(spelled.letters)
  if (!spelled || !parts) return null
  return { ...parts, tone: toneOfMark.get(spelled.mark) ?? 'ngang' }
}

/**
 * Moves the tone of one word to where the style puts it: hoá → hóa, Hòang → Hoàng, qúy → quý.
 * Case stays; what is no syllable comes back in NFC, otherwise unchanged.
 */
export function placeTone(word: string, style: ToneStyle = 'new'): string {
  const spelled = spell(word)
  const parts = spelled && spelled.at >= 0 ? partsOf(spelled.letters) : null
  if (!spelled || !parts) return word.normalize('NFC')
  const at = parts.onset.length + tonePosition(parts.nucleus, parts.coda, style)
  const letters = spelled.letters.map((letter, index) => (index === at ? letter + spelled.mark : letter))
  return letters.join('').normalize('NFC')
}

const wordPattern = /\p{L}[\p{L}\p{M}]*/gu

/** Every tone of a text in one style; for sorting and comparing, never for what is stored. NFC. */
export function withToneStyle(text: string, style: ToneStyle = 'new'): string {
  return text.normalize('NFC').replace(wordPattern, (word) => (isAscii(word) ? word : placeTone(word, style)))
}

/** Repairs misplaced tones (Hòang, ngòai, qúy); both accepted styles stay as written. NFC. */
export function repairTones(text: string): string {
  return text.normalize('NFC').replace(wordPattern, (word) => {
    if (isAscii(word) || placeTone(word, 'old') === word) return word
    return placeTone(word, 'new')
  })
}

function isAscii(text: string): boolean {
  return /^[\0-\x7F]*$/.test(text)
}
