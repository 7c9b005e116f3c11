import type { Region } from '../model/photo'

/** A face found in a picture: where, and how sure the detector is of it (0 to 1). */
export interface Face extends Region {
  sure: number
}

/** The side of the square pieces that the detector looks at, in pixels. */
export const pieceSide = 256

/** Neighbouring pieces share so many pixels: a face on the edge of one stands whole in the next. */
const shared = 48

/**
 * How large the picture is looked at, longest side in pixels, and how sure of a face the detector must be there:
 * portraits show in the smallest, people round a table in the largest. Pieces of the larger ones hold more that only
 * looks like a face.
 */
export const coarseLevels = [
  { side: 256, sure: 0.6 },
  { side: 640, sure: 0.6 },
  { side: 1600, sure: 0.7 },
] as const

/** Looked at as well where many people stand far away. */
export const fineLevel = { side: 2400, sure: 0.7 } as const

const far = { faces: 6, width: 0.024 }

/** True where so many faces are so small that smaller ones may have been missed. */
export const wantsFineLevel = (faces: Face[]): boolean =>
  faces.filter(({ width }) => width < far.width).length >= far.faces

/** Where the pieces of a picture begin, so that they cover it. */
export function piecesOf({ width, height }: { width: number; height: number }): { x: number; y: number }[] {
  return startsAlong(height).flatMap((y) => startsAlong(width).map((x) => ({ x, y })))
}

function startsAlong(length: number): number[] {
  if (length <= pieceSide) return [0]
  const count = Math.ceil((length - shared) / (pieceSide - shared))
  return Array.from({ length: count }, (_, at) => Math.round((at * (length - pieceSide)) / (count - 1)))
}

const edge = 2

/**
 * The faces of one piece, measured in its pixels, as parts of the whole picture. One that an inner edge of the piece cuts through is left out:
 * a neighbouring piece has it whole.
 */
export function inWhole(
  faces: Face[],
  piece: { x: number; y: number },
  whole: { width: number; height: number },
): Face[] {
  const right = piece.x + pieceSide
  const bottom = piece.y + pieceSide
  return faces
    .filter(
      ({ x, y, width, height }) =>
        !(piece.x > 0 && x < edge) &&
        !(piece.y > 0 && y < edge) &&
        !(right < whole.width && x + width > pieceSide - edge) &&
        !(bottom < whole.height && y + height > pieceSide - edge),
    )
    .map((face) => clipped(face, piece, whole))
}

function clipped(
  { x, y, width, height, sure }: Face,
  piece: { x: number; y: number },
  whole: { width: number; height: number },
): Face {
  const part = (value: number, of: number) => Math.max(0, Math.min(1, value / of))
  const [left, top] = [part(piece.x + x, whole.width), part(piece.y + y, whole.height)]
  const [right, bottom] = [part(piece.x + x + width, whole.width), part(piece.y + y + height, whole.height)]
  return { x: left, y: top, width: right - left, height: bottom - top, sure }
}

/** Each face once, the surest finding of it; in the order of the picture, from left to right. */
export function eachOnce(faces: Face[]): Face[] {
  const kept: Face[] = []
  for (const face of [...faces].sort((a, b) => b.sure - a.sure)) {
    if (!kept.some((other) => sameFace(face, other))) kept.push(face)
  }
  return kept.sort((a, b) => a.x + a.width / 2 - (b.x + b.width / 2))
}

/** True where two rectangles mean one face: they share a third, or one lies mostly inside the other. */
export function sameFace(a: Region, b: Region): boolean {
  const common = sharedArea(a, b)
  const [first, second] = [a.width * a.height, b.width * b.height]
  return common > 0.3 * (first + second - common) || common > 0.6 * Math.min(first, second)
}

function sharedArea(a: Region, b: Region): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const along = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > 0 && along > 0 ? across * along : 0
}
