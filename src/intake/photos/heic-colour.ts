import { displayP3, type Primaries, primariesOfProfile } from './primaries'

/** Boxes that hold others, and how many bytes come before these (ISO 14496-12, ISO 23008-12). */
const holders: Record<string, number> = { meta: 4, iprp: 0, ipco: 0 }
const mostDepth = 4
/** P3 under D65 (ITU-T H.273, ColourPrimaries). */
const p3 = 12

/**
 * The colours a HEIC is written in, by its box `colr`: the profile of the camera, or the number of a standard.
 * @returns null for sRGB, and where nothing is said
 */
export function primariesOfHeic(bytes: Uint8Array): Primaries | null {
  for (const box of coloursIn(bytes, 0, bytes.length, 0)) {
    const kind = text(box, 0)
    if (kind === 'prof' || kind === 'rICC') return primariesOfProfile(box.subarray(4))
    if (kind === 'nclx' && ((box[4] ?? 0) << 8) + (box[5] ?? 0) === p3) return displayP3
  }
  return null
}

function* coloursIn(bytes: Uint8Array, from: number, to: number, depth: number): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at) || to - at
    const kind = text(bytes, at + 4)
    const end = Math.min(to, at + size)
    if (size < 8) return
    if (kind === 'colr') yield bytes.subarray(at + 8, end)
    const skipped = holders[kind]
    if (skipped !== undefined && depth < mostDepth) yield* coloursIn(bytes, at + 8 + skipped, end, depth + 1)
    at += size
  }
}

const text = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
