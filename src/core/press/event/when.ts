import type { PartialDate, TextSpan } from '../../model/common'
import { datesIn, isoDate, likelyYear, type WrittenDate } from '../dates'
import type { Part, Scene } from '../scene'

export interface When {
  from: PartialDate | null
  to: PartialDate | null
  span: TextSpan | null
  /** The year was not written but concluded. */
  yearInferred: boolean
}

const NOWHEN: When = { from: null, to: null, span: null, yearInferred: false }
const PAST =
  /(?:kỷ niệm|thành lập|sinh|trước|sau|Luật|Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|văn bản|công văn|số[^.;,]{1,40})\s*(?:ngày\s*)?\(?$/iu
const OPENING =
  /(?:^|[.;:,–-]\s*|\)\s*)(?:\([^)]{1,30}\)\s*[-–]?\s*)?(?:vào\s+)?(?:trong\s+)?(?:\d\s+ngày|(?:các\s+|hai\s+|ba\s+)?ngày|sáng|trưa|chiều|tối|đêm)(?:\s+(?:nay|sớm|qua|mai))?(?:,)?\s*(?:ngày\s*)?\(?$/iu

/**
 * When the event was: the first date that opens a sentence or follows a half-day, from the lede on.
 * A missing year comes from the page's own date, else from the years the text names.
 * @param citations spans of cited documents, whose dates are theirs
 * @param own the paragraph that names the event
 */
export function whenIn(
  scene: Scene,
  parts: readonly Part[],
  published: PartialDate | null,
  citations: readonly TextSpan[],
  own?: Part,
): When {
  let best: { date: WrittenDate; part: Part; score: number } | null = null
  for (const [rank, part] of parts.entries()) {
    for (const date of datesIn(part.text)) {
      const base = scoreOf(part, date, citations)
      const score = base - rank + (base > 0 && part === own ? 4 : 0)
      if (score > 0 && (!best || score > best.score)) best = { date, part, score }
    }
  }
  if (!best) return today(parts, published)
  const when = resolved(scene, best.part, best.date, published)
  return when.to === null ? { ...when, to: lastDay(scene, best.date, when) } : when
}

/** The last day, where a later sentence says "diễn ra trong 2 ngày 10 và 11/7" of an event that began on the 10th. */
function lastDay(scene: Scene, first: WrittenDate, when: When): PartialDate | null {
  if (when.from === null) return null
  for (const part of scene.parts) {
    if (part.part !== 'lede' && part.part !== 'body') continue
    for (const date of datesIn(part.text)) {
      if (!date.to || date.day !== first.day || date.month !== first.month) continue
      // "Trong khuôn khổ chuyến thăm, từ ngày 14 đến 16-8, Đoàn sẽ …" tells of the journey.
      if (/chuyến\s+(?:thăm|công tác|đi)[^.]*$/iu.test(part.text.slice(Math.max(0, date.start - 80), date.start)))
        continue
      return isoDate(date.to.year ?? Number(when.from.slice(0, 4)), date.to.month, date.to.day)
    }
  }
  return null
}

function scoreOf(part: Part, date: WrittenDate, citations: readonly TextSpan[]): number {
  // "Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2025)": an anniversary, no span of days.
  if (date.year !== null && date.to?.year && date.to.year - date.year > 1) return -1
  const cited = citations.some(
    (span) => span.part === part.part && span.index === part.index && span.start <= date.start && date.end <= span.end,
  )
  if (cited) return -1
  const before = part.text.slice(Math.max(0, date.start - 60), date.start)
  const half = /(?:sáng|chiều|tối|trưa)\s*(?:nay\s*)?,?\s*(?:ngày\s*)?\(?$/iu.test(before)
  if (PAST.test(before) && !half) return -1
  return (OPENING.test(before) || before.trim() === '' ? 12 : 5) + (half ? 3 : 0)
}

/** "Sáng nay", "hôm nay" without a date mean the day of the page. */
function today(parts: readonly Part[], published: PartialDate | null): When {
  if (published === null) return NOWHEN
  for (const part of parts) {
    const word = /(?:^|[\s(])((?:sáng|chiều|trưa|tối|hôm)\s+nay)(?=[\s,)]|$)/iu.exec(part.text)
    if (!word) continue
    const start = word.index + word[0].length - (word[1]?.length ?? 0)
    const span = { part: part.part, index: part.index, start, end: start + (word[1]?.length ?? 0) }
    return { from: published, to: null, span, yearInferred: false }
  }
  return NOWHEN
}

function resolved(scene: Scene, part: Part, date: WrittenDate, published: PartialDate | null): When {
  const span = { part: part.part, index: part.index, start: date.start, end: date.end }
  const endYear = date.to?.year ?? null
  const year = date.year ?? endYear ?? inferredYear(scene, date, published)
  if (year === null) return { ...NOWHEN, span }
  const from = isoDate(year, date.month, date.day)
  const to = date.to
    ? isoDate(date.to.year ?? year + (date.to.month < date.month ? 1 : 0), date.to.month, date.to.day)
    : null
  return { from, to: to === from ? null : to, span, yearInferred: date.year === null && endYear === null }
}

/** The year in which the day lies closest before the page's date; without one the year the text names most. */
function inferredYear(scene: Scene, date: WrittenDate, published: PartialDate | null): number | null {
  if (published === null) {
    return likelyYear(
      scene.parts.map((part) => part.text),
      date,
    )
  }
  const year = Number(published.slice(0, 4))
  const thisYear = isoDate(year, date.month, date.day)
  // A notice may run up to a month ahead of its event; more means last year's December read in January.
  const monthsAhead = date.month - Number(published.slice(5, 7) || '12')
  return thisYear !== null && thisYear > published && monthsAhead > 1 ? year - 1 : year
}
