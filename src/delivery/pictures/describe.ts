import type { Id } from '#core/model/common'
import type { Region, Turn } from '#core/model/photo'
import { turnOf } from '#core/model/photo'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { captionOf, dayOf, eventOf, peopleIn, photographersOf, photoNumber, type ShownPhoto } from '../photos'

/** What a copy of a photo says of itself, whatever form it is written in. Empty where nothing is known. */
export interface PictureFacts {
  title: string
  headline: string
  caption: string
  creators: string[]
  rights: string
  keywords: string[]
  people: string[]
  /** Boxes of named people, in the upright picture as its file has it. */
  regions: { name: string; region: Region }[]
  event: string
  place: string
  /** As a camera or a person wrote it: a day, or a time of day with it, or a year or month alone. */
  taken: string
  /** Who hands it on; said only where the file names nobody. */
  credit: string
  sourceAddress: string
  /** SHA-256 of the original. */
  guid: string
  /** Its code in its dossier (docCode), else the number it is kept under. */
  identifier: string
  dossier: string
  agency: string
  turned: Turn
  /** Upright, not turned. */
  width: number
  height: number
}

/**
 * Everything that is known of a photo and belongs into a copy of it.
 * @param agency the body whose fonds it is of
 */
export async function factsOf(within: DeliveredArticle, shown: DeliveredPhoto, agency: string): Promise<PictureFacts> {
  const { article, dossier } = within
  const { photo } = shown
  const about = { shown, within }
  const event = eventOf(about)
  const people = namesOf(within, shown)
  const codes = dossier ? await within.itemCodes?.() : undefined
  const said: PictureFacts = {
    title: event?.title ?? article.title,
    headline: article.title,
    caption: captionOf(about),
    creators: photographersOf(about),
    rights: photo.rights,
    keywords: [...new Set([...article.topics, ...people, ...(photo.keywords ?? [])])],
    people,
    regions: regionsOf(within, shown),
    event: event?.title ?? '',
    place: photo.place || (event?.place ?? ''),
    taken: takenOf(about),
    credit: article.outlet || agency,
    sourceAddress: article.sourceAddress,
    guid: photo.file.digest.hex,
    identifier: codes?.get(photo.id) ?? photoNumber(about),
    dossier: dossier?.code ?? '',
    agency,
    turned: turnOf(photo),
    width: photo.width,
    height: photo.height,
  }
  return composed(said)
}

/** Every word in NFC, as programs that compare bytes expect it. */
function composed(said: PictureFacts): PictureFacts {
  const plain = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.normalize('NFC').trim()
      : Array.isArray(value)
        ? value.map(plain)
        : value && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
          : value
  return plain(said) as PictureFacts
}

/** The day a person gave, with the time of day where the camera names the same day. */
function takenOf(about: ShownPhoto): string {
  const { takenAt } = about.shown.photo
  const day = dayOf(about) ?? ''
  return takenAt && day.length === 10 && takenAt.startsWith(day) ? takenAt : day
}

/** People by name, left to right; the offices they held stand in the caption. */
function namesOf(delivered: DeliveredArticle, shown: DeliveredPhoto): string[] {
  const within = { ...delivered, article: { ...delivered.article, mentions: [] } }
  return [...new Set(peopleIn({ shown, within }))]
}

function regionsOf({ people }: DeliveredArticle, { photo }: DeliveredPhoto): PictureFacts['regions'] {
  const nameOf = (personId: Id) => people.find(({ id }) => id === personId)?.name
  return photo.people.flatMap(({ personId, region }) => {
    const name = nameOf(personId)
    return region && name ? [{ name, region }] : []
  })
}
