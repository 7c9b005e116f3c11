import { useTurns } from '../state/photos'

/** Address of a preview; the number is its longest side in pixels. */
export const thumbnail = (photoId: string, size: 320 | 1600): string => {
  // The engine turns it as the record says; another address makes the window ask again after a turn.
  const turned = useTurns.getState().turns[photoId]
  return `khotin://thumb/${encodeURIComponent(photoId)}?size=${size}${turned === undefined ? '' : `&turned=${turned}`}`
}

/** Address of the untouched picture, for looking at it pixel by pixel. */
export const original = (photoId: string): string => `khotin://original/${encodeURIComponent(photoId)}`
