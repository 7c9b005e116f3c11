import { KhoError } from '#core/errors'
import { pictureType } from './pictures'

/** What a file is by its content. `name` is how people call the type; proper names, the same in every language. */
export type Sniffed =
  | { kind: 'zip' | 'doc' | 'rtf' | 'html' | 'mhtml' | 'mail' | 'text'; name: string }
  | { kind: 'picture'; name: string; mediaType: string }
  | { kind: 'other'; name: string }

const HEAD = 4096

/**
 * Tells what a file is from its bytes; its name plays no part.
 * @throws KhoError file-encrypted for password-protected Office files
 */
export function sniff(bytes: Uint8Array, file: string): Sniffed {
  const mediaType = pictureType(bytes)
  if (mediaType) return { kind: 'picture', name: mediaType.replace(/^image\/(x-)?/, '').toUpperCase(), mediaType }
  const head = latin(bytes.subarray(0, HEAD))
  if (/^PK(\x03\x04|\x05\x06)/.test(head)) return { kind: 'zip', name: 'ZIP' }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFile(bytes, file)
  if (head.startsWith('{\\rtf')) return { kind: 'rtf', name: 'RTF' }
  if (head.startsWith('%PDF-')) return { kind: 'other', name: 'PDF' }
  return textual(bytes, head)
}

function textual(bytes: Uint8Array, head: string): Sniffed {
  const utf16 = /^(\xff\xfe|\xfe\xff)/.test(head) || looksUtf16(bytes)
  const plain = (utf16 ? head.replaceAll('\0', '') : head).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  if (/^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart\/related/i.test(plain)) {
    return { kind: 'mhtml', name: 'MHTML' }
  }
  if (looksMail(plain)) return { kind: 'mail', name: 'EML' }
  if (looksHtml(plain)) return { kind: 'html', name: 'HTML' }
  if (!utf16 && /[\0-\x06\x0e-\x1a]/.test(plain)) {
    // Control bytes mean a binary file, save the few that old Vietnamese code pages use for letters.
    const controls = plain.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0
    if (plain.includes('\0') || controls > plain.length / 20) return { kind: 'other', name: '' }
  }
  return { kind: 'text', name: 'TXT' }
}

/** A letter begins with its head: a version of MIME, and who it is from or what about (RFC 5322, RFC 2045). */
function looksMail(plain: string): boolean {
  const [head = ''] = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+/.exec(plain) ?? []
  return /^mime-version:/im.test(head) && /^(from|subject|received):/im.test(head)
}

/** True where every other byte is nearly always zero, as in UTF-16 text without a mark. */
export function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000)
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even += 1
    if (sample[at + 1] === 0) odd += 1
  }
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 4) return null
  // Vietnamese letters beyond Latin-1 fill the high byte in about a quarter of all places.
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null
}

function looksHtml(head: string): boolean {
  const start = head.replace(/^\s*(<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/, '')
  if (
    /^<(!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|h[1-6]|span|font|center|style|link)\b/i.test(
      start,
    )
  ) {
    return true
  }
  return /<(html|body)[\s>]/i.test(head)
}

/** OLE compound file: Word 97–2003, or the wrapping of an encrypted OOXML file ([MS-OFFCRYPTO] 2.3). */
function compoundFile(bytes: Uint8Array, file: string): Sniffed {
  const names = latin(bytes).replaceAll('\0', '')
  if (names.includes('EncryptedPackage')) throw new KhoError('file-encrypted', { file })
  for (let at = 512; at + 12 < bytes.length; at += 512) {
    // The FIB begins with 0xA5EC; bit 8 of its flags means encrypted ([MS-DOC] 2.5.2).
    const fib = bytes[at] === 0xec && bytes[at + 1] === 0xa5
    if (fib && ((bytes[at + 11] as number) & 1) === 1) throw new KhoError('file-encrypted', { file })
  }
  // An Outlook message: the streams of its properties ([MS-OXMSG] 2.1).
  if (names.includes('__substg1.0_') || names.includes('__properties_version1.0')) {
    return { kind: 'other', name: 'MSG' }
  }
  if (/WordDocument/i.test(names)) return { kind: 'doc', name: 'Word 97–2003 (.doc)' }
  return { kind: 'other', name: 'OLE' }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
