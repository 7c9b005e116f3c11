/** Millimetres in twentieths of a point, rounded: A4 is 11906 × 16838. */
export const twips = (mm: number) => Math.round((mm * 1440) / 25.4)

/** Millimetres in points. */
export const points = (mm: number) => twips(mm) / 20
