import { sortKeyOfName } from '#core/text/collate'
import { withToneStyle } from '#core/text/syllable'

// CLDR `vi`: the marked vowels and đ are letters of their own, tones rank second.
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const SHAPES = /[\u0302\u0306\u031b]/

/**
 * A string whose plain order is Vietnamese order, so that SQLite can sort by it: first the letters
 * (spaces before them, numbers by value), then the tones, then the text itself.
 */
export function sortKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const piece of text.normalize('NFC').match(/\d+|[\p{L}\p{M}]+|\s+|[^\s\p{L}\p{M}\d]+/gu) ?? []) {
    const key = keyOfPiece(piece)
    letters += key.letters
    tones += key.tones
  }
  return `${letters.trim()}\u0001${tones}\u0001${text}`
}

interface PieceKey {
  letters: string
  tones: string
}

const MOST_HELD = 20_000
const held = new Map<string, PieceKey>()

/** Most words of a title stood in another one. */
function keyOfPiece(piece: string): PieceKey {
  let key = held.get(piece)
  if (!key) {
    key = newKeyOf(piece)
    if (held.size >= MOST_HELD) held.clear()
    held.set(piece, key)
  }
  return key
}

function newKeyOf(piece: string): PieceKey {
  if (/^\d/.test(piece)) return { letters: `1${numberKey(piece)}`, tones: '' }
  if (/^\s/.test(piece)) return { letters: ' ', tones: '' }
  if (!/^\p{L}/u.test(piece)) return { letters: `!${piece}`, tones: '' }
  const plain = withToneStyle(piece).toLowerCase().replaceAll('ð', 'đ')
  const keys = (plain.match(/\p{L}\p{M}*/gu) ?? []).map(letterKey)
  return { letters: keys.map(([letter]) => letter).join(''), tones: keys.map(([, tone]) => tone).join('') }
}

/** The order of personal names in offices: given name, middle names, surname. */
export function nameSortKey(name: string): string {
  return sortKeyOfName(name).map(sortKey).join('\u0002')
}

function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '')
  return String.fromCharCode(0x30 + Math.min(value.length, 60)) + value
}

function letterKey(piece: string): [letter: string, tone: string] {
  const decomposed = piece.normalize('NFD')
  const tone = TONES.findIndex((mark) => decomposed.includes(mark)) + 1
  const shape = SHAPES.exec(decomposed)?.[0] ?? ''
  const at = LETTERS.indexOf(((decomposed[0] ?? '') + shape).normalize('NFC'))
  // Letters of other scripts follow ours.
  const letter = at === -1 ? `\u0200${piece}` : String.fromCharCode(0x100 + at)
  return [letter, String(tone)]
}
