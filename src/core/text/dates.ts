import type { Instant, PartialDate } from '../model/common'

interface Parts {
  year: string
  month: string | undefined
  day: string | undefined
}

function partsOf(date: PartialDate): Parts {
  const [year = '', month, day] = date.split('-')
  return { year, month, day }
}

/**
 * A date as people read it, as precise as it is known: 08/07/2024, 07/2024, 2024 in Vietnamese;
 * 8 July 2024 in English, where 08/07 would be taken for August by some.
 */
export function formatDate(date: PartialDate, language: 'vi' | 'en' = 'vi'): string {
  const { year, month, day } = partsOf(date)
  if (language === 'en' && month) {
    const instant = new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`)
    const options = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
    return new Intl.DateTimeFormat('en-GB', day ? { ...options, day: 'numeric' } : options).format(instant)
  }
  return [day, month, year].filter((part) => part !== undefined).join('/')
}

/**
 * A date in the wording of Nghị định 30/2020/NĐ-CP, annex I: days below 10 and months 1 and 2 with a
 * leading 0: `ngày 08 tháng 7 năm 2024`. The words are the decree's, not the interface's.
 */
export function formatOfficialDate(date: PartialDate): string {
  const { year, month, day } = partsOf(date)
  if (!month) return `năm ${year}`
  const officialMonth = Number(month) <= 2 ? month : String(Number(month))
  return `${day ? `ngày ${day} ` : ''}tháng ${officialMonth} năm ${year}`
}

const vietnamOffset = 7 * 60 * 60 * 1000

/** Milliseconds since the epoch as an instant with the Vietnamese offset. */
export function toInstant(ms: number): Instant {
  return `${new Date(ms + vietnamOffset).toISOString().slice(0, -1)}+07:00`
}

/** The Vietnamese calendar day of a moment. */
export function toDay(ms: number): PartialDate {
  return new Date(ms + vietnamOffset).toISOString().slice(0, 10)
}
