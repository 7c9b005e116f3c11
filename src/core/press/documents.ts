import type { CitedDocument } from '../model/article'
import type { TextSpan } from '../model/common'
import { issuerBefore, readTail, tokenAfter } from './citation'
import { lawAt } from './laws'
import type { Found } from './reading'
import { type Part, reason, type Scene } from './scene'

// Party and State number their documents by two grammars (standards 4.5); Party first: its hyphen comes before the slash.
const PARTY = /(\d{1,6})\s*[-–—]\s*([A-ZĐ][A-Za-zĐđ]{0,4})\s*\/\s*([A-ZĐ][\wĐđƯ.-]*)/y
const STATE = /(\d{1,6}[a-z]?)\s*\/\s*(?:((?:19|20)\d\d)\s*\/\s*)?([A-ZĐ][\wĐđÂÔƯ.]*(?:\s*[-–—&]\s*[A-ZĐ][\wĐđ.&]*)*)/y
const SHORT = /(\d{1,4})(?![\d/%-]|[.,]\d)/y
const NUMBER_WORD = /\s*(?:số|Số|SỐ)?\s*:?\s*/y
/** "Kết luận thanh tra số …": words that narrow the type, before the number is announced. */
const NARROWED = /(?:\s+\p{Ll}+){1,4}(?=\s+số\s)/uy
const NEXT_NUMBER = /\s*(?:,|;|và|,\s*và)\s*(?:số\s*)?/y

interface NumberHit {
  number: string
  grammar: 'party' | 'state' | 'short'
  end: number
}

/** Every document the parts cite, each once, with what the fullest citation says of it. */
export function documentsIn(scene: Scene): Found<CitedDocument>[] {
  const citations = new Citations()
  for (const part of scene.parts) {
    let before: Found<CitedDocument> | undefined
    for (let i = 0; i < part.tokens.length; ) {
      const typed = citedAt(scene, part, i)
      const cited = typed.found.length > 0 ? typed : bareAt(scene, part, i)
      for (const item of cited.found) {
        if (isNext(part, before, item)) item.value.issuer ??= before?.value.issuer ?? null
        citations.add(item)
        before = item
      }
      i = Math.max(i + 1, cited.end)
    }
  }
  return citations.found
}

interface Cited {
  found: Found<CitedDocument>[]
  end: number
}

const NOTHING: Cited = { found: [], end: 0 }

function citedAt(scene: Scene, part: Part, i: number): Cited {
  const type = scene.vocabulary.documentTypes.longestAt(part.tokens, i)
  const first = part.tokens[i]
  if (!type || !first) return NOTHING
  const after = part.tokens[type.end - 1]?.end ?? first.end
  NARROWED.lastIndex = after
  const narrowed = first.cap ? (NARROWED.exec(part.text)?.[0].length ?? 0) : 0
  const numbers = numbersAt(part.text, after + narrowed)
  if (numbers.length > 0) return numbered(scene, part, i, type.value, numbers)
  const named = lawAt(scene, part, i, type.value, type.end) ?? congressAt(scene, part, type.value, type.end)
  if (!named) return NOTHING
  const value = { type: type.value, number: named.number ?? null, date: null, issuer: null, subject: named.subject }
  const span = {
    part: part.part,
    index: part.index,
    start: first.start,
    end: part.tokens[named.end - 1]?.end ?? first.end,
  }
  const why = [reason(named.why, { subject: named.subject })]
  return { found: [{ value, spans: [span], confidence: 0.9, why }], end: named.end }
}

/** "Nghị quyết số 57-NQ/TW, Nghị quyết số 59-NQ/TW": papers named one after another have one issuer. */
function isNext(part: Part, before: Found<CitedDocument> | undefined, item: Found<CitedDocument>): boolean {
  const [last, own] = [before?.spans[0], item.spans[0]]
  if (!last || !own || before?.value.number === null || item.value.number === null) return false
  return /^\s*(?:,|và|;)\s*$/.test(part.text.slice(last.end, own.start))
}

/** "15/NQ-HĐND | Nghị quyết về …" in a table: the number's own symbol tells the type. */
function bareAt({ vocabulary }: Scene, part: Part, i: number): Cited {
  const token = part.tokens[i]
  const [mark, glued] = [part.tokens[i + 1], part.tokens[i - 1]]
  if (token?.kind !== 'number' || !/^[/-]$/.test(mark?.key ?? '') || glued?.end === token.start) return NOTHING
  const hit = numberAt(part.text, token.start, false)
  const symbol = /[/-]([A-ZĐ][A-Za-zĐđ]{0,3})(?:[-/]|$)/u.exec(
    hit?.number.replace(/\/(?:19|20)\d\d(?=\/)/, '') ?? '',
  )?.[1]
  const type = vocabulary.data.documents.symbols.find(({ short }) => short === symbol)?.type
  if (!hit || !type) return NOTHING
  const value = { type, number: hit.number, date: null, issuer: null, subject: null }
  const span = { part: part.part, index: part.index, start: token.start, end: hit.end }
  const why = [reason(`document-${hit.grammar}`, { number: hit.number })]
  return { found: [{ value, spans: [span], confidence: 0.8, why }], end: tokenAfter(part, hit.end, i) }
}

/** The numbers after a document type: one, or several in a list. */
function numbersAt(text: string, after: number): NumberHit[] {
  NUMBER_WORD.lastIndex = after
  const word = NUMBER_WORD.exec(text)
  const announced = /số/iu.test(word?.[0] ?? '')
  const first = numberAt(text, after + (word?.[0].length ?? 0), announced)
  if (!first) return []
  const numbers = first.grammar === 'short' ? sharedSymbol(text, first) : [first]
  for (let guard = 0; guard < 20 && first.grammar !== 'short'; guard++) {
    const last = numbers.at(-1)!
    NEXT_NUMBER.lastIndex = last.end
    const between = NEXT_NUMBER.exec(text)
    const next = between && numberAt(text, last.end + between[0].length, false)
    if (!next || next.grammar === 'short') break
    numbers.push(next)
  }
  return numbers
}

const SERIAL = /\s*(?:,|và|,\s*và)\s*(?:số\s*)?(?=\d)/y

/** "số 70, 71, 72-NQ/TW": serials before the one that carries the symbol have it too. */
function sharedSymbol(text: string, first: NumberHit): NumberHit[] {
  const serials = [first]
  for (let guard = 0; guard < 12; guard++) {
    const last = serials.at(-1)!
    SERIAL.lastIndex = last.end
    const between = SERIAL.exec(text)
    const next = between && numberAt(text, last.end + between[0].length, true)
    if (!next) return [first]
    if (next.grammar !== 'short') {
      const symbol = next.number.replace(/^\d+/, '')
      return [...serials.map((hit) => ({ ...hit, number: hit.number + symbol, grammar: next.grammar })), next]
    }
    serials.push(next)
  }
  return [first]
}

function numberAt(text: string, at: number, announced: boolean): NumberHit | null {
  for (const [pattern, grammar] of [
    [PARTY, 'party'],
    [STATE, 'state'],
  ] as const) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) {
      const number = match[0].replace(/[.\-–]+$/, '')
      return { number, grammar, end: at + number.length }
    }
  }
  if (!announced) return null
  SHORT.lastIndex = at
  const short = SHORT.exec(text)
  return short ? { number: short[0], grammar: 'short', end: at + short[0].length } : null
}

function numbered(scene: Scene, part: Part, i: number, type: string, numbers: NumberHit[]): Cited {
  const start = part.tokens[i]?.start ?? 0
  const last = numbers.at(-1)!
  const tail = readTail(scene, part, last.end)
  const issuer = tail.issuer ?? issuerBefore(scene, part, i)
  const found = numbers.map((hit, index) => {
    const own = index === numbers.length - 1
    const span: TextSpan = {
      part: part.part,
      index: part.index,
      start: index === 0 ? start : Math.max(start, hit.end - hit.number.length),
      end: own ? tail.end : hit.end,
    }
    const value = {
      type,
      number: hit.number,
      date: own ? tail.date : null,
      issuer,
      subject: own ? tail.subject : null,
    }
    return {
      value,
      spans: [span],
      confidence: hit.grammar === 'short' ? 0.7 : 0.98,
      why: [reason(`document-${hit.grammar}`, { number: hit.number })],
    }
  })
  return { found, end: tokenAfter(part, last.end, i) }
}

interface Named {
  subject: string
  number?: string | null
  end: number
  why: string
}

const ORDINAL = /^(?:[IVXL]+|\d{1,2})$/

/** "Nghị quyết Đại hội XIII của Đảng": no number, but the full name of the congress. */
function congressAt({ vocabulary }: Scene, part: Part, type: string, from: number): Named | null {
  const { tokens, text } = part
  if (!vocabulary.data.documents.congressTypes.includes(type)) return null
  const head = vocabulary.congressHeads.longestAt(tokens, from)
  if (!head || !tokens[from]?.cap) return null
  let end = 0
  for (let i = head.end; i < Math.min(tokens.length, head.end + 22); i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' && !/^[-–(]$/.test(token.text)) break
    if (ORDINAL.test(token.text) || (tokens[i - 1]?.key === 'thứ' && tokens[i - 2]?.key === 'lần')) {
      end = i + 1
      break
    }
  }
  if (end === 0) return null
  for (const pattern of [
    /^\s+(?:của Đảng bộ|Đảng bộ|Ban Chấp hành Trung ương Đảng|BCH Trung ương Đảng|Ban Chấp hành Trung ương|của Đảng|Đảng)(?=$|[\s.,;)])/u,
    /^\s*\(?\s*kh[oó][aá]\s+[IVXL]+\)?/u,
    /^,?\s*\(?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}\)?/u,
  ]) {
    const more = pattern.exec(text.slice(tokens[end - 1]?.end, (tokens[end - 1]?.end ?? 0) + 90))
    if (more) end = tokenAfter(part, (tokens[end - 1]?.end ?? 0) + more[0].length, end)
  }
  return { subject: text.slice(tokens[from]?.start, tokens[end - 1]?.end), end, why: 'document-congress' }
}

/** The documents found so far, and where to look for one that is cited again. */
class Citations {
  readonly found: Found<CitedDocument>[] = []
  private readonly byKey = new Map<string, Found<CitedDocument>[]>()

  /** Documents that are one: the same number, or the same type and subject. */
  add(item: Found<CitedDocument>): void {
    const keys = keysOf(item.value)
    const known = keys.flatMap((key) => this.byKey.get(key) ?? [])
    const same = known.find((other) => isSame(other.value, item.value))
    if (!same) {
      this.found.push(item)
      this.enter(item, keys)
      return
    }
    same.spans.push(...item.spans)
    same.value.date ??= item.value.date
    same.value.issuer ??= item.value.issuer
    same.value.subject ??= item.value.subject
    if ((item.value.number?.length ?? 0) <= (same.value.number?.length ?? 0)) return
    same.value.number = item.value.number
    this.enter(same, keysOf(same.value))
  }

  private enter(item: Found<CitedDocument>, keys: readonly string[]): void {
    for (const key of keys) {
      const list = this.byKey.get(key)
      if (!list) this.byKey.set(key, [item])
      else if (list.length < MOST_ALIKE && !list.includes(item)) list.push(item)
    }
  }
}

/** Documents of one number but other days, or of one serial but other symbols, that are kept apart. */
const MOST_ALIKE = 40

function keysOf({ type, number, subject }: CitedDocument): string[] {
  if (number === null) return [`${type}|${subject?.toLowerCase()}`]
  const bare = bareNumber(number)
  return [bare, `${type}#${/^\d+/.exec(bare)?.[0] ?? ''}`]
}

const bareNumber = (number: string): string => number.replace(/\s/g, '').replace(/[–—]/g, '-').toUpperCase()

function isSame(a: CitedDocument, b: CitedDocument): boolean {
  if (a.number === null || b.number === null) {
    return a.number === b.number && a.type === b.type && a.subject?.toLowerCase() === b.subject?.toLowerCase()
  }
  const [x, y] = [bareNumber(a.number), bareNumber(b.number)]
  if (x === y) return a.date === null || b.date === null || a.date === b.date
  // "Nghị quyết số 57" after "Nghị quyết số 57-NQ/TW" is the same paper.
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return /^\d+$/.test(short) && a.type === b.type && new RegExp(`^${short}[-/]`).test(long)
}
