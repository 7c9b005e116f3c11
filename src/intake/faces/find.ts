import type { Sharp } from 'sharp'
import type { Region, Turn } from '#core/model/photo'
import {
  coarseLevels,
  eachOnce,
  type Face,
  fineLevel,
  inWhole,
  pieceSide,
  piecesOf,
  wantsFineLevel,
} from '#core/pictures/faces'
import { regionStored } from '#core/pictures/turn'
import { opened as openedPicture } from '../photos/previews'
import { loadSharp } from '../photos/sharp'
import type { FacesFound, readerLimits } from '../protocol'
import type { Detector, FaceModel } from './detector'

type Limits = Pick<typeof readerLimits, 'pixels'>

/** A picture as its pixels, three bytes each. */
interface Pixels {
  data: Uint8Array
  width: number
  height: number
}

let detector: Promise<Detector> | null = null

/**
 * Where faces are in a picture, from left to right; never whose. What the picture holds is only decoded and looked at.
 * @param input a path, or the bytes themselves; those of HEIC must be the bytes
 * @param model what the detector is made of, asked for once
 * @param turned how the picture is shown: faces are found upright, and told as they lie in the file
 * @returns null where the picture cannot be decoded, or the detector cannot run here
 */
export async function findFaces(
  input: string | Uint8Array,
  limits: Limits,
  model: () => Promise<FaceModel | null>,
  turned: Turn = 0,
): Promise<FacesFound> {
  try {
    detector ??= detectorOf(model)
    const detect = await detector
    const whole = await pixelsOf(input, limits, turned)
    const faces = await facesIn(whole, detect)
    return faces.map((face) => regionOf(face, turned))
  } catch {
    return null
  }
}

async function detectorOf(model: () => Promise<FaceModel | null>): Promise<Detector> {
  const found = await model()
  if (!found) throw new Error('the face detector is not here')
  // Over a megabyte of code that only this process ever needs, and not before the first picture.
  const { openDetector } = await import('./detector')
  return openDetector(found)
}

const regionOf = ({ x, y, width, height }: Face, turned: Turn): Region => regionStored({ x, y, width, height }, turned)

/** Decoded once, no larger than the finest look at it. */
async function pixelsOf(input: string | Uint8Array, limits: Limits, turned: Turn): Promise<Pixels> {
  return raw((await openedPicture(input, limits, turned === 0)).rotate(turned), fineLevel.side)
}

async function raw(picture: Sharp, side: number): Promise<Pixels> {
  const { data, info } = await picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`${info.channels} channels`)
  return { data, width: info.width, height: info.height }
}

async function facesIn(whole: Pixels, detect: Detector): Promise<Face[]> {
  const longest = Math.max(whole.width, whole.height)
  let faces: Face[] = []
  // Of the levels larger than the picture only the first: it is looked at in its own size then.
  const levels = coarseLevels.filter((_, at) => (coarseLevels[at - 1]?.side ?? 0) < longest)
  for (const { side, sure } of levels) {
    faces = eachOnce([...faces, ...(await facesAt(whole, side, sure, detect))])
  }
  if (longest < fineLevel.side || !wantsFineLevel(faces)) return faces
  return eachOnce([...faces, ...(await facesAt(whole, fineLevel.side, fineLevel.sure, detect))])
}

async function facesAt(whole: Pixels, side: number, sure: number, detect: Detector): Promise<Face[]> {
  const { data, width, height } = whole
  const sharp = await loadSharp()
  const longest = Math.max(width, height)
  const level = side >= longest ? whole : await raw(sharp(data, { raw: { width, height, channels: 3 } }), side)
  const faces: Face[] = []
  for (const piece of piecesOf(level)) {
    const found = await detect(cut(level, piece))
    faces.push(
      ...inWhole(
        found.filter((face) => face.sure >= sure),
        piece,
        level,
      ),
    )
  }
  return faces
}

/** One piece as the network takes it; grey where the picture ends. */
function cut({ data, width, height }: Pixels, from: { x: number; y: number }): Float32Array {
  const piece = new Float32Array(pieceSide * pieceSide * 3)
  const across = Math.min(pieceSide, width - from.x) * 3
  for (let y = 0; y < Math.min(pieceSide, height - from.y); y++) {
    const start = ((from.y + y) * width + from.x) * 3
    for (let at = 0; at < across; at++) piece[y * pieceSide * 3 + at] = (data[start + at] as number) / 127.5 - 1
  }
  return piece
}
