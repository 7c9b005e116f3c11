import { bodyAt } from '../bodies'
import { partOf, type Scene } from '../scene'
import type { Vocabulary } from '../vocabulary'
import { withoutNumbers } from './caption-labels'
import { isShouted, keyOf, type Line } from './lines'

export interface Credits {
  authors: string[]
  photographers: string[]
  /** A newspaper or agency the article was taken from. */
  outlet: string | null
}

interface CreditWords {
  label: RegExp
  kindOf: Map<string, 'photo' | 'text' | 'both'>
  source: RegExp
  /** "Tin, ảnh Lê An": the label of a whole line may lack its colon. */
  loose: RegExp
  /** "Ghi chép của Lê An". */
  written: RegExp
  role: RegExp
  nobody: Set<string>
  collective: Set<string>
  /** Beginnings of a group's name: "ban ", "phòng ". */
  groups: string[]
}

const compiled = new WeakMap<Vocabulary, CreditWords>()
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*')

function wordsFor(vocabulary: Vocabulary): CreditWords {
  let words = compiled.get(vocabulary)
  if (!words) {
    const { credits } = vocabulary.data
    const kindOf = new Map<string, 'photo' | 'text' | 'both'>()
    for (const phrase of credits.photo) kindOf.set(labelKey(phrase), 'photo')
    for (const phrase of credits.text) kindOf.set(labelKey(phrase), 'text')
    for (const phrase of credits.both) kindOf.set(labelKey(phrase), 'both')
    const labels = [...credits.photo, ...credits.text, ...credits.both].sort((a, b) => b.length - a.length).map(literal)
    words = {
      label: new RegExp(`(?<![\\p{L}])(${labels.join('|')})\\s*[:：]\\s*`, 'giu'),
      kindOf,
      source: new RegExp(
        `^\\(?(?:${[...credits.sources_of]
          .sort((a, b) => b.length - a.length)
          .map((word) => literal(word.replace(/:$/, '')))
          .join('|')})(?:\\s*:|\\s)\\s*`,
        'iu',
      ),
      loose: new RegExp(`^(${credits.both.map(literal).join('|')})\\s+(?=\\p{Lu})`, 'u'),
      written: new RegExp(`^(${[...credits.text, ...credits.both].map(literal).join('|')})\\s+của\\s+(?=\\p{Lu})`, 'u'),
      role: new RegExp(`\\s*[(-]?\\s*(?:${credits.roles.map(literal).join('|')})\\)?\\s*$`, 'iu'),
      nobody: new Set(credits.notPhotographers.map(keyOf)),
      collective: new Set(credits.collective.map(keyOf)),
      groups: credits.collective.map((phrase) => `${keyOf(phrase)} `),
    }
    compiled.set(vocabulary, words)
  }
  return words
}

const labelKey = (text: string): string =>
  keyOf(text)
    .replace(/[\s,–-]+/g, ' ')
    .replace(/ và /g, ' va ')

/**
 * Reads a credit line: "Ảnh: X", "Tin, ảnh: X - Y", "Bài: X; ảnh: Y", "Thế Anh - Ảnh: Bàn Thanh".
 * @returns null where the line is none
 */
export function creditsOf(text: string, vocabulary: Vocabulary): Credits | null {
  const words = wordsFor(vocabulary)
  const plain = unbracket(text)
  if (plain.length > 160) return null
  const line = plain.replace(words.loose, '$1: ').replace(words.written, '$1: ')
  if (words.source.test(line) && !/(?:ảnh|hình)\s*:/iu.test(line.slice(8))) return null
  const labels = [...line.matchAll(words.label)]
  const first = labels[0]
  if (!first) return null
  const credits: Credits = { authors: [], photographers: [], outlet: null }
  const before = line.slice(0, first.index).replace(/[\s,;|.(–-]+$/u, '')
  if (before !== '') {
    const names = namesIn(before, words)
    if (!names) return null
    credits.authors.push(...names)
  }
  for (const [i, label] of labels.entries()) {
    const credited = line.slice(label.index + label[0].length, labels[i + 1]?.index ?? line.length)
    const names = namesIn(credited, words) ?? namesBeforeOffice(credited, words, vocabulary)
    if (!names) return null
    const kind = words.kindOf.get(labelKey(label[1] ?? ''))
    if (kind !== 'photo') credits.authors.push(...names)
    if (kind !== 'text') credits.photographers.push(...names.filter((name) => !words.nobody.has(keyOf(name))))
  }
  return credits
}

const unbracket = (text: string): string => /^\((.*)\)\.?$/u.exec(text.trim())?.[1] ?? text.trim()

/** Names of a credit, split; null where the words are a sentence. */
function namesIn(text: string, words: CreditWords): string[] | null {
  const clean = text
    .trim()
    .replace(/^[\s,;|–-]+|[\s.,;|–)-]+$/gu, (edge) => (edge.includes(')') && text.includes('(') ? ')' : ''))
  if (clean === '') return []
  const names = clean
    .replace(
      /(?:\/|\s[-–]\s)(?:TTXVN|VGP|VOV|VTV|TTX|\p{Lu}{3,6}(?<=\/\p{Lu}{3,6}))(?=$|[,;\s])|(?<=^|[,;\s])(?:VGP|TTXVN|VOV|TTX|PV)\/(?=\p{Lu})/gu,
      '',
    )
    .split(/\s*(?:,|;|\/|\||&|\s[-–—]\s|[–—]|(?<=\p{Ll})-(?=\p{Lu})|(?<=\p{Lu}{2})-(?=\p{Lu}{2})|\s+và\s+)\s*/u)
    .filter((name) => name !== '')
  return names.every((name) => isNameLike(name, words)) ? names.map(withoutOffice) : null
}

/** "Nguyễn Quân (Bộ CHQS tỉnh)": for whom somebody writes is no part of the name; "(CTV)" is. */
const withoutOffice = (name: string): string => name.replace(/\s*\([^()\s]+\s[^()]*\)$/u, '')

function isNameLike(name: string, words: CreditWords): boolean {
  if (words.nobody.has(keyOf(name)) || words.collective.has(keyOf(name))) return true
  const plain = name.replace(/\([^)]*\)/gu, '').trim()
  const parts = plain.split(/\s+/)
  if (parts.length === 0 || parts.length > 6 || plain.length > 45) return false
  const key = keyOf(plain)
  if (words.groups.some((phrase) => key.startsWith(phrase))) return true
  return parts.every((part) => /^\p{Lu}[\p{L}\p{M}'’.]*$/u.test(part))
}

/** "Thế Anh", "THANH HUYỀN", "Vũ Nguyệt – Nhật Quang", "Nhóm PV": a line that is only names. */
export function bareByline(text: string, vocabulary: Vocabulary): string[] | null {
  const words = wordsFor(vocabulary)
  if (text.length > 90 || /[:!?…;]$/u.test(text) || /\d/.test(text)) return null
  // "h.v", "T.N"
  if (/^\p{L}(?:\.\s?\p{L}){1,3}\.?$/u.test(text.trim())) return [text.trim()]
  const plain = unbracket(text).replace(words.role, '') || unbracket(text)
  const names = namesIn(plain, words) ?? namesIn(beforeOffice(plain, vocabulary), words)
  if (isOffice(plain, words, vocabulary)) return [plain.trim()]
  if (!names || names.length === 0) return null
  const long = names.some(
    (name) =>
      name
        .replace(/\([^)]*\)/gu, '')
        .trim()
        .split(/\s+/).length > 5,
  )
  const abbreviation = names.some((name) => /^(?:HĐND|UBND|MTTQ|ĐBQH|TIN|ẢNH|VIDEO)$/u.test(name))
  return long || abbreviation ? null : names
}

/** "Văn phòng HĐND - UBND phường": an office that signs, whatever stands inside its name. */
function isOffice(line: string, words: CreditWords, vocabulary: Vocabulary): boolean {
  const key = /\s[-–]\s|,/.test(line) ? keyOf(line) : ''
  if (key === '' || !words.groups.some((phrase) => key.startsWith(phrase))) return false
  const part = partOf('body', 0, line.trim())
  const scene: Scene = { vocabulary, parts: [part], people: new Set(), places: new Set() }
  return bodyAt(scene, part, 0)?.end === part.tokens.length
}

function namesBeforeOffice(credited: string, words: CreditWords, vocabulary: Vocabulary): string[] | null {
  const names = namesIn(beforeOffice(credited, vocabulary), words)
  return names && names.length > 0 ? names : null
}

/** "Lê An - Văn phòng HĐND tỉnh": the name without the office it writes for; nothing where no body follows. */
function beforeOffice(line: string, vocabulary: Vocabulary): string {
  const cut = /\s*(?:[-–,]|\s\()\s*/u.exec(line)
  if (!cut) return '.'
  const rest = line.slice(cut.index + cut[0].length).replace(/\)$/u, '')
  // "Hoàng Thị Lan - CC xã": initials of a post and a level.
  if (/^\p{Lu}{2,6}\s+(?:xã|phường|huyện|tỉnh|thành phố|đặc khu)$/u.test(rest)) return line.slice(0, cut.index)
  const part = partOf('body', 0, rest)
  const scene: Scene = { vocabulary, parts: [part], people: new Set(), places: new Set() }
  return bodyAt(scene, part, 0)?.end === part.tokens.length ? line.slice(0, cut.index) : '.'
}

/** "Theo Báo X", "Nguồn: X": the outlet, neither author nor junk. */
export function sourceOf(line: Line, vocabulary: Vocabulary): string | null {
  const match = wordsFor(vocabulary).source.exec(line.text)
  if (!match || line.words > 12 || (/[.]$/.test(line.text) && line.words > 7)) return null
  const outlet = unbracket(line.text.slice(match[0].length).replace(/[).]+$/u, ''))
  // "Nguồn: Báo và phát thanh, truyền hình Đắk Lắk": after a colon a comma is part of the name.
  const labelled = /^\(?nguồn[^:]{0,8}:/iu.test(line.text)
  return /^\p{Lu}|^\w+\./u.test(outlet) && (labelled || !/,\s/u.test(outlet)) ? outlet : null
}

const CAPTION_CREDIT_REACH = 70

/** A caption and the credit at its end: "Quang cảnh hội nghị. Ảnh: X", "… (Ảnh: X)". */
export function splitCaption(
  text: string,
  vocabulary: Vocabulary,
): { text: string; photographers: string[]; credited: boolean } {
  const words = wordsFor(vocabulary)
  const from = Math.max(0, text.length - CAPTION_CREDIT_REACH)
  const labels = [...text.slice(from).matchAll(words.label)]
  const last = labels.at(-1)
  if (last && words.kindOf.get(labelKey(last[1] ?? '')) !== 'text') {
    const at = from + last.index
    const names = namesIn(text.slice(at + last[0].length).replace(/\)\s*\.?$/u, ''), words)
    if (names && names.length > 0) {
      const photographers = names.filter((name) => !words.nobody.has(keyOf(name)))
      return { text: unwrapped(text.slice(0, at).replace(/[\s([–/|-]+$/u, '')), photographers, credited: true }
    }
  }
  const source = /[.!…)”"]\s+\(?Nguồn(?:\s+ảnh)?\s*:\s*[^.:]{2,40}\)?\.?$/u.exec(text.slice(from))
  if (source) return { text: unwrapped(text.slice(0, from + source.index + 1)), photographers: [], credited: true }
  const bare = /[.!…)”"]\s+\(?(?:Ảnh|ảnh|Hình)\s+((?:\p{Lu}[\p{L}\p{M}]*\s?){1,5})\)?\.?$/u.exec(text.slice(from))
  const bareNames = bare?.[1] ? namesIn(bare[1], words) : null
  if (bare && bareNames)
    return { text: unwrapped(text.slice(0, from + bare.index + 1)), photographers: bareNames, credited: true }
  return { text: unwrapped(text), photographers: [], credited: false }
}

/** Brackets and an "Ảnh:" around the whole caption are no part of it. */
function unwrapped(text: string): string {
  const inner = /^[([](.*)[)\]]\.?$/su.exec(text.trim())?.[1]
  const plain = inner !== undefined && !/[()[\]]/.test(inner) ? inner.trim() : text.trim()
  const open = /^[([](?=[^)\]]*$)/u.test(plain) ? plain.slice(1).trim() : plain
  return withoutNumbers(open).replace(/^(?:Ảnh|Hình)\s*[:.]\s*(?=\p{Lu})/u, '')
}

export const isShoutedName = (text: string): boolean => isShouted(text) && text.split(' ').length <= 5
