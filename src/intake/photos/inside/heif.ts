import { joinedBytes } from '#core/bytes'
import { type Blocks, LARGEST_BLOCK } from './blocks'
import { latin, type PictureSource, sourceOver, viewOf, windowed } from './source'

const C2PA = [0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81]
const MOST_BOXES = 2_000
const MOST_EXTENTS = 1_000

interface Box {
  type: string
  /** Where its content begins, and how long it is. */
  at: number
  length: number
}

/** Items of HEIC and AVIF that are no pictures: EXIF and XMP (ISO 14496-12, 8.11; ISO 23008-12, annex A). */
export async function heifBlocks(source: PictureSource, blocks: Blocks): Promise<void> {
  const near = windowed(source)
  const boxes = await boxesIn(near, 0, source.size)
  blocks.damaged = boxes.some(({ at, length }) => at + length > source.size)
  for (const { type, at } of boxes) {
    if (type !== 'uuid') continue
    const id = await near.read(at, 16)
    if (C2PA.every((byte, nth) => id[nth] === byte)) blocks.credentials = true
  }
  const meta = boxes.find(({ type }) => type === 'meta')
  if (!meta || meta.length > LARGEST_BLOCK) return
  const bytes = (await near.read(meta.at, meta.length)).slice()
  const inner = sourceOver(bytes)
  const parts = await boxesIn(inner, 4, bytes.length)
  const part = (type: string): Uint8Array | null => {
    const box = parts.find((one) => one.type === type)
    return box ? bytes.subarray(box.at, box.at + box.length) : null
  }
  const infos = part('iinf')
  const places = part('iloc')
  if (!infos || !places) return
  const items = await itemsIn(infos)
  const extents = placesIn(places)
  for (const [id, kind] of items) {
    const found = await contentOf(near, part('idat'), extents.get(id))
    if (!found) continue
    // An EXIF item begins with how far behind it the TIFF structure stands.
    if (kind === 'exif') blocks.exif ??= sourceOver(found.subarray(4 + viewOf(found).getUint32(0)))
    else blocks.xmp.push(found)
  }
}

async function boxesIn(source: PictureSource, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to && boxes.length < MOST_BOXES) {
    const head = await source.read(at, 16)
    if (head.length < 8) break
    const view = viewOf(head)
    const short = view.getUint32(0)
    const large = short === 1 && head.length >= 16
    const length = short === 0 ? to - at : large ? Number(view.getBigUint64(8)) : short
    const headLength = large ? 16 : 8
    if (length < headLength) break
    boxes.push({ type: latin(head.subarray(4, 8)), at: at + headLength, length: length - headLength })
    at += length
  }
  return boxes
}

/** Items by number that hold EXIF or XMP. */
async function itemsIn(iinf: Uint8Array): Promise<Map<number, 'exif' | 'xmp'>> {
  const items = new Map<number, 'exif' | 'xmp'>()
  for (const { at, length } of await boxesIn(sourceOver(iinf), iinf[0] === 0 ? 6 : 8, iinf.length)) {
    const info = iinf.subarray(at, at + length)
    const version = info[0] as number
    if (version < 2 || info.length < 12) continue
    const view = viewOf(info)
    const id = version === 2 ? view.getUint16(4) : view.getUint32(4)
    const typeAt = version === 2 ? 8 : 10
    const type = latin(info.subarray(typeAt, typeAt + 4))
    if (type === 'Exif') items.set(id, 'exif')
    if (type === 'mime' && latin(info.subarray(typeAt + 4)).includes('application/rdf+xml')) items.set(id, 'xmp')
  }
  return items
}

interface Place {
  /** 0 in the file, 1 in the `idat` box. */
  method: number
  extents: { at: number; length: number }[]
}

/** Where each item lies (8.11.3). */
function placesIn(iloc: Uint8Array): Map<number, Place> {
  const view = viewOf(iloc)
  const version = view.getUint8(0)
  const sizes = view.getUint16(4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  let at = 6
  const next = (size: number): number => {
    at += size
    if (size === 8) return Number(view.getBigUint64(at - 8))
    return size === 4 ? view.getUint32(at - 4) : size === 2 ? view.getUint16(at - 2) : 0
  }
  const places = new Map<number, Place>()
  const count = next(version < 2 ? 2 : 4)
  for (let nth = 0; nth < count && at < iloc.length; nth += 1) {
    const id = next(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : next(2) & 15
    next(2)
    const base = next(baseSize)
    const extents = Math.min(next(2), MOST_EXTENTS)
    const place: Place = { method, extents: [] }
    for (let part = 0; part < extents; part += 1) {
      next(indexSize)
      const offset = next(offsetSize)
      place.extents.push({ at: base + offset, length: next(lengthSize) })
    }
    places.set(id, place)
  }
  return places
}

async function contentOf(
  source: PictureSource,
  idat: Uint8Array | null,
  place: Place | undefined,
): Promise<Uint8Array | null> {
  if (!place || place.method > 1) return null
  const from = place.method === 1 ? (idat ? sourceOver(idat) : null) : source
  const size = place.extents.reduce((sum, { length }) => sum + length, 0)
  if (!from || size === 0 || size > LARGEST_BLOCK) return null
  const parts: Uint8Array[] = []
  for (const { at, length } of place.extents) parts.push((await from.read(at, length)).slice())
  return joinedBytes(parts)
}
