import { bodyAt } from '../bodies'
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
    const where = placePhrase(scene, part, i + 1)
    if (where && (key !== 'về' || part.tokens[i + 1]?.key === 'xã')) return where
  }
  return null
}

/** The place phrase at token `i`: hall, body's seat, units. */
export function placePhrase(scene: Scene, part: Part, i: number): Where | null {
  const { tokens } = part
  const venue = scene.vocabulary.venues.longestAt(tokens, i)
  if (venue) {
    const end = venueEnd(scene, part, i, venue.end)
    if (end > venue.end || venue.end - i > 1) return { text: textOf(part, i, end), part, from: i, to: end }
  }
  const body = tokens[i]?.cap ? bodyAt(scene, part, i) : null
  if (body?.proper && body.class === 'named') return { text: textOf(part, i, body.end), part, from: i, to: body.end }
  return unitPhrase(scene, part, i)
}

/** "hội trường UBND xã Tân Trào", "Trung tâm Hội nghị tỉnh", "Nhà văn hóa thôn Nà Mỏ". */
function venueEnd(scene: Scene, part: Part, from: number, at: number): number {
  const { tokens } = part
  let end = at
  for (let guard = 0; guard < 4; guard++) {
    const body = tokens[end]?.kind === 'word' ? bodyAt(scene, part, end, true) : null
    if (body && !/^(?:tổ|đã)$/.test(tokens[end]?.key ?? '')) {
      end = body.end
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
    const number = /^(?:số|lớn|tầng|trung|A|B)$/u.test(tokens[end]?.text ?? '')
    if (!number) break
    end++
  }
  return end
}

function unitPhrase(scene: Scene, part: Part, i: number): Where | null {
  const { tokens } = part
  let at = i
  const plural = scene.vocabulary.plurals.longestAt(tokens, at)
  if (plural || tokens[at]?.kind === 'number') at = plural?.end ?? at + 1
  const hit = placesAt(scene, part, at, nobody)
  const first = hit?.places[0]
  if (!hit || !first) return null
  if (hit.places.length > 1) return { text: textOf(part, i, hit.end), part, from: i, to: hit.end }
  const joined = joinedPlaces(scene, part, first)
  return joined ?? { text: textOf(part, first.from, first.to), part, from: first.from, to: first.to }
}

/** "xã A và xã B": several places as written; "xã A, huyện B": the narrower one alone. */
function joinedPlaces(scene: Scene, part: Part, first: PlaceHit): Where | null {
  const { tokens } = part
  let end = first.to
  const unitOf = (token: number) => tokens[token]?.key
  for (let guard = 0; guard < 8; guard++) {
    const mark = tokens[end]?.key
    if (mark !== 'và' && mark !== ',') break
    const next = placesAt(scene, part, end + 1, nobody)?.places[0]
    if (!next || unitOf(next.from) !== unitOf(first.from) || !next.kind) break
    end = next.to
  }
  return end > first.to ? { text: textOf(part, first.from, end), part, from: first.from, to: end } : null
}
