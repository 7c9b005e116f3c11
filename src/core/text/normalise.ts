import { invisible } from './letters'

/** The stored form of every text: NFC, and nothing else changed. */
export function toNfc(text: string): string {
  return text.normalize('NFC')
}

const invisiblePattern = new RegExp(`[${invisible}]`, 'gu')
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
  ɡ: 'g',
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
  ν: 'v',
}

/**
 * Makes a received text fit to be stored: NFC; line ends as `\n`; no invisible or control characters;
 * no-break spaces as spaces; letters that only look Vietnamese replaced by the real ones (standards 3.3).
 * Everything else stays as the author wrote it. Idempotent.
 *
 * Text in a legacy font must be decoded first: there U+00AD is the letter ư.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
      .replace(/[\0-\b\x0E-\x1F\x7F]/g, '')
      .replace(/\p{Cs}/gu, '\uFFFD')
      .replace(invisiblePattern, '')
      .replace(/[\u00A0\u2007\u202F]/g, ' ')
      .replace(wordPattern, latinise)
      // Icelandic ð stands inside words, Vietnamese đ begins them.
      .replace(/(?<![\p{L}\p{M}])ð/gu, 'đ')
      .replaceAll('Ð', 'Đ')
      .replaceAll('ƣ', 'ư')
      .replaceAll('Ƣ', 'Ư')
      .normalize('NFC')
  )
}

/** A word that mixes Latin letters with Cyrillic twins becomes Latin; a Russian word stays. */
function latinise(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word
  const latin = [...word.normalize('NFD')].map((letter) => lookAlikes[letter] ?? letter).join('')
  return /\p{Script=Cyrillic}/u.test(latin) ? word : latin
}
