import type { Dossier } from './custody'

/**
 * Mã hồ sơ of Thông tư 05/2025/TT-BNV: mã định danh cơ quan, năm hình thành, số và ký hiệu hồ sơ.
 * Parts that are empty are left out, so that an office without a code has one all the same.
 */
export function dossierCode(agencyCode: string, { year, number }: Pick<Dossier, 'year' | 'number'>): string {
  return [agencyCode, String(year), number]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('.')
}

/** The next number of a year: one more than the highest that begins with digits, as `07` or `12`. */
export function nextDossierNumber(taken: readonly Pick<Dossier, 'year' | 'number'>[], year: number): string {
  const numbers = taken.filter((dossier) => dossier.year === year).map(({ number }) => Number.parseInt(number, 10))
  const highest = Math.max(0, ...numbers.filter((number) => Number.isFinite(number)))
  return String(highest + 1).padStart(2, '0')
}
