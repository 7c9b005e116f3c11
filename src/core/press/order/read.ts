import { type NameAt, namesIn } from './names'
import { officesOf } from './offices'
import type { OrderWords } from './words'

/** Where a caption says that somebody stands. */
export interface Placed {
  name: string
  /** The post written beside the name, empty for none. */
  office: string
  /** 1 is the front row; rows further back have higher ranks. Null where the caption knows no rows. */
  row: number | null
  from: 'left' | 'right' | 'middle'
  /** The how-manieth from that side, 1 for the outermost. */
  nth: number
}

/**
 * Who stands where by a caption: "Từ trái sang: …", rows, "hàng sau", "(thứ hai từ phải)", "ngoài cùng bên trái".
 * @param known names of the people of the article, which are found however they are written around
 * @returns in the order of the caption; empty where it says nothing of order
 */
export function readOrder(caption: string, words: OrderWords, known: readonly string[] = []): Placed[] {
  const text = withoutCredit(caption.normalize('NFC'), words)
  const markers = markersIn(text, words)
  if (markers.length === 0) return []
  const names = namesIn(text, words, known)
  const single = singlePlaces(text, markers, names)
  const listed = names.filter((name) => !single.has(name))
  const places = new Map([...single, ...listPlaces(text, headsOf(text, markers, names), listed)])
  const offices = officesOf(text, names, markers, words)
  const said = new Set<string>()
  return names.flatMap((one) => {
    const place = places.get(one)
    if (!place || said.has(one.name)) return []
    said.add(one.name)
    return [{ name: one.name, office: offices.get(one) ?? '', ...place }]
  })
}

/**
 * The names of people in the order a caption gives them, or those of a plain list: names set apart by commas,
 * semicolons, "và" or lines.
 */
export function namesInOrder(text: string, words: OrderWords, known: readonly string[] = []): string[] {
  const placed = readOrder(text, words, known)
  const found = placed.length > 0 ? placed : namesIn(text.normalize('NFC'), words, known)
  return [...new Set(found.map(({ name }) => name))]
}

/** True where a text says that its names stand in order. */
export const tellsOrder = (text: string, words: Pick<OrderWords, 'marker'>): boolean =>
  [...text.normalize('NFC').matchAll(words.marker)].some(({ groups }) => groups?.toRight || groups?.toLeft)

type Place = Pick<Placed, 'row' | 'from' | 'nth'>
type Side = 'left' | 'right'

/** One saying of order: what it says, and where it stands. */
export interface Marker {
  start: number
  end: number
  row: number | null
  side: Side | null
  /** Set where it is said of one person. */
  place: Omit<Place, 'row'> | null
}

/** Every saying of order in a caption, in its order. @param text in NFC */
export function markersIn(text: string, words: OrderWords): Marker[] {
  const sideOf = (side: string): Side => (words.isLeft(side) ? 'left' : 'right')
  return [...text.matchAll(words.marker)].map((match) => {
    const { ordinal, fromSide, endSide, bareSide, middle, toRight, toLeft, row, posture } = match.groups ?? {}
    const at = { start: match.index, end: match.index + match[0].length, row: null, side: null, place: null }
    if (ordinal && fromSide) return { ...at, place: { from: sideOf(fromSide), nth: words.nth(ordinal) } }
    const outer = endSide ?? bareSide
    if (outer) return { ...at, place: { from: sideOf(outer), nth: 1 } }
    if (middle) return { ...at, place: { from: 'middle', nth: 1 } }
    if (toRight) return { ...at, side: 'left' }
    if (toLeft) return { ...at, side: 'right' }
    if (posture) return { ...at, row: /^ngồi$/iu.test(posture) ? 1 : 99 }
    return { ...at, row: words.rank(row ?? '') }
  })
}

/** Places said of one person: of the name before, or of the one that "là" or a colon leads to. */
function singlePlaces(text: string, markers: Marker[], names: NameAt[]): Map<NameAt, Place> {
  const places = new Map<NameAt, Place>()
  for (const marker of markers) {
    if (!marker.place) continue
    const leads = /^[\s)]*(?:là|:|–|-(?=\s))/u.test(text.slice(marker.end))
    const one = leads
      ? names.find(({ start }) => start >= marker.end)
      : names.findLast(({ end }) => end <= marker.start && !/[.!?]\s+\p{Lu}/u.test(text.slice(end, marker.start)))
    if (one && !places.has(one)) places.set(one, { ...marker.place, row: rowBeside(text, marker, markers) })
  }
  return places
}

/** "(hàng đầu, thứ hai từ trái)": the row said together with a place. */
function rowBeside(text: string, marker: Marker, markers: Marker[]): number | null {
  const beside = markers.find(
    (other) =>
      other.row !== null &&
      (/^[\s,]*$/u.test(text.slice(other.end, marker.start) || (other.end <= marker.start ? '' : 'x')) ||
        /^[\s,]*(?:ở\s+)?$/u.test(text.slice(marker.end, other.start) || (marker.end <= other.start ? '' : 'x'))),
  )
  return beside?.row ?? null
}

/** Sayings of order that belong together, "hàng trước (từ trái sang)", and the names they are said of. */
interface Head {
  start: number
  end: number
  row: number | null
  side: Side | null
}

const near = 30

function headsOf(text: string, markers: Marker[], names: NameAt[]): Head[] {
  const heads: Head[] = []
  for (const { start, end, row, side, place } of markers) {
    if (place) continue
    const last = heads.at(-1)
    const between = last ? text.slice(last.end, start) : ''
    const joins =
      last &&
      between.length <= near &&
      !/[;.\n]/u.test(between) &&
      !names.some((name) => name.start >= last.end && name.end <= start) &&
      (row === null || last.row === null)
    if (joins) Object.assign(last, { end, row: last.row ?? row, side: last.side ?? side })
    else heads.push({ start, end, row, side })
  }
  return heads
}

function listPlaces(text: string, heads: Head[], names: NameAt[]): Map<NameAt, Place> {
  const places = new Map<NameAt, Place>()
  const directed = heads.some(({ side }) => side !== null)
  let side: Side = heads.find((head) => head.side !== null)?.side ?? 'left'
  // A direction said once holds for the rows after it; one said later does not reach back.
  if (heads[0] && heads[0].side === null) side = 'left'
  for (const [at, head] of heads.entries()) {
    side = head.side ?? side
    const before = names.filter(({ start, end }) => start >= (heads[at - 1]?.end ?? 0) && end <= head.start)
    const after = names.filter(({ start }) => start >= head.end && start < endOf(text, head, heads[at + 1]))
    const own = sameSentence(text, before, head)
    const list = own.length > 0 && isAfterthought(text, head, after.length) ? own : after
    // "… ngồi hàng đầu là ông A": a row without a list says no order.
    if (!directed && head.side === null && list.length < 2 && !/^\s*:/u.test(text.slice(head.end))) continue
    const free = list.filter((name) => !places.has(name))
    for (const [nth, name] of free.entries()) places.set(name, { row: head.row, from: side, nth: nth + 1 })
  }
  return places
}

/** "A, B và C (từ trái sang) …": said in brackets, or at the end, of the names before it. */
function isAfterthought(text: string, head: Head, after: number): boolean {
  if (after === 0) return true
  const opened = text.lastIndexOf('(', head.start) > text.lastIndexOf(')', head.start)
  const rest = text.slice(head.end)
  return opened && /^[\s,\p{L}]{0,20}\)(?!\s*:)/u.test(rest) && !/^[^)]*\p{Lu}/u.test(rest)
}

/** No end is the point of a title or of a number before a name. */
export const sentenceEnd = /(?<!\b(?:TS|GS|ThS|BS|TP|Th|đ|c)|(?:^|[\s;:,(])\d{1,2})[.!?](?=\s+\p{Lu}|\s*$)|\n/gu

function sameSentence(text: string, names: NameAt[], head: Head): NameAt[] {
  const ends = [...text.slice(0, head.start).matchAll(sentenceEnd)].map(({ index }) => index)
  return names.filter(({ start }) => start > (ends.at(-1) ?? -1))
}

/** A list ends with its sentence, at the bracket it stands in, or where the next one begins. */
function endOf(text: string, head: Head, next: Head | undefined): number {
  const rest = text.slice(head.end)
  const stops = [next?.start ?? text.length]
  // A head on a line of its own has its names below, a line each.
  const lines = /^[^\n\p{Lu}]*\n/u.test(rest)
  const stop = [...rest.matchAll(sentenceEnd)].find(({ 0: sign, index }) => sign !== '\n' || (!lines && index > 0))
  if (stop) stops.push(head.end + stop.index)
  const closed = closingBracket(text, head)
  if (closed !== null) stops.push(closed)
  return Math.min(...stops)
}

/** Where the bracket closes that holds a head with its list: "… (từ trái sang: A, B)". */
function closingBracket(text: string, head: Head): number | null {
  const opened = text.lastIndexOf('(', head.start)
  if (opened < 0 || text.slice(opened, head.start).includes(')')) return null
  let depth = 1
  for (let at = head.end; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')' && --depth === 0)
      return /^\)\s*:/u.test(text.slice(at)) || !/\p{Lu}/u.test(text.slice(head.end, at)) ? null : at
  }
  return null
}

/** The credit at the end names who took the picture, not who is in it. */
function withoutCredit(text: string, words: OrderWords): string {
  const credit = [...text.matchAll(/(?<=^|[\s.(–-])(?:(?:Tin,?\s*)?Ảnh(?:\s+tư\s+liệu)?|Photos?(?:\s+by)?)\s*:/giu)].at(
    -1,
  )
  if (!credit) return text
  const tail = text.slice(credit.index)
  return [...tail.matchAll(words.marker)].length > 0 ? text : text.slice(0, credit.index)
}
