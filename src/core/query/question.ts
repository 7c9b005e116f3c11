import { fold } from '../text/fold'
import { parseDateRange } from './dates'
import { fieldNames } from './fields'
import type { QueryField } from './query'

/** One way to understand a question: what is looked for, and the search that says so. */
export interface QuestionReading {
  of: 'photos' | 'articles'
  text: string
}

type Role = 'what' | 'who' | 'where'

/** Words a question begins with that ask for nothing. */
const OPENING = ['cho', 'tôi', 'xem', 'tìm', 'mọi', 'tất', 'cả', 'toàn', 'bộ', 'các', 'những', 'all', 'the', 'find']
const KINDS: Record<QuestionReading['of'], string[]> = {
  photos: ['ảnh', 'hình', 'bức', 'tấm', 'photo', 'photos', 'picture', 'pictures'],
  articles: ['bài', 'tin', 'viết', 'báo', 'article', 'articles'],
}
const CUES: Record<'who' | 'where', string[]> = { who: ['của', 'of', 'by'], where: ['tại', 'ở', 'trong', 'at', 'in'] }
const DATES = ['năm', 'tháng', 'ngày']

/** The fields that may be meant, the likelier first; null is words as they are. */
const FIELDS: Record<QuestionReading['of'], Record<Role, (QueryField | null)[]>> = {
  photos: { what: ['event', null], who: ['person', 'photo'], where: ['place', 'event'] },
  articles: { what: [null], who: ['person', 'author', 'body'], where: ['place', 'event'] },
}

/**
 * Understands a search written as a question: "mọi ảnh của Lê Văn An tại Hà Giang năm 2024", with or without marks.
 * @returns the searches it may mean, the likeliest first; none where it is no such question
 */
export function readQuestion(typed: string): QuestionReading[] {
  if (/["“”„«»:|]/u.test(typed)) return []
  const words = typed
    .normalize('NFC')
    .split(/\s+/u)
    .map((word) => word.replace(/[,.?!;]+$/u, ''))
    .filter(Boolean)
  const begun = words.findIndex((word) => !isOne(word, OPENING))
  const asked = kindAt(words, Math.max(begun, 0))
  const { parts, date } = partsOf(words.slice(asked.next))
  if (parts.size - (parts.has('what') ? 1 : 0) === 0 && !(date && asked.of)) return []
  const order = asked.of === 'photos' ? (['photos', 'articles'] as const) : (['articles', 'photos'] as const)
  return order.flatMap((of) => worded(of, parts).map((text) => ({ of, text: date ? `${text} ${date}`.trim() : text })))
}

/** What is asked for and where the question goes on. */
function kindAt(words: string[], from: number): { of: QuestionReading['of'] | null; next: number } {
  const isKind = (word: string | undefined) => word !== undefined && isOne(word, [...KINDS.photos, ...KINDS.articles])
  let next = from
  while (isKind(words[next])) next++
  const named = words.slice(from, next)
  if (named.length === 0) return { of: null, next }
  return { of: named.some((word) => isOne(word, KINDS.photos)) ? 'photos' : 'articles', next }
}

/** The words by what they say, and the date as a search writes it. */
function partsOf(words: string[]): { parts: Map<Role, string>; date: string | null } {
  const parts = new Map<Role, string>()
  let role: Role = 'what'
  let date: string | null = null
  for (let at = 0; at < words.length; at++) {
    const dated = dateAt(words, at)
    const cue = (['who', 'where'] as const).find((one) => isOne(words[at]!, CUES[one]))
    if (dated) {
      date = `${fieldNames.date[0]}:${dated.date}`
      at = dated.end - 1
    } else if (cue && at + 1 < words.length) role = cue
    else parts.set(role, `${parts.get(role) ?? ''} ${words[at]}`.trim())
  }
  return { parts, date }
}

/** A date in words: `năm 2024`, `tháng 7 năm 2024`, `ngày 8/7/2024`, `2024`. */
function dateAt(words: string[], from: number): { date: string; end: number } | null {
  const said: string[] = []
  let end = from
  for (; end < words.length && said.length < 3; end++) {
    const word = words[end]!
    if (isNumber(word)) said.push(word)
    // Nam is a name as well.
    else if (!isOne(word, DATES) || !isNumber(words[end + 1])) break
  }
  const date = said.join('/')
  return /\d{4}$/.test(date) && typeof parseDateRange(date) === 'object' && parseDateRange(date) ? { date, end } : null
}

const isNumber = (word: string | undefined): boolean => /^[\d/]+$/.test(word ?? '')

/** Every choice of fields for the parts. */
function worded(of: QuestionReading['of'], parts: Map<Role, string>): string[] {
  const choices = [...parts].map(([role, words]) =>
    FIELDS[of][role].map((field) => (field ? `${fieldNames[field][0]}:"${words}"` : words)),
  )
  return choices.reduce((before, next) => before.flatMap((a) => next.map((b) => `${a} ${b}`.trim())), [''])
}

/** True where a word typed with its marks, or without any, is one of these. */
function isOne(word: string, of: string[]): boolean {
  const typed = fold(word, 'tone')
  const unmarked = fold(word, 'bare') === typed
  return of.some((one) => typed === one || (unmarked && fold(one, 'bare') === typed))
}
