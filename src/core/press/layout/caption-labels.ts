/** What stands before the words of a caption to say which picture it is of. */
export interface CaptionLabel {
  /** The caption without a file's name; a number stays, as it is taken off with the brackets around. */
  text: string
  /** "Ảnh 1:", "Ảnh 2, 3:", "Hình 4-6:". */
  numbers: number[]
  /** "IMG_0012.JPG: …", as it is written. */
  file: string | null
}

const numbered =
  /^[([]?(?:Ảnh|Hình|Photo|H\.)\s*(?:số\s*)?(\d{1,3}(?:\s*(?:,|và|&|-|–|đến)\s*(?:(?:ảnh|hình)\s*)?\d{1,3})*)\s*[:.)–-]\s*(?=\S)/iu
const named =
  /^[([]?((?:[\p{L}\p{N}_ ()-]{1,60}\.(?:jpe?g|png|heic|tiff?|webp))|(?:_?(?:IMG|DSC|DSCF|DSCN|MG|DJI|PXL|SAM|DSC_|P)[_-]?\d{3,}\w*))\s*[\])]?\s*[:–-]\s*(?=\S)/iu

/** Reads the label of a caption. */
export function captionLabel(text: string): CaptionLabel {
  const file = named.exec(text)
  if (file) return { text: text.slice(file[0].length), numbers: [], file: (file[1] ?? '').trim() }
  const number = numbered.exec(text)
  return { text, numbers: number ? numbersIn(number[1] ?? '') : [], file: null }
}

/** A caption without the numbers of its pictures, where it goes on with a new sentence. */
export function withoutNumbers(text: string): string {
  const rest = text.replace(numbered, '')
  return /^[\p{Lu}"“]/u.test(rest) ? rest : text
}

/** "1, 2", "1 và 3", "4-6". */
function numbersIn(text: string): number[] {
  const numbers: number[] = []
  for (const part of text.split(/,|và|&/u)) {
    const [from = 0, to = from] = (part.match(/\d+/g) ?? []).map(Number)
    // Nobody numbers more pictures of one caption: "2020-2025" are years.
    if (to - from > 30) return []
    for (let number = from; number <= to; number++) numbers.push(number)
  }
  return numbers
}
