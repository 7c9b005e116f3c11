import type { Language } from '#core/messages'

const units = ['B', 'KB', 'MB', 'GB'] as const

/** A size people can compare: `2,4 MB`. */
export function showSize(bytes: number, language: Language): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = value < 10 && unit > 0 ? 1 : 0
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[unit]}`
}

/** A count with the thousands set apart. */
export const showNumber = (n: number, language: Language): string => {
  counts[language] ??= new Intl.NumberFormat(language)
  return counts[language].format(n)
}
// A screen shows a hundred, and to make one takes longer than to show them all.
const counts: Partial<Record<Language, Intl.NumberFormat>> = {}

/** The last part of a path, on any system. */
export const baseName = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
