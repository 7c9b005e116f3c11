import { capitalRun, splitPlace } from './names'
import type { Part, Scene } from './scene'
import type { BodyKind } from './vocabulary'

/** A body as it stands in the text. */
export interface BodyHit {
  end: number
  class: BodyKind['class']
  /** Named by a place, a field or a name of its own, not by its level alone. */
  proper: boolean
  /** The place or name words inside it. */
  nameFrom: number
  nameTo: number
}

const DEEPEST = 4
const STOP_WORDS = new Set(
  'đã đang sẽ được tổ chức phối hợp có là do tại trên trong từ về với và của cho các những cùng để khi báo phát tham chủ cần tiếp thực không vào đến theo như bằng nhằm tập triển tặng trao nói nêu đề kiến thì mà hoặc hay này đó còn cũng vẫn nên phải làm ra gồm qua sau trước tỉnh huyện xã phường thành quận thị cấp'
    .normalize('NFC')
    .split(' '),
)

/**
 * Reads a body at token `i`: kind, field, parent body, level and place ("Ban Pháp chế HĐND tỉnh",
 * "Ban Chấp hành Đảng bộ huyện Chiêm Hóa").
 * @param loose inside an office or another body: a lower-case kind counts too
 */
export function bodyAt(scene: Scene, part: Part, i: number, loose = false, depth = 0): BodyHit | null {
  const { tokens } = part
  const hit = scene.vocabulary.bodies.longestAt(tokens, i)
  const first = tokens[i]
  if (!hit || !first || depth > DEEPEST) return null
  const kind = hit.value
  const single = hit.end - i === 1
  if (!first.cap && !loose && (kind.class !== 'level' || single)) return null
  const body: BodyHit = { end: hit.end, class: kind.class, proper: kind.class === 'unique', nameFrom: 0, nameTo: 0 }
  if (kind.class === 'domain' && !readField(scene, part, body) && !kind.standing && !loose) return null
  if (kind.class === 'named' && !readOwnName(scene, part, body)) return loose && !single ? body : null
  readTail(scene, part, body, depth)
  return body
}

/** The field of a Sở, Ban, Hội: from the list, else the capitalised words that follow. */
function readField(scene: Scene, part: Part, body: BodyHit): boolean {
  const { tokens } = part
  const known = scene.vocabulary.domains.longestAt(tokens, body.end)
  if (known && (tokens[body.end]?.cap || known.end - body.end > 1)) {
    body.end = known.end
    body.proper = true
    return true
  }
  const next = tokens[body.end]
  if (!next?.cap || next.kind !== 'word') return false
  if (scene.vocabulary.bodies.longestAt(tokens, body.end) || scene.vocabulary.officeHeads.longestAt(tokens, body.end)) {
    return false
  }
  let end = body.end + 1
  let lower = 0
  for (;;) {
    const token = tokens[end]
    const after = tokens[end + 1]
    if (!token) break
    if (token.kind === 'word' && token.cap && !scene.vocabulary.bodies.longestAt(tokens, end)) end++
    else if ((token.key === 'và' || token.key === '-' || token.key === '&') && after?.cap) end += 2
    else if (token.kind === 'word' && !token.cap && !STOP_WORDS.has(token.key) && lower < 3) {
      lower++
      end++
    } else break
  }
  body.end = end
  body.proper = true
  return true
}

/** The name of a company, school or paper: describing words, then capitals, numbers or a quoted name. */
function readOwnName(scene: Scene, part: Part, body: BodyHit): boolean {
  const { tokens } = part
  let end = body.end
  let named = false
  for (let guard = 0; guard < 24; guard++) {
    const described = scene.vocabulary.descriptors.longestAt(tokens, end)
    const token = tokens[end]
    if (!token) break
    if (described && !(token.key === '-' && !tokens[end + 1]?.cap)) {
      if (token.cap && token.key !== '-') named = named || described.end - end > 1
      end = described.end
      continue
    }
    if (scene.vocabulary.officeHeads.longestAt(tokens, end)) break
    if (token.kind === 'word' && (token.cap || token.upper)) {
      if (
        scene.vocabulary.units.longestAt(tokens, end) ||
        scene.vocabulary.bodies.longestAt(tokens, end)?.value.class === 'level'
      )
        break
      named = true
      end++
    } else if (token.kind === 'number' && tokens[end - 1]?.kind === 'word') {
      named = true
      end++
    } else if (token.key === '"' && end === body.end) break
    else break
  }
  if (tokens[end - 1]?.key === '-' || tokens[end - 1]?.key === 'và') end--
  if (!named) {
    const unit = scene.vocabulary.units.longestAt(tokens, end)
    if (!unit || !tokens[unit.end]?.cap) return false
  }
  body.end = end
  body.proper = named
  return true
}

/** What may follow: the parent body, the level, the place. */
function readTail(scene: Scene, part: Part, body: BodyHit, depth: number): void {
  const { tokens } = part
  const { vocabulary } = scene
  if (body.class === 'unique') return
  const at = tokens[body.end]?.key === 'của' && body.class === 'domain' ? body.end + 1 : body.end
  const parent = tokens[at]?.kind === 'word' ? bodyAt(scene, part, at, false, depth + 1) : null
  if (parent && (parent.class === 'level' || (at === body.end && parent.class !== 'named') || depth === 0)) {
    if (at === body.end || parent.class === 'level') {
      body.end = parent.end
      body.proper ||= parent.proper
      body.nameFrom = parent.nameFrom
      body.nameTo = parent.nameTo
      return
    }
  }
  const unit = vocabulary.units.longestAt(tokens, body.end)
  if (unit?.value === 'admin') {
    const place = placeNameEnd(scene, part, unit.end)
    if (place > unit.end) {
      body.proper = true
      body.nameFrom = unit.end
      body.nameTo = place
      body.end = place
    } else if (vocabulary.levels.longestAt(tokens, body.end)) body.end = unit.end
    return
  }
  if (tokens[body.end]?.cap) readBareName(scene, part, body)
}

function readBareName(scene: Scene, part: Part, body: BodyHit): void {
  const { tokens } = part
  if (scene.vocabulary.officeHeads.longestAt(tokens, body.end)?.value === 'head') return
  const run = capitalRun(scene, part, body.end)
  if (run === body.end) return
  const place = splitPlace(scene, part, body.end, run)
  if (place === body.end) return
  body.proper = true
  body.nameFrom = body.end
  body.nameTo = place
  body.end = place
}

/** The end of a place's proper name after its kind; `i` where there is none. Numbers name wards and hamlets. */
export function placeNameEnd(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  const token = tokens[i]
  if (!token) return i
  const province = scene.vocabulary.provinces.longestAt(tokens, i)
  if (province && token.cap) return province.end
  if (token.kind === 'number') return token.text.length <= 2 && tokens[i + 1]?.key !== '/' ? i + 1 : i
  if (token.kind !== 'word' || !token.cap || scene.vocabulary.officeHeads.longestAt(tokens, i)?.value === 'head')
    return i
  const run = capitalRun(scene, part, i)
  return run === i ? i : splitPlace(scene, part, i, Math.min(run, i + 9))
}
