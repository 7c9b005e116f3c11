import { bodyAt } from './bodies'
import { officesAt } from './offices'
import { keyOfRange, type Part, type Scene } from './scene'

/** "Sok Vanna (quốc tịch Campuchia)", "Huỳnh Tấn Đ. (SN 1995 …)": what the bracket tells, only people have. */
function isTold({ tokens }: Part, to: number): boolean {
  if (tokens[to]?.key !== '(') return false
  return /^(?:sn|sinh|quốc|trú|ngụ)$/.test(tokens[to + 1]?.key ?? '') || tokens[to + 2]?.key === 'tuổi'
}

/** "Cử tri Thạch Rây, ấp Suối Ông Đình": a name and where its bearer lives; a commune's would follow no comma. */
export function livesSomewhere({ vocabulary }: Scene, { tokens }: Part, to: number): boolean {
  const unit = tokens[to]?.key === ',' ? vocabulary.units.longestAt(tokens, to + 1) : null
  return (
    unit?.value === 'admin' && /^(?:ấp|thôn|bản|xóm|buôn|làng|khu|khóm|tổ|bon|khối)$/.test(tokens[to + 1]?.key ?? '')
  )
}

/** "đại biểu Ama Khoan cho rằng": with a common surname, who speaks is nobody's constituency. */
export function speaks(scene: Scene, part: Part, address: string, from: number, to: number): boolean {
  const { predicates, districts, towns } = scene.vocabulary
  if (!address.endsWith('đại biểu') || rareStart(scene, part, from)) return false
  const isPlace = districts.longestAt(part.tokens, from) ?? towns.longestAt(part.tokens, from)
  return isPlace === null && to - from === 2 && predicates.longestAt(part.tokens, to) !== null
}

/** A name with nothing before it counts when it is long enough and no street, school or place. */
export function isPlainlyPerson(scene: Scene, part: Part, from: number, to: number): boolean {
  const { tokens } = part
  const { vocabulary } = scene
  if (scene.people.has(keyOfRange(tokens, from, to))) return true
  if (isTold(part, to)) return true
  // "các xã Măng Cành, Pờ Ê.": the point after one letter.
  if (to - from === 3 && tokens[to - 1]?.key === '.') return false
  if (to - from < 3 && !/^[,(-]$/.test(tokens[to]?.key ?? '')) return false
  if (to - from < 3 && officesAt(scene, part, to + 1).length === 0) return false
  if (vocabulary.districts.longestAt(tokens, from)?.end === to || isListedUnit(scene, part, from)) return false
  if (vocabulary.provinces.longestAt(tokens, from) || scene.places.has(keyOfRange(tokens, from, to))) return false
  if (followsContext(scene, part, from) || isInBody(scene, part, from, to)) return false
  // "Cầu Thị Nại": a site, unless its word is a surname.
  const site = vocabulary.units.longestAt(tokens, from) !== null
  if (site && !vocabulary.surnames.has(tokens[from]?.key ?? '')) return false
  // "Hồ Cửa Đạt xả lũ": a surname that is also a kind of site asks for a middle name after it.
  if (site && !vocabulary.middles.has(tokens[from + 1]?.key ?? '')) return false
  // "chợ phiên Lùng Khấu Nhin"
  for (let at = from - 7; at < from - 1; at++) if (vocabulary.units.longestAt(tokens, at)?.end === from) return false
  const before = tokens[from - 1]
  if (before && (vocabulary.units.longestAt(tokens, from - 1) || before.cap || before.key === '"')) return false
  return !rareStart(scene, part, from) || vocabulary.middles.has(tokens[from + 1]?.key ?? '')
}

/** "Tập đoàn Hoàng Anh …": capitals inside a body's name. */
function isInBody(scene: Scene, part: Part, from: number, to: number): boolean {
  for (let at = Math.max(0, from - 8); at < from; at++) {
    if (part.tokens[at]?.cap && (bodyAt(scene, part, at)?.end ?? 0) >= to) return true
  }
  return false
}

/** "các phường An Xuyên, Lý Văn Lâm": names of a list of units. */
function isListedUnit({ vocabulary }: Scene, { tokens }: Part, from: number): boolean {
  let head = from
  while (from - head < 24 && (tokens[head - 1]?.cap || /^(?:,|và)$/.test(tokens[head - 1]?.key ?? ''))) head--
  for (let at = head - 3; at < head; at++) {
    const unit = vocabulary.units.longestAt(tokens, at)
    if (unit?.end === head && vocabulary.plurals.longestAt(tokens, at - 1)?.end === at) return true
  }
  return false
}

/** "danh nhân X", "đường X", "phong cách X". */
function followsContext({ vocabulary }: Scene, { tokens }: Part, from: number): boolean {
  // "các tuyến đường A, B và C": what stands before the list tells what its names are.
  let head = from
  while (from - head < 24 && (tokens[head - 1]?.cap || /^(?:,|và)$/.test(tokens[head - 1]?.key ?? ''))) head--
  for (let at = Math.max(0, head - 3); at < from; at++) {
    const end = vocabulary.namesakeContexts.longestAt(tokens, at)?.end
    if (end === from || end === head) return true
  }
  return false
}

const rareStart = (scene: Scene, part: Part, from: number): boolean =>
  scene.vocabulary.rareSurnames.has(part.tokens[from]?.key ?? '')
