import type { PartialDate } from '../../model/common'
import type { Vocabulary } from '../vocabulary'
import { bareByline, creditsOf, sourceOf } from './credits'
import { isLetterhead } from './furniture'
import { isShouted, type Line } from './lines'
import { isTimeAlone, publicationOf } from './published'

/** What the lines around the text said about it. */
export interface Taken {
  authors: string[]
  photographers: string[]
  publishedOn: PartialDate | null
  outlet: string | null
}

const HEAD_REACH = 5
const END_REACH = 14

const nothing = (): Taken => ({ authors: [], photographers: [], publishedOn: null, outlet: null })

/** Date, byline and rubric lines above and right below the title. */
export function takeHead(lines: Line[], vocabulary: Vocabulary): Taken {
  const taken = nothing()
  const title = lines.findIndex((line) => line.use === 'title')
  for (let i = 0; i < title; i++) {
    const line = lines[i]!
    if (line.use === null && !takeLine(line, vocabulary, taken, true)) line.use = 'furniture'
  }
  const above = { ...taken, lines: lines.slice(0, Math.max(0, title)).filter((line) => line.use === 'date') }
  taken.publishedOn = null
  let seen = 0
  for (let i = title + 1; i < lines.length && seen < HEAD_REACH; i++) {
    const line = lines[i]!
    if (line.use !== null) continue
    seen++
    if (isTimeAlone(line)) line.use = 'furniture'
    else if (!takeLine(line, vocabulary, taken, true)) break
  }
  for (const line of lines) {
    if (line.use === null && line.block.role === 'date') takeLine(line, vocabulary, taken, false)
  }
  // The day over the page is today's where the article states its own below the title.
  if (taken.publishedOn !== null && taken.publishedOn !== above.publishedOn) {
    for (const line of above.lines) line.use = 'furniture'
  }
  taken.publishedOn ??= above.publishedOn
  return taken
}

/** Bylines, photo credits, sources and signatures after the text, read from the last line up. */
export function takeEnd(lines: Line[], vocabulary: Vocabulary): Taken {
  dropBelowByline(lines, vocabulary)
  const taken: Line[] = []
  const result = nothing()
  for (const line of lines) {
    if (line.use === null && line.block.role === 'byline') {
      if (readCredit(line, vocabulary, result)) line.use = 'credit'
    }
  }
  for (let i = lines.length - 1; i >= 0 && taken.length < END_REACH; i--) {
    const line = lines[i]!
    if (line.use === 'furniture' || line.use === 'dropped' || line.use === 'picture' || line.use === 'credit') continue
    if (line.use !== null || !isEndLine(line, vocabulary)) break
    taken.unshift(line)
  }
  // "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH" under a communiqué: who signs, no byline.
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!
    if (line.use === 'furniture' || line.use === 'dropped' || line.use === 'credit') continue
    if (line.use === null && isLetterhead(line, vocabulary)) line.use = 'furniture'
    break
  }
  const signed = lines.some((line) => isSignature(line))
  for (const line of taken) {
    if (signed && !creditsOf(line.text, vocabulary) && !publicationOf(line, vocabulary)) line.use = 'furniture'
    else takeLine(line, vocabulary, result, true)
  }
  if (signed) for (const line of lines) if (line.use === null && isSignature(line)) line.use = 'furniture'
  return result
}

const BELOW_REACH = 8
const LONGEST_BUTTON = 8

/** "Liên kết hữu ích", "Bầu cử 2026": short lines below the byline that ends the text are buttons and topics. */
function dropBelowByline(lines: readonly Line[], vocabulary: Vocabulary): void {
  const below: Line[] = []
  for (let i = lines.length - 1; i > 0 && below.length < BELOW_REACH; i--) {
    const line = lines[i]!
    if (line.use !== null) continue
    const before = lines.slice(0, i).findLast((one) => one.use === null)
    const closes = before !== undefined && (/[.!?”")/]$/.test(before.text) || before.words > LONGEST_BUTTON * 2)
    if (isEndLine(line, vocabulary) && (closes || (before && isEndLine(before, vocabulary)))) {
      for (const one of below) one.use = 'furniture'
      return
    }
    if (line.words > LONGEST_BUTTON || /[.!?…:;”"]$/u.test(line.text) || line.block.kind === 'footnote') return
    below.push(line)
  }
}

/** "TM. …", "(Đã ký)", "CHỦ TỊCH": a signature block, not a byline. */
function isSignature(line: Line): boolean {
  if (line.use === 'furniture') return /^(?:TM|KT|TL|TUQ|T\/M|K\/T)\.?\s|^\(?Đã ký/u.test(line.text)
  return false
}

function isEndLine(line: Line, vocabulary: Vocabulary): boolean {
  if (creditsOf(line.text, vocabulary) || sourceOf(line, vocabulary) || publicationOf(line, vocabulary)) return true
  if (bareByline(line.text, vocabulary)) return true
  return isShouted(line.text) && line.words <= 6 && /^(?:PHÓ )?(?:CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH)/u.test(line.text)
}

/** Takes one line as date or credit; false where it is neither. */
function takeLine(line: Line, vocabulary: Vocabulary, taken: Taken, bare: boolean): boolean {
  const published = publicationOf(line, vocabulary)
  if (published) {
    taken.publishedOn ??= published.on
    taken.authors.push(...published.authors)
    line.use = 'date'
    return true
  }
  if (readCredit(line, vocabulary, taken, bare)) {
    line.use = 'credit'
    return true
  }
  return false
}

function readCredit(line: Line, vocabulary: Vocabulary, taken: Taken, bare = true): boolean {
  const credits = creditsOf(line.text, vocabulary)
  if (credits) {
    taken.authors.push(...credits.authors)
    taken.photographers.push(...credits.photographers)
    return true
  }
  const outlet = sourceOf(line, vocabulary)
  if (outlet !== null) {
    taken.outlet ??= outlet
    return true
  }
  const names = bare ? bareByline(line.text, vocabulary) : null
  if (!names) return false
  taken.authors.push(...names)
  return true
}
