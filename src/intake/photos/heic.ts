/// <reference path="./heic-decode.d.ts" />
import type { Sharp } from 'sharp'
import { pictureType } from '../pictures'
import { loadSharp } from './sharp'

/**
 * More pixels are not decoded: libheif in WebAssembly takes about 16 bytes for each, and the reader process may have
 * 600 MB. Phones save 12 or 24 million.
 */
const MOST_PIXELS = 30_000_000

/** True for pictures of phones (HEIC, HEIF with HEVC inside), which sharp cannot decode. */
export const isHeic = (bytes: Uint8Array): boolean => pictureType(bytes.subarray(0, 64)) === 'image/heic'

/**
 * Width and height as shown: turns and mirrors written in the file are done by the decoder.
 * @throws Error where the file is no whole HEIC, or has more pixels than are decoded
 */
export async function heicMeasures(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  return withFirst(bytes, async ({ width, height }) => ({ width, height }))
}

/**
 * The decoded picture, ready for the steps of sharp.
 * @throws Error as `heicMeasures`, or where the pixels are damaged
 */
export async function heicPixels(bytes: Uint8Array): Promise<Sharp> {
  const sharp = await loadSharp()
  const { data, width, height } = await withFirst(bytes, (picture) => picture.decode())
  return sharp(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
}

type Picture = Awaited<ReturnType<typeof import('heic-decode')['default']['all']>>[number]

async function withFirst<T>(bytes: Uint8Array, use: (picture: Picture) => Promise<T>): Promise<T> {
  const { default: decoder } = await import('heic-decode')
  const pictures = await decoder.all({ buffer: bytes })
  try {
    const [first] = pictures
    if (!first || first.width * first.height > MOST_PIXELS) throw new Error('no picture that can be decoded')
    return await use(first)
  } finally {
    pictures.dispose()
  }
}
