import type { EventType } from '../../model/vocabulary'
import { bodyAt } from '../bodies'
import { datesIn } from '../dates'
import type { Part, Scene } from '../scene'
import { hostOf } from './host'
import { type EventPhrase, eventNameEnd } from './name'
import { placePhrase } from './where'

/** Kinds of event that press releases name by a verb rather than by a noun of their own. */
export const BY_VERB = new Set<EventType>([
  'working-visit',
  'supervision',
  'survey',
  'visit',
  'award',
  'voter-meeting',
  'press-conference',
])

/** The phrase that names the main event: the best of lede, title and first paragraph; null where there is none. */
export function mainPhrase(scene: Scene, title: readonly Part[], text: readonly Part[]): EventPhrase | null {
  const phrases = [...text.slice(0, 1), ...title, ...text.slice(1)].flatMap((part, rank) =>
    phrasesIn(scene, part, rank > title.length ? rank + 2 : rank),
  )
  const titled = new Set(phrases.filter((phrase) => phrase.part.part === 'title').map((phrase) => phrase.type))
  let best: EventPhrase | null = null
  for (const phrase of phrases) if (titled.has(phrase.type)) phrase.score += 2
  for (const phrase of phrases) if (phrase.score > 2 && (!best || phrase.score > best.score)) best = phrase
  if (!best) return toldByVerb(scene, text[0])
  return statedInText(best, phrases, text[0]) ?? best
}

const NOT_HELD = /^(?:bộ|thực|lại|đảng|cơ|xã|chính|kinh|sản|tốt|các|thi|cho|được)$/

/** "Ủy ban MTTQ tỉnh tổ chức tiếp nhận ủng hộ …": no kind of event we know, but a body held it on a day. */
function toldByVerb(scene: Scene, first: Part | undefined): EventPhrase | null {
  if (!first || datesIn(first.text).length === 0) return null
  const { tokens } = first
  for (let i = 4; i < Math.min(tokens.length, 80); i++) {
    if (tokens[i]?.key !== 'chức' || tokens[i - 1]?.text !== 'tổ' || NOT_HELD.test(tokens[i + 1]?.key ?? '')) continue
    const to = eventNameEnd(scene, first, i + 1, i + 2, 'other')
    const phrase: EventPhrase = { part: first, type: 'other', from: i + 1, to, extra: to - i - 2, score: 3 }
    if (phrase.extra >= 2 && tokens[i + 1]?.kind === 'word' && hostOf(scene, phrase)) return phrase
  }
  return null
}

/** "Bế mạc kỳ họp thứ 33" over a lede that states the session's whole name. */
function statedInText(best: EventPhrase, phrases: readonly EventPhrase[], first: Part | undefined): EventPhrase | null {
  if (best.part.part !== 'title') return null
  const stated = phrases.filter(({ part, extra, score }) => part === first && extra >= 3 && score > 2)
  const same = stated.find(({ type }) => type === best.type)
  if (same || best.type === 'session') return same ?? null
  return stated.reduce<EventPhrase | null>((a, b) => (a && a.score >= b.score ? a : b), null)
}

/**
 * Every phrase of a part that may name an event, with how much speaks for it.
 * @param rank how far the part stands from the lede
 */
export function phrasesIn(scene: Scene, part: Part, rank: number): EventPhrase[] {
  const { tokens } = part
  const phrases: EventPhrase[] = []
  let named = 0
  for (let i = 0; i < Math.min(tokens.length, 160); i++) {
    const team = scene.vocabulary.teams.longestAt(tokens, i)
    // "… làm trưởng đoàn giám sát việc …": there the leader's word ends before the verb.
    if (team && team.end - i > 1 && !/^(?:trưởng|phó)$/.test(tokens[i - 1]?.key ?? '')) {
      i = team.end - 1
      continue
    }
    // "Trung tâm Hội nghị tỉnh": where it was, not what.
    const venue = scene.vocabulary.venues.longestAt(tokens, i)
    const hall = venue && /^(?:tại|ở)$/.test(tokens[i - 1]?.key ?? '') ? placePhrase(scene, part, i) : null
    if (venue && (hall || venue.end - i > 2)) {
      i = Math.max(venue.end, hall?.to ?? 0) - 1
      continue
    }
    const inner = tokens[i]?.cap ? bodyAt(scene, part, i) : null
    if (inner && (inner.class === 'domain' || inner.class === 'named')) {
      i = inner.end - 1
      continue
    }
    const noun = scene.vocabulary.eventNouns.longestAt(tokens, i)
    // "Quốc hội thảo luận" holds no Hội thảo.
    if (tokens[i]?.key === 'hội' && tokens[i - 1]?.key === 'quốc') continue
    if (!noun || (noun.end - i === 1 && isInName(part, i)) || isPaper(scene, part, i)) continue
    // "Chương trình tiếp xúc cử tri": the kind inside tells what the programme is.
    if (noun.value === 'other' && scene.vocabulary.eventNouns.longestAt(tokens, noun.end)) continue
    const kindEnd = GOES_ALONG.has(noun.value) ? companionsEnd(scene, part, noun.end) : noun.end
    const to = eventNameEnd(scene, part, i, kindEnd, noun.value)
    const extra = to - noun.end
    phrases.push({
      part,
      type: noun.value,
      from: i,
      to,
      extra,
      score: scoreOf(scene, part, i, noun.value, extra) - rank * 1.5 - (i < named ? 3 : 0),
    })
    named = Math.max(named, to)
    i = noun.end - 1
  }
  return phrases
}

const GOES_ALONG = new Set<EventType>(['visit', 'survey', 'supervision', 'working-visit'])

/** "thăm, chào xã giao", "thăm, kiểm tra và tặng quà": the verbs that go along with a visit. */
function companionsEnd({ vocabulary }: Scene, { tokens }: Part, kindEnd: number): number {
  let end = kindEnd
  for (let guard = 0; guard < 4; guard++) {
    if (tokens[end]?.key !== ',' && tokens[end]?.key !== 'và') break
    const more = vocabulary.companions.longestAt(tokens, end + 1)
    if (!more) break
    end = more.end
  }
  return end
}

/** "Chương trình công tác số 12-CTr/HĐND": a paper by its number. */
function isPaper({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const type = vocabulary.documentTypes.longestAt(tokens, i)
  return (
    type !== null &&
    [0, 1, 2].some((at) => tokens[type.end + at]?.key === 'số' && tokens[type.end + at + 1]?.kind === 'number')
  )
}

/** "xã Tri Lễ": a capital noun right after another capital word is half a name. */
function isInName({ tokens }: Part, i: number): boolean {
  const before = tokens[i - 1]
  return tokens[i]?.cap === true && before?.kind === 'word' && before.cap && !before.upper
}

function scoreOf(scene: Scene, part: Part, i: number, type: EventType, extra: number): number {
  const { tokens } = part
  const token = tokens[i]!
  let score = 4 - Math.min(3, i / 60)
  // "Trao quà cho hộ nghèo": the capital of a headline's first word makes no name of a verb.
  const opens = i === 0 || tokens[i - 1]?.key === ':'
  const verb =
    (BY_VERB.has(type) || /^(?:tổng|sơ|triển|tiếp|đón)$/.test(token.key)) &&
    (!token.cap || (opens && !/^(?:lễ|hội|buổi|cuộc|đoàn)$/.test(token.key)))
  score += verb ? 1 : token.cap ? 3 : 0
  score += extra >= 3 ? 2 : extra >= 1 ? 0 : -4
  if (part.shouted) score -= 5
  if (type === 'other' && !token.cap && !(tokens[i + 2]?.key === '"' && holds(scene, part, i))) score -= 6
  // "kiểm tra" alone is an event only as what somebody came to do.
  if (token.key === 'kiểm' && !opens && !/^(?:đến|đi|đã|tiếp|thăm)$/.test(tokens[i - 1]?.key ?? '')) score -= 3
  if (token.key === 'làm' && /^(?:ngày|giờ|chế|nơi|lề)$/.test(tokens[i - 1]?.key ?? '')) score -= 8
  if (holds(scene, part, i)) score += 3
  // "đề nghị sớm khởi công …" is a wish, "đã tiếp xúc cử tri" is news.
  const before = tokens[i - 1]?.key ?? ''
  if (/^(?:sớm|sẽ|chưa|cần|việc|tiến|kịp|chậm)$/.test(before)) score -= 4
  if (verb && /^(?:đã|đến|tới)$/.test(before)) score += 1
  const goesOn = tokens[i - 1]?.key === 'trình' && /^(?:tục|có)$/.test(tokens[i - 3]?.key ?? '')
  // "tiếp tục chương trình Kỳ họp …, tiến hành phiên chất vấn": what is done that day comes after.
  if (goesOn && type === 'session') score -= 4
  if (/^(?:quyết|luật|định|hoạch|trình)$/.test(tokens[i - 1]?.key ?? '') && !goesOn) score -= 8
  if (/^(?:trước|sau|tại|của|vào|cho|theo|về|mừng|dịp|đón)$/.test(tokens[i - 1]?.key ?? '')) score -= 6
  if (/^(?:trước|sau)$/.test(before)) score -= 2
  // "hội đàm … về phối hợp tổ chức Hội chợ": what was talked about.
  if ([2, 3, 4, 5].some((back) => tokens[i - back]?.key === 'về') && holds(scene, part, i)) score -= 5
  if (tokens[i - 1]?.key === 'các') score -= 2
  if (token.key === 'đại' && /^(?:thực|nghị)$/.test(tokens[i - 2]?.key ?? '')) score -= 4
  return score
}

/** Whether a verb of holding, attending or opening stands right before. */
function holds({ vocabulary }: Scene, part: Part, i: number): boolean {
  for (let at = Math.max(0, i - 4); at < i; at++) {
    const verb = vocabulary.eventVerbs.longestAt(part.tokens, at)
    if (verb && verb.end <= i && i - verb.end <= 1 && part.tokens[at - 1]?.key !== 'ban') return true
  }
  return false
}
