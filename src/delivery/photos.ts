import type { Event } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import { turnOf } from '#core/model/photo'
import { regionShown } from '#core/pictures/turn'
import type { DeliveredArticle, DeliveredPhoto } from './delivery'
import { personLine, serialOf } from './describe'

/** A photo and the article that shows it. */
export interface ShownPhoto {
  shown: DeliveredPhoto
  within: DeliveredArticle
}

/**
 * Each photo of some articles once, with the article that shows it first.
 * @param only the photos asked for; all where left out
 */
export async function* photosOf(
  articles: AsyncIterable<DeliveredArticle>,
  only: ReadonlySet<string> | null = null,
): AsyncGenerator<ShownPhoto> {
  const seen = new Set<string>()
  for await (const within of articles) {
    for (const shown of within.photos) {
      if (seen.has(shown.photo.id) || (only && !only.has(shown.photo.id))) continue
      seen.add(shown.photo.id)
      yield { shown, within }
    }
  }
}

/** Who is in a picture, from left to right, with the offices as written in its article. */
export function peopleIn({ shown: { photo }, within }: ShownPhoto): string[] {
  const turn = turnOf(photo)
  const left = (region: (typeof photo.people)[number]['region']) =>
    region ? regionShown(region, turn).x : Number.POSITIVE_INFINITY
  return [...photo.people]
    .sort((a, b) => left(a.region) - left(b.region) || 0)
    .flatMap(({ personId }) => {
      const mention = within.article.mentions.find((one) => one.personId === personId)
      if (mention) return [personLine(mention)]
      return within.people.filter(({ id }) => id === personId).map(({ name }) => name)
    })
}

/** What the picture is about: its own caption in the article, else what the photo brought along. */
export const captionOf = ({ shown }: ShownPhoto): string => shown.caption.trim() || shown.photo.caption.trim()

/** What it was taken at: its own event, else the main one of its article. */
export const eventOf = ({ shown, within }: ShownPhoto): Event | undefined =>
  shown.event ?? within.events.find(({ id }) => id === shown.photo.eventId) ?? within.events[0]

/** The number it is kept under: that of its article, and which of its photos it is. */
export function photoNumber({ shown, within }: ShownPhoto): string {
  const order = within.photos.findIndex(({ photo }) => photo.id === shown.photo.id) + 1
  return `${serialOf(within)}.${String(order).padStart(2, '0')}`
}

/** Who took it; where the photo does not say so, whom its article names for its photos. */
export const photographersOf = ({ shown: { photo }, within }: ShownPhoto): string[] =>
  photo.photographers.length > 0 ? photo.photographers : within.article.photographers

/** The day it was taken, as its camera or a person wrote it. The day of its event is no such thing: it may be another. */
export function dayOf({ shown: { photo } }: ShownPhoto): PartialDate | null {
  return photo.takenOn ?? photo.takenAt?.slice(0, 10) ?? null
}
