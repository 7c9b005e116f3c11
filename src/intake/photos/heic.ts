/// <reference path="./heic-decode.d.ts" />
import type { Sharp } from 'sharp'
import { mostHeicPixels } from '#core/pictures/limits'
import { pictureType } from '../pictures'
import { primariesOfHeic } from './heic-colour'
import { type Primaries, toSrgb } from './primaries'
import { loadSharp } from './sharp'

/** True for pictures of phones (HEIC, HEIF with HEVC inside), which sharp cannot decode. */
export const isHeic = (bytes: Uint8Array): boolean => pictureType(bytes.subarray(0, 64)) === 'image/heic'

/**
 * Width and height as shown: turns and mirrors written in the file are done by the decoder.
 * @throws Error where the file is no whole HEIC
 */
export async function heicMeasures(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  return withFirst(bytes, async ({ width, height }) => ({ width, height }))
}

/** The decoded picture, ready for the steps of sharp, and the colours it is written in where they are not sRGB. */
export interface HeicPixels {
  pixels: Sharp
  primaries: Primaries | null
}

/** @throws Error as `heicMeasures`, where it has more pixels than are decoded, or where they are damaged */
export async function heicPixels(bytes: Uint8Array): Promise<HeicPixels> {
  const sharp = await loadSharp()
  const { data, width, height } = await withFirst(bytes, (picture) => {
    if (picture.width * picture.height > mostHeicPixels) throw new Error('more pixels than are decoded')
    return picture.decode()
  })
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return { pixels: sharp(raw, { raw: { width, height, channels: 4 } }), primaries: primariesOfHeic(bytes) }
}

/** A picture of sharp in other primaries as one in sRGB; best when it is small already. */
export async function inSrgb(picture: Sharp, primaries: Primaries | null): Promise<Sharp> {
  if (!primaries) return picture
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  toSrgb(data, primaries)
  const sharp = await loadSharp()
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
}

type Picture = Awaited<ReturnType<typeof import('heic-decode')['default']['all']>>[number]

async function withFirst<T>(bytes: Uint8Array, use: (picture: Picture) => Promise<T>): Promise<T> {
  const { default: decoder } = await import('heic-decode')
  const pictures = await decoder.all({ buffer: bytes })
  try {
    const [first] = pictures
    if (!first) throw new Error('no picture that can be decoded')
    return await use(first)
  } finally {
    pictures.dispose()
  }
}
