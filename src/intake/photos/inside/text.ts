import iconv from 'iconv-lite'
import { guessLegacy } from '#core/text/legacy-guess'
import { cleanText } from '#core/text/normalise'

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Decodes texts of one block together, since one program wrote them: UTF-8 where all of them are (a letter cut through
 * by a limit of length aside), else the code page of Vietnamese Windows where its tones compose with the letters before
 * them, else that of western Windows. TCVN3 and VNI stay as such a program shows them: they are offered, not changed.
 */
export function decodeTogether(texts: Uint8Array[]): string[] {
  const utf8 = asUtf8(texts)
  if (utf8) return utf8
  const western = texts.map((bytes) => decodeAs(bytes, 'windows-1252'))
  if (guessLegacy(western.join('\n').slice(0, 4000))) return western
  const vietnamese = texts.map((bytes) => decodeAs(bytes, 'windows-1258').normalize('NFC'))
  return composes(texts, vietnamese) ? vietnamese : western
}

function asUtf8(texts: Uint8Array[]): string[] | null {
  try {
    const cut = texts.map(withoutCutLetter)
    const decoded = cut.map((bytes) => strict.decode(bytes))
    // A lone high byte at the end speaks for UTF-8 only where whole letters do too: “Café” of Latin-1 ends in one.
    const trimmed = cut.some((bytes, at) => bytes.length < texts[at]!.length)
    return trimmed && !/[^\0-\x7f]/.test(decoded.join('')) ? null : decoded
  } catch {
    return null
  }
}

export const decodeOne = (bytes: Uint8Array): string => decodeTogether([bytes])[0] ?? ''

/** UTF-16 as Windows and EXIF write it, the order told by where the zero bytes are, or by a mark. */
export function decodeUtf16(bytes: Uint8Array, little: boolean | null): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? true : bytes[0] === 0xfe && bytes[1] === 0xff ? false : null
  return new TextDecoder((marked ?? little ?? looksLittle(bytes)) ? 'utf-16le' : 'utf-16be').decode(bytes)
}

/** Words fit to be kept: NFC, no zero bytes, no blanks around. */
export function kept(text: string): string {
  return cleanText(text.replace(/\0[\s\S]*$/, '')).trim()
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

/** Tones of windows-1258 are letters of their own (0xCC, 0xD2, 0xDE, 0xEC, 0xF2): read rightly, none is left over. */
function composes(texts: Uint8Array[], decoded: string[]): boolean {
  const tones = texts.some((bytes) => bytes.some((byte) => [0xcc, 0xd2, 0xde, 0xec, 0xf2].includes(byte)))
  return tones && !decoded.some((text) => /[\u0300-\u036f]/.test(text))
}

/** Values of limited length may end inside a letter: its beginning is let go. */
function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes
    if (byte < 0xc0) continue
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return wanted > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

/** Vietnamese has its high byte zero for most letters; the order in which more are zero is the right one. */
function looksLittle(bytes: Uint8Array): boolean {
  let balance = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) balance += (bytes[at + 1] === 0 ? 1 : 0) - (bytes[at] === 0 ? 1 : 0)
  return balance >= 0
}
