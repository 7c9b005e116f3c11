import { clustersOf, invisible } from './letters'
import { inMarkOrder } from './normalise'
import { placeTone } from './syllable'

/**
 * The folding ladder (docs/text.md), each rung coarser than the one before:
 * `exact` NFC; `tone` + case, tone placement, invisible characters, dashes and quotes;
 * `iy` + kỹ = kĩ; `letters` without tones, ă â đ ê ô ơ ư kept; `bare` without any mark, đ as d.
 */
export const rungs = ['exact', 'tone', 'iy', 'letters', 'bare'] as const
export type Rung = (typeof rungs)[number]

export interface Folded {
  folded: string
  /**
   * For every UTF-16 unit of `folded` where its letter starts in the original, and one more entry for
   * the end: a hit [a, b) in `folded` stands at [map[a], map[b]) in the original.
   */
  map: number[]
}

const wordText = `\\p{L}[\\p{L}\\p{M}${invisible}]*`
const pieces = new RegExp(`${wordText}|[^\\p{L}]+`, 'gu')
/** Only what folding may change: ASCII between words stays, except where marks hang on it. */
const changingPieces = new RegExp(`${wordText}|[\\0-@[-\`{-\\x7F]?[^\\p{L}\\0-\\x7F]+`, 'gu')
const invisiblePattern = new RegExp(`[${invisible}]`, 'gu')
const tonePattern = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Folds a text for comparing. Idempotent; the same for NFC and NFD; linear in the length.
 * Never stored as a record's text: only in indexes and keys.
 */
export function fold(text: string, rung: Rung): string {
  return rung === 'exact' ? text.normalize('NFC') : text.replace(changingPieces, pieceFolder(rung))
}

/** Folds as `fold` does and tells where every folded letter stands in the original. */
export function foldWithMap(text: string, rung: Rung): Folded {
  const foldPiece = rung === 'exact' ? (piece: string) => piece.normalize('NFC') : pieceFolder(rung)
  const map: number[] = []
  let folded = ''
  for (const match of text.matchAll(pieces)) folded += mapPiece(match[0], foldPiece, match.index, map)
  map.push(text.length)
  return { folded, map }
}

/**
 * For scoring and comparing names: case, white space, NFC and tone placement folded, nothing else.
 * i and y, dashes and quotes stay different.
 */
export function comparable(text: string): string {
  const foldWord = wordFolder('tone')
  return text
    .normalize('NFC')
    .replace(/\p{L}[\p{L}\p{M}]*/gu, foldWord)
    .replace(/\s+/gu, ' ')
    .trim()
}

function pieceFolder(rung: Rung): (piece: string) => string {
  const foldWord = wordFolder(rung)
  return (piece) => (/^\p{L}/u.test(piece) ? foldWord(piece) : foldBetween(piece, rung))
}

// Vietnamese has some seven thousand syllables: remembering them folds running text four times as fast.
const mostKnown = 10_000
const longestKnown = 24
const knownWords = new Map<Rung, Map<string, string>>(rungs.map((rung) => [rung, new Map()]))

function wordFolder(rung: Rung): (word: string) => string {
  const known = knownWords.get(rung)!
  return (word) => {
    let folded = known.get(word)
    if (folded === undefined) {
      folded = foldWordTo(word, rung)
      if (known.size >= mostKnown) known.clear()
      if (word.length <= longestKnown) known.set(word, folded)
    }
    return folded
  }
}

function foldWordTo(word: string, rung: Rung): string {
  const visible = inMarkOrder(word.replace(invisiblePattern, ''))
    .normalize('NFD')
    .toLowerCase()
    .replace(/[ðς]/g, (letter) => (letter === 'ð' ? 'đ' : 'σ'))
  const placed = placeTone(visible)
  if (rung === 'tone' || rung === 'exact') return placed
  const plain = placed.normalize('NFD')
  const oneI = /^[hklmst]y$/.test(plain.replace(/\p{M}/gu, '')) ? plain.replace('y', 'i') : plain
  if (rung === 'iy') return oneI.normalize('NFC')
  if (rung === 'letters') return oneI.replace(tonePattern, '').normalize('NFC')
  return oneI.replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC')
}

/** What stands between words: white space, digits, punctuation. */
function foldBetween(text: string, rung: Rung): string {
  if (/^[\0-@[-`{-\x7F]*$/.test(text)) return text
  const folded = text
    .replace(invisiblePattern, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .toLowerCase()
  return (rung === 'bare' ? folded.normalize('NFD').replace(/\p{M}/gu, '') : folded).normalize('NFC')
}

/** Appends the map of one piece. Folding moves tones between letters but never joins or splits letters. */
function mapPiece(original: string, foldPiece: (piece: string) => string, start: number, map: number[]): string {
  const folded = foldPiece(original)
  const isWord = /^\p{L}/u.test(original)
  if (isPlain(original) && original.length === folded.length) {
    for (let index = 0; index < folded.length; index++) map.push(start + index)
    return folded
  }
  const targets = isWord ? clustersOf(folded) : []
  let at = start
  let together = ''
  for (const [index, cluster] of clustersOf(original).entries()) {
    const target = isWord ? (targets[index] ?? '') : foldPiece(cluster)
    for (let unit = 0; unit < target.length; unit++) map.push(at)
    together += target
    at += cluster.length
  }
  return together
}

function isPlain(text: string): boolean {
  return !/[\p{M}\p{Cf}]/u.test(text) && text === text.normalize('NFC')
}
