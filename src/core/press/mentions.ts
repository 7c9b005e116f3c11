import { bodyAt } from './bodies'
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
      mention.offices.unshift(...first.offices)
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
      intro.kept ||= counted !== null
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
  const known = scene.people.has(keyOfRange(tokens, intro.at, to)) || (full && livesSomewhere(scene, part, to))
  if (intro.role && intro.offices.length === 0 && length < 3 && !known) return null
  if (how === 'bare' && !isPlainlyPerson(scene, part, intro.at, to)) return null
  if (how !== 'address' && scene.vocabulary.namesakes.longestAt(tokens, intro.at)?.end === to) return null
  return { part, from: intro.at, to, offices: intro.offices.slice(), how, address: intro.address }
}

/** "Cử tri Thạch Rây, ấp Suối Ông Đình": a name and where its bearer lives; a commune's would follow no comma. */
function livesSomewhere({ vocabulary }: Scene, { tokens }: Part, to: number): boolean {
  const unit = tokens[to]?.key === ',' ? vocabulary.units.longestAt(tokens, to + 1) : null
  return (
    unit?.value === 'admin' && /^(?:ấp|thôn|bản|xóm|buôn|làng|khu|khóm|tổ|bon|khối)$/.test(tokens[to + 1]?.key ?? '')
  )
}

/** "Sok Vanna (quốc tịch Campuchia)", "Huỳnh Tấn Đ. (SN 1995 …)": what the bracket tells, only people have. */
function isTold({ tokens }: Part, to: number): boolean {
  if (tokens[to]?.key !== '(') return false
  return /^(?:sn|sinh|quốc|trú|ngụ)$/.test(tokens[to + 1]?.key ?? '') || tokens[to + 2]?.key === 'tuổi'
}

/** A name with nothing before it counts when it is long enough and no street, school or place. */
function isPlainlyPerson(scene: Scene, part: Part, from: number, to: number): boolean {
  const { tokens } = part
  const { vocabulary } = scene
  if (scene.people.has(keyOfRange(tokens, from, to))) return true
  if (isTold(part, to)) return true
  // "các xã Măng Cành, Pờ Ê.": the point after one letter.
  if (to - from === 3 && tokens[to - 1]?.key === '.') return false
  if (to - from < 3 && !/^[,(-]$/.test(tokens[to]?.key ?? '')) return false
  if (to - from < 3 && officesAt(scene, part, to + 1).length === 0) return false
  if (vocabulary.districts.longestAt(tokens, from)?.end === to || isListedUnit(scene, part, from)) return false
  if (vocabulary.provinces.longestAt(tokens, from) || scene.places.has(keyOfRange(tokens, from, to))) return false
  if (followsContext(scene, part, from) || isInBody(scene, part, from, to)) return false
  // "Cầu Thị Nại": a site, unless its word is a surname.
  const site = vocabulary.units.longestAt(tokens, from) !== null
  if (site && !vocabulary.surnames.has(tokens[from]?.key ?? '')) return false
  // "Hồ Cửa Đạt xả lũ": a surname that is also a kind of site asks for a middle name after it.
  if (site && !vocabulary.middles.has(tokens[from + 1]?.key ?? '')) return false
  // "chợ phiên Lùng Khấu Nhin"
  for (let at = from - 7; at < from - 1; at++) if (vocabulary.units.longestAt(tokens, at)?.end === from) return false
  const before = tokens[from - 1]
  if (before && (vocabulary.units.longestAt(tokens, from - 1) || before.cap || before.key === '"')) return false
  return !rareStart(scene, part, from) || vocabulary.middles.has(tokens[from + 1]?.key ?? '')
}

/** "Tập đoàn Hoàng Anh …": capitals inside a body's name. */
function isInBody(scene: Scene, part: Part, from: number, to: number): boolean {
  for (let at = Math.max(0, from - 8); at < from; at++) {
    if (part.tokens[at]?.cap && (bodyAt(scene, part, at)?.end ?? 0) >= to) return true
  }
  return false
}

/** "các phường An Xuyên, Lý Văn Lâm": names of a list of units. */
function isListedUnit({ vocabulary }: Scene, { tokens }: Part, from: number): boolean {
  let head = from
  while (from - head < 24 && (tokens[head - 1]?.cap || /^(?:,|và)$/.test(tokens[head - 1]?.key ?? ''))) head--
  for (let at = head - 3; at < head; at++) {
    const unit = vocabulary.units.longestAt(tokens, at)
    if (unit?.end === head && vocabulary.plurals.longestAt(tokens, at - 1)?.end === at) return true
  }
  return false
}

/** "danh nhân X", "đường X", "phong cách X". */
function followsContext({ vocabulary }: Scene, { tokens }: Part, from: number): boolean {
  // "các tuyến đường A, B và C": what stands before the list tells what its names are.
  let head = from
  while (from - head < 24 && (tokens[head - 1]?.cap || /^(?:,|và)$/.test(tokens[head - 1]?.key ?? ''))) head--
  for (let at = Math.max(0, head - 3); at < from; at++) {
    const end = vocabulary.namesakeContexts.longestAt(tokens, at)?.end
    if (end === from || end === head) return true
  }
  return false
}

const rareStart = (scene: Scene, part: Part, from: number): boolean =>
  scene.vocabulary.rareSurnames.has(part.tokens[from]?.key ?? '')

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

interface Next {
  separator: string
  intro: Intro
  mention: Mention
}

/** The next person of a list, if the list goes on. */
function nextInList(scene: Scene, part: Part, end: number, plural: boolean): Next | null {
  const { tokens } = part
  let at = end
  let separator = ''
  while (at - end < 3 && BETWEEN_NAMES.has(tokens[at]?.key ?? '')) {
    if (separator !== ';') separator = tokens[at]?.key ?? ''
    at++
  }
  if (at === end) return null
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
