import { capitalRun, looksLikePerson } from './names'
import { counts, endsName, isThing, numberedEnd, placeNameEnd } from './place-names'
import { keyOfRange, type Part, type Scene } from './scene'

export interface PlaceHit {
  from: number
  to: number
  /** Written with its kind (xã, huyện …). */
  kind: boolean
}

const LIST_LIMIT = 200
const ROADS = /^(?:quốc|tỉnh|hương|cao|nút)$/

/**
 * Places at token `i`: a unit or site with its name, the further names of "các xã A, B và C",
 * or a province by its bare name.
 */
export function placesAt(
  scene: Scene,
  part: Part,
  i: number,
  taken: (token: number) => boolean,
): { places: PlaceHit[]; end: number } | null {
  const { tokens } = part
  const namesake = tokens[i]?.cap ? scene.vocabulary.namesakes.longestAt(tokens, i) : null
  if (namesake) return { places: [], end: namesake.end }
  const unit = scene.vocabulary.units.longestAt(tokens, i)
  const region = tokens[i]?.cap && !unit ? scene.vocabulary.regions.longestAt(tokens, i) : null
  if (region) return { places: [], end: region.end }
  if (!unit) return countryAt(scene, part, i) ?? bareProvince(scene, part, i) ?? placedAt(scene, part, i, taken)
  if (unit.value === 'vague') return areaAt(scene, part, i, unit.end, taken)
  const plural = isPlural(scene, part, i)
  const from = plural && tokens[unit.end]?.key === ':' ? unit.end + 1 : unit.end
  if (isOtherWord(scene, part, i, unit.end)) return null
  // "đường nối Quốc lộ 48C", "đường tránh nút giao Km39": the road it leads to is the place.
  if (unit.value === 'site' && tokens[i]?.key === 'đường' && ROADS.test(tokens[unit.end]?.key ?? '')) {
    const road = scene.vocabulary.units.longestAt(tokens, unit.end)
    if (road?.value === 'site' && road.end - unit.end > 1) return placesAt(scene, part, unit.end, taken)
  }
  const numbered = scene.vocabulary.numberedUnits.longestAt(tokens, i) !== null
  const told = plural ? toldAfter(scene, part, from) : describedSite(scene, part, unit.value, i, from)
  const to = unit.value === 'admin' ? unitNameEnd(scene, part, told, numbered) : siteNameEnd(scene, part, told)
  if (to === told || taken(told) || isPeople(scene, part, told, to)) return null
  const places: PlaceHit[] = [
    told === unit.end || !plural ? { from: i, to, kind: true } : { from: told, to, kind: false },
  ]
  let end = to
  if (!plural && unit.value === 'admin') return { places: [...places, ...listedAfter(scene, part, end, taken)], end }
  for (let guard = 0; plural && guard < LIST_LIMIT; guard++) {
    const mark = tokens[end]?.key
    if (mark !== ',' && mark !== 'và') break
    const start = mark === ',' && tokens[end + 1]?.key === 'và' ? end + 2 : end + 1
    if (taken(start) || scene.vocabulary.bodies.longestAt(tokens, start) || beginsKind(scene, part, start)) break
    const next = unit.value === 'admin' ? listedEnd(scene, part, start) : siteNameEnd(scene, part, start)
    if (next === start) break
    places.push({ from: start, to: next, kind: false })
    end = next
  }
  return { places, end }
}

/** "khu vực Thới Hòa B", "khu vực Huồi Giảng": an area by a name of its own; "khu vực Tây Nguyên" is no place. */
function areaAt(
  scene: Scene,
  part: Part,
  i: number,
  from: number,
  taken: (token: number) => boolean,
): { places: PlaceHit[]; end: number } | null {
  const { tokens } = part
  const region = scene.vocabulary.regions.longestAt(tokens, from)
  if (region) return { places: [], end: region.end }
  if (tokens[i]?.key !== 'khu' || !tokens[from]?.cap || taken(from)) return null
  if (isOtherName(scene, part, from) || scene.vocabulary.units.longestAt(tokens, from)) return null
  const to = placeNameEnd(scene, part, from)
  // In a town a "khu vực" is a unit of its ward; elsewhere it only says "around".
  const isUnit = tokens[to]?.key === ',' && scene.vocabulary.levels.longestAt(tokens, to + 1) !== null
  return to > from ? { places: [{ from: isUnit ? i : from, to, kind: isUnit }], end: to } : null
}

/** What stands here is known as something else than a place: a body, an event, a post, a region, a people. */
function isOtherName({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const lists = [vocabulary.bodies, vocabulary.eventNouns, vocabulary.officeHeads, vocabulary.regions]
  return lists.some((list) => list.longestAt(tokens, i) !== null)
}

/** "nước CHDCND Lào", "Vương quốc Campuchia": a country with the word that says so. */
function countryAt({ vocabulary }: Scene, { tokens }: Part, i: number): { places: PlaceHit[]; end: number } | null {
  const kind = /^(?:nước|vương|cộng|chdcnd)$/.test(tokens[i]?.key ?? '')
  const land = kind
    ? (vocabulary.countries.longestAt(tokens, i) ??
      (tokens[i]?.key === 'nước' && tokens[i + 1]?.cap ? vocabulary.countries.longestAt(tokens, i + 1) : null))
    : null
  if (!land || tokens[land.end - 1]?.key === 'nam') return null
  return { places: [{ from: i, to: land.end, kind: false }], end: land.end }
}

/** "sông Bưởi tại Kim Tân": two capitals after "tại" that are nothing else are where it was. */
function placedAt(
  scene: Scene,
  part: Part,
  i: number,
  taken: (token: number) => boolean,
): { places: PlaceHit[]; end: number } | null {
  const { tokens } = part
  if (tokens[i - 1]?.text !== 'tại' || !tokens[i]?.cap || tokens[i]?.upper || taken(i)) return null
  const to = capitalRun(scene, part, i)
  if (to - i !== 2 || isThing(scene, part, i) || isOtherName(scene, part, i)) return null
  if (scene.vocabulary.countries.longestAt(tokens, i) || scene.people.has(keyOfRange(tokens, i, to))) return null
  return { places: [{ from: i, to, kind: false }], end: to }
}

/** "phường Lê Thanh Nghị": communes are named after people too; nobody is introduced by a bare commune. */
function unitNameEnd(scene: Scene, part: Part, i: number, numbered: boolean): number {
  const end = placeNameEnd(scene, part, i, numbered)
  const [leader, kind] = [part.tokens[i - 2]?.key ?? '', part.tokens[i - 1]?.key ?? '']
  if (end > i || !/^(?:xã|phường|thôn|bản|xóm|ấp|buôn|làng)$/.test(kind) || /^(?:trưởng|phó|già)$/.test(leader))
    return end
  const run = capitalRun(scene, part, i)
  return run - i === 3 && !scene.people.has(keyOfRange(part.tokens, i, run)) ? run : i
}

/** "các phường An Xuyên, | Lý Văn Lâm": in a list of units a name of three capitals is one, unless somebody bears it. */
function listedEnd(scene: Scene, part: Part, i: number): number {
  const end = placeNameEnd(scene, part, i)
  const run = end === i ? capitalRun(scene, part, i) : i
  return run - i === 3 && !scene.people.has(keyOfRange(part.tokens, i, run)) ? run : end
}

/** "làng nghề đúc Mỹ Đồng": a word or two more that tell what kind of site it is. */
function describedSite(scene: Scene, part: Part, kind: string, i: number, from: number): number {
  const { tokens } = part
  if (!(kind === 'site' && from - i > 1) && tokens[i]?.key !== 'làng') return from
  let at = from
  while (at - from < 4 && tokens[at]?.kind === 'word' && !tokens[at]?.cap && !endsName(scene, part, at)) at++
  // "Khu kinh tế ven biển | phía Nam Hải Phòng"
  if (tokens[from]?.key === 'phía') return tokens[from + 1]?.cap && tokens[from + 2]?.cap ? from + 1 : from
  const named = tokens[at]?.cap && !scene.vocabulary.units.longestAt(tokens, at - 1)
  return named && !scene.vocabulary.bodies.longestAt(tokens, at) ? at : from
}

/** "các xã vùng cao như Y Tý, Nậm Chày": where the names begin. */
function toldAfter({ vocabulary }: Scene, { tokens }: Part, from: number): number {
  for (let i = from; i < from + 5; i++) {
    const token = tokens[i]
    if (token?.key === 'như' || token?.key === 'gồm') return tokens[i + 1]?.key === ':' ? i + 2 : i + 1
    if (token?.kind !== 'word' || token.cap || vocabulary.units.longestAt(tokens, i)?.value === 'admin') return from
  }
  return from
}

/** "chùa Khmer", "bản Mông": whose it is, not what it is called. */
const isPeople = ({ vocabulary }: Scene, { tokens }: Part, from: number, to: number): boolean =>
  vocabulary.peoples.longestAt(tokens, from)?.end === to

/** "điểm cầu", "hoạt động", "văn bản", "hồ sơ": the kind's word is half of another word. */
function isOtherWord({ vocabulary }: Scene, part: Part, i: number, end: number): boolean {
  const { tokens } = part
  if (i > 0 && (vocabulary.notUnits.longestAt(tokens, i - 1)?.end ?? 0) >= end) return true
  if ((vocabulary.notUnits.longestAt(tokens, i)?.end ?? 0) > end) return true
  if (end - i > 1) return false
  return (
    tokens[i]?.cap === true && vocabulary.surnames.has(tokens[i]?.key ?? '') && i > 0 && tokens[i - 1]?.kind === 'word'
  )
}

/** "huyện Na Hang, Sơn Dương và thành phố …": further names of the same kind, closed by a comma, "và" or a bracket. */
function listedAfter(scene: Scene, part: Part, from: number, taken: (token: number) => boolean): PlaceHit[] {
  const { tokens } = part
  const found: PlaceHit[] = []
  let at = from
  for (let guard = 0; guard < LIST_LIMIT; guard++) {
    const mark = tokens[at]?.key
    if ((mark !== ',' && mark !== 'và') || taken(at + 1) || !isBareName(scene, part, at + 1)) break
    const end = placeNameEnd(scene, part, at + 1)
    if (end === at + 1 || looksLikePerson(scene, tokens, at + 1, end)) break
    const closed = mark === 'và' ? found.length > 0 : /^(?:,|và|\(|\))$/.test(tokens[end]?.key ?? '')
    if (!closed) break
    found.push({ from: at + 1, to: end, kind: false })
    at = end
  }
  const last = tokens[at]?.key
  return last === 'và' || last === '(' || last === ')' || tokens[found.at(-1)?.from ?? 0]?.key === 'và'
    ? found
    : found.length > 1
      ? found
      : []
}

/** A kind of place begins here; "Khe Mo", "Gò Dầu" only sound like one. */
function beginsKind({ vocabulary }: Pick<Scene, 'vocabulary'>, { tokens }: Pick<Part, 'tokens'>, i: number): boolean {
  const unit = vocabulary.units.longestAt(tokens, i)
  const half = tokens[i]?.cap === true && unit?.end === i + 1 && tokens[i + 1]?.cap === true
  return unit !== null && !(unit.value === 'site' && half)
}

const isBareName = ({ vocabulary }: Scene, { tokens }: Part, i: number): boolean =>
  tokens[i]?.cap === true &&
  !beginsKind({ vocabulary }, { tokens }, i) &&
  !vocabulary.bodies.longestAt(tokens, i) &&
  !vocabulary.officeHeads.longestAt(tokens, i) &&
  !vocabulary.address.longestAt(tokens, i)

function isPlural(scene: Scene, part: Part, i: number): boolean {
  const before = part.tokens[i - 1]
  if (!before) return false
  if (before.kind === 'number') return Number(before.text) > 1 && Number(before.text) < 100
  const at = before.key === 'tuyến' ? i - 1 : i
  return scene.vocabulary.plurals.longestAt(part.tokens, at - 1)?.end === at
}

/** Roads, rivers, sites: capitals, a number ("Quốc lộ 2C"), two ends of a road ("Tuyên Quang - Phú Thọ"). */
export function siteNameEnd(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  const first = tokens[i]
  if (!first) return i
  // "Công viên 18-10", "Quảng trường 2/9": a day as name.
  const [mark, second] = [tokens[i + 1], tokens[i + 2]]
  const day = first.kind === 'number' && /^[-/]$/.test(mark?.key ?? '') && mark?.start === first.end
  if (day && second?.kind === 'number' && second.start === mark.end) return i + 3
  // "đường 16 tháng 4"
  if (first.kind === 'number' && mark?.key === 'tháng' && second?.kind === 'number') return i + 3
  // "đường số 23"
  if (first.key === 'số' && mark?.kind === 'number') return i + 2
  // "đường ĐT747", "Nhà giàn DK1/8"
  if (/^\p{Lu}{1,3}\d+$/u.test(first.text)) return mark?.key === '/' && second?.kind === 'number' ? i + 3 : i + 1
  if (first.kind === 'number')
    return tokens[i + 1]?.cap && tokens[i + 1]?.start === first.end ? i + 2 : ringEnd(scene, part, i + 1)
  const body = scene.vocabulary.bodies.longestAt(tokens, i)
  if (body && body.end - i > 1) return i
  // "Cách mạng" names nothing, "đường Cách Mạng Tháng Tám" a street.
  if (scene.vocabulary.notNames.longestAt(tokens, i) && !tokens[i + 1]?.cap) return i
  const unit = scene.vocabulary.units.longestAt(tokens, i)
  // "cầu vượt sông Lạch Tray", "kè sông Nậm Mộ": a work over or along a water.
  if (unit?.value === 'site' && !first.cap && CROSSES.test(tokens[i - 1]?.key ?? '') && WATERS.test(first.key)) {
    const water = siteNameEnd(scene, part, unit.end)
    return water > unit.end ? water : i
  }
  // "đường cao tốc Thành phố Hồ Chí Minh - Mộc Bài": the first end of a road has a kind.
  if (unit?.value === 'admin' && first.cap && /^(?:tp|thành)$/.test(first.key)) {
    const city = placeNameEnd(scene, part, unit.end)
    if (tokens[city]?.key === '-' && tokens[city + 1]?.cap) return otherEnds(scene, part, city)
  }
  // "cầu Bản Trại": a capital amid the name is half of it.
  if (unit?.value === 'admin' && !(first.cap && unit.end - i === 1 && tokens[unit.end]?.cap)) {
    const seat = placeNameEnd(scene, part, unit.end)
    return seat > unit.end && isLongSite(scene, part, i) ? seat : i
  }
  const told = described(scene, part, i)
  if (told > i) return told
  const run = capitalRun(scene, part, i)
  const to = run === i && isLongSite(scene, part, i) ? shoutedEnd(part, i) : halvesEnd(scene, part, i, run)
  return to === i ? i : otherEnds(scene, part, siteNumberEnd(scene, part, to))
}

const CROSSES = /^(?:cầu|vượt|treo)$/
const WATERS = /^(?:sông|suối|kênh|rạch|biển|hồ|lạch)$/

/** "cầu Cửa Lục 4 chậm tiến độ", but not "hồ Núi Cốc 12 km". */
function siteNumberEnd(scene: Scene, part: Part, end: number): number {
  // "đường Hồ Chí Minh nhánh Đông"
  if (part.tokens[end]?.key === 'nhánh' && part.tokens[end + 1]?.cap) return end + 2
  const [before, number, next] = [part.tokens[end - 1], part.tokens[end], part.tokens[end + 1]]
  if (counts(part, end)) return end
  const glued = number && before && number.start - before.end === 1 && /^\d$/.test(number.text)
  if (glued && next?.kind === 'word') return end + 1
  return numberedEnd(scene, part, end)
}

const LONGEST_DESCRIPTION = 9

/**
 * "Khu di tích lịch sử | Căn cứ Trung ương Cục miền Nam": a monument named by capitals and small words in turn,
 * up to a mark; `i` where it is named by capitals alone.
 */
function described(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  if (tokens[i - 1]?.kind !== 'word' || !MONUMENT.test(`${tokens[i - 2]?.key} ${tokens[i - 1]?.key}`)) return i
  let end = i
  let turns = 0
  while (end - i < LONGEST_DESCRIPTION && tokens[end]?.kind === 'word' && !endsName(scene, part, end)) {
    if (end > i && tokens[end]?.cap && !tokens[end - 1]?.cap) turns++
    end++
  }
  return turns > 0 && tokens[i]?.cap && tokens[end - 1]?.cap ? end : i
}

const MONUMENT = /^(?:di tích|lịch sử|đặc biệt|quốc gia)$/

/** "Khu công nghiệp VSIP III". */
function shoutedEnd({ tokens }: Part, i: number): number {
  let end = i
  while (tokens[end]?.cap && tokens[end]?.upper) end++
  return end
}

/** "đường Vành đai 2", "kênh Quản lộ Phụng Hiệp": the lower half of a first capital, and what follows it. */
function halvesEnd(scene: Scene, part: Part, i: number, to: number): number {
  const { tokens } = part
  const half = to - i === 1 && tokens[to]?.kind === 'word' && !tokens[to]?.cap && !endsName(scene, part, to)
  if (!half) return to
  // "đường Vành đai 3 Thành phố Hồ Chí Minh"
  if (tokens[to + 1]?.kind === 'number') return ringEnd(scene, part, to + 2)
  const rest = capitalRun(scene, part, to + 1)
  return rest > to + 1 ? rest : to
}

/** The city after the number of a ring road; `i` where none stands there. */
function ringEnd(scene: Scene, part: Part, i: number): number {
  const city = part.tokens[i]?.cap ? scene.vocabulary.units.longestAt(part.tokens, i) : null
  if (city?.value !== 'admin') return i
  const end = placeNameEnd(scene, part, city.end)
  return end > city.end ? end : i
}

/** Both ends of a road, or more: "Xuân Hội - Thạch Khê - Vũng Áng". */
function otherEnds(scene: Scene, part: Part, from: number): number {
  let to = from
  for (let guard = 0; guard < 4 && part.tokens[to]?.key === '-'; guard++) {
    const city = scene.vocabulary.units.longestAt(part.tokens, to + 1)
    const start = city?.value === 'admin' && part.tokens[to + 1]?.cap ? city.end : to + 1
    const other = capitalRun(scene, part, start)
    if (other === start) break
    to = siteNumberEnd(scene, part, other)
  }
  return to
}

/** "Nghĩa trang liệt sĩ xã X", "Khu di tích huyện X": kinds of more than one word take their place as a name. */
function isLongSite({ vocabulary }: Scene, { tokens }: Part, end: number): boolean {
  for (let from = Math.max(0, end - 5); from < end - 1; from++) {
    const unit = vocabulary.units.longestAt(tokens, from)
    if (unit?.value === 'site' && unit.end === end && tokens[from]?.cap) return true
  }
  return false
}

function bareProvince(scene: Scene, part: Part, i: number): { places: PlaceHit[]; end: number } | null {
  if (!part.tokens[i]?.cap) return null
  const { provinces, towns, districts } = scene.vocabulary
  const before = part.tokens[i - 1]
  const district = before?.cap ? null : districts.longestAt(part.tokens, i)
  const province = provinces.longestAt(part.tokens, i) ?? towns.longestAt(part.tokens, i) ?? district
  if (!province || part.tokens[province.end]?.cap) return null
  return { places: [{ from: i, to: province.end, kind: false }], end: province.end }
}
