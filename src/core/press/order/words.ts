import type { VocabularyData } from '../vocabulary-data'

/** Words of captions that say where people stand, and what tells a name from other words with a capital. */
export interface OrderWords {
  /** Finds the next word of order; its named groups say which. */
  marker: RegExp
  rank(row: string): number
  nth(ordinal: string): number
  isLeft(side: string): boolean
  /** What may stand before a name: `đồng chí`, `ông`, `Đại tá`; small letters, the longest first. */
  address: string[]
  /** Words of a place before its name: `huyện`. */
  units: ReadonlySet<string>
  surnames: ReadonlySet<string>
  /** Names that look like people's and are places: `Thái Nguyên`. */
  places: ReadonlySet<string>
}

const small = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi')

/** The words of order out of the reader's lists. */
export function orderWords({ captions, honorifics, surnames, units, provinces }: VocabularyData): OrderWords {
  const ranks = byWord(captions.rows.map(({ rank, words }) => [rank, words]))
  const ordinals = byWord(captions.ordinals.map(({ nth, words }) => [nth, words]))
  const left = new Set(captions.left.map(small))
  const address = [...honorifics.singular, ...honorifics.plural, ...honorifics.roles, ...honorifics.ranks]
  const names = provinces.mergers.flatMap(({ name, from }) => [name, ...from])
  return {
    marker: markerOf(captions),
    rank: (row) => ranks.get(spaced(row)) ?? 1,
    nth: (ordinal) => ordinals.get(spaced(ordinal)) ?? 1,
    isLeft: (side) => left.has(small(side)),
    address: address.map(small).sort((a, b) => b.length - a.length),
    units: new Set([...units.admin, ...units.levels, ...units.sites].map(small)),
    surnames: new Set([...surnames.common, ...surnames.rare].map(small)),
    places: new Set([...names, ...provinces.unchanged, ...provinces.towns, ...provinces.districts].map(small)),
  }
}

const spaced = (text: string): string => small(text).replace(/\s+/gu, ' ')

const byWord = (entries: [number, string[]][]): Map<string, number> =>
  new Map(entries.flatMap(([value, words]) => words.map((word) => [small(word), value] as const)))

/** One of some words, the longest first, whatever the white space between them. */
const oneOf = (words: string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .normalize('NFC')
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, '\\s+'),
    )
    .join('|')

/**
 * The places of single people come first, since "thứ hai từ trái" holds "từ trái". A bare side or middle counts in
 * brackets or between commas only: "bên trái" is as well the left of a road.
 */
function markerOf(captions: VocabularyData['captions']): RegExp {
  const side = oneOf([...captions.left, ...captions.right])
  const stands = '(?:(?:người|vị\\s+trí|đứng|ngồi|ở)\\s+)*'
  const of = '(?:\\s*,?\\s*(?:từ|tính\\s+từ|kể\\s+từ|bên|phía|tay|ở|from|on|the|tính))*'
  const on = '(?:\\s+(?:sang|qua)(?:\\s+(?:trái|phải))?)?'
  const patterns = [
    `${stands}(?<ordinal>${oneOf(captions.ordinals.flatMap(({ words }) => words))})${of}\\s+(?<fromSide>${side})${on}`,
    `${stands}(?:${oneOf(captions.outermost)})${of}\\s+(?<endSide>${side})`,
    `(?<=[(,]\\s*)${stands}(?:(?:bên|phía|bìa|on|the)\\s+)*(?<bareSide>${side})(?=\\s*[),])`,
    `(?<=[(,]\\s*)${stands}(?<middle>${oneOf(captions.middle)})(?=\\s*[),])`,
    `(?<toRight>${oneOf(captions.leftToRight)})`,
    `(?<toLeft>${oneOf(captions.rightToLeft)})`,
    `(?<row>${oneOf(captions.rows.flatMap(({ words }) => words))})`,
    // "Ngồi: …; đứng: …" at the beginning of a clause.
    '(?<=^|[.;\\n]\\s*)(?<posture>ngồi|đứng)(?=\\s*(?:[(:,]|từ))',
  ]
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
