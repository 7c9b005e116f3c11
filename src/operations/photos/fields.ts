import type { PhotoFields } from '#contract/photos'
import type { Article, PhotoUse } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { Photo } from '#core/model/photo'

/** The caption people see: of the newest article that uses the photo, else its own. */
export const captionShown = (photo: Photo, uses: Article[]): string =>
  useOf(uses[0], photo.id)?.caption ?? photo.caption

/** A photo with some of its fields said anew; the same object where nothing differs. */
export function withFields(photo: Photo, set: PhotoFields): Photo {
  const after: Photo = {
    ...photo,
    caption: set.caption ?? photo.caption,
    photographers: set.photographers ?? photo.photographers,
    place: set.place ?? photo.place,
    eventId: set.eventId === undefined ? photo.eventId : set.eventId,
    takenOn: set.takenOn === undefined ? photo.takenOn : set.takenOn,
    rights: set.rights ?? photo.rights,
    physicalDescription: set.physicalDescription ?? photo.physicalDescription,
  }
  return JSON.stringify(after) === JSON.stringify(photo) ? photo : after
}

/**
 * An article whose uses of a photo have a new caption; the names tagged in it are marked where they stand now.
 * The same object where nothing differs.
 */
export function withCaption(article: Article, photoId: string, caption: string): Article {
  const photos = article.photos.map((use) => (use.photoId === photoId ? { ...use, caption } : use))
  const changed = new Set(photos.flatMap((use, at) => (use.caption === article.photos[at]?.caption ? [] : [at])))
  if (changed.size === 0) return article
  const marked = <T extends { name: string; spans: TextSpan[] }>(tag: T): T => ({
    ...tag,
    spans: [
      ...tag.spans.filter(({ part, index }) => part !== 'caption' || !changed.has(index)),
      ...[...changed].flatMap((index) => spansOf(tag.name, caption, index)),
    ],
  })
  return {
    ...article,
    photos,
    mentions: article.mentions.map(marked),
    organizations: article.organizations.map(marked),
    places: article.places.map(marked),
  }
}

const useOf = (article: Article | undefined, photoId: string): PhotoUse | undefined =>
  article?.photos.find((use) => use.photoId === photoId)

const letter = /[\p{L}\p{N}]/u

/** Where a name stands in a caption, whole words only. */
function spansOf(name: string, caption: string, index: number): TextSpan[] {
  const spans: TextSpan[] = []
  if (name === '') return spans
  for (let start = caption.indexOf(name); start >= 0; start = caption.indexOf(name, start + name.length)) {
    const end = start + name.length
    if (!letter.test(caption[start - 1] ?? '') && !letter.test(caption[end] ?? '')) {
      spans.push({ part: 'caption', index, start, end })
    }
  }
  return spans
}
