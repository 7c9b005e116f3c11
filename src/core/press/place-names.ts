import { capitalRun, looksLikePerson, splitPlace } from './names'
import type { Part, Scene } from './scene'
import { keySet } from './tokens'

/** Words that end a name made of a capital and lower-case words. */
export const STOP_WORDS = keySet(
  'đã đang sẽ được tổ chức phối hợp nối chảy đi chạy thuộc giáp dài rộng cách gần giữa nằm có là do tại trên trong từ về với và của cho các những cùng để khi báo phát tham chủ cần tiếp thực không vào đến theo như bằng nhằm tập triển tặng trao nói nêu đề kiến thì mà hoặc hay này đó còn cũng vẫn nên phải làm ra gồm qua sau trước tỉnh huyện xã phường thành quận thị cấp',
)

/** Words that end a name only as half of a verb: "phối hợp" ends one, "Điều phối" does not. */
const VERB_HALVES: Record<string, Set<string>> = {
  phối: keySet('hợp'),
  tập: keySet('trung huấn hợp'),
  tổ: keySet('chức'),
  triển: keySet('khai'),
  thực: keySet('hiện sự'),
  tham: keySet('gia dự mưu quan'),
  phát: keySet('biểu động huy hiện'),
  báo: keySet('cáo'),
  chủ: keySet('trì động trương'),
  thị: keySet('xã trấn ủy'),
  thành: keySet('phố viên công lập tích'),
  cấp: keySet('tỉnh huyện xã cơ ủy trên dưới'),
  năm: keySet(''),
}

/** Whether a lower-case word ends a name made of a capital and lower-case words. */
export function endsName({ vocabulary }: Scene, { tokens }: Part, i: number): boolean {
  const key = tokens[i]?.key ?? ''
  if (vocabulary.predicates.longestAt(tokens, i)) return true
  if (!STOP_WORDS.has(key)) return false
  return VERB_HALVES[key]?.has(tokens[i + 1]?.key ?? '') ?? true
}

/** Whether a document, event or award is named here: capitals, but no proper name. */
export function isThing({ vocabulary }: Scene, part: Part, i: number): boolean {
  return (
    vocabulary.notNames.longestAt(part.tokens, i) !== null ||
    vocabulary.documentTypes.longestAt(part.tokens, i) !== null ||
    vocabulary.awardKinds.longestAt(part.tokens, i) !== null ||
    (vocabulary.eventNouns.longestAt(part.tokens, i)?.end ?? i) > i + 1
  )
}

/**
 * The end of a place's proper name after its kind; `i` where there is none.
 * @param numbered the kind may be named by a number (thôn 5, phường 1)
 */
export function placeNameEnd(scene: Scene, part: Part, i: number, numbered = false): number {
  const { tokens } = part
  const token = tokens[i]
  if (!token) return i
  const town = token.cap ? knownTown(scene, part, i) : i
  if (town > i) return town + (isLongerName(scene, part, i, town) ? 1 : 0)
  const region = scene.vocabulary.regions.longestAt(tokens, i)
  if (region && scene.vocabulary.units.longestAt(tokens, i - 2)?.value === 'vague') return region.end
  // Every province is known: other capitals after "tỉnh" that look like a person are one.
  if (tokens[i - 1]?.key === 'tỉnh' && looksLikePerson(scene, tokens, i, capitalRun(scene, part, i))) return i
  if (tokens[i - 1]?.key === 'huyện' && isUnknownDistrict(scene, part, i)) return i
  // Ede and Mnong names: "MTTQ Việt Nam tỉnh H'Yên Niê".
  if (tokens[i - 1]?.key === 'tỉnh' && /^(?:Y$|H['’ʼ])/u.test(token.text)) return i
  if (token.kind === 'number') {
    // "tiểu khu 3/2": a day as name.
    const day = tokens[i + 1]?.key === '/' && tokens[i + 2]?.kind === 'number' && tokens[i + 2]?.start === token.end + 1
    if (numbered && day) return i + 3
    const letter = tokens[i + 1]
    // "khu phố 6A"
    if (numbered && letter?.start === token.end && /^[A-E]$/.test(letter.text)) return i + 2
    return numbered && isNameNumber(scene, part, i) ? quarterEnd(scene, part, i + 1) : i
  }
  // "tổ dân phố số 5"
  if (numbered && token.key === 'số' && tokens[i + 1]?.kind === 'number') return i + 2
  if (token.kind !== 'word' || !token.cap || isThing(scene, part, i)) return i
  if (scene.vocabulary.officeTerms.longestAt(tokens, i)) return i
  if (scene.vocabulary.officeHeads.longestAt(tokens, i)?.value === 'head') return i
  const run = capitalRun(scene, part, i)
  const end = run === i ? i : splitPlace(scene, part, i, Math.min(run, i + 9))
  if (tokens[i - 1]?.key === 'tỉnh' && end === run && end - i > 2) return i
  return end > i ? numberedEnd(scene, part, townEnd(scene, part, end)) : end
}

/** "khu phố 7 Dương Đông": the town a numbered quarter lies in. */
function quarterEnd(scene: Scene, part: Part, end: number): number {
  const { tokens } = part
  const { bodies, officeHeads, units, address } = scene.vocabulary
  const taken = [bodies, officeHeads, units, address].some((list) => list.longestAt(tokens, end) !== null)
  if (!tokens[end]?.cap || tokens[end]?.upper || taken || isThing(scene, part, end)) return end
  const run = capitalRun(scene, part, end)
  const half = /^(?:đông|tây|nam|bắc|thượng|hạ|trung)$/.test(tokens[run - 1]?.key ?? '')
  return run - end === 2 && (half || !looksLikePerson(scene, tokens, end, run)) ? run : end
}

/** "xã Tây Ninh Hòa": communes bear longer names that begin like a province's. */
function isLongerName(scene: Scene, part: Part, from: number, end: number): boolean {
  if (!/^(?:xã|phường|thôn|ấp)$/.test(part.tokens[from - 1]?.key ?? '') || !part.tokens[end]?.cap) return false
  return capitalRun(scene, part, from) === end + 1
}

/** The end of a province's name, or of the town's that begins like it ("Điện Biên Phủ"); `i` where neither stands. */
function knownTown({ vocabulary }: Scene, { tokens }: Part, i: number): number {
  const province = vocabulary.provinces.longestAt(tokens, i)?.end ?? i
  const town = vocabulary.towns.longestAt(tokens, i)?.end ?? i
  // "Phan Rang - Tháp Chàm"
  const dashed = tokens.slice(i, town).some((token) => token.key === '-')
  return province > i || dashed ? Math.max(province, town) : i
}

/** "UBND huyện Kiều Hải Nam": the districts are known too; three other capitals that look like a person are one. */
function isUnknownDistrict(scene: Scene, part: Part, i: number): boolean {
  const run = capitalRun(scene, part, i)
  if (run - i < 3 || scene.vocabulary.districts.longestAt(part.tokens, i)) return false
  return looksLikePerson(scene, part.tokens, i, run)
}

/** "phường Xuân Hương - Đà Lạt": wards bear the name of the town they were part of. */
function townEnd({ vocabulary }: Scene, { tokens }: Part, end: number): number {
  if (tokens[end]?.key !== '-') return end
  const town = vocabulary.towns.longestAt(tokens, end + 1)
  return town && !tokens[town.end]?.cap && tokens[town.end]?.key !== '-' ? town.end : end
}

/** "xã A Lưới 3", "cầu Trà Khúc 2": the number that tells namesakes apart. */
export function numberedEnd(scene: Scene, part: Part, end: number): number {
  const { tokens } = part
  const [number, letter] = [tokens[end], tokens[end + 1]]
  const glued = (number?.start ?? 0) - (tokens[end - 1]?.end ?? 0) === 1
  // "bon Bu Prăng 1A"
  const lettered = number?.kind === 'number' && letter?.start === number.end && /^[A-D]$/.test(letter.text)
  if (glued && lettered) return end + 2
  return glued && isNameNumber(scene, part, end) ? end + 1 : end
}

const COUNTED = keySet(
  'hộ nhà người lần km m ha tỷ tỉ triệu nghìn thôn xã huyện cháu em học dự điểm vụ đoạn nhịp tháng ngày năm giờ chiếc cái con cây tấn khẩu đồng vị cơ hạng suất phần tập cá căn bộ đại lượt công hợp nghệ máy xe phòng chương mô tổ lớp bể giếng đàn vườn trang tuổi đồng lần thành giải khu đảng chi mẹ cử ban đoàn đội bức ngôi ý kiến bài',
)

/** "300 triệu đồng", "10 tập thể": the number counts what follows and is no part of the name before it. */
export const counts = ({ tokens }: Part, i: number): boolean =>
  tokens[i]?.kind === 'number' &&
  ((tokens[i + 1]?.kind === 'word' && COUNTED.has(tokens[i + 1]?.key ?? '')) ||
    (/^[.,%]$/.test(tokens[i + 1]?.key ?? '') && tokens[i + 2]?.kind === 'number'))

/** "thôn 5", "thôn Hủng 1" – but not "xã 5 hộ nghèo": the number must not count something. */
function isNameNumber(scene: Scene, part: Part, i: number): boolean {
  const token = part.tokens[i]
  const next = part.tokens[i + 1]
  // "Khu công nghiệp Đồng Xoài II"
  if (/^[IVX]{1,4}$/.test(token?.text ?? '')) return !next?.cap || next.kind === 'mark'
  if (token?.kind !== 'number' || token.text.length > 3) return false
  if (token.text.length === 3 && next?.kind === 'word' && !endsName(scene, part, i + 1)) return false
  const thousands = /^[.,]$/.test(next?.key ?? '') && part.tokens[i + 2]?.kind === 'number' && next?.start === token.end
  if (thousands) return false
  if (!next || next.kind === 'mark') return next?.key !== '/' && next?.key !== '%'
  // "UBND xã Sơn Kim 2 bên Quốc lộ 8A": one figure that counts nothing tells namesakes apart.
  if (token.text.length === 1 && part.tokens[i - 1]?.cap && !COUNTED.has(next.key)) return true
  return next.cap || endsName(scene, part, i + 1) || scene.vocabulary.units.longestAt(part.tokens, i + 1) !== null
}
