import { pictureType } from '../../pictures'
import type { Bytes } from './bytes'

const DEEPEST = 8

/** The picture a character of the text stands for: drawing records behind a head in the data stream ([MS-DOC] 2.9.192). */
export function inlinePicture(data: Bytes, at: number): Uint8Array | null {
  const head = data.u16(at + 4)
  const whole = data.slice(at, data.u32(at))
  // A linked picture has the name of its file between the head and the records.
  const name = whole.u16(6) === 0x66 ? 1 + whole.u8(head) : 0
  return firstPicture(whole.slice(head + name, whole.length), DEEPEST)
}

/**
 * The pictures that float over the text: all that the drawings of the document use, in the order in
 * which its shapes stand ([MS-DOC] 2.9.172 OfficeArtContent, [MS-ODRAW] 2.2.20 and 2.2.32).
 */
export function floatingPictures(drawings: Bytes, document: Bytes): Map<number, Uint8Array> {
  const store: (Uint8Array | null)[] = []
  const shapes: { id: number; picture: number }[] = []
  visit(drawings, 0, (type, body, instance) => {
    if (type === 0xf007) store.push(storedPicture(body, document))
    if (type === 0xf00a) shapes.push({ id: body.u32(0), picture: 0 })
    const last = shapes.at(-1)
    if (type === 0xf00b && last) last.picture = pictureOf(body, instance) || last.picture
  })
  const found = new Map<number, Uint8Array>()
  for (const { id, picture } of shapes) {
    const bytes = store[picture - 1]
    if (bytes) found.set(id, bytes)
  }
  return found
}

/** Bytes of the picture in a store entry: inside it, or elsewhere in the document stream. */
function storedPicture(entry: Bytes, document: Bytes): Uint8Array | null {
  const inside = firstPicture(entry.slice(36 + entry.u8(33), entry.length), DEEPEST)
  if (inside) return inside
  const at = entry.u32(28)
  return at === 0 || at >= document.length ? null : pictureIn(document.slice(at + 8, document.u32(at + 4)))
}

/** The property `pib` of a shape: the number of its picture in the store, counted from one. */
function pictureOf(properties: Bytes, count: number): number {
  for (let index = 0; index < count; index += 1) {
    if ((properties.u16(index * 6) & 0x3fff) === 0x0104) return properties.u32(index * 6 + 2)
  }
  return 0
}

function firstPicture(records: Bytes, depth: number): Uint8Array | null {
  for (let at = 0; at + 8 <= records.length; at += 8 + records.u32(at + 4)) {
    const type = records.u16(at + 2)
    const body = records.slice(at + 8, records.u32(at + 4))
    const container = (records.u8(at) & 15) === 15
    const found =
      type >= 0xf018 && type <= 0xf117 && type !== 0xf122
        ? pictureIn(body)
        : type === 0xf007
          ? firstPicture(body.slice(36 + body.u8(33), body.length), depth - 1)
          : container && depth > 0
            ? firstPicture(body, depth - 1)
            : null
    if (found) return found
  }
  return null
}

/** Picture data follow one or two fingerprints of 16 bytes and a byte of no use. */
function pictureIn(blip: Bytes): Uint8Array | null {
  for (const skip of [17, 33]) {
    const bytes = blip.slice(skip, blip.length).all
    if (bytes.length > 16 && pictureType(bytes) !== null) return bytes
  }
  return null
}

function visit(records: Bytes, depth: number, take: (type: number, body: Bytes, instance: number) => void): void {
  for (let at = 0; at + 8 <= records.length; ) {
    const type = records.u16(at + 2)
    const length = records.u32(at + 4)
    const body = records.slice(at + 8, length)
    take(type, body, records.u16(at) >> 4)
    if ((records.u8(at) & 15) === 15 && depth < DEEPEST) visit(body, depth + 1, take)
    // Between the store and each drawing one byte tells whose drawing follows.
    at += 8 + length + (depth === 0 ? 1 : 0)
  }
}
