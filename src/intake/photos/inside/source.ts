import type { PictureSource } from '../../protocol'

export type { PictureSource }

/** A file that is in memory already. */
export function sourceOver(bytes: Uint8Array): PictureSource {
  return {
    size: bytes.length,
    read: async (at, length) => bytes.subarray(Math.min(at, bytes.length), Math.min(at + length, bytes.length)),
  }
}

const WINDOW = 64 * 1024

/** Reads through a window, so that walking from mark to mark costs few calls of the system. */
export function windowed({ size, read }: PictureSource): PictureSource {
  let start = 0
  let held: Uint8Array = new Uint8Array()
  return {
    size,
    async read(at, length) {
      if (at < start || at + length > start + held.length) {
        if (length > WINDOW) return read(at, length)
        held = await read(at, WINDOW)
        start = at
      }
      return held.subarray(at - start, at - start + length)
    },
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Bytes as characters of the same number. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** True where the bytes begin with these characters. */
export function begins(bytes: Uint8Array, start: string): boolean {
  if (bytes.length < start.length) return false
  for (let at = 0; at < start.length; at += 1) if (bytes[at] !== start.charCodeAt(at)) return false
  return true
}
