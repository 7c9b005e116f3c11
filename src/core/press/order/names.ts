import type { OrderWords } from './words'

/** A name where it stands in a caption. */
export interface NameAt {
  name: string
  start: number
  end: number
}

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*"
const run = new RegExp(`${word}(?:[ \\t\\u00a0]+${word})*`, 'gu')
const most = 6
const usual = 4

/**
 * Names of people in a caption, in its order. Names known from the article are found as they are; others by how they
 * are written: after a form of address, by a surname, or alone between commas.
 * @param text in NFC
 */
export function namesIn(text: string, words: OrderWords, known: readonly string[] = []): NameAt[] {
  const found = known.flatMap((name) => everyPlaceOf(text, name.normalize('NFC')))
  const kept = withoutOverlaps(found.sort((a, b) => b.name.length - a.name.length))
  for (const match of text.matchAll(run)) {
    const free = kept.every(({ start, end }) => end <= match.index || start >= match.index + match[0].length)
    const name = free ? nameIn(text, match[0], match.index, words) : null
    if (name) kept.push(name)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function everyPlaceOf(text: string, name: string): NameAt[] {
  const found: NameAt[] = []
  const [where, what] = [text.toLocaleLowerCase('vi'), name.toLocaleLowerCase('vi')]
  if (what === '' || where.length !== text.length) return found
  for (let start = where.indexOf(what); start >= 0; start = where.indexOf(what, start + what.length)) {
    const end = start + what.length
    if (!/[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)) found.push({ name, start, end })
  }
  return found
}

function withoutOverlaps(names: NameAt[]): NameAt[] {
  const kept: NameAt[] = []
  for (const one of names) {
    if (kept.every(({ start, end }) => end <= one.start || start >= one.end)) kept.push(one)
  }
  return kept
}

/** The name in words that all begin with a capital: what stands before it may belong to a post or a place. */
function nameIn(text: string, capitals: string, start: number, words: OrderWords): NameAt | null {
  const parts = [...capitals.matchAll(/\S+/gu)].map((part) => ({ text: part[0], at: start + part.index }))
  const skipped = addressLength(
    parts.map((part) => part.text),
    words,
  )
  const own = parts.slice(skipped)
  const before = text.slice(0, own[0]?.at ?? start)
  const addressed = skipped > 0 || isAddressed(before, words)
  const from = own.findIndex((_, at) =>
    isName(
      own.slice(at).map((part) => part.text),
      { addressed: addressed && at === 0, after: at === 0 ? before : null, rest: text.slice(start + capitals.length) },
      words,
    ),
  )
  const first = own[from]
  if (!first) return null
  const name = text.slice(first.at, start + capitals.length).replace(/[.’'-]+$/u, '')
  return { name: name.replace(/\s+/gu, ' '), start: first.at, end: first.at + name.length }
}

/** Forms of address and ranks written with capitals: "Ông", "GS.TS". */
function addressLength(parts: string[], { address }: OrderWords): number {
  let count = 0
  for (;;) {
    const left = parts.slice(count).join(' ').toLocaleLowerCase('vi')
    const title = address.find((one) => left.startsWith(`${one} `) || left.startsWith(`${one}. `))
    if (!title) return count
    count += title.split(' ').length
  }
}

const isAddressed = (before: string, { address }: OrderWords): boolean => {
  const end = before.trimEnd().toLocaleLowerCase('vi').replace(/[.:]$/u, '')
  return address.some((one) => end.endsWith(one) && !/[\p{L}\p{N}]/u.test(end.at(-one.length - 1) ?? ''))
}

interface Around {
  addressed: boolean
  /** What stands before it; null where words with capitals do. */
  after: string | null
  rest: string
}

function isName(parts: string[], { addressed, after, rest }: Around, words: OrderWords): boolean {
  if (parts.length < 2 || parts.length > most) return false
  const whole = parts.join(' ').toLocaleLowerCase('vi')
  if (
    words.places.has(whole) ||
    parts.some((part) => /^(?:UBND|HĐND|MTTQ|UBMTTQ|TAND|VKSND|ĐBQH|TP|LĐLĐ|TNCS|CNVC|LLVT)\.?$/u.test(part))
  )
    return false
  const ends = /^\s*(?:$|[,;:.()\n–-]|\p{Ll})/u.test(rest)
  if (addressed) return ends
  const surname = words.surnames.has(parts[0]?.toLocaleLowerCase('vi') ?? '')
  const apart =
    /^\s*(?:$|[,;:.()\n–-]|(?:và|and|cùng|với|&|là|trao|tặng|phát|chụp|tại|ở|thăm|kiểm|chủ|dự|chúc|trong)(?!\p{L}))/u.test(
      rest,
    )
  if (after === null) return surname && apart && parts.length <= usual
  const last =
    after
      .trimEnd()
      .split(/[\s(]+/u)
      .at(-1)
      ?.toLocaleLowerCase('vi') ?? ''
  // "UBND tỉnh Trần Văn Nam" is a person's, "xã Nguyễn Huệ" a commune's.
  if (words.units.has(last)) return surname && apart && parts.length > 2 && parts.length <= usual
  if (surname && apart) return parts.length <= usual + 1
  // A people's own name, alone between commas.
  return (
    /(?:^|[,;:(\n–-]|\svà|\sand|\scùng|\d[.)])\s*$/u.test(after) &&
    /^\s*(?:$|[,;.)(\n–-]|và(?!\p{L})|and(?!\p{L}))/u.test(rest)
  )
}
