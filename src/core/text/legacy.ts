import { restoreCapitals } from './legacy-capitals'
import { tcvn3Bytes, visciiBytes, vpsBytes } from './legacy-tables'
import { toneMarks } from './letters'

/** Encodings of old Vietnamese fonts. Only the first two are known by their font names. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viscii' | 'vps'

/**
 * Which encoding a font's name stands for: `.VnTime` and its kin TCVN3, `VNI-Times` and its kin VNI.
 * Takes a name as Word, CSS (quotes, alternatives after a comma) or PDF (subset tag) gives it.
 */
export function legacyEncodingOf(fontName: string): 'tcvn3' | 'vni' | null {
  const name = plainFontName(fontName)
  if (/^\.vn/i.test(name)) return 'tcvn3'
  return /^vni[- ]/i.test(name) ? 'vni' : null
}

/** TCVN3 has no accented capitals of its own: fonts whose name ends in H draw every letter as one. */
export function drawsCapitals(fontName: string): boolean {
  return /^\.vn.*h(\s*(bold|italic|oblique|regular))*$/i.test(plainFontName(fontName))
}

function plainFontName(fontName: string): string {
  const first = fontName.split(',', 1)[0] ?? ''
  return first
    .replace(/["']/g, '')
    .replace(/^\s*[A-Z]{6}\+/, '')
    .trim()
}

/**
 * Decodes one run of text by its font, from the CP1252 characters (or the private-use ones of symbol
 * fonts) that Word stores. Text of other fonts, and text that already is Vietnamese Unicode under an
 * old font's name, comes back in NFC only. Before `cleanText`, since U+00AD is a letter here.
 */
export function decodeRun(text: string, fontName: string): string {
  const encoding = legacyEncodingOf(fontName)
  if (!encoding || isUnicodeVietnamese(text)) return text.normalize('NFC')
  const decoded = decodeLegacy(text, encoding)
  if (encoding !== 'tcvn3') return decoded
  return drawsCapitals(fontName) ? decoded.toUpperCase() : restoreCapitals(decoded)
}

/**
 * Decodes the runs of one paragraph. Word may part a VNI letter from its mark: the mark goes back to
 * the run of its letter first.
 * @returns the text of each run, in order
 */
export function decodeRuns(runs: readonly { text: string; font: string }[]): string[] {
  const texts = runs.map((run) => run.text)
  const filled = [...runs.keys()].filter((index) => texts[index] !== '')
  for (const [at, index] of filled.entries()) {
    const before = filled[at - 1]
    if (before === undefined) continue
    const mark = texts[index]!.charAt(0)
    const bothVni = [runs[before]!, runs[index]!].every((run) => legacyEncodingOf(run.font) === 'vni')
    if (bothVni && vniPairs.has(asBytes(texts[before]!.slice(-1) + mark))) {
      texts[before] += mark
      texts[index] = texts[index]!.slice(1)
    }
  }
  return runs.map((run, index) => decodeRun(texts[index]!, run.font))
}

/** Decodes a text known to be in one encoding; characters that stand for no Vietnamese letter stay. NFC. */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  const bytes = asBytes(text)
  const decoded = encoding === 'vni' ? decodeVni(bytes) : decodeSingle(bytes, singleTables[encoding])
  return decoded.normalize('NFC')
}

// What CP1252 shows for the bytes 80 to 9F; the holes are control characters and stay themselves.
const cp1252 = new Map(
  [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'].map((character, index) => [character, 0x80 + index]),
)

/** Back to the bytes the font drew, one character each; others stay as they are. */
function asBytes(text: string): string {
  return text.replace(/[\uF020-\uF0FF\u03BC]|[^\0-\xFF]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0xf020 && code <= 0xf0ff) return String.fromCharCode(code - 0xf000)
    // Some programs store the Greek letter for the micro sign.
    if (code === 0x3bc) return '\xB5'
    return character
  })
}

function tableOf(bytes: string): Map<string, string> {
  return new Map(
    bytes.split(' ').map((pair) => [String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), pair.slice(2)]),
  )
}

const singleTables = { tcvn3: tableOf(tcvn3Bytes), viscii: tableOf(visciiBytes), vps: tableOf(vpsBytes) }

function decodeSingle(text: string, table: Map<string, string>): string {
  return text.replace(/[^\t\n\r\x20-\x7E]/g, (character) => {
    const byte = cp1252.get(character)
    return table.get(byte === undefined ? character : String.fromCharCode(byte)) ?? character
  })
}

/** Mark bytes of VNI in the order sắc, huyền, hỏi, ngã, nặng; a capital's are 0x20 lower. */
const vniMarks = {
  plain: [0xf9, 0xf8, 0xfb, 0xf5, 0xef],
  circumflex: [0xe1, 0xe0, 0xe5, 0xe3, 0xe4],
  breve: [0xe9, 0xe8, 0xfa, 0xfc, 0xeb],
}
const vniTones = [toneMarks.sac, toneMarks.huyen, toneMarks.hoi, toneMarks.nga, toneMarks.nang]

/** Letters of one byte: ơ ư đ, i with its tones, ỵ. */
const vniSingles = withCapitals([
  ['\xF4', 'ơ'],
  ['\xF6', 'ư'],
  ['\xF1', 'đ'],
  ...[0xed, 0xec, 0xe6, 0xf3, 0xf2].map((byte, tone): Pair => [String.fromCharCode(byte), `i${vniTones[tone]}`]),
  ['\xEE', `y${toneMarks.nang}`],
])

/** Letters of two bytes, with the spelling variants and mixed cases met in hand-typed headings. */
const vniPairs = vniPairTable()

type Pair = [bytes: string, letter: string]

function vniPairTable(): Map<string, string> {
  const pairs: Pair[] = []
  const add = (base: string, letter: string, marks: number[]) => {
    for (const [tone, mark] of marks.entries()) pairs.push([base + String.fromCharCode(mark), letter + vniTones[tone]])
  }
  for (const vowel of 'aeouyi') add(vowel, vowel, vniMarks.plain)
  add('\xF4', 'ơ', vniMarks.plain)
  add('\xF6', 'ư', vniMarks.plain)
  for (const [base, letter] of ['aâ', 'eê', 'oô'].map((both) => [...both] as Pair)) {
    pairs.push([`${base}\xE2`, letter])
    add(base, letter, vniMarks.circumflex)
  }
  pairs.push(['a\xEA', 'ă'])
  add('a', 'ă', vniMarks.breve)
  const table = withCapitals(pairs)
  for (const [bytes, letter] of [...table]) {
    const otherMark =
      bytes.charAt(1).toUpperCase() === bytes.charAt(1) ? lower(bytes.charAt(1)) : upper(bytes.charAt(1))
    if (!table.has(bytes.charAt(0) + otherMark)) table.set(bytes.charAt(0) + otherMark, letter)
  }
  return table
}

function withCapitals(pairs: Pair[]): Map<string, string> {
  const all = pairs.flatMap(([bytes, letter]): Pair[] => [
    [bytes, letter.normalize('NFC')],
    [upper(bytes), letter.normalize('NFC').toUpperCase()],
  ])
  return new Map(all)
}

function upper(bytes: string): string {
  return bytes.replace(/[a-z\xE0-\xFF]/g, (byte) => String.fromCharCode(byte.charCodeAt(0) - 0x20))
}

function lower(bytes: string): string {
  return bytes.replace(/[A-Z\xC0-\xDF]/g, (byte) => String.fromCharCode(byte.charCodeAt(0) + 0x20))
}

/** Longest match first: after ö, ô begins a letter of its own (öôï is ươ with a tone). */
function decodeVni(text: string): string {
  let decoded = ''
  for (let at = 0; at < text.length; ) {
    const pair = vniPairs.get(text.slice(at, at + 2))
    const byte = text.charAt(at)
    decoded += pair ?? vniSingles.get(byte) ?? byte
    at += pair === undefined ? 1 : 2
  }
  return decoded
}

/** Letters that neither CP1252 nor a font's private range has: this run is Unicode already. */
function isUnicodeVietnamese(text: string): boolean {
  return /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0300-\u036F\u1EA0-\u1EF9]/.test(
    text,
  )
}
