import { bodyAt } from '../bodies'
import { type Mention, mentionsIn } from '../mentions'
import { officesAt } from '../offices'
import type { CaptionFound } from '../reading'
import { type Part, partOf, type Scene } from '../scene'
import type { SourceText } from '../source'
import type { Token } from '../tokens'
import type { Vocabulary } from '../vocabulary'
import { captionLabel } from './caption-labels'
import { splitCaption } from './credits'
import { isShouted, keyOf, type Line, MOST_LINES } from './lines'

const LONGEST_CAPTION = 320
/** Between two sentences; the point of "PGS.TS. An" or "TP. Vinh" ends none. */
const SENTENCE =
  /(?<!(?:^|[\s.,])(?:PGS|GS|TS|ThS|BS|KS|LS|CKI|CKII|BSCKI|BSCKII|TP|TX|TT|ĐT|QL|\p{Lu}))[.!?]["”]?\s+(?=\p{Lu})/u
const MOST_WORDS = 60
/** What the wording of a line can add at most. */
const BEST_WORDING = 8
const NEEDED = 3

/** Marks captions among the open lines: by role, beside a picture, or by how they read. */
export function markCaptions(lines: Line[], vocabulary: Vocabulary, usual: number, origin: SourceText['origin']): void {
  for (const line of lines) if (line.use === null && line.block.role === 'caption') line.use = 'caption'
  markBesidePictures(lines, vocabulary, usual)
  // A web page without pictures has hardly words under them: a credit or the look has to speak for it.
  const least = origin === 'html' && !showsPictures(lines) ? NEEDED + 3 : NEEDED
  for (const [i, line] of lines.entries()) {
    if (i > MOST_LINES) break
    const set = line.block.italic || line.block.centered
    if (line.use === null && captionScore(lines, i, vocabulary, usual) >= (set ? NEEDED : least)) line.use = 'caption'
  }
}

/** The paragraph after a picture is its caption, or, where that one reads as body, the one before. */
function markBesidePictures(lines: Line[], vocabulary: Vocabulary, usual: number): void {
  for (const [i, line] of lines.entries()) {
    if (line.use !== 'picture') continue
    const next = lines[i + 1]
    if (next && (next.use === 'picture' || next.use === 'caption')) continue
    if (next?.use === null && captionScore(lines, i + 1, vocabulary, usual) + 3 >= NEEDED) {
      next.use = 'caption'
      continue
    }
    const before = lines[i - 1]
    const set = before?.block.italic || before?.block.centered
    if (set && before?.use === null && captionScore(lines, i - 1, vocabulary, usual) + 2 >= NEEDED)
      before.use = 'caption'
  }
}

/** How much a line reads and stands like a caption; 3 is enough. */
export function captionScore(lines: readonly Line[], i: number, vocabulary: Vocabulary, usual: number): number {
  const line = lines[i]
  if (
    !line ||
    line.text.length > LONGEST_CAPTION ||
    line.words > MOST_WORDS ||
    line.block.kind === 'table-row' ||
    line.block.kind === 'footnote'
  )
    return -9
  const label = captionLabel(line.text)
  const split = splitCaption(label.text, vocabulary)
  let score = split.credited ? 4 : 0
  // "Ảnh 1: …", "IMG_0012.JPG: …": it says itself what it is.
  if (label.file !== null || label.numbers.length > 0) score += 4
  const sentences = split.text.split(SENTENCE).length
  if (sentences > 1) score -= sentences > 2 ? 5 : 3
  // "… để thực hiện./.": the end of a paper.
  if (/\.\/\.$/.test(line.text)) score -= 9
  if (/[:;]$/.test(split.text) || /[?]/.test(split.text)) score -= 4
  if (/^["“]|^[-–•+*]\s|^\d+[.)]\s/u.test(split.text)) score -= 3
  if (/^[([].*[)\]]\.?$/u.test(line.text)) score += 2
  if (/:\s*["“]/u.test(split.text)) score -= 4
  // "Cử tri xã Long Thành: Xe chở vật liệu …": what somebody says, unless the words tell where to look.
  if (/^(?!.{0,20}(?:ảnh|trái|phải|giữa))[^:]{3,70}:\s\p{Lu}/iu.test(split.text)) score -= 4
  if (/;|^Các đồng chí:/u.test(split.text)) score -= 4
  if (isShouted(split.text)) score -= 3
  const before = lines[i - 1]
  const after = lines[i + 1]
  // A page that shows its pictures has its captions beside them.
  const set = line.block.italic || line.block.centered
  const follows = before?.use === 'picture' || (before?.use === 'caption' && set)
  if (line.block.role === undefined && showsPictures(lines) && !follows) {
    if (!isBeside(after) || lines.some((other) => other.block.role === 'caption')) score -= 3
  }
  if (line.gap > usual && i > 0 && (!after || after.gap <= line.gap)) score += 2
  if (line.block.italic) score += 1
  if (line.block.centered) score += 1
  if (line.block.level !== undefined || line.block.kind === 'heading') score -= 3
  // Where captions with a credit stand apart, a line that does not is a heading between paragraphs.
  if (!split.credited && line.gap <= usual && !/[.]$/.test(split.text) && standApart(lines, vocabulary, usual))
    score -= 6
  if (before?.use === 'picture' || before?.use === 'caption') score += 1
  return score + BEST_WORDING < NEEDED ? score : score + wording(vocabulary, split.text, line.words)
}

function wording(vocabulary: Vocabulary, text: string, words: number): number {
  const part = partOf('caption', 0, text)
  const { tokens } = part
  let score = words <= 30 ? 1 : words > 45 ? -3 : 0
  if (vocabulary.notCaptionStarters.longestAt(tokens, 0)) score -= 4
  const starter = vocabulary.captionStarters.longestAt(tokens, 0)
  if (starter) score += starter.end > 1 ? 2 : 1
  const person = personEnd(vocabulary, part)
  if (person > 0) score += 1
  // A short line without a final stop that begins with somebody is hardly a paragraph.
  // "Ông A, Trưởng Ban Pháp chế HĐND tỉnh B.": a portrait, told by name and post alone.
  const told = tokens.length - (tokens.at(-1)?.key === '.' ? 1 : 0)
  if (person === told && words <= 25) score += 5
  if (isPlainScene(vocabulary, tokens, words)) score += 4
  const open = words > 5 && words <= 32 && /[\p{L}\d)”"]$/u.test(text)
  if (open && (person > 0 || starter)) score += 2
  // Nothing but a picture's words stops short after "… trao giải Nhất cho …".
  if (open && !starter && beginsWithBody(vocabulary, part) && verbAfter(vocabulary, tokens, 2, VERB_REACH)) score += 2
  const reach = open ? VERB_REACH * 2 : VERB_REACH
  // A verb with nobody before it is a heading's: "Giám sát đến cùng sự việc".
  if (!starter && person === 0 && vocabulary.captionVerbs.longestAt(tokens, 0)) score -= 3
  score += verbAfter(vocabulary, tokens, Math.max(person, starter?.end ?? 1), reach) ? 1 : starter ? 0 : -2
  if (/\sđã\s/u.test(text)) score -= 3
  // Speech reports and figures are body, not caption.
  if (REPORTING.test(text)) score -= 3
  if (/\d{2,}\s*(?:%|triệu|tỷ)|\d,\d/u.test(text)) score -= 2
  if (/(?:ngày|sáng|chiều)\s+\d{1,2}[/-]\d/iu.test(text) && words > 18) score -= 3
  if (!/[.!…)”"\p{L}\d]$/u.test(text)) score -= 1
  return score
}

const SCENE_WORDS = 20

/** "Lễ tưởng niệm các anh hùng liệt sĩ tại vùng biển Gạc Ma.": an event and where, without a verb. */
function isPlainScene({ eventNouns, predicates }: Vocabulary, tokens: readonly Token[], words: number): boolean {
  const noun = tokens[0]?.cap ? eventNouns.longestAt(tokens, 0) : null
  if (!noun || !/^(?:lễ|hội|buổi|phiên|đại|chương|tiết|màn)$/.test(tokens[0]?.key ?? '') || words > SCENE_WORDS)
    return false
  for (let i = noun.end; i < tokens.length; i++) {
    if (/^[:;,]$/.test(tokens[i]?.key ?? '')) return false
    const verb = predicates.longestAt(tokens, i)
    if (
      verb &&
      !/^(?:của|tại|ở|trong|trên|các|cùng|với|những|và|lần|nhiệm|khóa|ngày|tháng|kỉ|tưởng|tri|giai|về|do)$/.test(
        tokens[i]?.key ?? '',
      )
    )
      return false
  }
  return true
}

const isBeside = (line: Line | undefined): boolean => line?.use === 'picture' || line?.use === 'caption'

const pictured = new WeakMap<readonly Line[], boolean>()
function showsPictures(lines: readonly Line[]): boolean {
  let shows = pictured.get(lines)
  if (shows === undefined) {
    shows = lines.some((line) => line.use === 'picture')
    pictured.set(lines, shows)
  }
  return shows
}

const apart = new WeakMap<readonly Line[], boolean>()

/** Whether all credited captions of a text, at least two, have a wider gap before them than paragraphs have. */
function standApart(lines: readonly Line[], vocabulary: Vocabulary, usual: number): boolean {
  let known = apart.get(lines)
  if (known === undefined) {
    const credited = lines
      .slice(0, MOST_LINES)
      .filter((line) => line.text.length <= LONGEST_CAPTION && /(?:ảnh|hình)/iu.test(line.text.slice(-CREDIT_REACH)))
      .filter((line) => line.words > 4 && splitCaption(line.text, vocabulary).credited)
    known = credited.length >= 2 && credited.every((line) => line.gap > usual)
    apart.set(lines, known)
  }
  return known
}

const CREDIT_REACH = 70

const REPORTING =
  /(?:đề nghị|nhấn mạnh|cho biết|cho rằng|yêu cầu|ghi nhận|khẳng định|tuy nhiên|theo đó|đồng thời|bên cạnh đó|chia sẻ| hứa |mong muốn|kinh nghiệm)/u
const VERB_REACH = 10

/** Whether what a picture shows someone doing stands right after the subject. */
function verbAfter(vocabulary: Vocabulary, tokens: readonly Token[], subject: number, reach: number): boolean {
  for (let at = subject; at < Math.min(tokens.length, subject + reach); at++) {
    if (vocabulary.captionVerbs.longestAt(tokens, at)) return true
  }
  return false
}

/** The end of the person or office a caption under a speaker's portrait begins with; 0 where it begins otherwise. */
function personEnd(vocabulary: Vocabulary, part: Part): number {
  const opening = { ...part, tokens: part.tokens.slice(0, OPENING) }
  const scene: Scene = { vocabulary, parts: [opening], people: new Set(), places: new Set() }
  const [first] = mentionsIn(scene, opening)
  if (first && subjectStart(first) <= 2) return Math.max(first.to, first.offices.at(-1)?.end ?? 0)
  const address = vocabulary.address.longestAt(part.tokens, 0)
  if (address && address.value !== 'never') return address.end
  return officesAt(scene, part, 0).at(-1)?.end ?? 0
}

function beginsWithBody(vocabulary: Vocabulary, part: Part): boolean {
  const scene: Scene = { vocabulary, parts: [part], people: new Set(), places: new Set() }
  return bodyAt(scene, part, 0) !== null || vocabulary.genericBodies.longestAt(part.tokens, 0) !== null
}

/** As many words as a person with all posts takes. */
const OPENING = 40

const subjectStart = (mention: Mention): number =>
  Math.min(
    mention.from - (mention.address ? mention.address.split(' ').length : 0),
    mention.offices[0]?.from ?? mention.from,
  )

/** Captions in order, each joined to the picture it stands with; a caption printed twice counts once. */
export function captionsOf(
  lines: readonly Line[],
  vocabulary: Vocabulary,
): { captions: CaptionFound[]; photographers: string[] } {
  const captions: CaptionFound[] = []
  const photographers: string[] = []
  const pictures = picturesOf(lines)
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    const own = line.use === 'caption' ? line.text : wordsOfPicture(lines, i, vocabulary)
    if (own === null) continue
    const label = captionLabel(own)
    const split = splitCaption(label.text, vocabulary)
    photographers.push(...split.photographers)
    const key = keyOf(split.text)
    const repeated = seen.has(key) && captions.at(-1) !== undefined && keyOf(captions.at(-1)!.text) === key
    seen.add(key)
    if (split.text === '' || repeated) continue
    const shown = lines[pictures[i] ?? -1]?.block
    const files = [label.file, shown?.name].filter((name) => name != null && name !== '') as string[]
    captions.push({
      text: split.text,
      picture: shown?.picture ?? null,
      ...(label.numbers.length > 0 && { numbers: label.numbers }),
      ...(files.length > 0 && { files }),
      ...(split.photographers.length > 0 && { photographers: split.photographers }),
    })
  }
  return { captions, photographers }
}

const LEAST_ALT = 5

/** What a picture without a caption says in its own words, where they read like one and are not the title's. */
function wordsOfPicture(lines: readonly Line[], i: number, vocabulary: Vocabulary): string | null {
  const { use, block } = lines[i]!
  if (use !== 'picture' || isBeside(lines[i + 1]) || lines[i - 1]?.use === 'caption') return null
  const words = block.text.split(' ').length
  if (
    words < LEAST_ALT ||
    words > MOST_WORDS ||
    lines.some((line) => line.use === 'title' && line.key === keyOf(block.text))
  )
    return null
  return wording(vocabulary, block.text, words) >= NEEDED ? block.text : null
}

/**
 * At which line the picture of each caption stands: in a row of pictures with as many captions the one of its number,
 * else the last before it, else the one right after.
 */
function picturesOf(lines: readonly Line[]): (number | null)[] {
  const found: (number | null)[] = lines.map(() => null)
  for (let i = 0; i < lines.length; ) {
    let pictures = i
    while (lines[pictures]?.use === 'picture') pictures++
    let captions = pictures
    while (lines[captions]?.use === 'caption') captions++
    const row = pictures - i
    for (let at = pictures; at < captions; at++) {
      const own = captions - pictures === row ? at - row : at === pictures ? pictures - 1 : null
      const after = lines[at + 1]?.use === 'picture' ? at + 1 : null
      found[at] = row > 0 ? own : after
    }
    for (let at = i; at < pictures && captions === pictures; at++) {
      found[at] = at
    }
    i = Math.max(captions, i + 1)
  }
  return found
}
