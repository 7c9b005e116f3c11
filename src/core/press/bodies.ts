import { readField, readPlainField } from './body-fields'
import { readOwnName } from './body-names'
import { capitalRun, isHeadOf, splitPlace } from './names'
import { endsName, isThing, numberedEnd, placeNameEnd } from './place-names'
import { keyOfRange, type Part, type Scene } from './scene'
import type { BodyKind } from './vocabulary'

/** A body as it stands in the text. */
export interface BodyHit {
  end: number
  class: BodyKind['class']
  /** Named by a place, a field or a name of its own, not by its level alone. */
  proper: boolean
  /** The larger body it is part of: "Khoa Nhi | Bệnh viện Đa khoa tỉnh". */
  parent?: { from: number; body: BodyHit }
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
  // "(PDF, 2,1 MB)" counts bytes.
  if (single && kind.class === 'unique' && first.upper && tokens[i - 1]?.kind === 'number') return null
  // "Báo cáo", "Ban hành" are no newspaper and no board.
  const other = scene.vocabulary.documentTypes.longestAt(tokens, i) ?? scene.vocabulary.notBodies.longestAt(tokens, i)
  if ((other?.end ?? 0) > hit.end) return null
  // "THÔNG BÁO": half of a paper's name.
  if (i > 0 && (scene.vocabulary.documentTypes.longestAt(tokens, i - 1)?.end ?? 0) > i) return null
  // "Trường Sa" is no school.
  if (first.cap && single && (scene.vocabulary.towns.longestAt(tokens, i)?.end ?? 0) > hit.end) return null
  // "UBND tỉnh Đoàn Văn An" names no Tỉnh đoàn.
  if (!first.cap && tokens[i + 1]?.cap && !tokens[i + 1]?.upper && kind.class === 'level') return null
  if (!first.cap && !loose && (kind.class !== 'level' || single)) return null
  const body: BodyHit = { end: hit.end, class: kind.class, proper: kind.class === 'unique' }
  if (kind.class === 'domain' && !readField(scene, part, body) && !kind.standing) {
    if (!loose) return null
    readPlainField(scene, part, body)
  }
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
  else body.end = ofPlaceEnd(scene, part, i, body.end)
  return body
}

/** "09/KH-HĐND": initials inside a document's symbol are no body. */
function isInSymbol({ tokens }: Part, i: number): boolean {
  const before = tokens[i - 1]
  const mark = before?.key === '-' || before?.key === '/' || before?.key === '.'
  const [head, number] = [tokens[i - 2], tokens[i - 4]]
  if (!mark || before.end !== tokens[i]?.start || head?.end !== before.start) return false
  return head.upper || (head.cap && number?.kind === 'number')
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
  // "Tổ đại biểu HĐND tỉnh đơn vị huyện Nậm Pồ"
  if (tokens[i]?.key === 'tổ' && tokens[body.end]?.key === 'đơn' && tokens[body.end + 1]?.key === 'vị') {
    const unit = scene.vocabulary.units.longestAt(tokens, body.end + 2)
    const place = unit?.value === 'admin' ? placeNameEnd(scene, part, unit.end) : 0
    if (unit && place > unit.end) body.end = place
  }
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

/** What may follow: the parent body, the level, the place. */
function readTail(scene: Scene, part: Part, i: number, body: BodyHit, depth: number): void {
  const { tokens } = part
  const { vocabulary } = scene
  passShortForm(scene, part, body)
  if (tokens[body.end]?.key === 'việt' && tokens[body.end + 1]?.key === 'nam' && body.class !== 'named') {
    body.end += 2
    body.proper ||= body.class === 'domain'
  }
  passShortForm(scene, part, body)
  // "Đại sứ quán Hàn Quốc tại Việt Nam"
  if (body.class === 'named' && tokens[i + 2]?.key === 'quán' && tokens[body.end]?.key === 'tại') {
    const seat = capitalRun(scene, part, body.end + 1)
    if (seat > body.end + 1) body.end = seat
    return
  }
  // "Hội đồng hương Yên Bái tại thành phố Hồ Chí Minh"
  if (body.class === 'named' && tokens[i + 2]?.key === 'hương' && tokens[body.end]?.key === 'tại') {
    const unit = vocabulary.units.longestAt(tokens, body.end + 1)
    body.end = placeNameEnd(scene, part, unit?.end ?? body.end + 1)
    return
  }
  if (body.class === 'named' && isBranch(part, body.end)) {
    body.end = branchEnd(scene, part, body.end)
    return
  }
  const parent = parentOf(scene, part, i, body, depth)
  if (parent) {
    body.end = parent.end
    body.proper ||= parent.proper
    return
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
    } else if (vocabulary.levels.longestAt(tokens, body.end)) {
      body.end = unit.end
      // "LĐLĐ tỉnh", "Bảo hiểm xã hội tỉnh" are known by their name; an office is not.
      const kind = vocabulary.bodies.longestAt(tokens, i)
      body.proper ||= kind?.value.standing === true && !/^(?:văn|vp)$/.test(tokens[i]?.key ?? '')
    }
    return
  }
  if (tokens[body.end]?.cap) readBareName(scene, part, body)
}

/** "Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam tỉnh …": the short form amid the full one. */
function passShortForm(scene: Scene, part: Part, body: BodyHit): void {
  const [open, short, close, next] = part.tokens.slice(body.end, body.end + 4)
  if (open?.key !== '(' || !short?.upper || close?.key !== ')') return
  if (next?.key === 'việt' || isUnit(scene, part, body.end + 3)) body.end += 3
}

const isUnit = ({ vocabulary }: Scene, { tokens }: Part, i: number): boolean =>
  !tokens[i]?.cap && vocabulary.units.longestAt(tokens, i) !== null

const isBranch = ({ tokens }: Part, i: number): boolean => tokens[i]?.key === 'chi' && tokens[i + 1]?.key === 'nhánh'

/** "VNPT Đồng Nai", "Viettel Lạng Sơn", "UNICEF Việt Nam", "Quốc hội Lào": a body of many places, and the one meant. */
function ofPlaceEnd(scene: Scene, part: Part, from: number, end: number): number {
  const { vocabulary } = scene
  const { tokens } = part
  // "Giáo hội Phật giáo Việt Nam tỉnh Hà Nam": a body of the whole land in one unit of it.
  const unit = end - from >= 4 ? vocabulary.levels.longestAt(tokens, end) : null
  if (unit) return placeNameEnd(scene, part, unit.end)
  const land = vocabulary.countries.longestAt(tokens, end)
  if (land && tokens[end]?.cap && !tokens[land.end]?.cap) return land.end
  if (end - from > 1 || tokens[end]?.key === '-') return end
  const place = vocabulary.provinces.longestAt(tokens, end) ?? vocabulary.towns.longestAt(tokens, end)
  return place && tokens[end]?.cap && !tokens[place.end]?.cap ? place.end : end
}

/** "Agribank Chi nhánh tỉnh Hà Giang", "MB Chi nhánh Quảng Trị". */
function branchEnd(scene: Scene, part: Part, i: number): number {
  const province = part.tokens[i + 2]?.key === 'tỉnh' ? i + 3 : i + 2
  const branch = placeNameEnd(scene, part, province)
  return branch > province || province > i + 2 ? branch : i
}

/** "Ban Pháp chế HĐND tỉnh", "Ban Pháp chế của HĐND tỉnh", "Ban Pháp chế, HĐND tỉnh". */
function parentOf(scene: Scene, part: Part, i: number, body: BodyHit, depth: number): BodyHit | null {
  const { tokens } = part
  const joint = tokens[body.end]?.key
  const linked =
    body.class === 'domain' && body.proper && (joint === 'của' || (joint === ',' && isCouncil(part, body.end + 1)))
  const at = linked ? body.end + 1 : body.end
  if (tokens[at]?.kind !== 'word') return null
  const parent = bodyAt(scene, part, at, false, depth + 1)
  if (!parent || parent.class === 'team') return null
  // "Bộ Tư lệnh Quân khu 3", "Đảng ủy Công ty Cao su", "Phòng Giao dịch Ngân hàng Chính sách xã hội"
  if (parent.class === 'named') {
    const board = scene.vocabulary.genericBodies.longestAt(tokens, i)?.end === body.end
    if (linked || board || !parent.proper) return null
    body.parent = { from: at, body: parent }
    return parent
  }
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
  // "Hội đồng quản trị | Tổng Công ty …"
  if ((vocabulary.bodies.longestAt(tokens, body.end)?.end ?? 0) - body.end > 1) return
  // "Sở Xây dựng TPHCM"
  const city = tokens[body.end]?.upper ? vocabulary.provinces.longestAt(tokens, body.end) : null
  if (city) {
    body.proper = true
    body.end = city.end
    return
  }
  const run = capitalRun(scene, part, body.end)
  if (run === body.end) return
  // "Chi bộ Quân sự": one capital and its second half are no place.
  const next = tokens[run]
  const half = run - body.end === 1 && next?.kind === 'word' && !next.cap && !endsName(scene, part, run)
  if (half && body.class === 'level' && !vocabulary.provinces.longestAt(tokens, body.end)) return
  const place = splitPlace(scene, part, body.end, run)
  if (place === body.end) return
  // "Sở Y tế Khuất Duy Lưỡng": a field needs no place; three capitals that no list knows are its head.
  // "Sở Y tế A Byot"
  const isHead = place - body.end > 2 || /^[AY]$/.test(tokens[body.end]?.text ?? '')
  if (body.class === 'domain' && body.proper && isHead && !isKnownPlace(scene, part, body.end, place)) return
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
