import { type PictureSource, viewOf } from './source'

/** A tag as the file has it: its bytes, and how they are to be read. */
export interface Tag {
  ifd: 'IFD0' | 'ExifIFD' | 'GPS'
  id: number
  type: number
  bytes: Uint8Array
  little: boolean
}

export interface Tags {
  tags: Tag[]
  /** False where a directory or a value lies outside the file. */
  whole: boolean
  /** Pages, or pictures of other sizes, in the chain of directories. */
  pages: number
}

interface Wanted {
  only: ReadonlySet<number>
  /** Longest value taken, in bytes. */
  largest: number
}

/** Bytes of each type; 129 is UTF-8 (EXIF 3.0, 4.6.2). */
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 13: 4, 129: 1 }
const SUB: Record<number, Tag['ifd']> = { 34665: 'ExifIFD', 34853: 'GPS' }
const MOST_TAGS = 1_000
const MOST_PAGES = 10_000

/**
 * Reads tags of a TIFF structure (TIFF 6.0, section 2; EXIF 3.0, 4.6) out of the source without taking in the rest:
 * a scan of 300 MB costs a few kilobytes. Each directory is read once, so that chains without end have one.
 */
export async function readTags(source: PictureSource, wanted: Wanted): Promise<Tags> {
  const head = await source.read(0, 8)
  const found: Tags = { tags: [], whole: true, pages: 0 }
  const little = head[0] === 0x49
  if (head.length < 8 || viewOf(head).getUint16(2, little) !== 42) return { ...found, whole: false }
  const seen = new Set<number>()
  const walk = { source, wanted, little, found, seen }
  let next = viewOf(head).getUint32(4, little)
  while (next !== 0 && !seen.has(next) && found.pages < MOST_PAGES) {
    next = await readDirectory(walk, next, found.pages === 0 ? 'IFD0' : null)
    found.pages += 1
  }
  return found
}

interface Walk {
  source: PictureSource
  wanted: Wanted
  little: boolean
  found: Tags
  seen: Set<number>
}

/** @returns where the next directory of the chain stands, 0 where there is none */
async function readDirectory(walk: Walk, at: number, ifd: Tag['ifd'] | null): Promise<number> {
  const { source, little, found, seen } = walk
  seen.add(at)
  const count = await source.read(at, 2)
  const entries = count.length === 2 ? viewOf(count).getUint16(0, little) : MOST_TAGS + 1
  if (entries > MOST_TAGS) {
    found.whole = false
    return 0
  }
  const bytes = (await source.read(at + 2, entries * 12 + 4)).slice()
  const view = viewOf(bytes)
  for (let nth = 0; ifd && nth < entries; nth += 1) {
    if (nth * 12 + 12 > bytes.length) {
      found.whole = false
      return 0
    }
    await readEntry(walk, view, nth * 12, ifd)
  }
  return entries * 12 + 4 <= bytes.length ? view.getUint32(entries * 12, little) : 0
}

async function readEntry(walk: Walk, view: DataView, at: number, ifd: Tag['ifd']): Promise<void> {
  const { source, wanted, little, found, seen } = walk
  const id = view.getUint16(at, little)
  const sub = ifd === 'IFD0' ? SUB[id] : undefined
  if (sub) {
    const where = view.getUint32(at + 8, little)
    if (!seen.has(where)) await readDirectory(walk, where, sub)
    return
  }
  // The numbers of GPS tags are few, and begin at nothing.
  if (ifd === 'GPS' ? id > 31 : !wanted.only.has(id)) return
  const type = view.getUint16(at + 2, little)
  const length = (SIZES[type] ?? 0) * view.getUint32(at + 4, little)
  if (length === 0 || length > wanted.largest) return
  const where = length <= 4 ? null : view.getUint32(at + 8, little)
  const bytes =
    where === null
      ? new Uint8Array(view.buffer.slice(view.byteOffset + at + 8, view.byteOffset + at + 8 + length))
      : (await source.read(where, length)).slice()
  if (bytes.length < length) found.whole = false
  if (bytes.length > 0) found.tags.push({ ifd, id, type, bytes, little })
}
