import type { Warning } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import { sourceOf } from '#core/pictures/inside'
import { candidatesOf, type Mapped, mapPicture, type PhotoRules } from '#core/pictures/mapping'
import { offerLegacy } from '#intake/legacy'
import type { PictureRead } from '#intake/protocol'
import { Warnings } from '#intake/warnings'

type FromInside = Pick<
  Photo,
  | 'takenAt'
  | 'takenOn'
  | 'camera'
  | 'gps'
  | 'embedded'
  | 'photographers'
  | 'caption'
  | 'place'
  | 'rights'
  | 'inside'
  | 'namedInside'
  | 'title'
  | 'keywords'
  | 'credentials'
>

/** What a picture's file gives its record, and what a person should know of it. */
export interface ReadInside {
  fields: FromInside
  warnings: Warning[]
}

/** The fields of a photo's record as the archive's mapping takes them from the words inside the file. */
export function readInside(read: PictureRead, name: string, rules: PhotoRules): ReadInside {
  const said = { words: read.inside, named: read.named }
  const mapped = mapPicture(said, rules)
  return {
    fields: {
      takenAt: mapped.takenAt,
      takenOn: dayOf(mapped.takenAt),
      camera: cameraOf(read),
      gps: read.gps,
      embedded: {},
      photographers: mapped.photographers,
      caption: mapped.caption,
      place: mapped.place,
      rights: mapped.rights,
      inside: read.inside,
      ...(mapped.people.length > 0 && { namedInside: mapped.people }),
      ...(mapped.title !== '' && { title: mapped.title }),
      ...(mapped.keywords.length > 0 && { keywords: mapped.keywords }),
      ...(read.credentials && { credentials: read.credentials }),
    },
    warnings: [...read.warnings, ...warningsOf(mapped, name, () => captionSources(said, rules))],
  }
}

/** The day of a time as far as it is known. */
export const dayOf = (takenAt: string | null): string | null => takenAt?.slice(0, 10) ?? null

function warningsOf(mapped: Mapped, name: string, sources: () => string): Warning[] {
  const warnings = new Warnings(name)
  if (mapped.differing.includes('caption')) warnings.add('captions-differ', { sources: sources() })
  if (mapped.doubtful && mapped.takenAt) warnings.add('date-doubtful', { date: mapped.takenAt })
  const texts = [mapped.caption, mapped.title, ...mapped.photographers, mapped.place]
  offerLegacy(mapped.caption || texts.join('\n'), warnings)
  return warnings.list
}

/** Where captions that differ stand, the one taken first. */
function captionSources(said: Parameters<typeof candidatesOf>[1], rules: PhotoRules): string {
  const found = candidatesOf('caption', said, rules)
  const ordered = [...found.filter(({ standing }) => standing === 'taken'), ...found.filter(isOther)]
  return [...new Set(ordered.map((one) => sourceOf({ tag: one.tag, ...(one.sidecar && { sidecar: true }) })))]
    .map((source) => source.toUpperCase())
    .join(', ')
}

const isOther = ({ standing }: { standing: string }): boolean => standing === 'other'

function wordsUnder({ inside }: PictureRead, ...tags: string[]): string {
  for (const tag of tags) {
    const found = inside.find((one) => one.tag === tag)
    if (found) return found.values.join(', ')
  }
  return ''
}

function cameraOf(read: PictureRead): string {
  const make = wordsUnder(read, 'IFD0:Make', 'XMP-tiff:Make')
  const model = wordsUnder(read, 'IFD0:Model', 'XMP-tiff:Model')
  return model.toLowerCase().startsWith(make.toLowerCase().split(' ')[0] ?? '') ? model : `${make} ${model}`.trim()
}
