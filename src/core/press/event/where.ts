import { bodyAt } from '../bodies'
import { introducesPerson } from '../mentions'
import { capitalRun, looksLikePerson } from '../names'
import { endsName } from '../place-names'
import { type PlaceHit, placesAt } from '../places'
import { type Part, type Scene, textOf } from '../scene'

export interface Where {
  text: string
  part: Part
  from: number
  to: number
}

const nobody = () => false

/**
 * Where the event was: after "tại"/"ở" the hall or seat as written, else the narrowest unit;
 * several units together as written.
 * @param near where the event's name ends: a place before it counts too, one far behind does not
 */
export function whereIn(scene: Scene, part: Part, from: number, to: number): Where | null {
  for (let i = from; i < to; i++) {
    const key = part.tokens[i]?.key
    if (key !== 'tại' && key !== 'ở' && key !== 'về') continue
    // "tiếp tục chương trình công tác tại tỉnh Lai Châu" tells of the journey.
    if (part.tokens[i - 1]?.key === 'tác' && part.tokens[i - 3]?.key === 'trình') continue
    // "cùng trú tại xã Hàm Đức": where somebody lives.
    const lives = /^(?:trú|ngụ|sống|quê)$/.test(part.tokens[i - 1]?.key ?? '')
    if (lives && !/^(?:bán|nội|lưu|cư)$/.test(part.tokens[i - 2]?.key ?? '')) continue
    // "gia đình ông A ở đường Phú Mộng"
    if (key === 'ở' && /^(?:đường|phố|ngõ|hẻm)$/.test(part.tokens[i + 1]?.key ?? '')) continue
    const where = placePhrase(scene, part, i + 1)
    if (where && (key !== 'về' || part.tokens[i + 1]?.key === 'xã')) return where
  }
  return null
}

/** The place phrase at token `i`: hall, body's seat, units. */
export function placePhrase(scene: Scene, part: Part, at: number): Where | null {
  const i = passScreen(scene, part, at)
  const end = siteEnd(scene, part, i)
  if (end > i) {
    const to = sitesEnd(scene, part, i, end)
    return { text: textOf(part, i, to), part, from: i, to }
  }
  return unitPhrase(scene, part, i) ?? bareTown(scene, part, i)
}

/** "điểm cầu chính Trung tâm Hội nghị huyện": the hall the screens stand in, where one is named. */
function passScreen(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  if (tokens[i]?.key !== 'điểm' || tokens[i + 1]?.key !== 'cầu') return i
  const at = /^(?:chính|tỉnh)$/.test(tokens[i + 2]?.key ?? '') ? i + 3 : tokens[i + 2]?.text === 'trung' ? i + 4 : i + 2
  return tokens[at]?.cap && siteEnd(scene, part, at) > at ? at : i
}

/** The end of a hall, site or body's seat at `i`; `i` where none stands there. */
function siteEnd(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  const venue = scene.vocabulary.venues.longestAt(tokens, i)
  const unit = scene.vocabulary.units.longestAt(tokens, i)
  const site = unit?.value === 'site' ? placesAt(scene, part, i, nobody)?.places[0] : undefined
  const siteTo = site?.kind && site.from === i ? site.to : i
  if (venue && unit && unit.end > venue.end && siteTo > venue.end) return siteTo
  const body = tokens[i]?.cap ? bodyAt(scene, part, i) : null
  const seat = body && (body.class === 'named' || body.class === 'level' ? body.proper : body.class === 'domain')
  const seatTo = body && seat ? body.end : i
  const hall = venue ? venueEnd(scene, part, i, venue.end) : i
  if (venue && (hall > venue.end || venue.end - i > 1)) return Math.max(hall, seatTo)
  return seatTo
}

/** "chùa A (phường B), chùa C và Học viện D": several sites are told as written; a list has an "và" or one kind. */
function sitesEnd(scene: Scene, part: Part, from: number, first: number): number {
  const { tokens } = part
  let end = first
  let closed = false
  let seats = false
  for (let guard = 0; guard < 8 && !closed; guard++) {
    const at = afterBrackets(part, end)
    const mark = tokens[at]?.key
    if (mark !== 'và' && mark !== ',') break
    const start = tokens[at + 1]?.key === 'và' ? at + 2 : at + 1
    const place = mark === 'và' ? placesAt(scene, part, start, nobody)?.places[0] : undefined
    const next = Math.max(anySiteEnd(scene, part, start), place?.kind && place.from === start ? place.to : start)
    if (next === start) break
    closed = mark === 'và' || start > at + 1
    // "tại Trung tâm A, Hội B và UBND tỉnh C tổ chức …": bodies before the sentence goes on are its subject.
    seats ||=
      !scene.vocabulary.venues.longestAt(tokens, start) &&
      scene.vocabulary.units.longestAt(tokens, start)?.value !== 'site'
    if (closed && seats && tokens[next]?.kind === 'word') return first
    end = next
  }
  const alike = tokens[from]?.key === tokens[from + 1]?.key
  return closed || alike ? afterBrackets(part, end) : first
}

/** A hall, a body's seat or a site with its kind ("cầu Bến Tượng"). */
function anySiteEnd(scene: Scene, part: Part, i: number): number {
  const end = siteEnd(scene, part, i)
  if (end > i) return end
  const site =
    scene.vocabulary.units.longestAt(part.tokens, i)?.value === 'site' ? placesAt(scene, part, i, nobody) : null
  return site?.places[0]?.to ?? i
}

/** "tại Pleiku,": a town by its bare name. */
function bareTown(scene: Scene, part: Part, i: number): Where | null {
  const { tokens } = part
  const taken =
    scene.vocabulary.bodies.longestAt(tokens, i) ??
    scene.vocabulary.eventNouns.longestAt(tokens, i) ??
    scene.vocabulary.officeHeads.longestAt(tokens, i)
  if (!tokens[i]?.cap || taken) return null
  const to = capitalRun(scene, part, i)
  if (tokens[to]?.key !== ',' || looksLikePerson(scene, tokens, i, to)) return null
  return { text: textOf(part, i, to), part, from: i, to }
}

/** "hội trường UBND xã Tân Trào", "Trung tâm Hội nghị tỉnh", "Nhà văn hóa thôn Nà Mỏ". */
function venueEnd(scene: Scene, part: Part, from: number, at: number): number {
  const { tokens } = part
  let end = at
  for (let guard = 0; guard < 4; guard++) {
    const inner = scene.vocabulary.venues.longestAt(tokens, end)
    if (inner && inner.end - end > 1) {
      end = inner.end
      continue
    }
    const body = tokens[end]?.kind === 'word' ? bodyAt(scene, part, end, true) : null
    if (body && !/^(?:tổ|đã)$/.test(tokens[end]?.key ?? '')) {
      end = body.end
      continue
    }
    const field = tokens[end]?.cap ? scene.vocabulary.domains.longestAt(tokens, end) : null
    if (field && field.end - end > 1) {
      end = field.end
      continue
    }
    const places = placesAt(scene, part, end, nobody)
    const first = places?.places[0]
    if (first) {
      end = first.to
      break
    }
    if (scene.vocabulary.levels.longestAt(tokens, end)) {
      end = scene.vocabulary.levels.longestAt(tokens, end)!.end
      break
    }
    if (tokens[end]?.cap && tokens[end]?.kind === 'word' && end - from < 12) {
      while (tokens[end]?.cap && tokens[end]?.kind === 'word') end++
      continue
    }
    // "Trung tâm Hội nghị - Văn hóa tỉnh", "Khách sạn Sài Gòn - Hạ Long"
    if (tokens[end]?.key === '-' && tokens[end + 1]?.cap && !introducesPerson(scene, part, end + 1)) {
      end = capitalRun(scene, part, end + 1)
      continue
    }
    const lower = describedEnd(scene, part, end)
    if (lower > end) {
      end = lower
      continue
    }
    const number = /^(?:số|lớn|tầng|nhà|A|B|\d{1,3})$/u.test(tokens[end]?.text ?? '')
    if (!number) break
    // "Quảng trường 2/9", "Công viên 18-10"
    end += /^[-/]$/.test(tokens[end + 1]?.key ?? '') && tokens[end + 2]?.kind === 'number' ? 3 : 1
  }
  const seat = tokens[end]?.key === ',' ? scene.vocabulary.venues.longestAt(tokens, end + 1) : null
  const office =
    tokens[end]?.key === ',' && /^số$|^\d+$/.test(tokens[end - 2]?.key ?? '') ? bodyAt(scene, part, end + 1) : null
  if (office?.class === 'domain') return office.end
  if (!seat || seat.end - end < 3 || from > at) return end
  const whole = venueEnd(scene, part, from, seat.end)
  return whole > seat.end ? whole : end
}

/** "Nhà thi đấu | thể thao | phường Trần Lãm": lower-case words before a unit or a capital. */
function describedEnd(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  let end = i
  while (end - i < 4 && tokens[end]?.kind === 'word' && !tokens[end]?.cap && !endsName(scene, part, end)) {
    if (end > i && (scene.vocabulary.units.longestAt(tokens, end) || scene.vocabulary.bodies.longestAt(tokens, end)))
      return end
    end++
  }
  const unit = scene.vocabulary.units.longestAt(tokens, end)
  if (end > i && scene.vocabulary.levels.longestAt(tokens, end) && !tokens[unit?.end ?? end]?.cap) return end
  const named = unit !== null && tokens[unit.end]?.cap === true
  return end > i && (named || (tokens[end]?.cap && !scene.vocabulary.officeHeads.longestAt(tokens, end))) ? end : i
}

function unitPhrase(scene: Scene, part: Part, i: number): Where | null {
  const { tokens } = part
  let at = i
  const plural = scene.vocabulary.plurals.longestAt(tokens, at)
  if (plural || tokens[at]?.kind === 'number') at = plural?.end ?? at + 1
  const hit = placesAt(scene, part, at, nobody)
  const first = hit?.places[0]
  if (!hit || !first) return null
  if (hit.places.length > 1) {
    // "các phường A, B và xã C"
    const more = tokens[hit.end]?.key === 'và' ? placesAt(scene, part, hit.end + 1, nobody)?.places[0] : undefined
    const to = more?.kind && sameLevel(part, first, more) ? more.to : hit.end
    return { text: textOf(part, i, to), part, from: i, to }
  }
  const joined = joinedPlaces(scene, part, first)
  return joined ?? { text: textOf(part, first.from, first.to), part, from: first.from, to: first.to }
}

/** "xã A và xã B", "phường A (TP. B) và xã C": several places as written; "xã A, huyện B": the narrower one alone. */
function joinedPlaces(scene: Scene, part: Part, first: PlaceHit): Where | null {
  const { tokens } = part
  let end = first.to
  for (let guard = 0; guard < 8; guard++) {
    const at = afterBrackets(part, end)
    const mark = tokens[at]?.key
    if (mark !== 'và' && mark !== ',') break
    const next = placesAt(scene, part, at + 1, nobody)?.places[0]
    const alike =
      tokens[next?.from ?? 0]?.key === tokens[first.from]?.key || (mark === 'và' && sameLevel(part, first, next))
    if (!next?.kind || !alike) break
    end = next.to
  }
  if (end === first.to) return null
  const to = afterBrackets(part, end)
  return { text: textOf(part, first.from, to), part, from: first.from, to }
}

const LEVELS = [
  /^(?:xã|phường|thị trấn|đặc)/,
  /^(?:huyện|quận|thị xã|thành|tp)/,
  /^(?:tỉnh|thành|tp)/,
  /^(?:thôn|bản|xóm|ấp|buôn|làng|khu|tổ|bon|khóm)/,
]

function sameLevel({ tokens }: Part, a: PlaceHit, b: PlaceHit | undefined): boolean {
  if (!b) return false
  const [one, other] = [a.from, b.from].map((at) => `${tokens[at]?.key} ${tokens[at + 1]?.key}`)
  return LEVELS.some((level) => level.test(one ?? '') && level.test(other ?? ''))
}

/** The token after "(huyện B)", which tells where a unit lies. */
function afterBrackets({ tokens }: Part, at: number): number {
  if (tokens[at]?.key !== '(') return at
  for (let i = at + 1; i < at + 10; i++) if (tokens[i]?.key === ')') return i + 1
  return at
}
