import type { EventType } from '../../model/vocabulary'
import { bodyAt } from '../bodies'
import { placesAt } from '../places'
import { endsSentence, type Part, type Scene, textOf } from '../scene'
import { hostOf, sentenceStart } from './host'
import type { EventPhrase } from './name'
import { BY_VERB, phrasesIn } from './phrases'
import { placePhrase, type Where, whereIn } from './where'

/** Where the event was: a hall stated, what follows "tại" in its sentence, the area, or what was visited. */
export function placeOf(
  scene: Scene,
  phrase: EventPhrase,
  text: readonly Part[],
  title: readonly Part[],
): Where | null {
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

  const shown = phrase.type === 'visit' ? inName(scene, phrase) : null
  if (shown && shown.part.part !== 'title') return shown
  for (const part of [first, ...title]) {
    const where = part && part !== phrase.part ? whereIn(scene, part, 0, sentenceEnd(scene, part, 0)) : null
    if (where) return where
  }
  return inName(scene, phrase) ?? besideName(scene, phrase) ?? visited(scene, phrase) ?? partner(scene, phrase)
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
    const place =
      scene.vocabulary.units.longestAt(part.tokens, i)?.value === 'admin'
        ? placesAt(scene, part, i, () => false)?.places[0]
        : null
    // "cầu nối quận Lê Chân với quận Kiến An" stands in neither.
    if (place && part.tokens[place.from - 1]?.key === 'nối') return null
    if (place) i = place.to - 1
    if (!place?.kind || ALONG.test(part.tokens[place.from]?.key ?? '')) continue
    const end = visitedEnd(scene, part, place.to, to)
    return { text: textOf(part, place.from, end), part, from: place.from, to: end }
  }
  return null
}

/** "đặc khu Trường Sa, Nhà giàn DK1/8": sites told beside the unit. */
function visitedEnd(scene: Scene, part: Part, from: number, to: number): number {
  let end = from
  while (end < to && /^(?:,|và)$/.test(part.tokens[end]?.key ?? '')) {
    const site = scene.vocabulary.units.longestAt(part.tokens, end + 1)?.value === 'site'
    const next = site ? placesAt(scene, part, end + 1, () => false)?.places[0] : undefined
    if (!next) break
    end = next.to
  }
  return end
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

/** "… cho hộ ông Lò Văn Thoong, | bản Hua Rốm, xã Nà Tấu": the unit told right after the event's name. */
function besideName(scene: Scene, { part, to }: EventPhrase): Where | null {
  const { tokens } = part
  const unit = tokens[to]?.key === ',' ? scene.vocabulary.units.longestAt(tokens, to + 1) : null
  return unit?.value === 'admin' && tokens[unit.end]?.cap ? placePhrase(scene, part, to + 1) : null
}

/** "làm việc với đặc khu Lý Sơn": the unit itself was the partner. */
function partner(scene: Scene, { part, type, from, to }: EventPhrase): Where | null {
  if (type !== 'working-visit') return null
  for (let i = from; i < Math.min(to, from + 5); i++) {
    if (part.tokens[i]?.key !== 'với') continue
    const unit = scene.vocabulary.units.longestAt(part.tokens, i + 1)
    return unit?.value === 'admin' && part.tokens[i + 1]?.key !== 'tỉnh' ? placePhrase(scene, part, i + 1) : null
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
