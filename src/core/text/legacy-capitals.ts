import { parseSyllable } from './syllable'

const smallOnly = 'à-ãè-êìíò-õùúýĩũạ-ỹ'
const candidate = new RegExp(`(\\p{L}[\\p{L}\\p{M}]*) ([${smallOnly}][\\p{L}\\p{M}]*)(?= (\\p{Lu}))`, 'gu')
const unitKinds = /^(tỉnh|huyện|quận|xã|phường|trấn|thôn|bản|ấp|làng|phố|đường|sông|suối|hồ|đèo|núi)$/i
/** Words that do stand between names in running text. */
const commonWords = new Set(['ở', 'ấy', 'ấp', 'ảnh', 'ứng', 'ủng', 'ắt', 'ý', 'à', 'ạ', 'ừ'])

/**
 * TCVN3 has no Ỷ or Á: names that begin so were typed small (xã ỷ La, Nguyễn Thị ánh Tuyết). Makes
 * them capital where they stand before a capital and after the kind of a place or another capital,
 * so that no ordinary word is taken for a name. For decoded TCVN3 only.
 */
export function restoreCapitals(text: string): string {
  return text.replace(candidate, (all, before: string, word: string) => {
    const isPlace = unitKinds.test(before) && word !== 'ở' && word !== 'ấy'
    const isName = !commonWords.has(word) && isCapitalised(before)
    if (!(isPlace || isName) || !parseSyllable(word)) return all
    return `${before} ${word.charAt(0).toUpperCase()}${word.slice(1)}`
  })
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word) && parseSyllable(word) !== null
}
