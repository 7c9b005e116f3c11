/**
 * A time as EXIF, IPTC-IIM or XMP write it, as we keep it: local as written, with its zone where there is one, never
 * shifted; sub-seconds are dropped. `2024:07:08 09:06:31`, `20250726 090631+0700`, `2019-12-20T11:28:25+07:00`,
 * `2007-11`.
 * @returns null where it is no time: zeros of a camera without a clock, a month 13
 */
export function takenAtOf(written: string): string | null {
  const [, year = '', month, day, hour, minute, second = '00', zone = ''] =
    /^\s*(\d{4})(?:[:/-]?(\d\d)(?:[:/-]?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?\s*$/.exec(
      written,
    ) ?? []
  // The oldest photograph is of 1826.
  if (Number(year) < 1826) return null
  if (month === undefined || day === undefined) return month === undefined ? year : monthOf(year, month)
  if (!isDay(Number(year), Number(month), Number(day))) return null
  const date = `${year}-${month}-${day}`
  if (hour === undefined || minute === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return date
  return `${date}T${hour}:${minute}:${second}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`
}

function monthOf(year: string, month: string): string | null {
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
