import { type Grey, type Part, wholePart } from './grey'

/** At most so many of 64 bits may differ in each half for two pictures, both whole, to be nearly the same. */
export const nearBits = 10
/** At most so many where parts are compared: they are tried in many places, and where they fit they fit well. */
export const nearPartBits = 8

/** Hex digits of one fingerprint, 64 bits of each kind. */
export const digitsOfOne = 32

/** So much is taken for cut off at each edge, at most. */
const mostCut = 0.08
const innerPart: Part = [mostCut, mostCut, 1 - mostCut, 1 - mostCut]

const [width, height] = [36, 32]
const cell = 4
const low = 8
/** A picture with less contrast (grey levels) has nothing to be told by: blank scans are not each other's copies. */
const leastContrast = 6
/** Less than so many grey levels is noise of the compression: an even sky says the same each time. */
const noise = 1.5

/**
 * Two fingerprints that survive other sizes, compression and small corrections, of the whole picture and of all but its
 * edges (which is in it still when these are cut off). Each is 16 hex digits of dHash (which of two neighbouring areas
 * is brighter) and 16 of pHash (which low frequencies of the cosine transform are strong). Records made before have the
 * first alone.
 * @returns an empty string where the picture is too even to be told from others
 */
export function likenessOf(grey: Grey): string {
  if (grey.contrast < leastContrast) return ''
  return printOf(grey, wholePart) + printOf(grey, innerPart)
}

/**
 * Fingerprints of the picture with its edges cut off in every way by up to 8 % each: one of them is that of another
 * picture's whole where the other was cut so, or of its inner part where this one was.
 * @returns none where the picture is too even
 */
export function cutLikenesses(grey: Grey): string[] {
  if (grey.contrast < leastContrast) return []
  return cuts.map((part) => printOf(grey, part))
}

// 8 % of the whole are 8.7 % of what is left when the other edge is cut off too.
const steps = [0, 0.0435, 0.087]
const cuts: Part[] = steps.flatMap((left) =>
  steps.flatMap((top) => steps.flatMap((right) => steps.map((bottom): Part => [left, top, 1 - right, 1 - bottom]))),
)

/** Differing bits of the worse half of the whole pictures, 0 to 64; 64 where one of them has no fingerprint. */
export function likenessDistance(a: string, b: string): number {
  if (a.length < digitsOfOne || b.length < digitsOfOne) return 64
  return Math.max(halfDistance(a, b, 0), halfDistance(a, b, 16))
}

/** True where two fingerprints are of nearly the same picture. */
export const nearlySame = (a: string, b: string): boolean => likenessDistance(a, b) <= nearBits

function halfDistance(a: string, b: string, from: number): number {
  let bits = 0
  for (let at = from; at < from + 16; at += 8) {
    bits += ones(Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16))
  }
  return bits
}

/** How many bits of 32 are set. */
export function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The first fingerprint of a string as numbers: two words of dHash, two of pHash. */
export const wordsOf = (likeness: string, from = 0): Int32Array =>
  Int32Array.from({ length: 4 }, (_, at) => Number.parseInt(likeness.slice(from + at * 8, from + at * 8 + 8), 16) | 0)

function printOf(grey: Grey, part: Part): string {
  const points = grey.part(part, width, height)
  return hex(differences(points)) + hex(frequencies(points))
}

function differences(grey: Float64Array): boolean[] {
  const [across, down] = [width / cell, height / cell]
  const sums = new Float64Array(across * down)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * across
    for (let x = 0; x < width; x++) sums[row + Math.floor(x / cell)]! += grey[y * width + x]!
  }
  const bits: boolean[] = []
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across - 1; x++) {
      bits.push(sums[y * across + x + 1]! - sums[y * across + x]! > noise * cell * cell)
    }
  }
  return bits
}

/** For each low frequency its wave over so many points (DCT-II). */
const waves = (length: number): Float64Array[] =>
  Array.from({ length: low }, (_, frequency) =>
    Float64Array.from({ length }, (__, at) => Math.cos((Math.PI * frequency * (2 * at + 1)) / (2 * length))),
  )
const [along, down] = [waves(width), waves(height)]

function frequencies(grey: Float64Array): boolean[] {
  const rows = new Float64Array(height * low)
  for (let y = 0; y < height; y++) {
    for (let at = 0; at < low; at++) {
      const wave = along[at]!
      let sum = 0
      for (let x = 0; x < width; x++) sum += grey[y * width + x]! * wave[x]!
      rows[y * low + at] = sum
    }
  }
  const found: number[] = []
  for (const wave of down) {
    for (let at = 0; at < low; at++) {
      let sum = 0
      for (let y = 0; y < height; y++) sum += rows[y * low + at]! * wave[y]!
      found.push(sum)
    }
  }
  // The first is the mean brightness, which says nothing of the picture.
  const sorted = found.slice(1).sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1]!
  return found.map((value, at) => at > 0 && value - median > (noise * width * height) / 4)
}

function hex(bits: boolean[]): string {
  let digits = ''
  for (let at = 0; at < bits.length; at += 4) {
    digits += ((+bits[at]! << 3) | (+bits[at + 1]! << 2) | (+bits[at + 2]! << 1) | +bits[at + 3]!).toString(16)
  }
  return digits
}
