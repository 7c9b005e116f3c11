import type { Photo } from '#core/model/photo'
import { fold } from '#core/text/fold'

/** Words of a text without marks; numbers and single letters tell nothing here. */
export function bareWords(text: string): string[] {
  return fold(text, 'bare')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
}

/** The name of a photo's file as words: without ending, what a program appended, and run-together words parted. */
export function stemOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\.[^.]+$/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/\s*\((?:bản sao|copy|\d)\)$|\s*-\s*(?:copy|sao chép|bản sao)$/iu, '')
    .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled|edited|resized?|thumb|large|medium|small)$/iu, '')
}

/** Words that stand in a name because it is a photo's, not because of what it shows. */
const formal = new Set([
  'anh',
  'hinh',
  'img',
  'image',
  'pic',
  'photo',
  'dsc',
  'so',
  'jpg',
  'jpeg',
  'ngay',
  'file',
  'tep',
])

/** Words of a file's name that say what the picture shows. */
export function tellingWords(name: string): string[] {
  const words = bareWords(stemOf(name))
  const from = words.findIndex((word) => !formal.has(word))
  return from < 0 ? [] : words.slice(from)
}

/**
 * The number a file's name gives the photo. `label`: it is all the name says ("Ảnh 1", "02"); `edge`: it stands before
 * or after other words ("họp HĐND 3"), or after what a camera calls all its photos ("IMG_0001").
 */
export function numberIn(name: string): { number: number; as: 'label' | 'edge' } | null {
  const stem = fold(name.normalize('NFC').replace(/\.[^.]+$/, ''), 'bare')
    .replace(/[\s._-]+/g, ' ')
    .trim()
  const label = /^(?:(?:anh|hinh|h|a|pic|picture|photo|fig|figure) ?)?(?:so )?\(?0*(\d{1,2})\)?$/.exec(stem)
  if (label) return { number: Number(label[1]), as: 'label' }
  const edge = /^0*(\d{1,2}) (?=\p{L})|(?<=\p{L}) ?\(?0*(\d{1,2})\)?$/u.exec(stem)
  return edge ? { number: Number(edge[1] ?? edge[2]), as: 'edge' } : null
}

const captionTags =
  /(?:Description|Caption(?:-Abstract)?|Headline|Title|ObjectName|XPComment|XPSubject|UserComment|ImageDescription)$/

/** Everything a file says that may be its caption. */
export function captionsInside({ caption, title, inside }: Photo): string[] {
  const said = (inside ?? []).filter(({ tag }) => captionTags.test(tag)).flatMap(({ values }) => values)
  return [...new Set([caption, title ?? '', ...said])].filter((text) => text.trim() !== '')
}

/** People a file names. */
export function peopleInside({ namedInside, embedded }: Photo): string[] {
  const named = namedInside ? namedInside.map(({ name }) => name) : (embedded?.people ?? '').split(', ')
  return [...new Set(named)].filter((name) => bareWords(name).length > 1)
}
