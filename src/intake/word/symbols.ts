const KNOWN: Record<number, string> = { 183: '•', 167: '•', 224: '→', 216: '•', 252: '✓', 45: '-' }

/**
 * The text of a `w:sym`: a character of a symbol font. Letters of text fonts are letters; of the
 * symbols only those with a plain Unicode twin are kept.
 * @param font font named by the element
 * @param char hexadecimal code, often moved to the private area U+F000
 */
export function symbolText(font: string | undefined, char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16)
  if (!(code > 0 && code <= 0x10ffff)) return ''
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/symbol|dings/i.test(font ?? '') || low !== code) return KNOWN[low] ?? ''
  return String.fromCodePoint(code)
}
