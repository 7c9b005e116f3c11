import { type Blocks, LARGEST_BLOCK } from './blocks'
import { readTags } from './ifd'
import { resourcesIn } from './photoshop'
import type { PictureSource } from './source'

const XMP = 700
const IPTC = 33723
const PHOTOSHOP = 34377
const JUMBF = 52545

/** A TIFF file is its own EXIF; XMP, IPTC-IIM and resources of Photoshop are tags of its first page. */
export async function tiffBlocks(source: PictureSource, blocks: Blocks): Promise<void> {
  blocks.exif = source
  const { tags, whole } = await readTags(source, {
    only: new Set([XMP, IPTC, PHOTOSHOP, JUMBF]),
    largest: LARGEST_BLOCK,
  })
  blocks.damaged = !whole
  for (const { id, bytes } of tags) {
    if (id === XMP) blocks.xmp.push(bytes)
    if (id === IPTC) blocks.iim.push(inOrder(bytes))
    if (id === PHOTOSHOP) resourcesIn(bytes, blocks)
    if (id === JUMBF) blocks.credentials = true
  }
}

/** Some programs write IPTC-IIM as numbers of four bytes, each the wrong way round. */
function inOrder(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x1c || bytes[3] !== 0x1c) return bytes
  const turned = bytes.slice(0, bytes.length - (bytes.length % 4))
  for (let at = 0; at < turned.length; at += 4) turned.subarray(at, at + 4).reverse()
  return turned
}
