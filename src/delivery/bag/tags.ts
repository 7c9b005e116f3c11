/** What `bagit.txt` says. */
export interface Declaration {
  version: string
  encoding: string
}

/**
 * Reads `bagit.txt`: two lines and no mark in front of them. From version 1.0 on they are exactly so; before, white
 * space was free.
 * @returns what is wrong where it is none
 */
export function parsedDeclaration(
  text: string,
): Declaration | { wrong: 'byteOrderMark' | 'declaration' | 'whiteSpace' } {
  if (text.startsWith('\uFEFF')) return { wrong: 'byteOrderMark' }
  const lines = text.split(/\r\n|\n|\r/).filter((line, at, all) => line !== '' || at < all.length - 1)
  const loose = /^BagIt-Version[ \t]*:[ \t]*(\d+\.\d+)[ \t]*$/.exec(lines[0] ?? '')
  const encoding = /^Tag-File-Character-Encoding[ \t]*:[ \t]*(\S+)[ \t]*$/.exec(lines[1] ?? '')
  if (!loose || !encoding || lines.length > 2) return { wrong: 'declaration' }
  const version = loose[1] ?? ''
  const exact = lines[0] === `BagIt-Version: ${version}` && lines[1] === `Tag-File-Character-Encoding: ${encoding[1]}`
  if (!exact && isStrict(version)) return { wrong: 'whiteSpace' }
  return { version, encoding: encoding[1] ?? '' }
}

/** Version 1.0 and later: the rules of RFC 8493 rather than of its drafts. */
export const isStrict = (version: string): boolean => Number.parseInt(version, 10) >= 1

export const declarationText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** `bag-info.txt` as pairs in their order; lines that begin with white space go on with the one before. */
export function parsedInfo(text: string): [string, string][] {
  const pairs: [string, string][] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = pairs.at(-1)
    const found = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line)
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`
    else if (found) pairs.push([found[1] ?? '', (found[2] ?? '').trim()])
  }
  return pairs
}

/** The same as text: one line each, line breaks in a value become blanks. */
export function infoText(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}\n`)
    .join('')
}
