/** The grey picture that a fingerprint is made from: upright, stretched to these measures, one byte a pixel. */
export const likenessMeasures = { width: 36, height: 32 } as const

/** At most so many of 64 bits may differ in each half for two pictures to be nearly the same. */
export const nearBits = 10

const cell = 4
const low = 8
/** A picture with less contrast (grey levels) has nothing to be told by: blank scans are not each other's copies. */
const leastContrast = 6
/** Less than so many grey levels is noise of the compression: an even sky says the same each time. */
const noise = 1.5

/**
 * A fingerprint that survives other sizes, compression and small corrections: 16 hex digits of dHash (which of
 * two neighbouring areas is brighter) and 16 of pHash (which low frequencies of the cosine transform are strong).
 * @param grey as `likenessMeasures` says
 * @returns an empty string where the picture is too even to be told from others
 */
export function likenessOf(grey: Uint8Array): string {
  if (contrast(grey) < leastContrast) return ''
  return hex(differences(grey)) + hex(frequencies(grey))
}

/** Differing bits of the worse half, 0 to 64; 64 where one of them has no fingerprint. */
export function likenessDistance(a: string, b: string): number {
  if (a.length !== 32 || b.length !== 32) return 64
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

function contrast(grey: Uint8Array): number {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length
  return Math.sqrt(grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length)
}

function differences(grey: Uint8Array): boolean[] {
  const { width, height } = likenessMeasures
  const sums = new Float64Array((width / cell) * (height / cell))
  for (const [at, value] of grey.entries()) {
    const row = Math.floor(Math.floor(at / width) / cell)
    sums[row * (width / cell) + Math.floor((at % width) / cell)]! += value
  }
  const across = width / cell
  return [...sums.keys()]
    .filter((at) => at % across < across - 1)
    .map((at) => sums[at + 1]! - sums[at]! > noise * cell * cell)
}

function frequencies(grey: Uint8Array): boolean[] {
  const { width, height } = likenessMeasures
  const rows = Float64Array.from({ length: height * low }, (_, at) => {
    const row = Math.floor(at / low) * width
    return strength(width, at % low, (x) => grey[row + x]!)
  })
  const found = Array.from({ length: low * low }, (_, at) =>
    strength(height, Math.floor(at / low), (y) => rows[y * low + (at % low)]!),
  )
  // The first is the mean brightness, which says nothing of the picture.
  const sorted = found.slice(1).sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1]!
  return found.map((value, at) => at > 0 && value - median > (noise * width * height) / 4)
}

/** How strong one frequency is in a row of values (DCT-II). */
function strength(length: number, frequency: number, value: (at: number) => number): number {
  let sum = 0
  for (let at = 0; at < length; at++) sum += value(at) * Math.cos((Math.PI * frequency * (2 * at + 1)) / (2 * length))
  return sum
}

function hex(bits: boolean[]): string {
  let digits = ''
  for (let at = 0; at < bits.length; at += 4) {
    digits += ((+bits[at]! << 3) | (+bits[at + 1]! << 2) | (+bits[at + 2]! << 1) | +bits[at + 3]!).toString(16)
  }
  return digits
}
