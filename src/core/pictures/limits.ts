/** A picture of more pixels is filed without a preview. */
export const mostPixels = 300_000_000

/**
 * The same for pictures of phones (HEIC): their decoder, libheif in WebAssembly, takes about 16 bytes for each, and the
 * process it runs in may have 600 MB. Phones save 12, 24 or 48 million.
 */
export const mostHeicPixels = 30_000_000

/** How many pixels of a kind of picture are decoded at most. */
export const mostPixelsOf = (mediaType: string): number => (mediaType === 'image/heic' ? mostHeicPixels : mostPixels)
