import type { NameFields, PersonFields } from '../model/draft'
import type { Mention } from './mentions'
import type { Found } from './reading'
import { type Part, type Scene, textOf } from './scene'

interface Named {
  name: string
  start: number
  end: number
  body: boolean
}

/** Who may have received an award: people and bodies by the part they stand in, in order. */
export interface Recipients {
  named: Map<string, Named[]>
  /** Starts of the tokens inside people's offices. */
  offices: Map<Part, Set<number>>
}

const partKey = (part: { part: string; index: number }): string => `${part.part} ${part.index}`

/** The people and bodies of an article, laid out for looking up who stands between two offsets. */
export function recipientsFrom(
  people: readonly Found<PersonFields>[],
  organizations: readonly Found<NameFields>[],
  mentions: readonly Mention[],
): Recipients {
  const named = new Map<string, Named[]>()
  const add = (found: Found<NameFields>, body: boolean): void => {
    for (const span of found.spans) {
      const list = named.get(partKey(span)) ?? []
      list.push({ name: found.value.name, start: span.start, end: span.end, body })
      named.set(partKey(span), list)
    }
  }
  for (const person of people) add(person, false)
  for (const organization of organizations) add(organization, true)
  for (const list of named.values()) list.sort((a, b) => a.start - b.start)
  const offices = new Map<Part, Set<number>>()
  for (const { part, offices: held } of mentions) {
    const starts = offices.get(part) ?? new Set()
    for (const office of held) for (let i = office.from; i < office.end; i++) starts.add(part.tokens[i]?.start ?? 0)
    offices.set(part, starts)
  }
  return { named, offices }
}

export interface Range {
  from: number
  to: number
}

/** A sentence longer than this many tokens is searched only so far around the award. */
const REACH = 120

/** The sentence around token `at`, within reach. */
export function sentenceAround(part: Part, at: number): Range {
  let from = at
  while (from > Math.max(0, at - REACH) && !/^[.!?;]$/.test(part.tokens[from - 1]?.key ?? '')) from--
  let to = at
  while (to < Math.min(part.tokens.length, at + REACH) && !/^[.!?]$/.test(part.tokens[to]?.key ?? '')) to++
  return { from, to }
}

const RECEIVING =
  /(?:^|[\s,])(?:(?:đã|cũng|vừa|vinh dự|là người|lần này|cùng)\s+)*(?:được|đón nhận|nhận|giành|đoạt|đạt)(?:\s+[^\s,;]+){0,10}\s*$/iu
const NEAR = 400

/**
 * Who receives the award at tokens `from`..`end`: people and bodies after "cho";
 * or, where it is received, those right before.
 */
export function recipientsOf(
  scene: Scene,
  part: Part,
  from: number,
  end: number,
  sentence: Range,
  all: Recipients,
): string[] {
  const { tokens } = part
  let at = end
  while (at < sentence.to && tokens[at]?.key !== 'cho' && !scene.vocabulary.awardKinds.longestAt(tokens, at)) at++
  if (tokens[at]?.key === 'cho' && at < sentence.to) {
    return namedBetween(part, tokens[at]?.end ?? 0, stopAfter(scene, part, at, sentence.to), all)
  }
  // "2 đồng chí được trao Huy hiệu 65 năm tuổi Đảng là đồng chí A và đồng chí B; …"
  if (/^(?:là|gồm|:)$/.test(tokens[end]?.key ?? '')) {
    const named = namedBetween(part, tokens[end]?.end ?? 0, itemEnd(scene, part, end, sentence.to), all)
    if (named.length > 0) return named
  }
  const start = tokens[sentence.from]?.start ?? 0
  const verb = RECEIVING.exec(textOf(part, sentence.from, from))
  if (verb) return receivers(part, groupStart(scene, part, sentence.from, start), start + verb.index, all)
  return namedBetween(part, tokens[end - 1]?.end ?? 0, tokens[Math.min(end + 2, sentence.to)]?.end ?? 0, all)
}

const ITEM = /^(?:[-–•+*]|\d{1,2}[.)])\s/u
const MOST_ITEMS = 100

/** "trao Bằng khen cho các đồng chí:" and a list: whom each of the next paragraphs names first. */
export function listedAfter(scene: Scene, part: Part, all: Recipients): string[] {
  const names: string[] = []
  if (part.part !== 'body' || !part.text.endsWith(':')) return names
  const first = scene.parts.findIndex((other) => other.part === 'body')
  for (let i = first + part.index + 1; i < scene.parts.length && names.length < MOST_ITEMS; i++) {
    const item = scene.parts[i]!
    if (item.part !== 'body' || !ITEM.test(item.text)) break
    const list = all.named.get(partKey(item)) ?? []
    const named = list.find((one) => !one.body) ?? list[0]
    if (named) names.push(named.name)
  }
  return names
}

/** "các đồng chí: A, office; B, office được tặng …": the group begins before the last semicolon. */
function groupStart({ vocabulary }: Scene, { tokens }: Part, from: number, start: number): number {
  if (tokens[from - 1]?.key !== ';') return start
  for (let i = from - 1; i > Math.max(0, from - REACH); i--) {
    if (/^[.!?]$/.test(tokens[i]?.key ?? '') || vocabulary.awardKinds.longestAt(tokens, i)) return start
    if (vocabulary.address.longestAt(tokens, i)?.value === 'many') return tokens[i]?.start ?? start
  }
  return start
}

/** The people or bodies right before "được tặng", "đón nhận". */
function receivers(part: Part, start: number, end: number, all: Recipients): string[] {
  const from = Math.max(start, end - NEAR)
  return /(?:của|do|cho)\s+[^,:;]*$/iu.test(part.text.slice(from, end)) ? [] : namedBetween(part, from, end, all)
}

function takesOwn(vocabulary: Scene['vocabulary'], part: Part, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (part.tokens[i]?.key === ';') return false
    if (vocabulary.awardKinds.longestAt(part.tokens, i)) return RECEIVING.test(textOf(part, from, i))
  }
  return false
}

/** A list of recipients ends with its semicolon or where the next award is named. */
function itemEnd(scene: Scene, part: Part, at: number, to: number): number {
  const semicolon = part.tokens.slice(at, to).findIndex((token) => token.key === ';')
  const stop = stopAfter(scene, part, at, to)
  return semicolon < 0 ? stop : Math.min(stop, part.tokens[at + semicolon]?.start ?? stop)
}

/** The next award has recipients of its own; reasons name people who receive nothing. */
function stopAfter({ vocabulary }: Scene, part: Part, at: number, to: number): number {
  for (let i = at + 1; i < to; i++) {
    const key = part.tokens[i]?.key ?? ''
    // "… cho em A; thầy giáo B đón nhận danh hiệu …": the clause after the semicolon is another's.
    if (key === ';' && takesOwn(vocabulary, part, i + 1, to)) return part.tokens[i]?.start ?? 0
    const reason = /^(?:vì|do|đã)$/.test(key) || (key === 'có' && part.tokens[i + 1]?.key === 'thành')
    if (reason || vocabulary.awardKinds.longestAt(part.tokens, i)) return part.tokens[i]?.start ?? 0
  }
  return part.tokens[to - 1]?.end ?? 0
}

function namedBetween(part: Part, start: number, end: number, all: Recipients): string[] {
  const list = all.named.get(partKey(part)) ?? []
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const names = new Set<string>()
  for (let i = low; i < list.length && list[i]!.end <= end; i++) {
    const { name, body, start: at } = list[i]!
    const before = list[i - 1]
    // "Nguyễn Hữu Thọ, Chi bộ thôn 6": the body tells who the person is.
    if (body && before && !before.body && part.text.slice(before.end, at) === ', ') continue
    if (!body || receives(part, at, all)) names.add(name)
  }
  return [...names]
}

/** A body receives where it follows "cho", a comma or "tập thể"; one inside an office or after "đảng viên" does not. */
function receives(part: Part, start: number, all: Recipients): boolean {
  if (all.offices.get(part)?.has(start)) return false
  return /(?:^|[\s“])(?:cho|và|tập thể|đơn vị|gồm|tặng)\s*$|[,:]\s*$/iu.test(
    part.text.slice(Math.max(0, start - 12), start),
  )
}
