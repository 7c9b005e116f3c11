import { capitalRun, looksLikePerson, personInRun, splitPlace } from './names'
import { endsName, isThing, numberedEnd, placeNameEnd } from './place-names'
import { keyOfRange, type Part, type Scene } from './scene'
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
  const other = scene.vocabulary.documentTypes.longestAt(tokens, i) ?? scene.vocabulary.notBodies.longestAt(tokens, i)
  if ((other?.end ?? 0) > hit.end) return null
  // "UBND tỉnh Đoàn Văn An" names no Tỉnh đoàn.
  if (!first.cap && tokens[i + 1]?.cap && !tokens[i + 1]?.upper && kind.class === 'level') return null
  if (!first.cap && !loose && (kind.class !== 'level' || single)) return null
  const body: BodyHit = { end: hit.end, class: kind.class, proper: kind.class === 'unique' }
  if (kind.class === 'domain' && !readField(scene, part, body) && !kind.standing && !loose) return null
  if (kind.class === 'named' && loose && depth === 0 && isHeadOf(scene, part, body.end)) return body
  if (kind.class === 'named' && !readOwnName(scene, part, body)) return loose && !single ? body : null
  if (scene.vocabulary.clauseBodies.longestAt(tokens, i)) readClause(scene, part, body)
  if (body.class !== 'unique') {
    readSerial(scene, part, body)
    readTail(scene, part, i, body, depth)
    readSerial(scene, part, body)
    readElected(scene, part, i, body)
    // "Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam"
    const land = tokens[body.end]?.key === 'tại' ? scene.vocabulary.countries.longestAt(tokens, body.end + 1) : null
    if (land && body.proper && body.class !== 'level') body.end = land.end
  } else if (isBranch(part, body.end)) body.end = branchEnd(scene, part, body.end)
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
    body.end = fieldEnd(scene, part, known.end, fieldKind(part, body.end))
    body.proper = true
    return true
  }
  const next = tokens[body.end]
  if (!next?.cap || next.kind !== 'word') return false
  if (scene.vocabulary.bodies.longestAt(tokens, body.end) || scene.vocabulary.officeHeads.longestAt(tokens, body.end)) {
    return false
  }
  // "Trưởng ban Nguyễn Thành Vững": after the kind alone stands a person.
  if (!tokens[body.end - 1]?.cap && isHeadOf(scene, part, body.end)) return false
  let end = body.end + 1
  let lower = 0
  for (;;) {
    const token = tokens[end]
    const after = tokens[end + 1]
    if (!token) break
    if (lower > 0 && token.cap && isHeadOf(scene, part, end)) break
    if (token.kind === 'word' && token.cap && !scene.vocabulary.bodies.longestAt(tokens, end)) end++
    else if ((token.key === 'và' || token.key === '-' || token.key === '&') && after?.cap) end += 2
    else if (token.kind === 'word' && !token.cap && !endsName(scene, part, end) && lower < 7) {
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

/** How a kind names its field: a Sở by nothing but the field, a Viện by describing words too. */
type FieldKind = 'closed' | 'described' | 'open'

/** @param end where the kind's words end */
function fieldKind({ tokens }: Part, end: number): FieldKind {
  const [before, last] = [tokens[end - 2]?.key ?? '', tokens[end - 1]?.key ?? '']
  if (/^(?:sở|bộ|vụ)$/.test(last)) return 'closed'
  const told = /^(?:viện|trung|hội|hiệp|liên|quỹ|chi|cục|khoa)$/.test(last) || /^(?:trung|hiệp|liên|chi)$/.test(before)
  return told ? 'described' : 'open'
}

/** "Quản lý dự án đầu tư xây dựng | công trình giao thông | tỉnh": lower-case words between a known field and the level. */
function fieldEnd(scene: Scene, part: Part, from: number, kind: FieldKind): number {
  const { vocabulary } = scene
  const { tokens } = part
  const compound = tokens[from]?.cap && tokens[from + 1]?.kind === 'word' && !tokens[from + 1]?.cap
  if (compound && !endsName(scene, part, from + 1) && opensTail(scene, part, from + 2)) {
    const head = vocabulary.bodies.longestAt(tokens, from) ?? vocabulary.officeHeads.longestAt(tokens, from)
    if (!head) return fieldEnd(scene, part, from + 2, kind)
  }
  const joint = tokens[from]?.key
  // "Đội Cảnh sát giao thông - trật tự Công an thành phố"
  if (joint === '-' && !tokens[from + 1]?.cap) {
    const more = [from + 2, from + 3, from + 4].find((at) => vocabulary.bodies.longestAt(tokens, at) !== null)
    if (more && tokens.slice(from + 1, more).every((token) => token.kind === 'word' && !token.cap)) return more
  }
  if ((joint === '-' || joint === 'và' || joint === '&') && tokens[from + 1]?.cap) {
    const more = vocabulary.domains.longestAt(tokens, from + 1) ?? vocabulary.eventNouns.longestAt(tokens, from + 1)
    if (more) return more.end
  }
  // "Viện Khoa học và Công nghệ môi trường": a second field in small letters.
  // "Hội đồng Tư vấn về Khoa học - Giáo dục"
  const about = tokens[from]?.key === 'về' ? vocabulary.domains.longestAt(tokens, from + 1) : null
  if (about && tokens[from + 1]?.cap) return fieldEnd(scene, part, about.end, kind)
  const second = kind === 'described' ? vocabulary.domains.longestAt(tokens, from) : null
  if (second && second.end - from > 1 && !tokens[from]?.cap) return fieldEnd(scene, part, second.end, kind)
  if (kind === 'closed') return from
  for (let at = from; at < from + 7; at++) {
    const token = tokens[at]
    if (at > from && vocabulary.levels.longestAt(tokens, at)) return at
    if (token?.kind !== 'word' || token.cap || endsName(scene, part, at)) return from
  }
  return from
}

/** What may stand right after a field: a capital, a level, a mark. */
function opensTail({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const token = tokens[i]
  return !token || token.cap || token.kind === 'mark' || vocabulary.levels.longestAt(tokens, i) !== null
}

/** The name of a company, school or paper: describing words, then capitals, numbers or a quoted name. */
function readOwnName(scene: Scene, part: Part, body: BodyHit): boolean {
  const { tokens } = part
  let end = body.end
  let named = false
  let own = false
  let last = body.end
  for (let guard = 0; guard < 24; guard++) {
    const described = scene.vocabulary.descriptors.longestAt(tokens, end)
    const token = tokens[end]
    if (!token) break
    if (token.key === 'và' && scene.vocabulary.bodies.longestAt(tokens, end + 1)) break
    if (described && (!/^(?:-|và)$/.test(token.key) || joinsName(scene, part, end + 1))) {
      if (token.cap && token.key !== '-') named = named || described.end - end > 1
      end = described.end
      last = end
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
      const unit = scene.vocabulary.units.longestAt(tokens, end)
      // "Nhật Bản": the second capital of a name is no unit.
      const isHalf = tokens[end - 1]?.cap === true && token.cap && !token.upper && own
      if ((unit && !isHalf) || scene.vocabulary.bodies.longestAt(tokens, end)?.value.class === 'level') break
      const run = capitalRun(scene, part, end)
      const person = isHeadOf(scene, part, end) ? end : personInRun(scene, part, end, run)
      if (person === end && own) break
      named = true
      own = true
      end = person === end || person === run ? end + 1 : person
    } else if (
      token.key === '&' &&
      tokens[end - 1]?.cap &&
      tokens[end + 1]?.cap &&
      tokens[end + 1]?.start === token.end
    ) {
      end += 2
    } else if (token.kind === 'number' && tokens[end - 1]?.kind === 'word') {
      named = true
      end++
    } else {
      const half = lowerHalf(scene, part, last, end)
      if (half === end) break
      end = half
    }
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

/** "Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh": a matter with commas, up to the level. */
function readClause(scene: Scene, part: Part, body: BodyHit): void {
  const { tokens } = part
  for (let i = body.end; i < body.end + 16; i++) {
    const token = tokens[i]
    if (!token || (token.kind === 'mark' && token.key !== ',' && token.key !== '-')) return
    if (token.kind === 'word' && token.key !== 'và' && endsName(scene, part, i)) {
      if (!scene.vocabulary.levels.longestAt(tokens, i)) return
      body.end = i
      body.proper = true
      return
    }
    if (token.cap && scene.vocabulary.bodies.longestAt(tokens, i)) return
  }
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
function readSerial({ vocabulary }: Scene, { tokens }: Part, body: BodyHit): void {
  const serial = vocabulary.serials.longestAt(tokens, body.end)
  if (serial && tokens[serial.end]?.kind === 'number') body.end = serial.end + 1
}

/** After "và" or a dash a company's name goes on only with another field or capital: "Đại đội 20 và đồng chí …". */
function joinsName({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  if (tokens[i - 1]?.key === '-' && tokens[i]?.key === 'đại' && tokens[i + 1]?.key === 'học') return true
  if (vocabulary.bodies.longestAt(tokens, i) || vocabulary.address.longestAt(tokens, i)) return false
  return tokens[i]?.cap === true || vocabulary.descriptors.longestAt(tokens, i) !== null
}

/**
 * "Tư vấn Hà Tuyên", "Lọc hóa dầu Bình Sơn", "Viễn thông Quân đội (": lower-case halves of capitalised words,
 * amid a name or at its end before a mark or a unit.
 * @returns the end of the halves at `i`, `i` where there are none
 */
function lowerHalf(scene: Scene, part: Part, from: number, i: number): number {
  const { tokens } = part
  const { vocabulary } = scene
  // Two capitals are a proper name ("Thành Long thi công"), one is half a word ("Viễn thông").
  const described = i === from
  if (!described && (!tokens[i - 1]?.cap || (i - 2 >= from && tokens[i - 2]?.cap && !tokens[i - 2]?.upper))) return i
  if (vocabulary.address.longestAt(tokens, i) || vocabulary.officeHeads.longestAt(tokens, i)) return i
  let end = i
  while (end - i < 3) {
    const token = tokens[end]
    if (token?.kind !== 'word' || token.cap || endsName(scene, part, end)) break
    if (end > i && (vocabulary.units.longestAt(tokens, end) || vocabulary.descriptors.longestAt(tokens, end))) break
    end++
  }
  if (end === i) return i
  const next = tokens[end]
  if (next?.cap && !vocabulary.officeHeads.longestAt(tokens, end)) return end
  if (vocabulary.descriptors.longestAt(tokens, end)) return end
  const closed = next?.kind !== 'word' || endsName(scene, part, end)
  if (closed || vocabulary.units.longestAt(tokens, end)) return tokens[i - 1]?.cap ? end : i
  return i
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
  if (body.class === 'named' && isBranch(part, body.end)) {
    body.end = branchEnd(scene, part, body.end)
    return
  }
  const parent = parentOf(scene, part, body, depth)
  if (parent) {
    body.end = parent.end
    body.proper ||= parent.proper
    return
  }
  if (tokens[body.end]?.key === '(' && tokens[body.end + 1]?.upper && tokens[body.end + 2]?.key === ')') {
    if (vocabulary.units.longestAt(tokens, body.end + 3) && !tokens[body.end + 3]?.cap) body.end += 3
  }
  const unit = vocabulary.units.longestAt(tokens, body.end)
  if (unit?.value === 'vague' && /^(?:[IVX]+|\d{1,2})$/.test(tokens[unit.end]?.text ?? '')) {
    body.proper = true
    body.end = seatEnd(scene, part, unit.end + 1)
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

const isBranch = ({ tokens }: Part, i: number): boolean => tokens[i]?.key === 'chi' && tokens[i + 1]?.key === 'nhánh'

/** "Agribank Chi nhánh tỉnh Hà Giang", "MB Chi nhánh Quảng Trị". */
function branchEnd(scene: Scene, part: Part, i: number): number {
  const province = part.tokens[i + 2]?.key === 'tỉnh' ? i + 3 : i + 2
  const branch = placeNameEnd(scene, part, province)
  return branch > province || province > i + 2 ? branch : i
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
  const half = run - body.end === 1 && next?.kind === 'word' && !next.cap && !endsName(scene, part, run)
  if (half && body.class === 'level' && !vocabulary.provinces.longestAt(tokens, body.end)) return
  const place = splitPlace(scene, part, body.end, run)
  if (place === body.end) return
  // "Sở Y tế Khuất Duy Lưỡng": a field needs no place; three capitals that no list knows are its head.
  if (body.class === 'domain' && body.proper && place - body.end > 2 && !isKnownPlace(scene, part, body.end, place)) {
    return
  }
  body.proper = true
  body.end = body.class === 'domain' ? seatEnd(scene, part, numberedEnd(scene, part, place)) : place
}

/** "Tòa án nhân dân khu vực 1 - Phú Thọ", "Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn": the province after a dash. */
function seatEnd({ vocabulary }: Scene, { tokens }: Part, end: number): number {
  if (tokens[end]?.key !== '-') return end
  const province = vocabulary.provinces.longestAt(tokens, end + 1)
  return province && !tokens[province.end]?.cap ? province.end : end
}

function isKnownPlace({ vocabulary, places }: Scene, { tokens }: Part, from: number, to: number): boolean {
  const known =
    vocabulary.provinces.longestAt(tokens, from) ??
    vocabulary.towns.longestAt(tokens, from) ??
    vocabulary.districts.longestAt(tokens, from)
  return known?.end === to || places.has(keyOfRange(tokens, from, to))
}
