import { invisible } from './letters'
import { parseSyllable } from './syllable'

/** The stored form of every text: NFC, and nothing else changed. */
export function toNfc(text: string): string {
  return text.normalize('NFC')
}

const invisiblePattern = new RegExp(`[${invisible}]`, 'gu')
/** Printable ASCII, composed Latin letters but ð Ð ƣ Ƣ, and common marks: nothing of it changes. */
const plainText = /^[\n -~\u00C0-\u00CF\u00D1-\u00EF\u00F1-\u01A1\u01A4-\u024F\u1EA0-\u1EF9“”‘’–—…]*$/
const wordPattern = /\p{L}[\p{L}\p{M}]*/gu
const lookAlikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Ѕ: 'S',
  І: 'I',
  Ј: 'J',
  Ԛ: 'Q',
  Ԝ: 'W',
}

/**
 * Makes a received text fit to be stored: NFC; line ends as `\n`; no invisible or control characters;
 * no-break spaces as spaces; letters that only look Vietnamese replaced by the real ones.
 * Everything else stays as the author wrote it. Idempotent.
 *
 * Text in a legacy font must be decoded first: there U+00AD is the letter ư.
 */
export function cleanText(text: string): string {
  if (plainText.test(text)) return text
  const visible = text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\0-\b\x0E-\x1F\x7F]/g, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(invisiblePattern, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
  return latinised(inMarkOrder(vietnameseLetters(visible))).normalize('NFC')
}

/** Icelandic ð stands inside words, Vietnamese đ begins them; ƣ is what OCR makes of ư. */
function vietnameseLetters(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{M}])ð/gu, 'đ')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ƣ', 'ư')
    .replaceAll('Ƣ', 'Ư')
}

/**
 * Puts a tone that was typed before its ^ or ˘ after it: é + ^ is no ế to Unicode, though it looks so.
 * Other text is untouched.
 */
export function inMarkOrder(text: string): string {
  if (!/[\u0302\u0306]/.test(text)) return text
  return text.normalize('NFD').replace(/([aeoAEO]\u0323?)([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g, '$1$3$2')
}

/**
 * Copying sites put Cyrillic twins for some letters. A word that mixes both scripts becomes Latin; in a
 * text with such words so does a whole syllable of twins (у tế). A Russian word stays.
 */
function latinised(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text
  let mixed = false
  const repaired = text.replace(wordPattern, (word) => {
    if (!/\p{Script=Latin}/u.test(word)) return word
    const latin = latinTwin(word)
    mixed ||= latin !== word
    return latin
  })
  if (!mixed) return repaired
  return repaired.replace(wordPattern, (word) => {
    const latin = latinTwin(word)
    return parseSyllable(latin) ? latin : word
  })
}

/** The word in Latin letters, unchanged where one of its Cyrillic letters has no twin. */
function latinTwin(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word)) return word
  const latin = [...word.normalize('NFD')].map((letter) => lookAlikes[letter] ?? letter).join('')
  return /\p{Script=Cyrillic}/u.test(latin) ? word : latin
}
