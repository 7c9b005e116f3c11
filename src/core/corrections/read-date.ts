import type { PartialDate } from '../model/common'

/** Why a text in a column of dates is none that a record can keep. */
export type DateProblem = 'date-unreadable' | 'date-not-in-calendar' | 'date-month-first' | 'date-out-of-range'

const earliest = 1800
const latest = 2200
// Where a serial number of a day begins to be one that anybody means: 1954 to 2119.
const serials = { from: 20_000, to: 80_000, toUnix: 25_569 }

/**
 * A date as people type it into a cell: 8/7/2024, 08-07-2024, 8.7.2024, 2024-07-08, ngày 8 tháng 7 năm 2024, 7/2024,
 * tháng 7/2024, 2024; also the number a spreadsheet shows for a day whose format was lost.
 * @returns the date as precise as it is, or why it is none
 */
export function readDate(text: string): { date: PartialDate } | { problem: DateProblem } {
  const plain = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  const spoken = plain
    .replace(/^(?:thứ \S+|chủ nhật),? ?/u, '')
    .replace(/ngày | ?năm (?=\d)|tháng /gu, '/')
    .replace(/ /g, '')
  const parts = /^\/*(?:(\d{1,2})[/.-]+)?(?:(\d{1,2})[/.-]+)?(\d{4})$/.exec(spoken)
  if (parts) return dated(parts[3]!, parts[2] ?? parts[1], parts[2] === undefined ? undefined : parts[1])
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:t.*)?)?$/.exec(spoken)
  if (iso) return dated(iso[1]!, iso[2], iso[3])
  const serial = /^\d{5}(?:\.\d+)?$/.test(spoken) ? Math.floor(Number(spoken)) : 0
  if (serial < serials.from || serial > serials.to) return { problem: 'date-unreadable' }
  return { date: new Date((serial - serials.toUnix) * 86_400_000).toISOString().slice(0, 10) }
}

function dated(year: string, month?: string, day?: string): { date: PartialDate } | { problem: DateProblem } {
  if (Number(year) < earliest || Number(year) > latest) return { problem: 'date-out-of-range' }
  if (month === undefined) return { date: year }
  if (Number(month) > 12 && Number(day) >= 1 && Number(day) <= 12) return { problem: 'date-month-first' }
  if (Number(month) < 1 || Number(month) > 12) return { problem: 'date-not-in-calendar' }
  const known = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return { date: known }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > last) return { problem: 'date-not-in-calendar' }
  return { date: `${known}-${day.padStart(2, '0')}` }
}
