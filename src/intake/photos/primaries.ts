/** Red, green and blue of a colour space as X, Y, Z under D50, column by column (ICC.1: rXYZ, gXYZ, bXYZ). */
export type Primaries = readonly [red: Colour, green: Colour, blue: Colour]
type Colour = readonly [x: number, y: number, z: number]

/** Display P3, as phones write it. */
export const displayP3: Primaries = [
  [0.5151, 0.2412, -0.0011],
  [0.292, 0.6922, 0.0419],
  [0.1571, 0.0666, 0.7841],
]

/** From X, Y, Z under D50 to linear sRGB (IEC 61966-2-1 adapted to D50 after Bradford). */
const fromXyz = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const

const steps = 4095
const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})
const encoded = Uint8Array.from({ length: steps + 1 }, (_, step) => {
  const share = step / steps
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055))
})

/**
 * Brings pixels to sRGB in place; what sRGB cannot show becomes the nearest it can.
 * @param rgb three bytes a pixel, with the tone curve of sRGB, which Display P3 has too
 */
export function toSrgb(rgb: Uint8Array, primaries: Primaries): void {
  const rows = fromXyz.map((row) =>
    primaries.map((colour) => row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]),
  )
  const [[rr = 0, rg = 0, rb = 0] = [], [gr = 0, gg = 0, gb = 0] = [], [br = 0, bg = 0, bb = 0] = []] = rows
  for (let at = 0; at < rgb.length; at += 3) {
    const [r, g, b] = [linear[rgb[at]!]!, linear[rgb[at + 1]!]!, linear[rgb[at + 2]!]!]
    rgb[at] = byteOf(rr * r + rg * g + rb * b)
    rgb[at + 1] = byteOf(gr * r + gg * g + gb * b)
    rgb[at + 2] = byteOf(br * r + bg * g + bb * b)
  }
}

const byteOf = (share: number): number => encoded[Math.round(Math.min(1, Math.max(0, share)) * steps)]!

/** The primaries of an ICC profile made of a matrix and curves; null of any other, and of sRGB itself. */
export function primariesOfProfile(profile: Uint8Array): Primaries | null {
  const colours = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => colourOf(profile, tag))
  const [red, green, blue] = colours
  if (!red || !green || !blue) return null
  // The red of sRGB; profiles differ in the last digits.
  const isSrgb = Math.abs(red[0] - 0.436) < 0.004 && Math.abs(green[1] - 0.717) < 0.004
  return isSrgb ? null : [red, green, blue]
}

function colourOf(profile: Uint8Array, tag: string): Colour | null {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength)
  const count = profile.length >= 132 ? Math.min(64, view.getUint32(128)) : 0
  for (let at = 132; at + 12 <= profile.length && at < 132 + count * 12; at += 12) {
    if (String.fromCharCode(...profile.subarray(at, at + 4)) !== tag) continue
    const offset = view.getUint32(at + 4)
    if (offset + 20 > profile.length) return null
    const [x, y, z] = [0, 4, 8].map((on) => view.getInt32(offset + 8 + on) / 65536)
    return [x!, y!, z!]
  }
  return null
}
