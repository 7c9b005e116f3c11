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
  const plain = withToneStyle(text).toLowerCase().replaceAll('ð', 'đ')
  for (const piece of plain.match(/\d+|\p{L}\p{M}*|\s+|[^\s\p{L}\d]+/gu) ?? []) {
    if (/^\d/.test(piece)) letters += `1${numberKey(piece)}`
    else if (/^\s/.test(piece)) letters += ' '
    else if (!/^\p{L}/u.test(piece)) letters += `!${piece}`
    else {
      const [letter, tone] = letterKey(piece)
      letters += letter
      tones += tone
    }
  }
  return `${letters.trim()}\u0001${tones}\u0001${text}`
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
