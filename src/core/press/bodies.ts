import { capitalRun, looksLikePerson, splitPlace } from './names'
import { endsName, isThing, placeNameEnd } from './place-names'
import type { Part, Scene } from './scene'
import type { BodyKind } from './vocabulary'

/** A body as it stands in the text. */
export interface BodyHit {
  end: number
  class: BodyKind['class']
  /** Named by a place, a field or a name of its own, not by its level alone. */
  proper: boolean
}

const DEEPEST = 4

/**
 * Reads a body at token `i`: kind, field, parent body, level and place ("Ban Pháp chế HĐND tỉnh",
 * "Ban Chấp hành Đảng bộ huyện Chiêm Hóa").
 * @param loose inside an office or another body: a lower-case kind counts too
 */
export function bodyAt(scene: Scene, part: Part, i: number, loose = false, depth = 0): BodyHit | null {
  const { tokens } = part
  const hit = scene.vocabulary.bodies.longestAt(tokens, i)
  const first = tokens[i]
  if (!hit || !first || depth > DEEPEST || isInSymbol(part, i)) return null
  const kind = hit.value
  const single = hit.end - i === 1
  // "Báo cáo", "Ban hành" are no newspaper and no board.
  if ((scene.vocabulary.documentTypes.longestAt(tokens, i)?.end ?? 0) > hit.end) return null
  if (!first.cap && !loose && (kind.class !== 'level' || single)) return null
  const body: BodyHit = { end: hit.end, class: kind.class, proper: kind.class === 'unique' }
  if (kind.class === 'domain' && !readField(scene, part, body) && !kind.standing && !loose) return null
  if (kind.class === 'named' && loose && depth === 0 && isHeadOf(scene, part, body.end)) return body
  if (kind.class === 'named' && !readOwnName(scene, part, body)) return loose && !single ? body : null
  if (body.class !== 'unique') {
    readSerial(part, body)
    readTail(scene, part, i, body, depth)
    readSerial(part, body)
    readElected(scene, part, i, body)
  }
  return body
}

/** "Giám đốc Bệnh viện Vi Hồng Đức": right after the kind stands the person, not the hospital's name. */
function isHeadOf(scene: Scene, part: Part, i: number): boolean {
  const end = capitalRun(scene, part, i)
  if (end - i < 3 || end - i > 4 || !looksLikePerson(scene, part.tokens, i, end)) return false
  return !scene.vocabulary.namesakes.longestAt(part.tokens, i) && !scene.vocabulary.provinces.longestAt(part.tokens, i)
}

/** "09/KH-HĐND": initials inside a document's symbol are no body. */
function isInSymbol({ tokens }: Part, i: number): boolean {
  const before = tokens[i - 1]
  const mark = before?.key === '-' || before?.key === '/' || before?.key === '.'
  return mark && before.end === tokens[i]?.start && tokens[i - 2]?.end === before.start && tokens[i - 2]?.upper === true
}

/** The field of a Sở, Ban, Hội: from the list, else the capitalised words that follow. */
function readField(scene: Scene, part: Part, body: BodyHit): boolean {
  const { tokens } = part
  const known = scene.vocabulary.domains.longestAt(tokens, body.end)
  if (known && (tokens[body.end]?.cap || known.end - body.end > 1)) {
    body.end = fieldEnd(scene, part, known.end)
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
    else if (token.kind === 'word' && !token.cap && !endsName(part, end) && lower < 7) {
      lower++
      end++
    } else break
  }
  body.end = lower > 0 ? lowerEnd(scene, part, body.end, end) : end
  body.proper = true
  return true
}

/**
 * Lower-case words at the end of a field belong to it where they lead to a level, a unit or a mark
 * ("Hội Sinh vật cảnh tỉnh"); else only the second half of the last capitalised word does.
 */
function lowerEnd({ vocabulary }: Scene, { tokens }: Part, from: number, end: number): number {
  const next = tokens[end]
  if (!next || next.kind === 'mark' || tokens[end - 1]?.cap) return end
  if (vocabulary.levels.longestAt(tokens, end) ?? vocabulary.units.longestAt(tokens, end)) return end
  let last = end
  while (last > from && !tokens[last - 1]?.cap) last--
  return Math.min(end, last + 1)
}

/** "Quản lý dự án đầu tư xây dựng | công trình giao thông | tỉnh": lower-case words between a known field and the level. */
function fieldEnd(scene: Scene, part: Part, from: number): number {
  const { vocabulary } = scene
  const { tokens } = part
  const compound = tokens[from]?.cap && tokens[from + 1]?.kind === 'word' && !tokens[from + 1]?.cap
  if (compound && tokens[from + 2]?.cap && !endsName(part, from + 1)) {
    const head = vocabulary.bodies.longestAt(tokens, from) ?? vocabulary.officeHeads.longestAt(tokens, from)
    if (!head) return fieldEnd(scene, part, from + 2)
  }
  const joint = tokens[from]?.key
  if ((joint === '-' || joint === 'và' || joint === '&') && tokens[from + 1]?.cap) {
    const more = vocabulary.domains.longestAt(tokens, from + 1) ?? vocabulary.eventNouns.longestAt(tokens, from + 1)
    if (more) return more.end
  }
  for (let at = from; at < from + 7; at++) {
    const token = tokens[at]
    if (at > from && vocabulary.levels.longestAt(tokens, at)) return at
    if (token?.kind !== 'word' || token.cap || endsName(part, at)) return from
  }
  return from
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
    if (token.key === 'và' && scene.vocabulary.bodies.longestAt(tokens, end + 1)) break
    if (described && !(token.key === '-' && !tokens[end + 1]?.cap)) {
      if (token.cap && token.key !== '-') named = named || described.end - end > 1
      end = described.end
      continue
    }
    if (scene.vocabulary.officeHeads.longestAt(tokens, end)) break
    const field = token.cap ? scene.vocabulary.domains.longestAt(tokens, end) : null
    if (field && field.end - end > 1) {
      named = true
      end = field.end
      continue
    }
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
    } else if (
      (tokens[end - 1]?.cap || end === body.end || scene.vocabulary.descriptors.longestAt(tokens, end - 1)) &&
      isCompound(scene, part, end)
    )
      end++
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

/** "Tổ đại biểu HĐND tỉnh bầu tại huyện Thượng Vân": where its members were elected belongs to a group's name. */
function readElected(scene: Scene, part: Part, i: number, body: BodyHit): void {
  const { tokens } = part
  if (tokens[i]?.key !== 'tổ' || !/^(?:bầu|cử)$/.test(tokens[body.end]?.key ?? tokens[body.end + 1]?.key ?? '')) return
  if (tokens[body.end + 1]?.key !== 'tại' && tokens[body.end + 1]?.key !== 'ở') return
  const unit = scene.vocabulary.units.longestAt(tokens, body.end + 2)
  const place = unit ? placeNameEnd(scene, part, unit.end) : 0
  if (unit && place > unit.end) body.end = place
}

/** "Tổ đại biểu số 4", "Trường Tiểu học số 2". */
function readSerial({ tokens }: Part, body: BodyHit): void {
  if (tokens[body.end]?.key === 'số' && tokens[body.end + 1]?.kind === 'number') body.end += 2
}

/** "Tư vấn Hà Tuyên", "Xây dựng Thành Long": the lower half of a capitalised word amid a name. */
function isCompound({ vocabulary }: Scene, part: Part, i: number): boolean {
  const { tokens } = part
  const token = tokens[i]
  if (token?.kind !== 'word' || token.cap || endsName(part, i)) return false
  return tokens[i + 1]?.cap === true || vocabulary.descriptors.longestAt(tokens, i + 1) !== null
}

/** What may follow: the parent body, the level, the place. */
function readTail(scene: Scene, part: Part, i: number, body: BodyHit, depth: number): void {
  const { tokens } = part
  const { vocabulary } = scene
  if (tokens[body.end]?.key === 'việt' && tokens[body.end + 1]?.key === 'nam' && body.class !== 'named') {
    body.end += 2
    body.proper ||= body.class === 'domain'
  }
  // "Đại sứ quán Hàn Quốc tại Việt Nam"
  if (body.class === 'named' && tokens[i + 2]?.key === 'quán' && tokens[body.end]?.key === 'tại') {
    const seat = capitalRun(scene, part, body.end + 1)
    if (seat > body.end + 1) body.end = seat
    return
  }
  if (body.class === 'named' && tokens[body.end]?.key === 'chi' && tokens[body.end + 1]?.key === 'nhánh') {
    const province = tokens[body.end + 2]?.key === 'tỉnh' ? body.end + 3 : body.end + 2
    const branch = placeNameEnd(scene, part, province)
    if (branch > province || province > body.end + 2) body.end = branch
    return
  }
  const parent = parentOf(scene, part, body, depth)
  if (parent) {
    body.end = parent.end
    body.proper ||= parent.proper
    return
  }
  if (tokens[body.end]?.key === '(' && tokens[body.end + 1]?.upper && tokens[body.end + 2]?.key === ')') {
    if (vocabulary.units.longestAt(tokens, body.end + 3)) body.end += 3
  }
  const unit = vocabulary.units.longestAt(tokens, body.end)
  if (unit?.value === 'vague' && /^(?:[IVX]+|\d{1,2})$/.test(tokens[unit.end]?.text ?? '')) {
    body.proper = true
    body.end = unit.end + 1
    return
  }
  if (unit?.value === 'vague' && body.class !== 'level') {
    const area = placeNameEnd(scene, part, unit.end)
    if (area > unit.end) body.end = area
    return
  }
  if (unit?.value === 'admin') {
    const place = placeNameEnd(scene, part, unit.end, vocabulary.numberedUnits.longestAt(tokens, body.end) !== null)
    if (place > unit.end) {
      body.proper = true
      body.end = place
    } else if (vocabulary.levels.longestAt(tokens, body.end)) body.end = unit.end
    return
  }
  if (tokens[body.end]?.cap) readBareName(scene, part, body)
}

/** "Ban Pháp chế HĐND tỉnh", "Ban Pháp chế của HĐND tỉnh", "Ban Pháp chế, HĐND tỉnh". */
function parentOf(scene: Scene, part: Part, body: BodyHit, depth: number): BodyHit | null {
  const { tokens } = part
  const joint = tokens[body.end]?.key
  const linked =
    body.class === 'domain' && body.proper && (joint === 'của' || (joint === ',' && isCouncil(part, body.end + 1)))
  const at = linked ? body.end + 1 : body.end
  if (tokens[at]?.kind !== 'word') return null
  const parent = bodyAt(scene, part, at, false, depth + 1)
  if (!parent || parent.class === 'named' || parent.class === 'team') return null
  if (joint === 'của' && parent.class === 'unique') return parent
  return parent.class === 'level' || (!linked && depth === 0) ? parent : null
}

const isCouncil = (part: Part, i: number): boolean =>
  part.tokens[i]?.key === 'hđnd' || (part.tokens[i]?.key === 'hội' && part.tokens[i + 1]?.key === 'đồng')

function readBareName(scene: Scene, part: Part, body: BodyHit): void {
  const { tokens } = part
  const { vocabulary } = scene
  if (vocabulary.officeHeads.longestAt(tokens, body.end)?.value === 'head') return
  if (vocabulary.officeTerms.longestAt(tokens, body.end) || isThing(scene, part, body.end)) return
  const run = capitalRun(scene, part, body.end)
  if (run === body.end) return
  // "Chi bộ Quân sự": one capital and its second half are no place.
  const next = tokens[run]
  const half = run - body.end === 1 && next?.kind === 'word' && !next.cap && !endsName(part, run)
  if (half && body.class === 'level' && !vocabulary.provinces.longestAt(tokens, body.end)) return
  const place = splitPlace(scene, part, body.end, run)
  if (place === body.end) return
  body.proper = true
  body.end = place
}
