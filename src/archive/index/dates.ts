/** So many articles of a day before one spills into the next; small steps keep the lists of hits short. */
export const PER_DAY = 8_192
const PER_YEAR = 13 * 32 * PER_DAY

/** The first key of a day: keys ascend with dates, unknown months and days before known ones. */
export function firstKeyOf(date: string): number {
  const [year = '0', month = '0', day = '0'] = date.split('-')
  return ((Number(year) * 13 + Number(month)) * 32 + Number(day)) * PER_DAY
}

/** The key after the last one that a date, a month or a year can have. */
export function endKeyOf(date: string): number {
  const days = date.length === 4 ? 13 * 32 : date.length === 7 ? 32 : 1
  return firstKeyOf(date) + days * PER_DAY
}

/** The month of an article's key, `2024-07`; only the year where no month is known. */
export function monthOfKey(key: number): string {
  const months = Math.floor(key / (32 * PER_DAY))
  const [year, month] = [Math.floor(months / 13), months % 13]
  return month === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}`
}

/** The key after the last one of a year. */
export function endOfYearKeys(year: number): number {
  return (year + 1) * PER_YEAR
}

/** The year of an article's key. */
export function yearOfKey(key: number): number {
  return Math.floor(key / PER_YEAR)
}
