import { type Abbreviation, alignedWords } from './expand'

/** How two offices as written stand to each other. */
export type OfficeLikeness = 'same-office' | 'same-body' | 'other-office'

/** Ranks before the name of the body, longest first; Phó, Quyền and nguyên may stand before each. */
const ranks = [
  'ủy viên ban thường vụ',
  'ủy viên ban chấp hành',
  'ủy viên thường trực',
  'ủy viên',
  'chủ tịch',
  'chủ nhiệm',
  'bí thư',
  'tổng giám đốc',
  'giám đốc',
  'hiệu trưởng',
  'trưởng',
  'chánh',
]
const rankPattern = new RegExp(`^(?:(?:nguyên|quyền|phó) )*(?:${ranks.join('|')})(?: thường trực)? (?=\\S)`, 'u')

/** Bodies that every district or commune has: not named more exactly, they tell nobody apart. */
const manyOfAKind =
  /^(?:huyện ủy|quận ủy|thị ủy|thành ủy|đảng ủy|chi bộ|.* (?:huyện|quận|xã|phường|thị trấn|thành phố))$/u

/**
 * Compares an office as written with one on record: `same-office` also in a shorter or longer form,
 * `same-body` for another rank in the same body (Phó Chủ tịch HĐND tỉnh, later Chủ tịch HĐND tỉnh).
 */
export function officeLikeness(
  written: string,
  known: string,
  abbreviations: readonly Abbreviation[] = [],
): OfficeLikeness {
  const [short, long] = alignedWords(written, known, abbreviations).sort((a, b) => a.length - b.length)
  if (isSameOffice(short!, long!)) return 'same-office'
  const [one, other] = [bodyOf(short!), bodyOf(long!)]
  return one !== '' && one === other && !manyOfAKind.test(one) ? 'same-body' : 'other-office'
}

/** One office in two lengths: Phó Chủ tịch HĐND tỉnh and Phó Chủ tịch Thường trực HĐND tỉnh Tuyên Quang. */
function isSameOffice(short: readonly string[], long: readonly string[]): boolean {
  if (short.join(' ') === long.join(' ')) return true
  // The head decides what an office is, and two words (Giám đốc) say too little to know a person by.
  return short.length >= 4 && short[0] === long[0] && short[1] === long[1] && isSubsequence(short, long)
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}

/** What is left of an office without its rank; empty where it names no rank known here. */
function bodyOf(words: readonly string[]): string {
  const office = words.join(' ')
  const rank = rankPattern.exec(office)
  return rank ? office.slice(rank[0].length) : ''
}
