import type { TextSpan } from '../model/common'
import type { PersonFields } from '../model/draft'
import type { Mention } from './mentions'
import type { Found } from './reading'
import { keyOfRange, type Part, reason, type Scene, spanOf, textOf } from './scene'
import { phraseKeys } from './tokens'

interface Person {
  key: string[]
  name: string
  mentions: Mention[]
}

const CONFIDENCE = { address: 0.97, office: 0.97, list: 0.93, bare: 0.75 } as const
/** Forms of address that comrades get only with a name everyone knows: no new person from one syllable. */
const FORMAL = /^(các )?(đồng chí|đ|đại biểu|cử tri|các)/

/** Namings joined to people: every person once, in order of first appearance. */
export function joinPeople(scene: Scene, mentions: readonly Mention[]): Found<PersonFields>[] {
  const people = new Map<string, Person>()
  const short: Mention[] = []
  for (const mention of mentions) {
    const key = keyOfRange(mention.part.tokens, mention.from, mention.to)
    if (mention.to - mention.from === 1) short.push(mention)
    else addTo(people, key, mention)
  }
  joinPartNames(people)
  const given = byGivenName(people)
  for (const mention of short) {
    const key = mention.part.tokens[mention.from]?.key ?? ''
    const full = namedBefore(given.get(key) ?? [], mention)
    if (full) full.mentions.push(mention)
    else if (mention.how === 'address' && (!FORMAL.test(mention.address) || isWhole(mention)))
      addTo(people, key, mention)
  }
  return [...people.values()].map((person) => toFound(scene, person)).sort(byFirstAppearance)
}

/** "đồng chí K'Mák": a name of one word. */
const isWhole = ({ part, from }: Mention): boolean => /^[HK]['’ʼ]/u.test(part.tokens[from]?.text ?? '')

function addTo(people: Map<string, Person>, key: string, mention: Mention): void {
  const known = people.get(key)
  const name = textOf(mention.part, mention.from, mention.to)
  if (!known) people.set(key, { key: key.split(' '), name, mentions: [mention] })
  else {
    known.mentions.push(mention)
    if (known.name === known.name.toUpperCase()) known.name = name
  }
}

/** "Minh Xuân" is "Phạm Thị Minh Xuân" where that name, and no other with this end, stands in the article too. */
function joinPartNames(people: Map<string, Person>): void {
  const byEnd = new Map<string, Person | null>()
  for (const person of people.values()) {
    if (person.key.length <= 2) continue
    const end = person.key.slice(-2).join(' ')
    byEnd.set(end, byEnd.has(end) ? null : person)
  }
  // "Y Blưm" is "Y Blưm Niê".
  const byStart = new Map(
    [...people.values()]
      .filter(({ key }) => key[0] === 'y' && key.length > 2)
      .map((one) => [one.key.slice(0, 2).join(' '), one]),
  )
  for (const [key, person] of [...people]) {
    const target = person.key.length === 2 ? (byEnd.get(key) ?? byStart.get(key)) : null
    if (!target) continue
    for (const mention of person.mentions) target.mentions.push(mention)
    people.delete(key)
  }
}

/** People by the last word of their names, in order of first appearance. */
function byGivenName(people: ReadonlyMap<string, Person>): Map<string, Person[]> {
  const given = new Map<string, Person[]>()
  for (const person of people.values()) {
    const last = person.key.at(-1)
    if (person.key.length < 2 || last === undefined) continue
    const same = given.get(last)
    if (same) same.push(person)
    else given.set(last, [person])
  }
  return given
}

/** The person a given name means: of several the one named last before it, else the first. */
function namedBefore(people: readonly Person[], mention: Mention): Person | undefined {
  let low = 0
  let high = people.length
  while (low < high) {
    const middle = (low + high) >> 1
    const first = people[middle]?.mentions[0]
    if (first && order(first.part) <= order(mention.part)) low = middle + 1
    else high = middle
  }
  return people[Math.max(0, low - 1)]
}

const PARTS = { title: 0, lede: 1, body: 2, caption: 3 } as const
const order = (part: Part): number => PARTS[part.part] * 1e6 + part.index

function toFound(scene: Scene, person: Person): Found<PersonFields> {
  const spans = person.mentions
    .map((mention) => spanOf(mention.part, mention.from, mention.to))
    .sort((a, b) => spanOrder(a) - spanOrder(b))
  const best = person.mentions.reduce((a, b) => (CONFIDENCE[b.how] > CONFIDENCE[a.how] ? b : a))
  return {
    value: { name: person.name, offices: officesOf(scene, person.mentions) },
    spans,
    confidence: CONFIDENCE[best.how],
    why: [reason(`person-${best.how}`, { address: best.address, name: person.name })],
  }
}

const PART_RANK: Record<TextSpan['part'], number> = { title: 0, lede: 1, body: 2, caption: 3, byline: 4, furniture: 5 }
const spanOrder = (span: TextSpan): number => PART_RANK[span.part] * 1e12 + span.index * 1e7 + span.start
const byFirstAppearance = (a: { spans: TextSpan[] }, b: { spans: TextSpan[] }): number =>
  (a.spans[0] ? spanOrder(a.spans[0]) : 0) - (b.spans[0] ? spanOrder(b.spans[0]) : 0)

/** More posts than anybody ever held. */
const MOST_POSTS = 60

/** Offices of all namings, each once in its longest form; the fullest naming gives the order. */
export function officesOf(scene: Scene, mentions: readonly Mention[]): string[] {
  const own = mentions.filter(({ lent }) => !lent)
  const held = own.some(({ offices }) => offices.length > 0) ? own : mentions
  const ranked = [...held].sort((a, b) => b.offices.length - a.offices.length)
  const offices: { text: string; key: string[] }[] = []
  const seen = new Set<string>()
  for (const mention of ranked) {
    for (const hit of mention.offices) {
      if (offices.length === MOST_POSTS) break
      const text = textOf(mention.part, hit.from, hit.end)
      if (seen.has(text)) continue
      seen.add(text)
      const key = expanded(scene, text)
      const same = offices.find((other) => samePost(other.key, key))
      if (!same) offices.push({ text, key })
      else if (key.length > same.key.length || (key.length === same.key.length && text.length > same.text.length)) {
        Object.assign(same, { text, key })
      }
    }
  }
  return offices.map((office) => office.text)
}

/** The words of a phrase with abbreviations written out. */
export function expanded({ vocabulary }: Scene, text: string): string[] {
  const keys = phraseKeys(text)
  const tokens = keys.map((key, i) => ({
    start: i,
    end: i,
    text: key,
    key,
    kind: 'word' as const,
    cap: false,
    upper: false,
  }))
  const out: string[] = []
  for (let i = 0; i < keys.length; ) {
    const hit = vocabulary.full.longestAt(tokens, i)
    if (hit) out.push(...phraseKeys(hit.value))
    else out.push(keys[i] ?? '')
    i = hit ? hit.end : i + 1
  }
  return out.filter((key) => /[\p{L}\p{N}]/u.test(key))
}

/** Two writings of one post: the same head, and the words of one inside the other in order. */
export function samePost(a: string[], b: string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (long[0] !== short[0] || long[1] !== short[1]) return false
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}
