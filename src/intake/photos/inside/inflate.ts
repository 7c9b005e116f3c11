import { joinedBytes } from '#core/bytes'

/**
 * Unpacks a zlib stream as far as `most` bytes.
 * @returns null where it is damaged from the start, or packs more than that: no words are so long
 */
export async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array | null> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      size += value.length
      if (size > most) {
        await reader.cancel()
        return null
      }
    }
  } catch {
    // A checksum that is missing or wrong costs nothing of the words before it.
    if (size === 0) return null
  }
  return joinedBytes(parts)
}
