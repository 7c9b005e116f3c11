import { withToneStyle } from './syllable'

// CLDR `vi`: a ă â … are letters of their own; tones rank ngang, huyền, hỏi, ngã, sắc, nặng.
// Made when first needed: it takes 10 ms, and every start would wait for them.
let made: Intl.Collator | null = null
const order = (a: string, b: string): number => {
  made ??= new Intl.Collator('vi', { numeric: true })
  return made.compare(a, b)
}

/**
 * Vietnamese order of two texts. Tone placement and Unicode form do not matter, except that texts
 * that differ in nothing else still have a fixed order. Numbers sort by value (kỳ họp thứ 2 before 10).
 */
export function compareVi(a: string, b: string): number {
  return order(withToneStyle(a), withToneStyle(b)) || compareUnits(a, b)
}

/** Sorts a copy of a list by a text of each item; each text is prepared once. */
export function sortedVi<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, text: textOf(item), key: withToneStyle(textOf(item)) }))
    .sort((a, b) => order(a.key, b.key) || compareUnits(a.text, b.text))
    .map(({ item }) => item)
}

/**
 * The parts a personal name is filed by: given name (last syllable), middle names, surname.
 * @param given how many syllables the given name has where it is known to be more than one (Bình Minh)
 */
export function sortKeyOfName(name: string, given = 1): string[] {
  const syllables = withToneStyle(name)
    .split(/\s+/u)
    .filter((syllable) => syllable !== '')
  if (syllables.length <= given) return syllables
  const [surname = '', ...rest] = syllables
  return [...rest.slice(rest.length - given), ...rest.slice(0, rest.length - given), surname]
}

/** Order of two personal names as offices list them: by given name, then middle names, then surname. */
export function compareNames(a: string, b: string): number {
  return compareKeys(sortKeyOfName(a), sortKeyOfName(b)) || compareUnits(a, b)
}

/** Sorts a copy of a list by a personal name of each item. */
export function sortedByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, name: nameOf(item), key: sortKeyOfName(nameOf(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key) || compareUnits(a.name, b.name))
    .map(({ item }) => item)
}

/** Part by part, so that all named Hà stand before all named Hạ. */
function compareKeys(a: string[], b: string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const found = order(a[index]!, b[index]!)
    if (found !== 0) return found
  }
  return a.length - b.length
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
