import { fold } from './fold'
import { clustersOf, invisible } from './letters'

/** One word (for Vietnamese: one syllable, number or abbreviation) and where it stands. */
export interface Word {
  text: string
  start: number
  end: number
}

/** One word, global. H'Hen, K’Brêu: an apostrophe between letters belongs to the word. */
export const wordPattern = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}${invisible}]*(?:['’](?=\\p{L})[\\p{L}\\p{M}\\p{N}${invisible}]+)*`,
  'gu',
)

/** The words of a text in order, with their offsets in UTF-16 units. Punctuation stands between words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return words
}

/** Initials in capitals without tones: Ủy ban nhân dân → UBND, Hội đồng nhân dân → HĐND. */
export function initials(text: string): string {
  return wordsOf(text)
    .map((word) => (clustersOf(fold(word.text, 'letters'))[0] ?? '').toUpperCase())
    .join('')
}

const reservedNames = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i

/**
 * A file name without extension from a title, good on Windows, macOS and Linux: Vietnamese letters in
 * NFC, no reserved character or name, no dot or space at the ends. The same title gives the same name.
 * @param options.maxBytes bound on the UTF-8 length (default 120, so that number, extension and folder fit)
 * @param options.fallback what stands where nothing of the title can (default `_`)
 */
export function fileNameFrom(title: string, options: { maxBytes?: number; fallback?: string } = {}): string {
  const safe = title
    .normalize('NFC')
    .replace(new RegExp(`[${invisible}\\p{Cc}\\p{Co}\\p{Cn}]|\\p{Cs}`, 'gu'), ' ')
    .replace(/[\\/|]/g, '-')
    .replace(/["<>?*]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?:/g, ' -')
  const maxBytes = options.maxBytes ?? 120
  const bounded = trimEnd(boundBytes(trimStart(safe), maxBytes))
  if (bounded === '') return options.fallback ?? '_'
  return reservedNames.test(bounded) ? trimEnd(boundBytes(`_${bounded}`, maxBytes)) : bounded
}

/** Leading dots hide files, a leading `~` marks Word's lock files, a leading dash looks like an option. */
function trimStart(name: string): string {
  return name.replace(/^[\s.~-]+/u, '')
}

function trimEnd(name: string): string {
  return name.replace(/[\s.-]+$/u, '')
}

/** As much of a text as fits into so many bytes of UTF-8: whole words where one fits, else whole letters. */
export function boundBytes(text: string, maxBytes: number): string {
  let bytes = 0
  let kept = ''
  for (const cluster of clustersOf(text)) {
    bytes += utf8Length(cluster)
    if (bytes > maxBytes) {
      const space = kept.lastIndexOf(' ')
      return cluster !== ' ' && space > kept.length / 2 ? kept.slice(0, space) : kept
    }
    kept += cluster
  }
  return kept
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
