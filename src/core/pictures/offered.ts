import type { Draft, DraftPhoto } from '../model/draft'
import type { Photo } from '../model/photo'

/** What a photo is given when its draft is filed, where its file and nobody else said it. */
export interface OfferedToPhoto {
  photographers: string[]
  place: string
  event: string
}

/** Whom an article says took a photo: the credit of its own caption, else those it names for its photos. */
export function creditOf(use: Pick<DraftPhoto, 'credit'> | undefined, photographers: string[]): string[] {
  return use?.credit && use.credit.length > 0 ? use.credit : photographers
}

/** What a draft offers a photo of it as it stands now; what the photo has itself is not offered anew. */
export function offeredTo(photo: Photo, draft: Pick<Draft, 'photos' | 'text' | 'event'>): OfferedToPhoto {
  const use = draft.photos.find(({ photoId }) => photoId === photo.id)
  const event = draft.event && draft.event.state !== 'dropped' ? draft.event.value : null
  return {
    photographers: photo.photographers.length > 0 ? [] : creditOf(use, draft.text.photographers),
    place: photo.place === '' ? (event?.place ?? '') : '',
    event: photo.eventId === null ? (event?.title ?? '') : '',
  }
}

/** True where the file of a photo names other photographers than the credit of its caption: both are shown, the file is kept to. */
export function creditDiffers(photo: Photo, use: Pick<DraftPhoto, 'credit'> | undefined): boolean {
  const credit = use?.credit ?? []
  return credit.length > 0 && photo.photographers.length > 0 && credit.join() !== photo.photographers.join()
}
