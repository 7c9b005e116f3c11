import { bodyAt } from './bodies'
import { datesIn, isoDate } from './dates'
import { officeAt } from './offices'
import type { Part, Scene } from './scene'

/** What a citation says after the number. */
export interface Tail {
  date: string | null
  issuer: string | null
  subject: string | null
  end: number
}

/** "khóa XIII", "(khóa XI)" between issuer and subject. */
const TERM = /^\s+\(?(?:khóa|khoá)\s+[IVXL\d]+\)?(?![\p{L}\d])/u
const TAIL_LIMIT = 900
const DATE_WORD = /^\s*,?\s*\(?(?:ký |ban hành )?ngày\s+/iu
const ISSUER_WORD = /^\s*,?\s*(?:của|do)\s+/iu
const SUBJECT_WORD = /^\s*,?\s*(?:về việc|về|V\/v)\s+/iu
const QUOTED = /^\s*[“"]([^”"]{3,300})[”"]/u

/** What follows a number: date, issuer and subject, in any order. */
export function readTail(scene: Scene, part: Part, from: number): Tail {
  const tail: Tail = { date: null, issuer: null, subject: null, end: from }
  for (let guard = 0; guard < 4; guard++) {
    const rest = part.text.slice(tail.end, tail.end + TAIL_LIMIT)
    if (!(readDate(rest, tail) || readIssuer(scene, part, rest, tail) || readSubject(scene, part, rest, tail))) break
    if (tail.subject !== null) break
  }
  return tail
}

function readDate(rest: string, tail: Tail): boolean {
  const word = tail.date === null ? DATE_WORD.exec(rest) : null
  // "Thực hiện Chương trình số 12-CTr/HĐND của HĐND tỉnh, ngày 14/1/2026, Đoàn …": after the issuer and a comma the
  // day is the event's.
  if (!word || (tail.issuer !== null && word[0].trimStart().startsWith(','))) return false
  const date = datesIn(rest.slice(0, word[0].length + 40))[0]
  if (!date || date.start !== word[0].length || date.year === null) return false
  tail.date = isoDate(date.year, date.month, date.day)
  tail.end += date.end + (word[0].includes('(') && rest[date.end] === ')' ? 1 : 0)
  return true
}

function readIssuer(scene: Scene, part: Part, rest: string, tail: Tail): boolean {
  const word = tail.issuer === null ? ISSUER_WORD.exec(rest) : null
  if (!word) return false
  const start = tail.end + word[0].length
  const at = tokenAfter(part, start, 0)
  if (part.tokens[at]?.start !== start) return false
  const end = officeAt(scene, part, at)?.end ?? bodyAt(scene, part, at, true)?.end
  const last = end === undefined ? undefined : part.tokens[end - 1]
  if (!last) return false
  const more = jointIssuer(scene, part, end!)
  tail.issuer = part.text.slice(start, part.tokens[more - 1]?.end)
  tail.end = part.tokens[more - 1]?.end ?? last.end
  const term = TERM.exec(part.text.slice(tail.end, tail.end + 24))?.[0] ?? ''
  if (!term.includes('(')) tail.issuer += term
  tail.end += term.length
  return true
}

const ISSUING = /^(?:ban hành|có|ra)$/
const LONGEST_ISSUER = 16

/** "UBND tỉnh đã ban hành Chỉ thị số …": who issues as the subject before the document, `i` its first token. */
export function issuerBefore(scene: Scene, part: Part, i: number): string | null {
  const { tokens } = part
  const told = listedBy(scene, part, i) ?? agreedBy(scene, part, i)
  if (told !== null) return told
  const two = `${tokens[i - 2]?.key} ${tokens[i - 1]?.key}`
  let end = ISSUING.test(two) ? i - 2 : ISSUING.test(tokens[i - 1]?.key ?? '') ? i - 1 : i
  if (end === i) return null
  while (/^(?:đã|vừa|mới|cũng|kí)$/.test(tokens[end - 1]?.key ?? '')) end--
  return issuerUpTo(scene, part, end)
}

/** The office or body that ends right before token `end`. */
function issuerUpTo(scene: Scene, part: Part, end: number): string | null {
  const { tokens } = part
  for (let at = Math.max(0, end - LONGEST_ISSUER); at < end; at++) {
    const to = officeAt(scene, part, at)?.end ?? bodyAt(scene, part, at)?.end
    if (to === end) return part.text.slice(tokens[at]?.start, tokens[end - 1]?.end)
    if (to !== undefined && to > at) at = to - 1
  }
  return null
}

/** "các nghị quyết trụ cột của Bộ Chính trị, gồm: Nghị quyết số …": who issued all of a list. */
function listedBy(scene: Scene, part: Part, i: number): string | null {
  const { tokens } = part
  let end = i
  while (i - end < 5 && /^(?:gồm|như|là|trong|đó|có|nhất|,|:)$/.test(tokens[end - 1]?.key ?? '')) end--
  if (end === i || !/^(?:gồm|như|:)$/.test(tokens[i - 1]?.key ?? '')) return null
  const issuer = issuerUpTo(scene, part, end)
  const from = issuer === null ? i : tokenAfter(part, (tokens[end - 1]?.end ?? 0) - issuer.length, 0)
  return tokens[from - 1]?.key === 'của' ? issuer : null
}

const LONGEST_CLAUSE = 22

/** "được Thủ tướng Chính phủ chấp thuận chủ trương đầu tư tại Quyết định số …": who decided by the paper. */
function agreedBy(scene: Scene, part: Part, i: number): string | null {
  const { tokens } = part
  if (!/^(?:tại|theo|bằng)$/.test(tokens[i - 1]?.key ?? '')) return null
  for (let at = i - 2; at > Math.max(0, i - LONGEST_CLAUSE); at--) {
    if (tokens[at]?.kind === 'mark') return null
    if (tokens[at]?.key !== 'được') continue
    const end = officeAt(scene, part, at + 1)?.end ?? bodyAt(scene, part, at + 1, true)?.end
    return end !== undefined && end < i - 1 ? part.text.slice(tokens[at + 1]?.start, tokens[end - 1]?.end) : null
  }
  return null
}

/** "Bộ Chính trị, Ban Bí thư về …": a second issuer, when the citation goes on after it. */
function jointIssuer(scene: Scene, part: Part, end: number): number {
  if (part.tokens[end]?.key !== ',' && part.tokens[end]?.key !== 'và') return end
  const body = bodyAt(scene, part, end + 1)
  return body && /^(?:về|ngày)$/.test(part.tokens[body.end]?.key ?? '') ? body.end : end
}

const SUBJECT_END =
  /[;:.…)(]|\s[-–]\s(?![\d\p{Ll}])|,?\s(?:nhằm|vẫn|song|nhưng|tuy|mặc dù|hiện|qua đó|từ đó|gắn với|đồng thời|trong đó|góp phần|bảo đảm|đảm bảo|được|đã|để|theo|và các|và Nghị|và Quyết|và Kế|và Chỉ|và Kết|và Thông)(?=\s)|,\s(?:ngày|sáng|chiều|tối|trưa|đồng chí|ông|bà)\s/u

function readSubject(scene: Scene, part: Part, rest: string, tail: Tail): boolean {
  const quoted = QUOTED.exec(rest)
  const word = quoted ? null : SUBJECT_WORD.exec(rest)
  if (quoted) {
    tail.subject = quoted[1]?.trim() ?? null
    tail.end += quoted[0].length
    return true
  }
  if (!word) return false
  const words = rest.slice(word[0].length)
  const inner = QUOTED.exec(words)
  if (inner) {
    tail.subject = inner[1]?.trim() ?? null
    tail.end += word[0].length + inner[0].length
    return true
  }
  const stop = SUBJECT_END.exec(words)
  let end = stop ? stop.index : words.length
  const start = tail.end + word[0].length
  end = Math.min(end, nextDocument(scene, part, start, end) - start)
  tail.subject = words.slice(0, end).replace(/[\s,]+$/u, '') || null
  tail.end = start + (tail.subject?.length ?? 0)
  return true
}

/** Where, after a comma, the next document of a list begins. */
function nextDocument({ vocabulary }: Scene, part: Part, start: number, length: number): number {
  for (let i = tokenAfter(part, start, 0); i < part.tokens.length; i++) {
    const token = part.tokens[i]!
    if (token.start >= start + length) break
    if (token.key !== ',' && token.key !== 'và') continue
    const next = vocabulary.documentTypes.longestAt(part.tokens, i + 1)
    if (next && part.tokens[i + 1]?.cap && (token.key === ',' || part.tokens[next.end]?.key === 'số'))
      return token.start
  }
  return start + length
}

/** Index of the first token that starts at or after an offset. */
export function tokenAfter(part: Part, offset: number, from: number): number {
  let low = from
  let high = part.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((part.tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
