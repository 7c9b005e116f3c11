import { isPlainlyPerson, livesSomewhere, speaks } from './bare-names'
import { looksLikePerson, nameEnd } from './names'
import { type OfficeHit, officesAt } from './offices'
import { keyOfRange, type Part, type Scene } from './scene'

/** One naming of a person: the words of the name, the offices beside it, how it was recognised. */
export interface Mention {
  part: Part
  from: number
  to: number
  offices: OfficeHit[]
  how: 'address' | 'office' | 'list' | 'bare'
  /** The form of address as written. */
  address: string
  /** The offices stand after another's name ("ông A và ông B, Ủy viên …"): the person's only for want of others. */
  lent?: boolean
}

interface Intro {
  at: number
  address: string
  /** Only a role (cử tri, đại biểu) stands before: a place may follow as well as a name. */
  role: boolean
  many: boolean
  offices: OfficeHit[]
  /** Nothing but a rank (Đại tá, TS.) stands before the name. */
  ranked: boolean
  /** The offices are given to, or taken from, everybody named after "đối với". */
  kept: boolean
  /** How many of the offices, where only those before the colon are everybody's. */
  shared?: number
}

interface Group {
  mentions: Mention[]
  end: number
}

const AFTER_NAME = new Set([',', '-', '(', ':'])
const BETWEEN_NAMES = new Set([',', ';', 'và', 'cùng'])

/** Every naming of a person in a part, in order. */
export function mentionsIn(scene: Scene, part: Part): Mention[] {
  const mentions: Mention[] = []
  if (part.shouted) return mentions
  for (let i = 0; i < part.tokens.length; ) {
    const token = part.tokens[i]!
    if (!token.cap && token.kind !== 'number' && !scene.vocabulary.starts.has(token.key)) {
      i++
      continue
    }
    const group = groupAt(scene, part, i)
    if (group) mentions.push(...group.mentions)
    i = group ? group.end : i + 1
  }
  return mentions
}

/** People named together: "các đồng chí: A, office; B, office", "các Phó Chủ tịch A, B", or one person. */
function groupAt(scene: Scene, part: Part, i: number): Group | null {
  const first = introAt(scene, part, i)
  let mention = mentionAfter(scene, part, first, false)
  if (!mention) return null
  const mentions: Mention[] = []
  let plural = first.many
  let shared = plural ? first.offices : []
  let waiting: Mention[] = []
  let at = i
  for (;;) {
    const read = readOfficesAfter(scene, part, mention)
    if (mention.offices.length === 0 && shared.length > 0) mention.offices = [...shared]
    if (read.offices.length > 0) {
      for (const other of waiting) other.offices.push(...read.offices)
      mention.offices = [...mention.offices, ...read.offices]
      waiting = []
    } else if (mention.offices.length === 0) waiting.push(mention)
    mentions.push(mention)
    at = read.end
    const next = nextInList(scene, part, at, plural)
    if (!next) return { mentions, end: shareAfter(scene, part, at, mentions) }
    if (first.kept) {
      // "miễn nhiệm chức danh … đối với ông A và bà B"
      mention = next.mention
      mention.offices.unshift(...first.offices.slice(0, first.shared))
      continue
    }
    const { intro } = next
    plural ||= intro.many
    const titled = intro.offices.length > 0 || (intro.address !== '' && !intro.ranked)
    // "ông A và ông B, Ủy viên Ban Dân tộc": the post after the second is the first one's too.
    const joined = next.separator === 'và' && intro.offices.length === 0 && intro.address === mention.address
    if (next.separator === ';' || ((titled || intro.address !== '') && !joined)) waiting = []
    if (joined && intro.address !== '') for (const other of waiting) other.lent = true
    if (titled) shared = intro.many ? intro.offices : []
    mention = next.mention
  }
}

const GIVEN = /^(?:được|đã|tiếp|tục|bầu|hiệp|thương|cử|tín|nhiệm|điều|động|bổ|chỉ|định|phân|công|tái|,|và|trúng|thôi)$/
const BEING = /^(?:cùng|đều)$/

/** "… được bầu giữ chức Phó Chủ tịch", "- cùng là đại biểu HĐND tỉnh": what everybody just named holds. */
function shareAfter(scene: Scene, part: Part, at: number, mentions: Mention[]): number {
  const { tokens } = part
  let from = at
  while (from - at < 8 && GIVEN.test(tokens[from]?.key ?? '')) from++
  const { officeHolding } = scene.vocabulary
  const held = officeHolding.longestAt(tokens, at) ?? officeHolding.longestAt(tokens, from)
  let start = held?.end ?? heldLater(scene, part, at)
  if (tokens[from]?.key === 'làm' && isAppointed(part, mentions[0]?.from ?? at)) start = from + 1
  const being = /^[,-]$/.test(tokens[at]?.key ?? '') ? at + 1 : at
  if (BEING.test(tokens[being]?.key ?? '') && tokens[being + 1]?.key === 'là') start = being + 2
  const offices = start === undefined ? [] : officesAt(scene, part, start)
  const end = offices.at(-1)?.end
  if (end === undefined || nameEnd(scene, part, end, true) - end >= 2) return at
  for (const mention of mentions) mention.offices = [...mention.offices, ...offices]
  return end
}

const APPOINTING = /^(?:chỉ định|bổ nhiệm|bầu|cử|giới thiệu|điều động|phân công|tín nhiệm|suy cử|suy tôn|hiệp thương)$/

/** "chỉ định ông A làm Trưởng Ban …": who is made something; "do ông A làm trưởng đoàn" makes nobody. */
function isAppointed({ tokens }: Part, i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 12); at--) {
    if (/^[.;:]$/.test(tokens[at]?.key ?? '')) return false
    const pair = `${tokens[at - 1]?.key} ${tokens[at]?.key}`
    if (APPOINTING.test(pair) || APPOINTING.test(tokens[at]?.key ?? '')) return true
  }
  return false
}

const LATER = 32

/** "…, tham gia Ban Chấp hành, Ban Thường vụ Đảng ủy phường A, giữ chức vụ Bí thư …": the post given at the end. */
function heldLater({ vocabulary }: Scene, { tokens }: Part, at: number): number | undefined {
  if (tokens[at]?.key !== ',' && tokens[at]?.key !== 'tham') return undefined
  for (let i = at; i < at + LATER; i++) {
    const token = tokens[i]
    if (!token || /^[.;:!?]$/.test(token.key)) return undefined
    const holding = vocabulary.officeHolding.longestAt(tokens, i)
    if (holding) return holding.end
    if (vocabulary.address.longestAt(tokens, i) || vocabulary.officeHeads.longestAt(tokens, i)) return undefined
  }
  return undefined
}

/** Forms of address, ranks and offices before a name, in any order. */
function introAt(scene: Scene, part: Part, i: number): Intro {
  const { tokens } = part
  const { vocabulary } = scene
  const intro: Intro = { at: i, address: '', role: false, many: false, offices: [], ranked: true, kept: false }
  for (let guard = 0; guard < 8; guard++) {
    const plural = intro.offices.length === 0 ? vocabulary.plurals.longestAt(tokens, intro.at) : null
    const address = vocabulary.address.longestAt(tokens, intro.at)
    // "03 Ủy viên Ủy ban MTTQ tỉnh: ông A; bà B"
    const counted = plural ? null : countedPosts(scene, part, intro.at)
    const start = plural?.end ?? counted ?? intro.at
    const postEnd = vocabulary.officeHeads.longestAt(tokens, start)?.end ?? 0
    // "Giám mục Giáo phận Kon Tum" is a post, "Giám mục Nguyễn Hùng Vị" a form of address.
    const isPost = address?.value === 'rank' && address.end === postEnd && officesAt(scene, part, start).length > 0
    if (
      address &&
      address.value !== 'never' &&
      address.end >= postEnd &&
      !isPost &&
      !isPartOfName(scene, part, intro.at, address.end)
    ) {
      if (address.value === 'rank' && !tokens[intro.at]?.cap) return intro
      intro.role = address.value === 'role' && (intro.role || intro.address === '')
      intro.ranked &&= address.value === 'rank'
      intro.address = intro.address || keyOfRange(tokens, intro.at, address.end)
      intro.many ||= address.value === 'many'
      intro.at = address.end
    } else if (!readOffices(scene, part, intro, start)) break
    const aimed = intro.offices.length > 0 ? termEnd(part, intro.at) : intro.at
    if (intro.offices.length > 0 && tokens[aimed]?.key === 'đối' && tokens[aimed + 1]?.key === 'với') {
      intro.kept = true
      intro.at = aimed + 2
    }
    if (intro.many && tokens[intro.at]?.key === ':') {
      // "các Ủy viên Ban Thường vụ Tỉnh ủy: Phó Chủ tịch A; Trưởng Ban B"
      intro.shared = intro.offices.length
      intro.kept ||= counted !== null || (intro.offices.length > 0 && officesAt(scene, part, intro.at + 1).length > 0)
      intro.at++
    }
  }
  return intro
}

/** Where, after a number, the post begins that so many people hold. */
function countedPosts({ vocabulary }: Scene, { tokens }: Part, i: number): number | null {
  const many = tokens[i]?.kind === 'number' && Number(tokens[i]?.text) > 1
  return many && vocabulary.officeHeads.longestAt(tokens, i + 1) ? i + 1 : null
}

/** The token after "(khóa XII), nhiệm kỳ 2021 - 2026". */
function termEnd({ tokens }: Part, i: number): number {
  const at = tokens[i]?.key === ',' ? i + 1 : i
  if (tokens[at]?.key !== 'nhiệm') return i
  for (let end = at + 2; end < at + 6; end++) if (tokens[end]?.kind === 'word') return end
  return i
}

function readOffices(scene: Scene, part: Part, intro: Intro, start: number): boolean {
  const { tokens } = part
  const offices = officesAt(scene, part, start)
  if (offices.length === 0) return false
  intro.many ||= start > intro.at
  intro.offices.push(...offices)
  intro.at = offices.at(-1)?.end ?? intro.at
  // "Chủ tịch Liên đoàn Thương mại và Công nghiệp Việt Nam (VCCI) Hồ Sỹ Hùng"
  const [open, short, close, name] = tokens.slice(intro.at, intro.at + 4)
  if (open?.key === '(' && short?.upper && close?.key === ')' && name?.cap) intro.at += 3
  // "Phó Giám đốc Sở Y tế, BS.CKII An": a rank may follow the comma, unless the office was only lent.
  const ranked =
    tokens[intro.at]?.key === ',' && scene.vocabulary.address.longestAt(tokens, intro.at + 1)?.value === 'rank'
  if (ranked && tokens[start - 1]?.key !== 'của') intro.at++
  return true
}

/** Whether a person (form of address or office before a name, or a name) begins at token `i`. */
export function introducesPerson(scene: Scene, part: Part, i: number): boolean {
  const intro = introAt(scene, part, i)
  if (intro.at === i) return false
  return /(?:đồng chí|đ \/ c|ông|bà)$/u.test(intro.address) || mentionAfter(scene, part, intro, false) !== null
}

/** "huyện Anh Sơn", "xã Bà Điểm": a short form of address written with a capital amid a sentence is a name. */
function isPartOfName({ vocabulary }: Scene, part: Part, i: number, end: number): boolean {
  const before = part.tokens[i - 1]
  // "Bà Rịa", "Cô Tô", "Bác Ái"
  const town = vocabulary.districts.longestAt(part.tokens, i) ?? vocabulary.towns.longestAt(part.tokens, i)
  if (end - i === 1 && part.tokens[i]?.cap && town) return true
  // "Tòa Giám mục Kon Tum"
  if (before?.cap && (vocabulary.bodies.longestAt(part.tokens, i - 1)?.end ?? 0) >= end) return true
  if (end - i > 1 || !part.tokens[i]?.cap || !before || before.kind === 'mark') return false
  return before.cap || [1, 2, 3, 4].some((back) => vocabulary.units.longestAt(part.tokens, i - back)?.end === i)
}

function mentionAfter(scene: Scene, part: Part, intro: Intro, inList: boolean): Mention | null {
  const { tokens } = part
  const sure = intro.address !== '' || intro.offices.length > 0 || inList
  const to = nameEnd(scene, part, intro.at, sure)
  const length = to - intro.at
  if (length === 0) return null
  const full = looksLikePerson(scene, tokens, intro.at, to)
  const how = intro.address ? 'address' : intro.offices.length > 0 ? 'office' : inList ? 'list' : 'bare'
  if (how === 'office' && !full && length < 2) return null
  if (how === 'list' && !full) return null
  const known =
    scene.people.has(keyOfRange(tokens, intro.at, to)) ||
    (full && (livesSomewhere(scene, part, to) || speaks(scene, part, intro.address, intro.at, to)))
  if (intro.role && intro.offices.length === 0 && length < 3 && !known) return null
  if (how === 'bare' && !isPlainlyPerson(scene, part, intro.at, to)) return null
  if (how !== 'address' && scene.vocabulary.namesakes.longestAt(tokens, intro.at)?.end === to) return null
  return { part, from: intro.at, to, offices: intro.offices.slice(), how, address: intro.address }
}

/** Offices after a name: ", Chủ tịch …", "- Chủ tịch …", "(Chủ tịch …)", or at once when capitalised. */
function readOfficesAfter(scene: Scene, part: Part, mention: Mention): { offices: OfficeHit[]; end: number } {
  const { tokens } = part
  const mark = tokens[mention.to]?.key ?? ''
  const from = AFTER_NAME.has(mark) ? mention.to + 1 : mention.to
  const none = { offices: [], end: mention.to }
  const former = scene.vocabulary.officePrefixes.longestAt(tokens, from) !== null && tokens[from]?.key !== 'đồng'
  if (from === mention.to && !tokens[from]?.cap && !former) return none
  // "ông Phan Đình Nghị, Thượng tá, nguyên Phó Chỉ huy trưởng …"
  const rank = mark === ',' ? scene.vocabulary.address.longestAt(tokens, from) : null
  const ranked = rank?.value === 'rank' && tokens[rank.end]?.key === ',' ? rank.end + 1 : from
  const offices = officesAt(scene, part, ranked)
  const last = offices.at(-1)
  if (!last) return none
  if (nameEnd(scene, part, last.end, true) - last.end >= 2) {
    // "Bí thư Tỉnh ủy A, Chủ tịch UBND tỉnh B": what stands right before a name is that name's office.
    const own = mention.offices.length > 0 ? [] : offices.slice(0, -1)
    return { offices: own, end: own.at(-1)?.end ?? mention.to }
  }
  const closed = mark === '(' && tokens[last.end]?.key === ')' ? last.end + 1 : last.end
  const more = tokens[closed]?.key === ';' ? officesAt(scene, part, closed + 1) : []
  const end = more.at(-1)?.end
  // A semicolon amid one person's offices: the next item of the list begins only after another one.
  if (end !== undefined && tokens[end]?.key === ';') return { offices: [...offices, ...more], end }
  return { offices, end: closed }
}

const LONGEST_BRACKET = 14

/** The token after a bracket that opens at `i`; `i` where it does not close soon. */
function afterBracket({ tokens }: Part, i: number): number {
  for (let at = i + 1; at < i + LONGEST_BRACKET; at++) if (tokens[at]?.key === ')') return at + 1
  return i
}

interface Next {
  separator: string
  intro: Intro
  mention: Mention
}

/** The next person of a list, if the list goes on. */
function nextInList(scene: Scene, part: Part, end: number, plural: boolean): Next | null {
  const { tokens } = part
  // "các anh, chị: A (xã X), B (xã Y) và C": where somebody lives stands between the names.
  let at = plural && tokens[end]?.key === '(' ? afterBracket(part, end) : end
  const from = at
  let separator = ''
  while (at - from < 3 && BETWEEN_NAMES.has(tokens[at]?.key ?? '')) {
    if (separator !== ';') separator = tokens[at]?.key ?? ''
    at++
  }
  if (at === from) return null
  const intro = introAt(scene, part, at)
  const mention = mentionAfter(scene, part, intro, true)
  if (!mention) return null
  const bare = intro.address === '' && intro.offices.length === 0
  if (bare && !plural && !looksLikePerson(scene, tokens, mention.from, mention.to)) return null
  if (
    bare &&
    !plural &&
    mention.to - mention.from < 3 &&
    !scene.people.has(keyOfRange(tokens, mention.from, mention.to))
  ) {
    return null
  }
  return { separator, intro, mention }
}
