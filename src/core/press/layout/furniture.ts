import { bodyAt } from '../bodies'
import { partOf, type Scene } from '../scene'
import type { Vocabulary } from '../vocabulary'
import { isShouted, keyOf, type Line, MOST_LINES } from './lines'
import { publicationOf } from './published'

interface FurnitureWords {
  cuts: Set<string>
  lines: Set<string>
  prefixes: { key: string; colon: boolean }[]
  contains: string[]
  letterheads: string[]
}

const compiled = new WeakMap<Vocabulary, FurnitureWords>()

function wordsFor(vocabulary: Vocabulary): FurnitureWords {
  let words = compiled.get(vocabulary)
  if (!words) {
    const { layout } = vocabulary.data
    words = {
      cuts: new Set(layout.cuts.map(keyOf)),
      lines: new Set([...layout.lines, ...layout.rubrics].map(keyOf)),
      prefixes: layout.prefixes.map((prefix) => ({ key: keyOf(prefix), colon: prefix.endsWith(':') })),
      contains: layout.contains.map(keyOf),
      letterheads: layout.letterheads.map(keyOf),
    }
    compiled.set(vocabulary, words)
  }
  return words
}

const HOLDS_WORD = /[\p{L}\p{N}]/u
const LONGEST_FURNITURE = 30
const LONG_PARAGRAPH = 250
/** Longer than any title or button. */
const BUTTONS_END = 140

/** Marks page junk: everything from a cut phrase on, and single lines of a page's frame. */
export function markFurniture(lines: Line[], vocabulary: Vocabulary): void {
  const words = wordsFor(vocabulary)
  for (const [i, line] of lines.entries()) {
    if (line.use === null && !HOLDS_WORD.test(line.text)) line.use = 'dropped'
    if (line.use === null && isNearEnds(lines, i) && isFurniture(line, words) && !publicationOf(line, vocabulary))
      line.use = 'furniture'
  }
  markCuts(lines, words)
}

/** The frame of a page stands around its text, not thousands of lines inside it. */
const isNearEnds = (lines: readonly Line[], i: number): boolean => i < MOST_LINES || i >= lines.length - MOST_LINES

function isFurniture(line: Line, words: FurnitureWords): boolean {
  if (line.block.role === 'furniture') return true
  if (line.block.role === 'title' && line.words <= 4) return words.lines.has(line.key)
  if (line.block.role !== undefined || line.words > LONGEST_FURNITURE) return false
  if (words.lines.has(line.key.replace(/\s*\(\s*\d*\s*\)$/, '')) || isButtons(line, words)) return true
  if (words.contains.some((phrase) => line.key.includes(phrase))) return true
  if (words.prefixes.some(({ key, colon }) => startsWithPhrase(line.key, key) && (!colon || isLabel(line, key))))
    return true
  if (/(?:ảnh|hình)\s*:/iu.test(line.text)) return false
  // A row of figures is no path through a site.
  if (/\d/.test(line.text) && /[|/]/.test(line.text)) return false
  return /^(?:\p{L}[^.]{0,40}(?:\s[>»/|]\s|[›»])){1,6}[^.]{1,80}$/u.test(line.text) && line.words < 16
}

const MOST_BUTTONS = 12

/** "Quay lại In", "[A-] [A+]", "Bản in | Gửi cho bạn bè": nothing but buttons, one beside the other. */
function isButtons(line: Line, { lines }: FurnitureWords): boolean {
  if (line.words > MOST_BUTTONS) return false
  const pieces = line.key.split(/[\s|·•/[\]()]+/).filter((piece) => piece !== '' && piece !== '-')
  for (let at = 0; at < pieces.length; ) {
    let end = pieces.length
    while (end > at && !lines.has(pieces.slice(at, end).join(' '))) end--
    if (end === at) return false
    at = end
  }
  return pieces.length > 0
}

/** "Điện thoại: …", "Số: …": the word counts only as a label. */
const isLabel = (line: Line, key: string): boolean =>
  line.key === key ? line.text.trimEnd().endsWith(':') : /^\s*:/.test(line.key.slice(key.length))

/** A short prefix such as `KT` must end at a word's end. */
function startsWithPhrase(key: string, prefix: string): boolean {
  return key.startsWith(prefix) && !/^[\p{L}\p{N}]/u.test(key.slice(prefix.length)) && key.split(' ').length <= 20
}

/**
 * "Tin cùng chuyên mục" ends the article. In the middle of one, with long paragraphs after it, it is a box:
 * only the phrase and the headlines under it go.
 */
function markCuts(lines: Line[], words: FurnitureWords): void {
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    if (
      line.text.length > 60 ||
      !isNearEnds(lines, i) ||
      !words.cuts.has(line.key.replace(/\s*\(\s*\d*\s*\)$/, '')) ||
      line.words > 8
    )
      continue
    // "Bình luận" among the buttons above the text cuts nothing off.
    if (words.lines.has(line.key) && !textBegan(lines, i)) continue
    const goesOn = lines.slice(i + 1).some((other) => other.use === null && other.text.length > LONG_PARAGRAPH)
    for (let j = i; j < lines.length; j++) {
      const other = lines[j]!
      if (goesOn && j > i && /[.!?:]["”]?$/.test(other.text)) break
      if (other.use === null && other.block.role !== 'title') other.use = 'furniture'
      if (other.use === 'picture' && !goesOn) other.use = 'dropped'
    }
    if (!goesOn) return
  }
}

/** Whether a paragraph stands among the first `end` lines. */
const textBegan = (lines: readonly Line[], end: number): boolean =>
  lines.slice(0, end).some((line) => line.use === null && line.text.length > BUTTONS_END)

/** "TỈNH VĨNH LONG" under "HỘI ĐỒNG NHÂN DÂN": a unit alone, in capitals, goes on with the letterhead. */
export function continuesLetterhead(line: Line, vocabulary: Vocabulary): boolean {
  if (!isShouted(line.text) || line.words > 6) return false
  const { tokens } = partOf('title', 0, line.text)
  return vocabulary.units.longestAt(tokens, 0)?.value === 'admin'
}

/** "TRANG THÔNG TIN ĐIỆN TỬ PHƯỜNG QUANG HANH" */
const isSiteName = (line: Line): boolean => /^(?:cổng|trang)\s+(?:thông tin|tin|ttđt|tttđt)/iu.test(line.text)

/** "Hoạt động Đoàn", "Tin trong tỉnh": the section's name over the title. */
export const isRubric = (line: Line): boolean =>
  line.words <= 4 && /^(?:hoạt động|tin|chuyên mục|thời sự|chính trị|xã hội|văn hóa|kinh tế)(?:\s|$)/iu.test(line.text)

/** Whether a line before the title is an office's letterhead. */
export function isLetterhead(line: Line, vocabulary: Vocabulary): boolean {
  if (!isShouted(line.text) || line.words > 12) return false
  const part = partOf('title', 0, line.text)
  const scene: Scene = { vocabulary, parts: [part], people: new Set(), places: new Set() }
  const body = bodyAt(scene, part, 0)?.end ?? 0
  // "TỈNH ĐOÀN VĨNH LONG": nothing but the name of a body.
  if (body === part.tokens.length || isSiteName(line)) return true
  if (!wordsFor(vocabulary).letterheads.some((head) => startsWithPhrase(line.key, head))) return false
  const rest = part.tokens.slice(body)
  const says = rest.some(
    (_, i) => vocabulary.eventNouns.longestAt(rest, i) ?? vocabulary.captionVerbs.longestAt(rest, i),
  )
  return rest.length <= 5 && !says
}
