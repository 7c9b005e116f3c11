/** Address of a preview; the number is its longest side in pixels. */
export const thumbnail = (photoId: string, size: 320 | 1600): string =>
  `khotin://thumb/${encodeURIComponent(photoId)}?size=${size}`

/** Address of the untouched picture, for looking at it pixel by pixel. */
export const original = (photoId: string): string => `khotin://original/${encodeURIComponent(photoId)}`
