import { markersIn, sentenceEnd } from './read'
import type { OrderWords } from './words'

/** The words a sentence of order is written with, as the press writes it. */
export interface WritingWords {
  /** `Từ trái sang` */
  fromLeft: string
  front: string
  middle: string
  back: string
}

export interface Written {
  name: string
  /** The post held that day, empty for none. */
  office: string
}

/**
 * "Từ trái sang: A, Bí thư Tỉnh uỷ; B, Chủ tịch UBND tỉnh."; with more rows "Từ trái sang, hàng trước: …; hàng sau: …."
 * @param rows people from left to right, the front row first
 * @returns an empty text for nobody
 */
export function orderSentence(rows: readonly Written[][], words: WritingWords): string {
  const some = rows.filter((row) => row.length > 0)
  const [first] = some
  if (!first) return ''
  const anyOffice = some.flat().some(({ office }) => office !== '')
  const lists = some.map((row) => listOf(row, anyOffice))
  if (some.length === 1) return `${words.fromLeft}: ${lists[0]}.`
  const names = some.map((_, at) => rowName(at, some.length, words))
  return `${words.fromLeft}, ${lists.map((list, at) => `${names[at]}: ${list}`).join('; ')}.`
}

const listOf = (row: readonly Written[], anyOffice: boolean): string =>
  row.map(({ name, office }) => (office ? `${name}, ${office}` : name)).join(anyOffice ? '; ' : ', ')

function rowName(at: number, of: number, { front, middle, back }: WritingWords): string {
  if (at === 0) return front
  if (at === of - 1) return back
  return of === 3 ? middle : `${middle} ${at}`
}

/**
 * A caption with a sentence of order in it: in place of the one it has, else at its end. What else it says stays.
 * @param caption any caption
 * @param sentence as `orderSentence` writes it; empty takes the old one out
 */
export function withOrderSentence(caption: string, sentence: string, words: OrderWords): string {
  const text = caption.normalize('NFC').trim()
  const sentences = sentencesOf(text)
  const orderly = sentences.map((one) => tellsOfOrder(one, words))
  const at = orderly.indexOf(true)
  const kept = sentences.map((one, index) => (orderly[index] ? withoutOrder(one, words) : one))
  if (at < 0) return joined([...kept.map(ended), sentence])
  return joined(kept.flatMap((one, index) => (index === at ? [ended(one), sentence] : [one])))
}

const joined = (parts: string[]): string => parts.filter((part) => part !== '').join(' ')

/** Closed with a point, so that a sentence may follow. */
const ended = (text: string): string => (text === '' || /[.!?:)…]$/u.test(text) ? text : `${text}.`)

function sentencesOf(text: string): string[] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index, 0: sign }) => index + sign.length)
  return [0, ...ends].map((from, at) => text.slice(from, ends[at] ?? text.length).trim()).filter((part) => part !== '')
}

const tellsOfOrder = (sentence: string, words: OrderWords): boolean =>
  markersIn(sentence, words).some(({ side, row }) => side !== null || (row !== null && /:/u.test(sentence)))

/** What a sentence says besides the order: what stands before it, and around a bracket that holds it. */
function withoutOrder(sentence: string, words: OrderWords): string {
  const [first] = markersIn(sentence, words).filter(({ place }) => place === null)
  if (!first) return sentence
  const opened = sentence.lastIndexOf('(', first.start)
  const closed = opened < 0 ? -1 : sentence.indexOf(')', first.start)
  if (
    opened >= 0 &&
    !sentence.slice(opened, first.start).includes(')') &&
    closed > 0 &&
    !/^\)\s*:/u.test(sentence.slice(closed))
  ) {
    return `${sentence.slice(0, opened).trimEnd()}${sentence.slice(closed + 1)}`.trim()
  }
  const before = sentence.slice(0, opened >= 0 && closed > 0 ? opened : first.start)
  return before.replace(/[\s,;:(–-]+$/u, '')
}
