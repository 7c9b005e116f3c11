import type { BodyHit } from './bodies'
import { isHeadOf } from './names'
import { endsName } from './place-names'
import type { Part, Scene } from './scene'
import type { BodyKind } from './vocabulary'

/** The field of a Sở, Ban, Hội: from the list, else the capitalised words that follow. */
export function readField(scene: Scene, part: Part, body: BodyHit): boolean {
  const { tokens } = part
  const known = scene.vocabulary.domains.longestAt(tokens, body.end)
  // "Ban HĐND tỉnh" names none of the council's boards; "Văn phòng HĐND tỉnh" is its office.
  const council = scene.vocabulary.bodies.longestAt(tokens, body.end)
  if (tokens[body.end - 1]?.key === 'ban' && council?.value.class === 'level' && council.end === known?.end)
    return false
  // "Sở tham mưu UBND tỉnh …": in small letters that is what the Sở does.
  const does = !tokens[body.end]?.cap && scene.vocabulary.predicates.longestAt(tokens, body.end) !== null
  if (known && !does && (tokens[body.end]?.cap || known.end - body.end > 1)) {
    body.end = fieldEnd(scene, part, known.end, fieldKind(part, body.end))
    body.proper = true
    return true
  }
  const next = tokens[body.end]
  if (!next?.cap || next.kind !== 'word') return false
  if (isKind(scene, part, body.end) || scene.vocabulary.officeHeads.longestAt(tokens, body.end)) return false
  // "Trưởng ban Nguyễn Thành Vững": after the kind alone stands a person.
  if (!tokens[body.end - 1]?.cap && isHeadOf(scene, part, body.end)) return false
  let end = body.end + 1
  let lower = 0
  for (;;) {
    const token = tokens[end]
    const after = tokens[end + 1]
    if (!token) break
    if (lower > 0 && token.cap && isHeadOf(scene, part, end)) break
    if (token.kind === 'word' && token.cap && !isKind(scene, part, end)) end++
    else if (/^(?:và|-|&)$/.test(token.key) && after?.cap && !(token.key === 'và' && isKind(scene, part, end + 1)))
      end += 2
    else if (token.kind === 'word' && !token.cap && !endsName(scene, part, end) && lower < 7) {
      lower++
      end++
    } else break
  }
  body.end = lower > 0 ? lowerEnd(scene, part, body.end, end) : end
  body.proper = true
  return true
}

const PLAIN_KINDS = /^(?:tổ|đội|nhóm|khoa)$/
const LONGEST_PLAIN = 6

/** "Tổ may 4 Công ty …", "Đội điều tra tổng hợp Công an huyện": a group in a post, told in small letters. */
export function readPlainField(scene: Scene, part: Part, body: BodyHit): void {
  const { tokens } = part
  if (!PLAIN_KINDS.test(tokens[body.end - 1]?.key ?? '')) return
  for (let at = body.end; at <= body.end + LONGEST_PLAIN; at++) {
    const token = tokens[at]
    const isParentBody = token?.cap === true && scene.vocabulary.bodies.longestAt(tokens, at) !== null
    if (at > body.end && (token?.kind === 'number' || isParentBody || scene.vocabulary.levels.longestAt(tokens, at))) {
      body.end = token?.kind === 'number' ? at + 1 : at
      body.proper = true
      return
    }
    if (token?.kind !== 'word' || token.cap || endsName(scene, part, at)) return
  }
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
    if (more) return joint === '-' ? fieldEnd(scene, part, more.end, kind) : more.end
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
    // "Phòng An ninh nội địa | Công an tỉnh"
    if (at > from && kind === 'open' && token?.cap && isParent(vocabulary.bodies.longestAt(tokens, at))) return at
    // "Phòng Xây dựng phong trào bảo vệ ANTQ | Công an tỉnh"
    const short = at > from && token?.upper === true && !isKind(scene, part, at)
    if (token?.kind !== 'word' || (token.cap && !short) || endsName(scene, part, at)) return from
  }
  return from
}

/** A kind of body begins here; "Khoa học" only begins like one. */
function isKind({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const hit = vocabulary.bodies.longestAt(tokens, i)
  if (!hit || vocabulary.eventNouns.longestAt(tokens, i)) return hit !== null
  return (vocabulary.notBodies.longestAt(tokens, i)?.end ?? 0) <= hit.end
}

const isParent = (hit: { value: BodyKind } | null): boolean =>
  hit?.value.class === 'level' || hit?.value.class === 'unique'

/** What may stand right after a field: a capital, a level, a mark. */
function opensTail({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const token = tokens[i]
  return !token || token.cap || token.kind === 'mark' || vocabulary.levels.longestAt(tokens, i) !== null
}
