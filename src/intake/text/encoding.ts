import chardet from 'chardet'
import iconv from 'iconv-lite'
import { decodeLegacy } from '#core/text/legacy'
import { guessLegacy } from '#core/text/legacy-guess'
import { looksUtf16 } from '../sniff'

/** Text of a file with the encoding it was found to be in. */
export interface Decoded {
  text: string
  encoding: string
  /** True where the bytes could be read in another way too. */
  guessed: boolean
}

const SAMPLE = 64 * 1024
const OLD_SAMPLE = 4000
/** So many whole letters beyond ASCII for each broken one speak for UTF-8: other encodings hardly ever form one. */
const LEAST_WHOLE = 3

/** What else is known of the bytes. */
export interface EncodingHints {
  /** What the file says of itself (a meta element, a MIME header); believed late, since it often lies. */
  declared?: string | null
  /** Runs name their fonts, so that TCVN3 and VNI are decoded by these and not here. */
  fonts?: boolean
}

/**
 * Decodes a text file: byte-order mark, UTF-16 by its zero bytes, UTF-8 where it is valid or nearly so, then
 * what the container declares, then the likeliest of the encodings Vietnamese offices used.
 */
export function decodeText(bytes: Uint8Array, hints: EncodingHints = {}): Decoded {
  const marked = byMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false }
  const utf16 = looksUtf16(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, guessed: false }
  const utf8 = asUtf8(bytes)
  if (utf8) return utf8
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const named = hints.declared ? supported(hints.declared) : null
  if (named) return { text: iconv.decode(buffer, named), encoding: named, guessed: false }
  const latin = iconv.decode(buffer, 'windows-1252')
  if (hints.fonts && /\.vn[a-z]|vni-/i.test(latin)) return { text: latin, encoding: 'windows-1252', guessed: false }
  const old = hints.fonts ? null : guessLegacy(latin.slice(0, OLD_SAMPLE))
  if (old) return { text: decodeLegacy(latin, old.encoding), encoding: old.encoding.toUpperCase(), guessed: true }
  const page = guess(bytes)
  return { text: iconv.decode(buffer, page), encoding: page, guessed: true }
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Valid UTF-8, or text in it with a few bytes damaged or cut off; null where the bytes are something else. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = countOf(text, /\ufffd/g)
  if (broken > 0 && countOf(text, /[\u0080-\ufffc]/g) < broken * LEAST_WHOLE) return null
  return { text, encoding: 'utf-8', guessed: broken > 0 }
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  while (pattern.test(text)) count += 1
  return count
}

/** Declared names as we decode them; UTF-8 is out by now, Latin-1 says nothing about Vietnamese. */
function supported(name: string): string | null {
  const plain = name.trim().toLowerCase()
  if (/^(utf-?8|utf-?16.*|iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/.test(plain)) return null
  return iconv.encodingExists(plain) ? plain : null
}

/**
 * windows-1258 writes tones as letters of their own after the vowel (0xCC, 0xD2, 0xDE, 0xEC, 0xF2);
 * where these follow vowels it is Vietnamese. Otherwise chardet has a say, else windows-1252.
 */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  let tones = 0
  let high = 0
  for (let at = 1; at < sample.length; at += 1) {
    const byte = sample[at] as number
    if (byte < 0x80) continue
    high += 1
    if ([0xcc, 0xd2, 0xde, 0xec, 0xf2].includes(byte) && isVowel(sample[at - 1] as number)) tones += 1
  }
  if (tones > 0 && tones >= high * 0.1) return 'windows-1258'
  const found = chardet
    .analyse(sample)
    .find((one) => /1258|1252/.test(one.name))
    ?.name.toLowerCase()
  return found && iconv.encodingExists(found) ? found : 'windows-1252'
}

/** Vowels of windows-1258: plain ones and â ă ê ô ơ ư. */
function isVowel(byte: number): boolean {
  return 'aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xfd\xc2\xc3\xca\xd4\xd5\xdd'.includes(String.fromCharCode(byte))
}
