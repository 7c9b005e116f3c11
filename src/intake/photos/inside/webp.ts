import { type Blocks, LARGEST_BLOCK } from './blocks'
import { begins, latin, type PictureSource, sourceOver, viewOf, windowed } from './source'

const MOST_CHUNKS = 20_000

/** The chunks of a WebP (RFC 9649, 2.7). */
export async function webpBlocks(source: PictureSource, blocks: Blocks): Promise<void> {
  const near = windowed(source)
  const whole = viewOf(await near.read(0, 12)).getUint32(4, true) + 8
  blocks.damaged = whole > source.size
  let at = 12
  for (let count = 0; count < MOST_CHUNKS && at + 8 <= source.size; count += 1) {
    const head = await near.read(at, 8)
    const length = viewOf(head).getUint32(4, true)
    const type = latin(head.subarray(0, 4))
    if ((type === 'EXIF' || type === 'XMP ') && length <= LARGEST_BLOCK) {
      const body = (await near.read(at + 8, length)).slice()
      if (type === 'XMP ') blocks.xmp.push(body)
      else blocks.exif ??= sourceOver(begins(body, 'Exif\0\0') ? body.subarray(6) : body)
    }
    if (type === 'C2PA') blocks.credentials = true
    at += 8 + length + (length % 2)
  }
}
