import { type Blocks, noBlocks } from './blocks'
import { heifBlocks } from './heif'
import { jpegBlocks } from './jpeg'
import { pngBlocks } from './png'
import type { PictureSource } from './source'
import { tiffBlocks } from './tiff'
import { webpBlocks } from './webp'

const finders: Record<string, (source: PictureSource, blocks: Blocks) => Promise<void>> = {
  'image/jpeg': jpegBlocks,
  'image/png': pngBlocks,
  'image/webp': webpBlocks,
  'image/tiff': tiffBlocks,
  'image/heic': heifBlocks,
  'image/avif': heifBlocks,
}

/** Finds the metadata in a picture of any kind we know; whatever is damaged leaves what was found before it. */
export async function blocksOf(source: PictureSource, mediaType: string): Promise<Blocks> {
  const blocks = noBlocks()
  try {
    await finders[mediaType]?.(source, blocks)
  } catch {
    // Whatever a broken structure does to us is damage of the file.
    blocks.damaged = true
  }
  return blocks
}
