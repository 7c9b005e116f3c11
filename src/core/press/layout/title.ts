import type { SourceText } from '../source'
import type { Vocabulary } from '../vocabulary'
import { bareByline, creditsOf } from './credits'
import { continuesLetterhead, isLetterhead, isRubric } from './furniture'
import { isShouted, keyOf, type Line } from './lines'
import { publicationOf } from './published'

const LONGEST_TITLE = 300
/** A title stands above this line, however long the page's frame. */
const TITLE_REACH = 400

/** Finds the title, joins one split over lines, drops its repetition. Marks the lines it used. */
export function takeTitle(lines: Line[], source: SourceText, vocabulary: Vocabulary): string {
  const byRole = lines.find((line) => line.use === null && line.block.role === 'title')
  const start = byRole ? lines.indexOf(byRole) : firstTitleLine(lines, source, vocabulary)
  const first = lines[start]
  if (!first) return source.meta.title?.trim() ?? ''
  first.use = 'title'
  let title = first.text
  for (let i = start + 1; i < lines.length && continues(lines, i - 1, vocabulary); i++) {
    lines[i]!.use = 'title'
    title = `${title} ${lines[i]!.text}`
  }
  dropRepeats(lines, title)
  return title
}

function firstTitleLine(lines: Line[], source: SourceText, vocabulary: Vocabulary): number {
  const meta = keyOf(source.meta.title ?? '')
  let first = -1
  let headed = false
  for (const [i, line] of lines.entries()) {
    headed ||= line.use === 'furniture' && isLetterhead(line, vocabulary)
    if (line.use !== null) continue
    if (i > TITLE_REACH) break
    if (publicationOf(line, vocabulary) || creditsOf(line.text, vocabulary)) continue
    const section = isRubric(line) && (lines.slice(i + 1).find((one) => one.use === null)?.words ?? 0) > line.words + 2
    const heads = isLetterhead(line, vocabulary) || (headed && continuesLetterhead(line, vocabulary)) || section
    if (first === -1 && heads && followedByTitle(lines, i)) {
      headed = true
      line.use = 'furniture'
      continue
    }
    if (line.block.level === 1 || (meta !== '' && line.key.length > 15 && meta.includes(line.key))) return i
    if (first === -1) first = i
    if (i > first + 8) break
  }
  return first
}

/** A letterhead is one only when a later short line can be the title. */
function followedByTitle(lines: readonly Line[], i: number): boolean {
  const next = lines.slice(i + 1, i + 6).find((line) => line.use === null)
  return next !== undefined && next.text.length < LONGEST_TITLE && !/[.]$/.test(next.text)
}

/** Whether the line after `i` goes on with the title that line `i` began. */
function continues(lines: readonly Line[], i: number, vocabulary: Vocabulary): boolean {
  const line = lines[i]!
  const next = lines[i + 1]!
  const after = lines[i + 2]
  if (next.use !== null || next.block.role !== undefined || next.words > 25 || next.gap > line.gap + 0) {
    if (next.use !== null || next.gap > 0) return false
  }
  if (/[.!?…:]$/.test(next.text) || /[.!?…]$/.test(line.text)) return false
  if (publicationOf(next, vocabulary) || bareByline(next.text, vocabulary) || creditsOf(next.text, vocabulary))
    return false
  if (next.key === line.key || line.key.includes(next.key)) return false
  if (/^\p{Ll}/u.test(next.text) || /[,–-]$/u.test(line.text)) return next.words <= 25
  const bothShouted = isShouted(line.text) && isShouted(next.text)
  return bothShouted && after !== undefined && next.gap === 0
}

/** The title once more, as first line, headline over the text or caption of a template. */
function dropRepeats(lines: Line[], title: string): void {
  const key = keyOf(title)
  const head = lines.filter((line) => line.use === null || line.use === 'title').slice(0, 8)
  for (const line of head) {
    if (line.use === null && (line.key === key || /^\{\w+\}$/.test(line.text))) line.use = 'dropped'
  }
}
