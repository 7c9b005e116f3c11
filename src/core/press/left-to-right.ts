import { comparable } from '../text/fold'

/** Words of captions that say in which order people stand, and those that only address them. */
export interface OrderWords {
  /** What comes before the names: `từ trái sang`, `from left`. */
  markers: string[]
  /** What may stand before a name: `đồng chí`, `ông`. */
  address: string[]
  /** What sets a row apart: `hàng trước`. */
  rows: string[]
}

/**
 * The names of people in the order a caption gives them: what follows "từ trái sang", or a plain list of names.
 * Titles and offices in brackets or after a name are left out.
 * @param text a caption, or names set apart by commas, semicolons, "và" or lines
 */
export function namesLeftToRight(text: string, words: OrderWords): string[] {
  const list = afterMarker(text.normalize('NFC'), words.markers)
  return list
    .replaceAll(/\([^)]*\)/g, ' ')
    .split(/[,;\n]|\s+(?:và|and|&)\s+|\s[–-]\s/u)
    .map((piece) => nameIn(piece, words))
    .filter((name) => name !== '')
}

/** True where a text says that its names stand in order. */
export const tellsOrder = (text: string, { markers }: Pick<OrderWords, 'markers'>): boolean =>
  markers.some((marker) => comparable(text).includes(comparable(marker)))

function afterMarker(text: string, markers: string[]): string {
  const lower = text.toLocaleLowerCase('vi')
  const ends = markers.flatMap((marker) => {
    const at = lower.indexOf(marker)
    return at < 0 ? [] : [at + marker.length]
  })
  if (ends.length === 0) return text
  const rest = text.slice(Math.max(...ends))
  // Words between the marker and its colon belong to it: "Từ trái sang phải:", "Từ trái qua, hàng đầu:".
  const colon = rest.indexOf(':')
  const list = colon >= 0 && colon < 40 ? rest.slice(colon + 1) : rest.replace(/^[\s)\]:–-]+/u, '')
  return insideBrackets(list).split(/\.(?=\s+\p{Lu}|\s*$)/u)[0] ?? ''
}

/** Up to the bracket that closes one opened before: "… chủ trì (từ trái sang: A, B). Ảnh: C". */
function insideBrackets(list: string): string {
  let depth = 0
  for (const [at, letter] of [...list].entries()) {
    if (letter === '(') depth += 1
    else if (letter === ')' && --depth < 0) return [...list].slice(0, at).join('')
  }
  return list
}

function nameIn(piece: string, { address, rows }: OrderWords): string {
  let name = piece.trim()
  const row = rows.find((word) => name.toLocaleLowerCase('vi').startsWith(word))
  if (row) name = name.slice(row.length).replace(/^[^:]*:?\s*/u, '')
  for (;;) {
    const lower = name.toLocaleLowerCase('vi')
    const title = address.find((word) => lower.startsWith(`${word} `))
    if (!title) break
    name = name.slice(title.length + 1).trim()
  }
  // Two to six words, each with a capital: an office or a verb between commas is none.
  return /^\p{Lu}[\p{L}'’.-]*(\s+\p{Lu}[\p{L}'’.-]*){1,5}$/u.test(name) ? name : ''
}
