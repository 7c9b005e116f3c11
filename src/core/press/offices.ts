import { type BodyHit, bodyAt } from './bodies'
import { capitalRun, looksLikePerson, splitPlace } from './names'
import { placeNameEnd } from './place-names'
import { siteNameEnd } from './places'
import type { Part, Scene } from './scene'

export interface OfficeHit {
  from: number
  end: number
  /** Bodies named inside the office. */
  bodies: { from: number; body: BodyHit }[]
}

/**
 * Reads one office at token `i`: (nguyên) post, (Thường trực), body, level, place, term.
 * Ends before a person's name, a comma or a verb.
 */
export function officeAt(scene: Scene, part: Part, i: number): OfficeHit | null {
  const { tokens } = part
  const { vocabulary } = scene
  const at = vocabulary.officePrefixes.longestAt(tokens, i)?.end ?? i
  const head = vocabulary.officeHeads.longestAt(tokens, at)
  if (!head) return null
  const office: OfficeHit = { from: i, end: head.end, bodies: [] }
  if (head.value === 'head') readInner(scene, part, office, at)
  const named = head.value === 'leading' && readOwnWord(scene, part, office)
  office.end = readModifiers(scene, part, office.end)
  const bare = office.end
  if (vocabulary.officesAbroad.longestAt(tokens, at)?.end === head.end) readMission(scene, part, office)
  else readComplement(scene, part, office, head.value === 'leading')
  return head.value === 'leading' && !named && office.end === bare ? null : office
}

/** "Thường trực Ban Bí thư", "Phó Chủ tịch Quốc hội": the body inside the words of the post. */
function readInner({ vocabulary }: Scene, { tokens }: Part, office: OfficeHit, at: number): void {
  if (tokens[at]?.key === 'đại') return
  for (let i = at + 1; i < office.end; i++) {
    const body = vocabulary.bodies.longestAt(tokens, i)
    if (body?.value.class !== 'unique' || body.end > office.end) continue
    office.bodies.push({ from: i, body: { end: body.end, class: 'unique', proper: true } })
    return
  }
}

/** "Phó Trưởng ban Thường trực Ban Tổ chức …": the first "ban" belongs to the post. */
function readOwnWord({ vocabulary }: Scene, part: Part, office: OfficeHit): boolean {
  const own = vocabulary.bodies.longestAt(part.tokens, office.end)
  if (!own || own.end - office.end > 1) return false
  const next = own.end
  const repeated = part.tokens[next]?.key === part.tokens[office.end]?.key
  if (!repeated && !vocabulary.officeModifiers.longestAt(part.tokens, next)) return false
  office.end = own.end
  return true
}

/** "Tổng Lãnh sự Hàn Quốc tại TP.Hồ Chí Minh", "Tùy viên Văn hóa Đại sứ quán Italia tại Việt Nam". */
function readMission(scene: Scene, part: Part, office: OfficeHit): void {
  const { tokens } = part
  const { vocabulary } = scene
  office.end = vocabulary.domains.longestAt(tokens, office.end)?.end ?? office.end
  const body = bodyAt(scene, part, office.end)
  if (body) office.bodies.push({ from: office.end, body })
  office.end = body?.end ?? office.end
  office.end = vocabulary.countries.longestAt(tokens, office.end)?.end ?? office.end
  if (tokens[office.end]?.key !== 'tại') return
  const seat = office.end + 1
  const unit = vocabulary.units.longestAt(tokens, seat)
  const end = unit ? placeNameEnd(scene, part, unit.end) : splitPlace(scene, part, seat, capitalRun(scene, part, seat))
  if (end > (unit?.end ?? seat)) office.end = end
}

function readModifiers(scene: Scene, part: Part, from: number): number {
  let at = from
  for (let guard = 0; guard < 3; guard++) {
    const modifier = scene.vocabulary.officeModifiers.longestAt(part.tokens, at)
    if (!modifier) return at
    at = modifier.end
  }
  return at
}

function readComplement(scene: Scene, part: Part, office: OfficeHit, leading: boolean): void {
  const { tokens } = part
  const { vocabulary } = scene
  for (let guard = 0; guard < 4; guard++) {
    const skip = tokens[office.end]?.key === 'của' ? office.end + 1 : office.end
    const body = tokens[skip]?.kind === 'word' ? bodyAt(scene, part, skip, guard === 0) : null
    // "Chủ tịch UBND tỉnh Đoàn Văn An": a surname that is also a team.
    const isName = body?.class === 'team' && tokens[skip]?.cap === true && tokens[skip + 1]?.cap === true
    if (body && !isName && !(skip > office.end && body.class === 'named')) {
      office.bodies.push({ from: skip, body })
      const held =
        vocabulary.genericBodies.longestAt(tokens, skip)?.end === body.end
          ? vocabulary.eventNouns.longestAt(tokens, body.end)
          : null
      office.end = held?.end ?? body.end
      continue
    }
    const noun = vocabulary.officeComplements.longestAt(tokens, office.end)
    if (noun) {
      office.end = noun.end
      break
    }
    const unit = vocabulary.units.longestAt(tokens, office.end)
    // "Chủ tịch HĐND tỉnh Hồ Văn A": a surname that is also a lake.
    const named = looksLikePerson(scene, tokens, office.end, capitalRun(scene, part, office.end))
    if (unit?.value === 'site' && !named) {
      const site = siteNameEnd(scene, part, unit.end)
      if (site > unit.end) office.end = site
    }
    if (unit?.value !== 'admin') break
    const place = placeNameEnd(scene, part, unit.end, true)
    if (place === unit.end && !leading && !vocabulary.levels.longestAt(tokens, office.end)) break
    office.end = place
  }
  readLarger(scene, part, office)
  // "Phó Trưởng Đoàn ĐBQH thành phố phụ trách,"
  const late = vocabulary.officeModifiers.longestAt(tokens, office.end)
  if (late && tokens[office.end]?.key === 'phụ' && (tokens[late.end]?.kind ?? 'mark') === 'mark') office.end = late.end
  const term = readTerm(scene, part, office.end)
  // "Trưởng đoàn ĐBQH khóa XV tỉnh"
  office.end = term > office.end ? (vocabulary.levels.longestAt(tokens, term)?.end ?? term) : term
}

/** "Trung đoàn 123, Sư đoàn 3, Quân khu 1", "Trưởng khoa Nhi, Bệnh viện Sản Nhi": the larger bodies after commas. */
function readLarger(scene: Scene, part: Part, office: OfficeHit): void {
  const { tokens } = part
  for (let guard = 0; guard < 3; guard++) {
    const last = office.bodies.at(-1)
    if (!last || last.body.end !== office.end || tokens[office.end]?.key !== ',') return
    if (!scene.vocabulary.commandBodies.longestAt(tokens, last.from)) return
    const from = office.end + 1
    const body = tokens[from]?.cap ? bodyAt(scene, part, from) : null
    if (!body || (!body.proper && body.class !== 'level') || body.class === 'team') return
    const next = tokens[body.end]
    if (next?.cap && next.kind === 'word') return
    office.bodies.push({ from, body })
    office.end = body.end
  }
}

/** "khóa XIX", "khóa 15". */
function readTerm(scene: Scene, part: Part, from: number): number {
  const { tokens } = part
  const term = scene.vocabulary.officeTerms.longestAt(tokens, from)
  const number = term && tokens[term.end]
  if (!/^kh[oó]/u.test(tokens[from]?.key ?? '')) return from
  // "… khóa XII, nhiệm kỳ 2021 - 2026" tells for which term somebody was chosen.
  if (term && tokens[term.end + 1]?.key === ',' && tokens[term.end + 2]?.key === 'nhiệm') return from
  return term && number && (number.kind === 'number' || /^[IVXL]+$/.test(number.text)) ? term.end + 1 : from
}

/** More posts than anybody holds: a list that goes on is no office list. */
const MOST_OFFICES = 12

/** "Thừa lệnh Chủ tịch nước, …" */
function actsFor({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  return [2, 3, 4, 5].some((back) => vocabulary.officeLent.longestAt(tokens, i - back)?.end === i)
}

/**
 * Reads offices one after another: "Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch HĐND tỉnh kiêm Trưởng ban …".
 */
export function officesAt(scene: Scene, part: Part, i: number): OfficeHit[] {
  const { tokens } = part
  const offices: OfficeHit[] = []
  // "thừa ủy quyền của Chủ tịch nước, Phó Chủ tịch …": the office lent belongs to somebody else.
  const lent = tokens[i - 1]?.key === 'của' || actsFor(scene, part, i)
  let at = i
  for (;;) {
    const office = officeAt(scene, part, at)
    if (!office) return offices
    offices.push(office)
    if (lent || offices.length === MOST_OFFICES) return offices
    const joiner = scene.vocabulary.officeJoiners.longestAt(tokens, office.end)
    const mark = tokens[office.end]?.key ?? ''
    if (joiner) at = joiner.end
    else if (mark === ',' || mark === '-') {
      const more = scene.vocabulary.officeJoiners.longestAt(tokens, office.end + 1)
      at = more ? more.end : office.end + 1
    } else return offices
  }
}
