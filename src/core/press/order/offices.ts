import type { NameAt } from './names'
import type { Marker } from './read'
import type { OrderWords } from './words'

const longest = 200

/** The posts written after names, or right before them, of a list: "Lò Thị Hoà, Bí thư Tỉnh uỷ; …". */
export function officesOf(
  text: string,
  names: NameAt[],
  markers: Pick<Marker, 'start' | 'end'>[],
  words: OrderWords,
): Map<NameAt, string> {
  const offices = new Map<NameAt, string>()
  for (const [at, one] of names.entries()) {
    const next = names[at + 1]
    const stop = Math.min(
      next?.start ?? text.length,
      ...markers.filter(({ start }) => start >= one.end).map(({ start }) => start),
    )
    const after = text.slice(one.end, stop)
    const [own, others] = shared(after, next !== undefined && stop === next.start, words)
    const before = offices.get(one)
    if (before === undefined) offices.set(one, cleaned(own))
    if (next && others !== '') offices.set(next, cleaned(others))
  }
  const [first] = names
  if (first && offices.get(first) === '') offices.set(first, cleaned(lead(text.slice(0, first.start), markers, words)))
  return offices
}

/** What stands between two names: of the first, and of the second where it runs on into that name. */
function shared(between: string, runsOn: boolean, words: OrderWords): [string, string] {
  const bare = withoutAddress(between, words)
  if (!runsOn || bare !== between.trimEnd() || !/[\p{L}\p{N}]$/u.test(bare)) return [bare, '']
  const cut = Math.max(bare.lastIndexOf(','), bare.lastIndexOf(';'), bare.lastIndexOf(' và '))
  return cut < 0 ? [bare, ''] : [bare.slice(0, cut), bare.slice(cut).replace(/^\s*(?:[,;]|và)\s*/u, '')]
}

/** "Từ trái sang: Bí thư Tỉnh uỷ Lò Thị Hoà": the post before the first name. */
function lead(before: string, markers: Pick<Marker, 'end'>[], words: OrderWords): string {
  const from = markers.findLast(({ end }) => end <= before.length)?.end
  if (from === undefined) return ''
  const bare = withoutAddress(before.slice(from), words)
  return bare === before.slice(from).trimEnd() ? (bare.split(/[:(]/u).at(-1) ?? '') : ''
}

function withoutAddress(text: string, { address }: OrderWords): string {
  let rest = text.trimEnd()
  for (;;) {
    const small = rest.toLocaleLowerCase('vi').replace(/[.:]$/u, '')
    const title = address.find((one) => small.endsWith(one) && !/[\p{L}\p{N}]/u.test(small.at(-one.length - 1) ?? ''))
    if (!title) return rest
    rest = rest.slice(0, small.length - title.length).trimEnd()
  }
}

/** Only what reads like a post: it begins with a capital, and is no sentence. */
function cleaned(text: string): string {
  const bare = text
    .replace(/^[\s,;:–-]+/u, '')
    .replace(/^\(([^()]*)\).*$/su, '$1')
    .split(/[;\n]|\.(?:\s|$)/u)[0]!
    .replace(/\s+(?:và|and|cùng)\s*$/u, '')
    .replace(/[\s,.:(–-]+$/u, '')
    .replace(/\s+/gu, ' ')
  return /^\p{Lu}/u.test(bare) && bare.length <= longest ? bare : ''
}
