import type { DraftPhoto } from '#core/model/draft'
import type { Photo } from '#core/model/photo'
import type { CaptionFound } from '#core/press/reading'
import { likeness } from './likeness'

/** A photo of a release: `picture` is its index inside the container, null for a loose file. */
export interface ArrivedPhoto {
  photo: Photo
  picture: number | null
}

/** A photo with its caption; `found` is the caption of the text it was matched with. */
export type MatchedPhoto = DraftPhoto & { found: CaptionFound | null }

/**
 * Gives each photo its caption. Sure where the container shows them together; then by the words
 * inside the photo or in its file name; then by order, as offices send them, said to be unsure.
 */
export function matchCaptions(photos: ArrivedPhoto[], captions: CaptionFound[]): MatchedPhoto[] {
  const given = new Map<ArrivedPhoto, { caption: CaptionFound; sure: number }>()
  const free = new Set(captions)
  const give = (photo: ArrivedPhoto, caption: CaptionFound, sure: number) => {
    given.set(photo, { caption, sure })
    free.delete(caption)
  }
  for (const photo of photos) {
    const shown = captions.find((caption) => caption.picture !== null && caption.picture === photo.picture)
    if (shown) give(photo, shown, 1)
  }
  for (const photo of photos) {
    if (given.has(photo)) continue
    const [caption, score] = closest(photo, free)
    if (caption && score >= 0.6) give(photo, caption, Math.min(0.95, score))
  }
  const left = photos.filter((photo) => !given.has(photo) && photo.photo.caption === '')
  const inOrder = captions.filter((caption) => free.has(caption))
  const sure = left.length === inOrder.length ? 0.6 : 0.3
  left.forEach((photo, index) => {
    const caption = inOrder[index]
    if (caption) give(photo, caption, sure)
  })
  return photos.map((photo) => {
    const match = given.get(photo)
    return {
      photoId: photo.photo.id,
      caption: match?.caption.text ?? photo.photo.caption,
      captionSure: match?.sure ?? (photo.photo.caption ? 0.9 : 0),
      found: match?.caption ?? null,
    }
  })
}

function closest(photo: ArrivedPhoto, captions: Iterable<CaptionFound>): [CaptionFound | null, number] {
  let best: CaptionFound | null = null
  let bestScore = 0
  for (const caption of captions) {
    const score = Math.max(
      likeness(photo.photo.caption, caption.text),
      likeness(photo.photo.file.name.replace(/\.[^.]+$/, ''), caption.text),
    )
    if (score > bestScore) [best, bestScore] = [caption, score]
  }
  return [best, bestScore]
}
