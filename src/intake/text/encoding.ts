import chardet from 'chardet'
import iconv from 'iconv-lite'
import { looksUtf16 } from '../sniff'

/** Text of a file with the encoding it was found to be in. */
export interface Decoded {
  text: string
  encoding: string
  /** True where the bytes could be read in another way too. */
  guessed: boolean
}

const SAMPLE = 64 * 1024

/**
 * Decodes a text file: byte-order mark, UTF-16 by its zero bytes, valid UTF-8, then what the
 * container declares, then the likeliest of the code pages Vietnamese offices used.
 * @param declared what the file says of itself (a meta element, a MIME header); believed last, since it often lies
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false }
  const utf16 = looksUtf16(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, guessed: false }
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false }
  const named = declared === null ? null : supported(declared)
  const page = named ?? guess(bytes)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { text: iconv.decode(buffer, page), encoding: page, guessed: named === null }
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Null where the bytes are no UTF-8; a letter cut in half at the very end is forgiven. */
function asUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut += 1) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {}
  }
  return null
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
