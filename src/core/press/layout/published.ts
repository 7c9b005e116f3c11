import type { PartialDate } from '../../model/common'
import { datesIn, isoDate, type WrittenDate } from '../dates'
import type { Vocabulary } from '../vocabulary'
import { bareByline } from './credits'
import type { Line } from './lines'

const TIME =
  /\b\d{1,2}\s*(?::|h|giờ)\s*\d{2}(?:\s*:\s*\d{2})?(?:\s*(?:phút|'))?(?:\s*(?:AM|PM|SA|CH))?|\(?GMT\s*\+\s*7\)?/giu
const WEEKDAY = /(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)/giu
const LABEL =
  /(?:in\s+(?:bài|trang|tin)(?:\s+viết)?|a[+-](?=\s|$)|cỡ\s+chữ|theo\s+dõi\s+trên\s+google\s+news|gửi\s+email|được\s+đăng|đã\s+đăng|được\s+viết|ngày\s+viết|ngày\s+tạo|được\s+tạo|ngày\s+đăng|đăng\s+ngày|đăng\s+vào|đăng\s+tin|đăng\s+lúc|ngày\s+xuất\s+bản|xuất\s+bản|ngày\s+cập\s+nhật|cập\s+nhật(?:\s+lúc|\s+ngày)?|lượt\s+xem\s*:?\s*\d*|tác\s+giả|ngày)/giu
const LONGEST = 110

const SHORT = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d\d)(?!\d)/u

/** "Thứ tư, 10-12-25 18:05:33": a year of two digits counts only with the weekday or the time. */
function shortDate(text: string): Pick<WrittenDate, 'start' | 'end' | 'day' | 'month' | 'year'> | null {
  const match = SHORT.exec(text)
  if (!match || Number(match[3]) > 12 || Number(match[1]) > 31 || !/thứ|chủ\s+nhật|\d\s*[:h]\s*\d\d/iu.test(text))
    return null
  const [day, month, year] = [match[1], match[3], match[4]].map(Number) as [number, number, number]
  return { start: match.index, end: match.index + match[0].length, day, month, year: 2000 + year }
}

const rest = (text: string): string =>
  text
    .replace(TIME, ' ')
    .replace(WEEKDAY, ' ')
    .replace(LABEL, ' ')
    .replace(/[\s,;:|•·()/–—[\].-]+/gu, ' ')
    .trim()

/** "Cập nhật lúc: 10:35", "Thứ Ba | 14:05": a time without a day says nothing of publishing. */
export const isTimeAlone = ({ text }: Line): boolean =>
  text.length <= 60 && /\d{1,2}\s*(?::|h|giờ)\s*\d{2}|thứ\s|cập\s+nhật/iu.test(text) && rest(text) === ''

/**
 * Reads a line that states when the page was published: "Thứ Hai, 08/07/2024 | 14:30",
 * "Ngày đăng: 8/7/2024", "Tuyên Quang, ngày 8 tháng 7 năm 2024", "Thế Anh - 9/7/2024".
 * @returns the date and the names standing with it, null where the line is something else
 */
export function publicationOf(line: Line, vocabulary: Vocabulary): { on: PartialDate; authors: string[] } | null {
  if (line.text.length > LONGEST || line.words > 18) return null
  const date = datesIn(line.text).find((one) => one.year !== null) ?? shortDate(line.text)
  if (!date || date.year === null) return null
  const on = isoDate(date.year, date.month, date.day)
  if (on === null) return null
  const words = rest(`${line.text.slice(0, date.start)} ${line.text.slice(date.end)}`)
  if (words === '' || line.block.role === 'date') return { on, authors: [] }
  const names = bareByline(words, vocabulary)
  if (!names) return null
  // "Tân An, 12/3/2025": a name parted from the day by a comma alone is where it was written.
  const isPlace = /^\p{L}[\p{L}\s.]*,\s*(?:ngày\s*)?$/iu.test(line.text.slice(0, date.start))
  return { on, authors: isPlace ? [] : names }
}
