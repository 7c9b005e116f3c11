import { keyOfRange, type Part, type Scene } from './scene'
import { keySet, type Token } from './tokens'

const LONGEST_NAME = 6
const DIRECTIONS = keySet('đông tây nam bắc thượng hạ trung nội ngoại')

const touches = (a: Token | undefined, b: Token | undefined): boolean => !!a && !!b && b.start - a.end <= 1

/** Whether a capitalised word can belong to a name: `HĐND` cannot, `A` and `NGUYỄN VĂN` can. */
function isNameWord(token: Token | undefined, shouting: boolean): boolean {
  return !!token && token.kind === 'word' && token.cap && (!token.upper || shouting)
}

/** "Cao Tiến Sĩ", "Đinh Công Sứ": a rank or post is not written with capitals throughout. */
function holdsLower(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (tokens[i]?.kind === 'word' && !tokens[i]?.cap) return true
  return false
}

/** Whether an office, a form of address or a body of several words begins here and so ends a name. */
function beginsSomethingElse({ vocabulary }: Scene, tokens: readonly Token[], i: number): boolean {
  const office = vocabulary.officeHeads.longestAt(tokens, i)
  if (office && holdsLower(tokens, i, office.end)) return true
  const address = vocabulary.address.longestAt(tokens, i)
  if (address && address.value !== 'never' && holdsLower(tokens, i, address.end)) return true
  const body = vocabulary.bodies.longestAt(tokens, i)
  return !!body && body.end - i > 1
}

/**
 * The end of the run of capitalised words at `i`: 0 words where there is none.
 * A run ends at punctuation, at abbreviations and where an office or body begins.
 */
export function capitalRun(scene: Scene, part: Part, i: number): number {
  const { tokens } = part
  const shouting = tokens[i]?.upper === true && scene.vocabulary.surnames.has(tokens[i]?.key ?? '')
  let end = i
  while (end - i < LONGEST_NAME * 2 && isNameWord(tokens[end], shouting)) {
    if (end > i && (!touches(tokens[end - 1], tokens[end]) || beginsSomethingElse(scene, tokens, end))) break
    end++
  }
  return end
}

/** Whether words `from`..`to` look like a full Vietnamese name: a surname and one to four syllables more. */
export function looksLikePerson(scene: Scene, tokens: readonly Token[], from: number, to: number): boolean {
  const length = to - from
  if (length < 2 || length > 5) return false
  if (scene.people.has(keyOfRange(tokens, from, to))) return true
  if (scene.vocabulary.countries.longestAt(tokens, from)?.end === to) return false
  if (scene.vocabulary.surnames.has(tokens[from]?.key ?? '')) return true
  // Ede, Mnong, Bana names: "Y Blinh Mlô", "H'Lim Niê".
  if (/^(?:Y|H['’ʼ].+)$/u.test(tokens[from]?.text ?? '')) return true
  return length > 2 && /^(?:thị|văn)$/.test(tokens[from + 1]?.key ?? '')
}

/** How surely words `from`..`to` are a person and no place: 0 no, 1 perhaps, 2 surely. */
function personStrength(scene: Scene, tokens: readonly Token[], from: number, to: number): 0 | 1 | 2 {
  if (!looksLikePerson(scene, tokens, from, to)) return 0
  if (scene.people.has(keyOfRange(tokens, from, to))) return 2
  const { middles, rareSurnames } = scene.vocabulary
  // "ấp Kinh Đào Tây": half a hamlet.
  if (to - from === 2 && DIRECTIONS.has(tokens[from + 1]?.key ?? '')) return 0
  if (to - from < 3 || to - from > 4) return 1
  const rare = rareSurnames.has(tokens[from]?.key ?? '')
  return middles.has(tokens[from + 1]?.key ?? '') || !rare ? 2 : 1
}

/**
 * Splits a run of capitals after a unit or body into place and person:
 * "xã Trần Phú Nguyễn Văn An" → 2 words of place.
 * @returns the first token of the person, `to` where all is place, `from` where all is person
 */
export function splitPlace(scene: Scene, part: Part, from: number, to: number): number {
  const { tokens } = part
  const province = scene.vocabulary.provinces.longestAt(tokens, from)
  const town = scene.vocabulary.towns.longestAt(tokens, from)
  if (province && province.end <= to && !(town && town.end > province.end)) return wholeName(province.end, to)
  if (town && town.end <= to) return wholeName(town.end, to)
  const district = scene.vocabulary.districts.longestAt(tokens, from)
  if (district && (district.end === to || (district.end < to && to - district.end > 1))) return district.end
  // "phường Tân Lập | H'Blă Mlô": nothing but a person's name begins so.
  for (let at = from; at < to; at++) {
    const sign = /^(?:([AY])|[HK]['’ʼ].+)$/u.exec(tokens[at]?.text ?? '')
    // "xã Y Tý" is a commune, "ấp Thới Hòa A" one of two hamlets.
    const isPlace = sign?.[1] && ((at === from && (sign[1] === 'A' || to - from === 2)) || at === to - 1)
    // "xã Đăk Y Pai"
    const highland = /^(?:đăk|đắk|đak|ia|ea|cư|krông|plei|kon)$/.test(tokens[at - 1]?.key ?? '')
    if (sign && !isPlace && !highland) return at
  }
  for (let at = Math.min(to, from + 5); at > from; at--) {
    if (scene.places.has(keyOfRange(tokens, from, at)) && !scene.people.has(keyOfRange(tokens, from, at))) {
      if (at === to || personStrength(scene, tokens, at, to) > 0) return at
    }
  }
  const whole = personStrength(scene, tokens, from, to)
  if (whole === 2) return from
  let best = to
  let strength = 0
  for (let at = from + 1; at <= to - 2; at++) {
    const now = personStrength(scene, tokens, at, to)
    const rare = scene.vocabulary.rareSurnames.has(tokens[at]?.key ?? '')
    const value = now === 0 || (rare && to - at === 2) ? 0 : now * 2 + (rare ? 0 : 1) + (at - from === 2 ? 1 : 0)
    if (value > strength) {
      strength = value
      best = at
    }
  }
  return strength > 0 ? best : to
}

/** "phường Quy Nhơn Đông": one word more than the known name is part of it. */
const wholeName = (end: number, to: number): number => (to - end === 1 ? to : end)

/**
 * The first token of a full name with a common surname inside a run of capitals that begins otherwise
 * ("Thoát nước | Vũ Văn Điệp"); `to` where there is none.
 */
export function personInRun(scene: Scene, part: Part, from: number, to: number): number {
  const { tokens } = part
  for (let at = from; at <= to - 3; at++) {
    const common = !scene.vocabulary.rareSurnames.has(tokens[at]?.key ?? '')
    if (common && personStrength(scene, tokens, at, to) === 2) return at
  }
  return to
}

/**
 * "Kim Min-soo", "Khăm-phết Sỉ-xu-lạt": a hyphen without blanks and what follows it belong to a foreign name;
 * "Rah Lan Chung-Phó Bí thư …" is a name and a post.
 */
function hyphenEnd(scene: Scene, tokens: readonly Token[], end: number): number {
  const [before, mark, after] = [tokens[end - 1], tokens[end], tokens[end + 1]]
  const glued = mark?.key === '-' && mark.start === before?.end && after?.start === mark.end
  if (!glued || after?.kind !== 'word' || after.upper) return initialEnd(tokens, end)
  const { officeHeads, bodies } = scene.vocabulary
  if (after.cap && (officeHeads.longestAt(tokens, end + 1) || bodies.longestAt(tokens, end + 1))) return end
  const more = tokens[end + 2]
  const goesOn = more?.key === '-' || (more?.kind === 'word' && more.cap && tokens[end + 3]?.key === '-')
  if (!goesOn) return end + 2
  return hyphenEnd(scene, tokens, more.key === '-' ? end + 2 : end + 3)
}

/** "Trần Thị H.": a name shortened to an initial keeps its point. */
function initialEnd(tokens: readonly Token[], end: number): number {
  const [before, mark] = [tokens[end - 1], tokens[end]]
  const initial = before?.text.length === 1 && mark?.key === '.' && mark.start === before.end
  return initial && tokens[end - 2]?.cap ? end + 1 : end
}

/** "bà N.T.H": letters that hide a name. */
const isInitials = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text.length === 1 &&
  tokens[i + 1]?.key === '.' &&
  tokens[i + 1]?.start === tokens[i]?.end &&
  tokens[i + 2]?.start === tokens[i + 1]?.end

/**
 * The end of a person's name at `i`.
 * @param sure a form of address or an office stands before it: any capitals will do
 * @returns `i` where there is no name
 */
export function nameEnd(scene: Scene, part: Part, i: number, sure: boolean): number {
  const { tokens } = part
  const { vocabulary } = scene
  if (!tokens[i]?.cap || isInitials(tokens, i)) return i
  const head = vocabulary.officeHeads.longestAt(tokens, i)
  if (head && head.end - i > 1) return i
  const end = Math.min(capitalRun(scene, part, i), i + LONGEST_NAME)
  if (end === i) return i
  const body = vocabulary.bodies.longestAt(tokens, i)
  if (body && (body.end - i > 1 || !vocabulary.surnames.has(tokens[i]?.key ?? ''))) return i
  if (sure) return hyphenEnd(scene, tokens, end)
  return looksLikePerson(scene, tokens, i, end) ? initialEnd(tokens, end) : i
}

/** "Giám đốc Bệnh viện Vi Hồng Đức": right after the kind stands the person, not the hospital's name. */
export function isHeadOf(scene: Scene, part: Part, i: number): boolean {
  const end = capitalRun(scene, part, i)
  if (end - i < 3 || end - i > 4 || !looksLikePerson(scene, part.tokens, i, end)) return false
  return !scene.vocabulary.namesakes.longestAt(part.tokens, i) && !scene.vocabulary.provinces.longestAt(part.tokens, i)
}
