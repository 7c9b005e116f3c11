import type { CaptionFrom } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { CaptionFound } from '#core/press/reading'
import { bareWords, captionsInside, numberIn, peopleInside, stemOf, tellingWords } from './photo-words'

/** Why a photo may have a caption, and how much that is worth, 0 to 1. */
export interface Evidence {
  score: number
  from: CaptionFrom
}

/** A caption with what all captions of the drop say of its words. */
interface Read {
  words: string[]
  /** One number where it gives its pictures none: its place among the captions. */
  numbers: number[]
  stated: boolean
}

/** Photos and captions of one drop, looked at together: a word or number that all have in common says nothing. */
export class PhotoEvidence {
  private readonly read = new Map<CaptionFound, Read>()
  /** In how many captions a word stands. */
  private readonly spread = new Map<string, number>()
  /** Numbers in names are only believed where no two photos have the same. */
  private readonly numbered: boolean
  private readonly fromZero: boolean
  private readonly named = new Map<string, number>()

  constructor(photos: readonly Photo[], captions: readonly CaptionFound[]) {
    for (const [at, caption] of captions.entries()) {
      const stated = (caption.numbers ?? []).length > 0
      const words = bareWords(caption.text)
      this.read.set(caption, { words, stated, numbers: stated ? (caption.numbers ?? []) : [at + 1] })
      for (const word of new Set(words)) this.spread.set(word, (this.spread.get(word) ?? 0) + 1)
    }
    const numbers = photos.flatMap(({ file }) => numberIn(file.name)?.number ?? [])
    this.numbered = new Set(numbers).size === numbers.length
    this.fromZero = numbers.includes(0)
    for (const photo of photos) {
      for (const text of captionsInside(photo)) this.named.set(text, (this.named.get(text) ?? 0) + 1)
    }
  }

  /** The best reason for a photo to have a caption; several that agree are worth a little more. Null where there is none. */
  of(photo: Photo, caption: CaptionFound): Evidence | null {
    const read = this.read.get(caption)
    if (!read) return null
    const reasons: Evidence[] = [
      { from: 'named', score: namesFile(caption, photo.file.name) ? 0.97 : 0 },
      { from: 'number', score: this.byNumber(photo, read) },
      { from: 'words', score: Math.max(0, ...captionsInside(photo).map((text) => this.byWords(text, read))) },
      { from: 'file-name', score: this.byName(photo.file.name, read) },
      { from: 'people', score: byPeople(peopleInside(photo), read.words) },
    ]
    const best = reasons.reduce((one, other) => (other.score > one.score ? other : one))
    if (best.score < least) return null
    const agreeing = reasons.filter((one) => one !== best && one.score >= least).length
    return { from: best.from, score: Math.min(0.98, best.score + 0.03 * agreeing) }
  }

  /** True where other photos of the drop have the same words inside: a programme wrote them into all. */
  repeated(photo: Photo): boolean {
    return photo.caption !== '' && (this.named.get(photo.caption) ?? 0) > 1
  }

  private byNumber({ file }: Photo, { numbers, stated }: Read): number {
    const found = this.numbered ? numberIn(file.name) : null
    // Some count from 0.
    const number = (found?.number ?? -1) + (this.fromZero && !stated ? 1 : 0)
    if (!found || !numbers.includes(number)) return 0
    if (stated) return found.as === 'label' ? 0.93 : 0.86
    return found.as === 'label' ? 0.7 : 0.6
  }

  private byWords(text: string, { words }: Read): number {
    const said = bareWords(text)
    if (said.length >= 4 && (startsWith(words, said) || startsWith(said, words))) return 0.96
    const [left, right] = [new Set(said), new Set(words)]
    const shared = [...left].filter((word) => right.has(word))
    const alike = (2 * this.weight(shared)) / Math.max(1e-9, this.weight(left) + this.weight(right))
    return shared.length < 2 ? 0 : Math.min(0.95, alike)
  }

  private byName(name: string, { words }: Read): number {
    const said = tellingWords(name)
    const together = said.join('')
    if (together.length >= 6 && standsTogether(words, together))
      return said.length >= 3 || together.length > 12 ? 0.9 : 0.76
    if (said.length < 3) return 0
    const stands = new Set(words)
    const shared = said.filter((word) => stands.has(word))
    return shared.length < 3 ? 0 : 0.88 * (this.weight(shared) / Math.max(1e-9, this.weight(said)))
  }

  private weight(words: Iterable<string>): number {
    let sum = 0
    for (const word of words) sum += 1 / Math.max(1, this.spread.get(word) ?? 1)
    return sum
  }
}

/** Less says nothing. */
const least = 0.5

const startsWith = (words: readonly string[], beginning: readonly string[]): boolean =>
  beginning.length >= 4 && beginning.length <= words.length && beginning.every((word, at) => words[at] === word)

/** True where words that follow each other make up this one: "traoqua" in "… trao quà cho …". */
function standsTogether(words: readonly string[], together: string): boolean {
  return words.some((_, from) => {
    let built = ''
    for (let at = from; at < words.length && built.length < together.length; at++) built += words[at]
    return built === together
  })
}

function namesFile({ files }: CaptionFound, name: string): boolean {
  const plain = (text: string) =>
    stemOf(text)
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim()
  return (files ?? []).some((file) => plain(file) !== '' && plain(file) === plain(name))
}

/** The more of the people a file names stand in the caption, the better. */
function byPeople(people: readonly string[], words: readonly string[]): number {
  if (people.length === 0) return 0
  const text = ` ${words.join(' ')} `
  const found = people.filter((name) => text.includes(` ${bareWords(name).join(' ')} `)).length
  return found === 0 ? 0 : 0.6 + (0.28 * found) / people.length
}
