import type { PartialDate } from '../model/common'

/** A calendar date as written: the year may be missing. */
export interface WrittenDate {
  start: number
  end: number
  day: number
  month: number
  year: number | null
  /** Last day of a range or pair of days. */
  to: { day: number; month: number; year: number | null } | null
}

const DAY = '(?<![\\d/.])(0?[1-9]|[12]\\d|3[01])'
const MONTH = '(0?[1-9]|1[0-2])'
const YEAR = '((?:19|20)\\d\\d)'
const NUMERIC = `${DAY}\\s?([/.\\-–])\\s?${MONTH}(?:\\s?[/.\\-–]\\s?${YEAR})?(?![\\d/])`
const WORDED = `${DAY}\\s+tháng\\s+${MONTH}(?:\\s*(?:,?\\s*năm\\s+|/|-|,\\s*|(?=\\s(?:19|20)\\d\\d)\\s)${YEAR})?(?!\\d)`
const MONTHS = 'một hai ba tư năm sáu bảy tám chín mười'.split(' ')
/** "9 Tháng Mười, 2025", as some sites write it. */
const NAMED_DATE = new RegExp(
  `${DAY}\\s+tháng\\s+(mười\\s+(?:một|hai)|${MONTHS.join('|')}),?\\s+(?:năm\\s+)?${YEAR}(?!\\d)`,
  'giu',
)
const NUMERIC_DATE = new RegExp(NUMERIC, 'giu')
const WORDED_DATE = new RegExp(WORDED, 'giu')
/** "8 và 9/7", "từ ngày 8 đến 10/7", "8 - 10/7": a first day that borrows month and year from the second. */
const FIRST_DAY =
  /(?:^|[^\d/.\-–])(0?[1-9]|[12]\d|3[01])\s*(?:,\s*\d{1,2}\s*)?(?:-|–|và|đến(?:\s+(?:hết\s+)?ngày)?|đến hết)\s*(?:ngày\s+)?$/iu
const BETWEEN_FULL = /^\s*(?:-|–|và|đến|đến hết)\s*(?:(?:sáng|trưa|chiều|tối|hết)\s+)?(?:ngày\s+)?$/iu
const LEAD = /(?:ngày|sáng|trưa|chiều|tối|nay|mai|qua|đến|từ|hôm|mùng|\()\s*(?:ngày\s*)?\(?$/iu

/**
 * Every date of a text, in order. A date without a year counts only after a word that announces one
 * (ngày, sáng, chiều …), so that "19/19 tiêu chí" and "4/5 xã" are none.
 */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  for (const match of text.matchAll(NUMERIC_DATE)) {
    const date = written(match.index, match[0], match[1], match[3], match[4])
    if (date.year !== null || isAnnounced(text, date.start)) found.push(withFirstDay(text, date))
  }
  for (const match of text.matchAll(WORDED_DATE)) {
    found.push(withFirstDay(text, written(match.index, match[0], match[1], match[2], match[3])))
  }
  if (/tháng\s+\p{L}/iu.test(text)) {
    for (const match of text.matchAll(NAMED_DATE))
      found.push(written(match.index, match[0], match[1], monthNumber(match[2] ?? ''), match[3]))
  }
  return joinRanges(
    text,
    found.sort((a, b) => a.start - b.start),
  )
}

function monthNumber(words: string): string {
  const [first = '', second] = words.toLowerCase().split(/\s+/)
  return String(second === undefined ? MONTHS.indexOf(first) + 1 : 10 + MONTHS.indexOf(second) + 1)
}

function written(start: number, words: string, day = '', month = '', year?: string): WrittenDate {
  const date = { day: Number(day), month: Number(month), year: year === undefined ? null : Number(year) }
  return { start, end: start + words.length, ...date, to: null }
}

function isAnnounced(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  return LEAD.test(before) || (FIRST_DAY.test(before) && /(?:ngày|sáng|chiều|từ|trong)/iu.test(before))
}

function withFirstDay(text: string, date: WrittenDate): WrittenDate {
  const before = text.slice(Math.max(0, date.start - 30), date.start)
  const first = FIRST_DAY.exec(before)
  const day = Number(first?.[1] ?? 0)
  if (
    !first ||
    day >= date.day ||
    !/(?:ngày|sáng|chiều|từ|trong|tối)\s*(?:ngày\s*)?\(?[\d, ]*\s*(?:-|–|và|đến)/iu.test(before)
  )
    return date
  const to = { day: date.day, month: date.month, year: date.year }
  return { ...date, start: date.start - (before.length - before.lastIndexOf(first[1] ?? '')), day, to }
}

/** "từ ngày 30/6 đến ngày 2/7/2025": two full dates that are one range. */
function joinRanges(text: string, dates: WrittenDate[]): WrittenDate[] {
  const joined: WrittenDate[] = []
  for (const date of dates) {
    const last = joined.at(-1)
    if (last && date.start < last.end) continue
    const isRange = last && !last.to && BETWEEN_FULL.test(text.slice(last.end, date.start))
    if (isRange && text.slice(last.end, date.start).trim() !== '') {
      last.to = { day: date.day, month: date.month, year: date.year }
      last.year ??= date.year
      last.end = date.end
    } else joined.push(date)
  }
  return joined
}

/** `2024-07-08`; null for a day that month does not have. */
export function isoDate(year: number, month: number, day: number): PartialDate | null {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > days) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const PLAIN_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/** The year an article without one in its date most likely means, from the years its words name. */
export function likelyYear(texts: readonly string[], date: { day: number; month: number }): number | null {
  const counts = new Map<number, number>()
  for (const text of texts) {
    for (const match of text.matchAll(PLAIN_YEAR)) {
      const before = text.slice(Math.max(0, match.index - 24), match.index)
      if (/Luật\s[^.;]{3,70}$/u.test(text.slice(Math.max(0, match.index - 80), match.index))) continue
      const ofQuarter = /(?:quý\s+[IVX\d]+|tháng\s+\d{1,2})\s*[-/]\s*$/iu.test(before)
      if (!ofQuarter && /nhiệm kỳ|giai đoạn|[-–]\s*$|từ năm|đến năm|khóa|\/$/iu.test(before)) continue
      const ahead = /(?:nhiệm vụ|phương hướng|kế hoạch|mục tiêu|dự toán|giải pháp)\s+(?:trong\s+)?năm\s*$/iu.test(
        before,
      )
      const year = Number(match[0]) - (ahead && date.month >= 10 ? 1 : 0)
      counts.set(year, (counts.get(year) ?? 0) + 1)
    }
  }
  let best: number | null = null
  if (counts.size === 0) return termStart(texts) ?? nearFullDate(texts, date)
  for (const [year, count] of counts) {
    const top = best === null ? 0 : (counts.get(best) ?? 0)
    if (count > top || (count === top && best !== null && year > best)) best = year
  }
  return best
}

/** Where only a term is named ("nhiệm kỳ 2025 - 2030"), the congress that opens it was in its first year. */
function termStart(texts: readonly string[]): number | null {
  for (const text of texts) {
    const congress = /đại hội/iu.test(text) ? /nhiệm kỳ\s+((?:19|20)\d\d)\s*[-–]/iu.exec(text) : null
    if (congress) return Number(congress[1])
  }
  return null
}

const DAY_MS = 86_400_000
/** An event may stand a few days before the anniversary it is held for, not months before a paper it cites. */
const GRACE_DAYS = 20

const AHEAD = /(?:trước|hạn|hoàn thành|chậm nhất|hiệu lực|dự kiến|kể|áp dụng)\s+(?:[^\s,;.]+\s+){0,2}(?:ngày\s*)?$/iu

/**
 * The first year in which the day does not lie well before the latest full date the text names;
 * where it only names days ahead, the last year in which it does not lie after the first of them.
 */
function nearFullDate(texts: readonly string[], { day, month }: { day: number; month: number }): number | null {
  let latest = Number.NEGATIVE_INFINITY
  let ahead = Number.POSITIVE_INFINITY
  for (const text of texts) {
    for (const date of datesIn(text)) {
      // "hoàn thành trước ngày 31/10/2025" lies ahead of the event.
      const isAhead = AHEAD.test(text.slice(Math.max(0, date.start - 40), date.start))
      for (const { year, month: m, day: d } of date.to ? [date, date.to] : [date]) {
        if (year === null) continue
        if (isAhead) ahead = Math.min(ahead, Date.UTC(year, m - 1, d))
        else latest = Math.max(latest, Date.UTC(year, m - 1, d))
      }
    }
  }
  if (!Number.isFinite(latest)) {
    if (!Number.isFinite(ahead)) return null
    const year = new Date(ahead).getUTCFullYear()
    return Date.UTC(year, month - 1, day) > ahead ? year - 1 : year
  }
  const year = new Date(latest).getUTCFullYear()
  return Date.UTC(year, month - 1, day) < latest - GRACE_DAYS * DAY_MS ? year + 1 : year
}
