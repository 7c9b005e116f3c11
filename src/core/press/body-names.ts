import type { BodyHit } from './bodies'
import { capitalRun, isHeadOf, personInRun } from './names'
import { counts, endsName } from './place-names'
import { keyOfRange, type Part, type Scene } from './scene'

/** The name of a company, school or paper: describing words, then capitals, numbers or a quoted name. */
export function readOwnName(scene: Scene, part: Part, body: BodyHit): boolean {
  const { tokens } = part
  const kind = body.end
  let end = body.end
  let named = false
  let own = false
  let last = body.end
  for (let guard = 0; guard < 24; guard++) {
    const described = scene.vocabulary.descriptors.longestAt(tokens, end)
    const token = tokens[end]
    if (!token) break
    if (token.key === 'và' && scene.vocabulary.bodies.longestAt(tokens, end + 1)) break
    // "Trường Đại học Tây Nguyên | đào tạo theo địa chỉ": after a proper name a small word tells what it does.
    const proper = own && tokens[end - 1]?.cap && tokens[end - 2]?.cap
    if (described && proper && !token.cap && token.kind === 'word' && !tellsMore(scene, part, described.end)) break
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
      // "Công ty Cổ phần | Khu công nghiệp | Sài Gòn", "Đồn Biên phòng | Cửa khẩu quốc tế | Xa Mát"
      if (unit?.value === 'site' && token.cap && tokens[unit.end]?.cap) {
        end = unit.end
        continue
      }
      // "Nhật Bản": the second capital of a name is no unit.
      const isHalf = tokens[end - 1]?.cap === true && token.cap && !token.upper && own
      if ((unit && !isHalf) || scene.vocabulary.bodies.longestAt(tokens, end)?.value.class === 'level') break
      const run = capitalRun(scene, part, end)
      const person = personAt(scene, part, kind, end, run)
      if (person === end && run > end && own) break
      named = true
      own = true
      end = person === end || person === run ? end + 1 : person
    } else if (token.key === '"' && !own && quoteEnd(part, end) > end) {
      // "Trường Tiểu học “A” Châu Phú A"
      named = true
      end = quoteEnd(part, end)
    } else if (
      token.key === '&' &&
      tokens[end - 1]?.cap &&
      tokens[end + 1]?.cap &&
      tokens[end + 1]?.start === token.end
    ) {
      end += 2
    } else if (token.kind === 'number' && tokens[end - 1]?.kind === 'word' && !counts(part, end)) {
      named = true
      end++
    } else {
      const half = lowerHalf(scene, part, last, end)
      if (half === end) break
      end = half
    }
  }
  if (/^(?:-|và|số)$/.test(tokens[end - 1]?.key ?? '')) end--
  if (named) end = universityEnd(scene, part, kind, end)
  if (!named) {
    const unit = scene.vocabulary.units.longestAt(tokens, end)
    if (!unit || !tokens[unit.end]?.cap) return false
  }
  body.end = end
  body.proper = named
  return true
}

/** The end of a name of up to three words in quotes at `i`; `i` where there is none. */
function quoteEnd({ tokens }: Part, i: number): number {
  for (let at = i + 1; at < i + 5; at++) if (tokens[at]?.key === '"') return at > i + 1 ? at + 1 : i
  return i
}

/** A describing word is followed by another or by a capital. */
const tellsMore = ({ vocabulary }: Scene, { tokens }: Part, i: number): boolean =>
  tokens[i]?.cap === true || vocabulary.descriptors.longestAt(tokens, i) !== null

/** "Trường Đại học Luật, Đại học Huế": a school of a larger university. */
function universityEnd(scene: Scene, part: Part, kind: number, end: number): number {
  const { tokens } = part
  const isSchool = tokens[kind]?.key === 'đại' && tokens[kind + 1]?.key === 'học'
  const whole = isSchool && tokens[end]?.key === ',' ? scene.vocabulary.universities.longestAt(tokens, end + 1) : null
  return whole?.end ?? end
}

/** Where in the capitals of a body's name its head begins; `to` where nobody is introduced by it. */
function personAt(scene: Scene, part: Part, kind: number, from: number, to: number): number {
  const person = isHeadOf(scene, part, from) ? from : personInRun(scene, part, from, to)
  if (person === to || holdsPost(scene, part, kind) || scene.people.has(keyOfRange(part.tokens, person, to)))
    return person
  return to
}

/** "Giám đốc Công ty TNHH …": a post stands before the body; "liên kết với Công ty …" introduces nobody. */
function holdsPost({ vocabulary }: Scene, { tokens }: Part, kind: number): boolean {
  for (let at = kind - 1; at >= Math.max(0, kind - 14); at--) {
    if (/^[.;:!?]$/.test(tokens[at]?.key ?? '')) return false
    const head = vocabulary.officeHeads.longestAt(tokens, at)
    if (head && head.end <= kind) return true
    if (/^(?:diện|đạo|viên|bộ|sĩ)$/.test(tokens[at]?.key ?? '') && kind - at < 8) return true
  }
  return false
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
  // "Khu Quản lý đường bộ II | thông tuyến"
  if (/^(?:[IVX]+|\d+)$/.test(tokens[i - 1]?.text ?? '')) return i
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
