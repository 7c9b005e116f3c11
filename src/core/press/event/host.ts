import { bodyAt } from '../bodies'
import { officesAt } from '../offices'
import { placesAt } from '../places'
import { endsSentence, type Part, type Scene, textOf } from '../scene'
import { keySet } from '../tokens'
import { type EventPhrase, eventNameEnd } from './name'
import { placePhrase } from './where'

/** Bodies after these words hold nothing: "phối hợp với Sở Nội vụ". */
const LENT = keySet('với cho tới trước sau mặt của lập thống mừng')

export interface Host {
  text: string
  part: Part
  from: number
  to: number
}

/**
 * Who holds the event: the body that is the subject of the event sentence, or the one after "do".
 * "Đoàn giám sát của X" gives X.
 */
export function hostOf(scene: Scene, phrase: EventPhrase): Host | null {
  const { part } = phrase
  const start = afterTag(part, sentenceStart(scene, part, phrase.from))
  return (
    subject(scene, part, afterOccasion(part, start, phrase.from), phrase.from) ??
    subject(scene, part, start, phrase.from) ??
    afterDo(scene, part, phrase.to) ??
    inside(scene, phrase) ??
    owner(scene, phrase) ??
    numberedTeam(scene, part, start, phrase.from) ??
    community(scene, part, start, phrase.from)
  )
}

/** "Đoàn công tác số 9 …": a team of no body that is told by its number. */
function numberedTeam(scene: Scene, part: Part, from: number, to: number): Host | null {
  for (let i = from; i < to; i++) {
    const team = scene.vocabulary.teams.longestAt(part.tokens, i)
    if (!team || part.tokens[team.end]?.key !== 'số' || part.tokens[team.end + 1]?.kind !== 'number') continue
    return { text: textOf(part, i, team.end + 2), part, from: i, to: team.end + 2 }
  }
  return null
}

/** "thôn Bản Chang tổ chức Ngày hội": a hamlet or commune as the one that holds. */
function community(scene: Scene, part: Part, from: number, to: number): Host | null {
  const { tokens } = part
  if (tokens[to - 1]?.key !== 'chức' || tokens[to - 2]?.key !== 'tổ') return null
  for (let i = from; i < to; i++) {
    if (tokens[i]?.key === 'tại' || tokens[i]?.key === 'ở') return null
    const place = placesAt(scene, part, i, () => false)?.places[0]
    if (place?.kind) return { text: textOf(part, place.from, place.to), part, from: place.from, to: place.to }
  }
  return null
}

/** "(HĐND) - Sáng …": the agency's tag before the text holds nothing. */
function afterTag({ tokens }: Part, start: number): number {
  if (tokens[start]?.key !== '(') return start
  for (let i = start + 1; i < start + 6; i++) if (tokens[i]?.key === ')' && tokens[i + 1]?.key === '-') return i + 2
  return start
}

/** "Kỷ niệm 80 năm Ngày bầu Quốc hội Việt Nam, sáng 30/01, Thường trực HĐND …": who holds stands after the day. */
function afterOccasion({ tokens }: Part, start: number, to: number): number {
  if (!/^(?:nhân|kỉ|chào|hưởng|thực|chuẩn|tiếp|trong|để|nhằm|căn|theo|sau|trước)$/.test(tokens[start]?.key ?? ''))
    return start
  for (let i = to - 1; i > start; i--) {
    if (
      /^(?:sáng|chiều|tối|trưa|ngày)$/.test(tokens[i]?.key ?? '') &&
      tokens[i + 1]?.kind === 'number' &&
      tokens[i - 1]?.key === ','
    )
      return i
  }
  return start
}

export function sentenceStart(scene: Scene, part: Part, from: number): number {
  let i = from
  while (i > 0 && !endsSentence(scene, part, i - 1)) i--
  return i
}

function subject(scene: Scene, part: Part, from: number, to: number): Host | null {
  const { tokens } = part
  let led = false
  for (let i = from; i < to; i++) {
    const key = tokens[i]?.key
    if (key === 'tại' || key === 'ở') {
      const venue = scene.vocabulary.venues.longestAt(tokens, i + 1) ?? scene.vocabulary.units.longestAt(tokens, i + 1)
      const seat = bodyAt(scene, part, i + 1)
      const skipTo = Math.max(venue?.end ?? 0, seat?.end ?? 0)
      const place = placePhrase(scene, part, i + 1)
      const after = Math.max(i + 1, place?.to ?? 0)
      const comma = after + tokens.slice(after, after + 24).findIndex((token) => token.key === ',')
      i = Math.max(i, comma >= after ? comma : skipTo)
      continue
    }
    if (LENT.has(key ?? '')) {
      const lent = bodyAt(scene, part, i + 1, true)
      if (lent) i = lent.end - 1
      continue
    }
    const session = scene.vocabulary.eventNouns.longestAt(tokens, i)
    if (session?.value === 'session') {
      i = Math.min(to, eventNameEnd(scene, part, i, session.end, 'session')) - 1
      continue
    }
    const team =
      scene.vocabulary.bodies.longestAt(tokens, i)?.value.class === 'team'
        ? scene.vocabulary.teams.longestAt(tokens, i)
        : null
    const offices = team ? [] : officesAt(scene, part, i)
    // "Phó Chủ tịch HĐND tỉnh A cùng đoàn công tác của …": a person came, and brought others.
    if (key === 'cùng' && led && scene.vocabulary.teams.longestAt(tokens, i + 1)) return null
    if (offices.length > 0) {
      led = true
      i = (offices.at(-1)?.end ?? i + 1) - 1
      continue
    }
    const at = team ? teamOwner(part, team.end) : i
    if (at >= to) return null
    const body = bodyAt(scene, part, at)
    // "Đảng ủy, Ban Giám đốc Công an tỉnh …": a bare kind is told by the body after it.
    const bare = body !== null && body.class === 'level' && body.end - at <= 2 && !body.proper
    if (bare && tokens[body.end]?.key === ',' && followed(scene, part, body.end + 1, to)) {
      i = body.end
      continue
    }
    const whole = body && groupOwner(scene, part, at, body.end, to)
    if (whole) {
      i = whole - 1
      continue
    }
    if (body && body.end <= to) return { text: textOf(part, at, body.end), part, from: at, to: body.end }
    if (team) i = team.end - 1
  }
  return null
}

/** "Tổ đại biểu số 4, Đoàn ĐBQH tỉnh Nghệ An": where the body of a group that only has a number begins. */
function groupOwner(scene: Scene, part: Part, at: number, end: number, to: number): number | null {
  const { tokens } = part
  if (tokens[at]?.key !== 'tổ' || tokens[end - 1]?.kind !== 'number' || end - at > 5 || tokens[end]?.key !== ',')
    return null
  const owner = bodyAt(scene, part, end + 1)
  return owner?.proper && owner.end <= to ? end + 1 : null
}

/** Whether a body named by place or field stands right at `i`, if need be after a board ("Ban Giám đốc"). */
function followed(scene: Scene, part: Part, i: number, to: number): boolean {
  const board = scene.vocabulary.genericBodies.longestAt(part.tokens, i)
  const body = bodyAt(scene, part, board?.end ?? i) ?? bodyAt(scene, part, i)
  return body?.proper === true && body.end <= to
}

/** After "Đoàn giám sát (số 2) (của)": where the body begins. */
function teamOwner(part: Part, at: number): number {
  let i = at
  while (/^(?:số|\d+|của|chuyên|đề)$/.test(part.tokens[i]?.key ?? '')) i++
  return i
}

function afterDo(scene: Scene, part: Part, from: number): Host | null {
  const { tokens } = part
  for (let i = from; i < Math.min(tokens.length, from + 40); i++) {
    if (endsSentence(scene, part, i)) return null
    if (tokens[i]?.key !== 'do') continue
    const body = bodyAt(scene, part, i + 1, true)
    if (body) return { text: textOf(part, i + 1, body.end), part, from: i + 1, to: body.end }
  }
  return null
}

/** "buổi tiếp công dân định kỳ tháng 8 của Thường trực HĐND tỉnh": the body at the end of the event's name. */
function owner(scene: Scene, { part, from, to }: EventPhrase): Host | null {
  for (let i = to - 1; i > from; i--) {
    if (part.tokens[i]?.key !== 'của') continue
    const body = bodyAt(scene, part, i + 1)
    return body?.end === to && body.class === 'level' ? { text: textOf(part, i + 1, to), part, from: i + 1, to } : null
  }
  return null
}

const LONGEST_OWN = 90
const OWNED = new Set(['session', 'congress', 'meeting'])

/** A session, sitting or congress belongs to the body in its own name. */
function inside(scene: Scene, phrase: EventPhrase): Host | null {
  // "tiếp Đoàn đại biểu …": the guest's body.
  if (/^(?:tiếp|đón)$/.test(phrase.part.tokens[phrase.from]?.key ?? '')) return null
  const own = OWNED.has(phrase.type)
  // "cuộc họp rà soát … kỳ họp của HĐND tỉnh": far inside a sitting's name stands its matter, not its holder.
  const reach = phrase.type === 'meeting' ? 7 : own ? LONGEST_OWN : 4
  for (let i = phrase.from + 1; i < Math.min(phrase.to, phrase.from + reach); i++) {
    if (!own && phrase.part.tokens[i - 1]?.key !== 'của') continue
    const body = bodyAt(scene, phrase.part, i)
    if (body && body.class !== 'domain')
      return { text: textOf(phrase.part, i, body.end), part: phrase.part, from: i, to: body.end }
  }
  return null
}
