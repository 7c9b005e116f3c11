import type { Award } from '../model/article'
import { bodyAt } from './bodies'
import { officeAt } from './offices'
import { counts } from './place-names'
import type { Found } from './reading'
import { listedAfter, type Recipients, recipientsOf, sentenceAround } from './recipients'
import { keyOfRange, type Part, reason, type Scene, spanOf, textOf } from './scene'
import { keySet } from './tokens'

const GIVING =
  /(?:^|\s)(?:trao|tặng|truy tặng|đón nhận|nhận|khen thưởng|phong tặng|công nhận|vinh dự|giành|đoạt|đạt)(?=[\s,:]|$)/iu
const STOPS = keySet(
  'cho của đối được năm trong và vì do về tới đến là có nhân tại từ với gồm trị đã cùng để theo đợt tặng trao',
)
const LONGEST_NAME = 14
/** More different awards than one article gives. */
const MOST_AWARDS = 300

/** Awards given or received: their names with "của …", and to whom. */
export function awardsIn(scene: Scene, recipients: Recipients): Found<Award>[] {
  const found: Found<Award>[] = []
  for (const part of scene.parts) {
    if (part.shouted) continue
    for (let i = 0; i < part.tokens.length; ) {
      const end = awardEnd(scene, part, i)
      if (end > i && found.length < MOST_AWARDS) addTo(scene, found, part, i, end, recipients)
      i = Math.max(end, i + 1)
    }
  }
  return found.filter((award) => !found.some((other) => other !== award && isGenericOf(award, other)))
}

/** "Huy hiệu Đảng" beside "Huy hiệu 70 năm tuổi Đảng" is the same badge, named loosely. */
function isGenericOf(award: Found<Award>, other: Found<Award>): boolean {
  const [a, b] = [keyOf(award).split(' '), keyOf(other).split(' ')]
  return (
    a.length === 3 &&
    b.length > 3 &&
    a[0] === b[0] &&
    a[1] === b[1] &&
    a.at(-1) === b.at(-1) &&
    award.value.to.every((name) => other.value.to.includes(name) || award.value.to.length === 0)
  )
}

/** The end of an award's name at `i`: kind, quoted or own name, grade, giver; `i` where there is none. */
function awardEnd(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  const kind = scene.vocabulary.awardKinds.longestAt(tokens, i)
  if (!kind || (!tokens[i]?.cap && tokens[i]?.key === 'giấy')) return i
  let end = kind.end
  let named = kind.end - i > 2 || /^(?:bằng|giấy|thư)$/.test(tokens[i]?.key ?? '')
  while (end - kind.end < LONGEST_NAME) {
    const token = tokens[end]
    if (!token) break
    if (token.key === '"') {
      const close = closingQuote(part, end)
      if (close === end) break
      end = close
      named = true
      continue
    }
    if (
      token.kind === 'number' &&
      tokens[end + 1]?.kind === 'word' &&
      tokens[end + 1]?.key !== 'năm' &&
      counts(part, end)
    )
      break
    if (!isAge(part, end) && (token.kind === 'mark' || STOPS.has(token.key))) break
    if (!token.cap && (scene.vocabulary.predicates.longestAt(tokens, end)?.end ?? 0) - end > 1) break
    if (named && token.cap && scene.vocabulary.address.longestAt(tokens, end)) break
    const address = scene.vocabulary.address.longestAt(tokens, end)?.value
    if (address === 'one' || address === 'role') break
    named = true
    end++
  }
  const giver = giverEnd(scene, part, end)
  if (giver > end) return giver
  return named ? end : i
}

/** "70 năm tuổi Đảng", "40 năm, 30 năm tuổi Đảng": words and commas that elsewhere end a name. */
function isAge({ tokens }: Part, i: number): boolean {
  const key = tokens[i]?.key
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  if (key === 'từ' || key === 'đến')
    return (key === 'từ' ? after : before)?.kind === 'number' && after?.kind === 'number'
  if (key === 'năm') return before?.kind === 'number' && /^(?:tuổi|,|và)$/.test(after?.key ?? '')
  return (
    (key === ',' || key === 'và') && (before?.key === 'năm' || before?.kind === 'number') && after?.kind === 'number'
  )
}

function closingQuote(part: Part, open: number): number {
  for (let i = open + 1; i < Math.min(part.tokens.length, open + 40); i++) if (part.tokens[i]?.key === '"') return i + 1
  return open
}

/** "của Chủ tịch UBND tỉnh" right after the name. */
function giverEnd(scene: Scene, part: Part, at: number): number {
  if (part.tokens[at]?.key !== 'của') return at
  return officeAt(scene, part, at + 1)?.end ?? bodyAt(scene, part, at + 1, true)?.end ?? at
}

function addTo(
  scene: Scene,
  found: Found<Award>[],
  part: Part,
  from: number,
  end: number,
  recipients: Recipients,
): void {
  const sentence = sentenceAround(part, from)
  // After a semicolon the verb of the whole sentence still holds.
  const before = textOf(part, wholeStart(part, sentence.from), from)
  if (!GIVING.test(before) && !GIVING.test(textOf(part, end, Math.min(end + 6, sentence.to)))) return
  const name = textOf(part, from, end)
  const named = recipientsOf(scene, part, from, end, sentence, recipients)
  const to = named.length > 0 ? named : listedAfter(scene, part, recipients)
  const key = keyOfRange(part.tokens, from, end)
  const same = found.find((other) => sameAward(keyOf(other), key))
  if (same) {
    same.spans.push(spanOf(part, from, end))
    for (const one of to) if (!same.value.to.includes(one)) same.value.to.push(one)
    if (name.length > same.value.name.length) {
      same.value.name = name
      keys.set(same, key)
    }
    return
  }
  const why = [reason('award-given', { name })]
  found.push({ value: { name, to }, spans: [spanOf(part, from, end)], confidence: 0.85, why })
  keys.set(found.at(-1)!, key)
}

function wholeStart({ tokens }: Part, from: number): number {
  let at = from
  while (at > 0 && from - at < 80 && !/^[.!?:]$/.test(tokens[at - 1]?.key ?? '')) at--
  return at
}

const keys = new WeakMap<Found<Award>, string>()
const keyOf = (award: Found<Award>): string => keys.get(award) ?? ''
/** The bare kind ("Kỷ niệm chương") after the full name is the same award. */
const sameAward = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
