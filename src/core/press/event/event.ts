import type { PartialDate, TextSpan } from '../../model/common'
import type { EventFields, Reason } from '../../model/draft'
import type { EventType } from '../../model/vocabulary'
import { bodyAt } from '../bodies'
import { expanded } from '../people'
import { placesAt } from '../places'
import type { Found } from '../reading'
import { endsSentence, type Part, reason, type Scene, spanOf, textOf } from '../scene'
import { type Host, hostOf, sentenceStart } from './host'
import { type EventPhrase, eventNameEnd } from './name'
import { whenIn } from './when'
import { placePhrase, type Where, whereIn } from './where'

/** Kinds of event that press releases name by a verb rather than by a noun of their own. */
const BY_VERB = new Set<EventType>([
  'working-visit',
  'supervision',
  'survey',
  'visit',
  'award',
  'voter-meeting',
  'press-conference',
])

/**
 * The main event: its name where the lede (or first paragraph) states it, else the title's;
 * with date, place and host.
 * @returns null where the article reports none
 */
export function eventOf(
  scene: Scene,
  published: PartialDate | null,
  citations: readonly TextSpan[],
): Found<EventFields> | null {
  const title = scene.parts.filter((part) => part.part === 'title')
  const text = scene.parts.filter((part) => part.part === 'lede' || part.part === 'body').slice(0, 2)
  const phrase = mainPhrase(scene, title, text)
  if (!phrase) return null
  const when = whenIn(scene, [...text, ...title], published, citations)
  const where = placeOf(scene, phrase, text, title)
  const found = hostOf(scene, phrase) ?? hostElsewhere(scene, phrase, [...text, ...title])
  const host = found && fullest(scene, found, [...text, ...title])
  // What has neither day nor place nor host is talk about events, not the report of one.
  if (!when.span && !where && !host) return null
  const why: Reason[] = [reason('event-name', { words: textOf(phrase.part, phrase.from, phrase.to) })]
  if (when.yearInferred) why.push(reason('year-inferred', { date: when.from ?? '' }))
  const spans = [spanOf(phrase.part, phrase.from, phrase.to)]
  if (when.span) spans.push(when.span)
  for (const one of [where, host]) if (one) spans.push(spanOf(one.part, one.from, one.to))
  return {
    value: {
      type: typeOf(scene, phrase, title),
      title: textOf(phrase.part, phrase.from, phrase.to),
      from: when.from,
      to: when.to,
      place: where?.text ?? null,
      host: host?.text ?? null,
    },
    spans,
    confidence: phrase.part.part === 'title' ? 0.75 : phrase.score > 6 ? 0.92 : 0.8,
    why,
  }
}

/** A supervising team that works with a commune supervises; one that surveys surveys. */
function typeOf(scene: Scene, phrase: EventPhrase, title: readonly Part[]): EventType {
  // "trao tặng nhà đồng đội": nothing that is awarded.
  if (phrase.type === 'award' && phrase.part.tokens[phrase.from]?.key === 'trao' && !holdsAward(scene, phrase)) {
    return 'ceremony'
  }
  if (phrase.type !== 'working-visit') return phrase.type
  const start = sentenceStart(scene, phrase.part, phrase.from)
  const team = /(?:đoàn|tổ) (giám sát|khảo sát)/iu.exec(textOf(phrase.part, start, phrase.from))?.[1]?.toLowerCase()
  if (team) return team === 'giám sát' ? 'supervision' : 'survey'
  const titled = title.flatMap((part) => phrasesIn(scene, part, 0)).map((one) => one.type)
  return titled.find((type) => type === 'supervision' || type === 'survey') ?? phrase.type
}

function holdsAward({ vocabulary }: Scene, { part, from, to }: EventPhrase): boolean {
  for (let i = from; i < to; i++) if (vocabulary.awardKinds.longestAt(part.tokens, i)) return true
  return part.tokens.slice(from, to).some((token) => token.key === 'thưởng')
}

function mainPhrase(scene: Scene, title: readonly Part[], text: readonly Part[]): EventPhrase | null {
  const phrases = [...text.slice(0, 1), ...title, ...text.slice(1)].flatMap((part, rank) =>
    phrasesIn(scene, part, rank > title.length ? rank + 2 : rank),
  )
  const titled = new Set(phrases.filter((phrase) => phrase.part.part === 'title').map((phrase) => phrase.type))
  let best: EventPhrase | null = null
  for (const phrase of phrases) if (titled.has(phrase.type)) phrase.score += 2
  for (const phrase of phrases) if (phrase.score > 2 && (!best || phrase.score > best.score)) best = phrase
  return best && (statedInText(best, phrases, text[0]) ?? best)
}

/** "Bế mạc kỳ họp thứ 33" over a lede that states the session's whole name. */
function statedInText(best: EventPhrase, phrases: readonly EventPhrase[], first: Part | undefined): EventPhrase | null {
  if (best.part.part !== 'title' || best.type !== 'session') return null
  return (
    phrases.find(({ part, type, extra, score }) => part === first && type === best.type && extra >= 3 && score > 2) ??
    null
  )
}

function phrasesIn(scene: Scene, part: Part, rank: number): EventPhrase[] {
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
    if (venue && venue.end - i > 2) {
      i = venue.end - 1
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
    if (!noun || (noun.end - i === 1 && isInName(part, i))) continue
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
  if (/^(?:quyết|luật|định|hoạch|trình)$/.test(tokens[i - 1]?.key ?? '') && !goesOn) score -= 8
  if (/^(?:trước|sau|tại|của|vào|cho|theo|về|mừng|dịp|đón)$/.test(tokens[i - 1]?.key ?? '')) score -= 6
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

function placeOf(scene: Scene, phrase: EventPhrase, text: readonly Part[], title: readonly Part[]): Where | null {
  const first = text[0]
  const start = sentenceStart(scene, phrase.part, phrase.from)
  const hall = text.map((part) => heldAt(scene, part)).find((where) => where && isHall(scene, where))
  if (hall) return hall
  if (phrase.type === 'voter-meeting') {
    const before = whereIn(scene, phrase.part, start, phrase.from)
    if (before) return before
    for (let i = phrase.from; i < phrase.to; i++) {
      const place = phrase.part.tokens[i - 1]?.key === 'tri' ? placePhrase(scene, phrase.part, i) : null
      if (place) return place
    }
  }
  const near = whereIn(scene, phrase.part, start, sentenceEnd(scene, phrase.part, phrase.to))
  if (near) return near
  const area = areaIn(scene, phrase, start) ?? heldBy(scene, phrase)
  if (area) return area
  const held = text.map((part) => heldAt(scene, part)).find((where) => where !== null)
  if (held) return held
  const same = text
    .filter((part) => part !== phrase.part)
    .flatMap((part) => phrasesIn(scene, part, 0))
    .find((one) => one.type === phrase.type)
  const there =
    same &&
    whereIn(scene, same.part, sentenceStart(scene, same.part, same.from), sentenceEnd(scene, same.part, same.to))
  if (there) return there

  for (const part of [first, ...title]) {
    const where = part && part !== phrase.part ? whereIn(scene, part, 0, sentenceEnd(scene, part, 0)) : null
    if (where) return where
  }
  return inName(scene, phrase) ?? visited(scene, phrase)
}

/** A hall or seat, narrower than any unit. */
const isHall = ({ vocabulary }: Scene, { part, from }: Where): boolean =>
  vocabulary.venues.longestAt(part.tokens, from) !== null

/** "viếng Nghĩa trang liệt sĩ tỉnh", "dâng hương Đài tưởng niệm …": what was visited is where it was. */
function visited(scene: Scene, { part, type, from, to }: EventPhrase): Where | null {
  if (type !== 'visit' && type !== 'ceremony') return null
  for (let i = from + 1; i < to; i++) {
    if (!scene.vocabulary.venues.longestAt(part.tokens, i) || !part.tokens[i]?.cap) continue
    const place = placePhrase(scene, part, i)
    if (place) return place
  }
  return null
}

const PLACED_BY_NAME = new Set<EventType>(['ceremony', 'visit', 'survey', 'supervision'])

/** "Lễ khởi công Trường … xã Ia Mơ": the unit named with what the event is about. */
function inName(scene: Scene, { part, type, from, to }: EventPhrase): Where | null {
  const inspected = type === 'working-visit' && part.tokens[from]?.key === 'kiểm'
  if (!PLACED_BY_NAME.has(type) && !inspected) return null
  for (let i = from; i < to; i++) {
    const body = inspected ? null : bodyAt(scene, part, i)
    if (body?.class === 'named') i = body.end - 1
    const place = scene.vocabulary.units.longestAt(part.tokens, i)
      ? placesAt(scene, part, i, () => false)?.places[0]
      : null
    // "cầu nối quận Lê Chân với quận Kiến An" stands in neither.
    if (place && part.tokens[place.from - 1]?.key === 'nối') return null
    if (place) i = place.to - 1
    if (!place?.kind || ALONG.test(part.tokens[place.from]?.key ?? '')) continue
    return { text: textOf(part, place.from, place.to), part, from: place.from, to: place.to }
  }
  return null
}

/** Roads and waters tell what is built, not where the ceremony was. */
const ALONG = /^(?:sông|suối|kênh|rạch|đường|tuyến|quốc|tỉnh|cao|cầu|kè|đê)$/

const HELD_REACH = 160

/** "Cuộc họp diễn ra tại …": the sentence speaks of the event itself. */
function isAboutIt(scene: Scene, part: Part, i: number): boolean {
  const start = sentenceStart(scene, part, i)
  return i - start < 14 && (start === 0 || scene.vocabulary.eventNouns.longestAt(part.tokens, start) !== null)
}

/** "Hội nghị được tổ chức tại …", "diễn ra tại …" in the next paragraph. */
function heldAt(scene: Scene, part: Part): Where | null {
  for (let i = 2; i < Math.min(part.tokens.length, HELD_REACH); i++) {
    if (part.tokens[i]?.key !== 'tại') continue
    const verb = `${part.tokens[i - 2]?.key} ${part.tokens[i - 1]?.key}`
    // "Trước đó, … tổ chức tại" tells of another event.
    const own = i < 14 || part.tokens[sentenceStart(scene, part, i)]?.cap === true
    if (/^(?:tổ chức|diễn ra)$/.test(verb) && own && isAboutIt(scene, part, i)) return placePhrase(scene, part, i + 1)
  }
  return null
}

/** A hamlet or commune that holds its own day is its place too. */
function heldBy(scene: Scene, phrase: EventPhrase): Where | null {
  const host = hostOf(scene, phrase)
  const place = host && placesAt(scene, host.part, host.from, () => false)?.places[0]
  return place?.kind ? host : null
}

/** "trên địa bàn xã Tam Dương". */
function areaIn(scene: Scene, name: EventPhrase, from: number): Where | null {
  const { part } = name
  const to = sentenceEnd(scene, part, from)
  for (let i = from; i < to; i++) {
    const { key } = part.tokens[i]!
    // The area inside the event's own name is where its matter holds.
    if (i >= name.from && i < name.to && !BY_VERB.has(name.type)) continue
    if (key === 'bàn' && part.tokens[i - 1]?.key === 'địa') {
      const where = placePhrase(scene, part, i + 1)
      if (where) return where
    }
  }
  return null
}

function sentenceEnd(scene: Scene, part: Part, from: number): number {
  let i = from
  while (i < part.tokens.length && !endsSentence(scene, part, i)) i++
  return i
}

/** "Thường trực HĐND tỉnh" where another opening part writes "Thường trực HĐND tỉnh Cao Bằng". */
function fullest(scene: Scene, host: Host, parts: readonly Part[]): Host {
  let best = host
  const words = expanded(scene, host.text)
  for (const part of parts) {
    const first = part.tokens.findIndex((token) => token.key === host.part.tokens[host.from]?.key)
    for (let i = first; i >= 0 && i < part.tokens.length; i++) {
      if (part.tokens[i]?.key !== host.part.tokens[host.from]?.key) continue
      const end = bodyAt(scene, part, i)?.end ?? i
      const text = textOf(part, i, end)
      if (text.length <= best.text.length) continue
      const other = expanded(scene, text)
      const unit = part.tokens[i + words.length]
      const extended = unit !== undefined && scene.vocabulary.levels.longestAt(part.tokens, end - 1) === null
      const place = other.slice(words.length).join(' ')
      const named = /^(?:tỉnh|thành phố|huyện|xã|phường|tp|đặc khu|thị xã|quận|thị trấn)(?: |$)/.test(place)
      const bare = scene.vocabulary.levels.longestAt(host.part.tokens, host.to - 1) !== null
      if (extended && (named || bare) && words.every((word, at) => other[at] === word))
        best = { text, part, from: i, to: end }
    }
  }
  return best
}

/** The host from the other opening parts when the event sentence names none. */
function hostElsewhere(scene: Scene, phrase: EventPhrase, parts: readonly Part[]): Host | null {
  for (const part of parts) {
    if (part === phrase.part) continue
    const [other] = phrasesIn(scene, part, 0).filter((one) => one.type === phrase.type)
    const host = other ? hostOf(scene, other) : null
    if (host) return host
  }
  return null
}
