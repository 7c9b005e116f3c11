import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect, it } from 'vitest'
import { primariesOfHeic } from '#intake/photos/heic-colour'
import { makeThumbnails } from '#intake/photos/previews'
import { displayP3, primariesOfProfile, toSrgb } from '#intake/photos/primaries'

/** Any limit, where the program has one of its own. */
const limits = (pixels: number) => ({ pixels }) as unknown as Parameters<typeof makeThumbnails>[2]
const red = { r: 200, g: 40, b: 30 }
const plain = () => sharp({ create: { width: 64, height: 48, channels: 3, background: red } })

/** The middle of the preview of a picture. */
async function seen(picture: Sharp): Promise<number[]> {
  const [preview] = (await makeThumbnails(new Uint8Array(await picture.toBuffer()), [32], limits(1_000_000))) ?? []
  const { data } = await sharp(preview?.bytes).raw().toBuffer({ resolveWithObject: true })
  return [...data.subarray(32 * 12 * 3, 32 * 12 * 3 + 3)]
}

it.each([
  ['Display P3', () => plain().withIccProfile('p3').jpeg({ quality: 100 }), 6],
  ['CMYK', () => plain().toColourspace('cmyk').jpeg({ quality: 100 }), 40],
  ['16 bits a channel', () => plain().toColourspace('rgb16').png(), 4],
  ['TIFF of 16 bits', () => plain().toColourspace('rgb16').tiff(), 4],
])('a preview shows the colours of %s as they are meant', async (_what, made, most) => {
  const colour = await seen(made())
  const apart = Math.max(...colour.map((value, at) => Math.abs(value - [red.r, red.g, red.b][at]!)))
  expect(apart).toBeLessThanOrEqual(most)
})

it('a preview lays what is transparent on white', async () => {
  const clear = sharp({ create: { width: 64, height: 48, channels: 4, background: { ...red, alpha: 0 } } }).png()
  for (const value of await seen(clear)) expect(value).toBeGreaterThan(250)
})

it('no preview is made of more pixels than the limit', async () => {
  const bytes = new Uint8Array(await plain().png().toBuffer())
  expect(await makeThumbnails(bytes, [32], limits(3_000))).toBeNull()
})

it('colours of Display P3 become those of sRGB', () => {
  // sRGB red and white, as Display P3 writes them.
  const pixels = Uint8Array.from([234, 51, 35, 255, 255, 255, 128, 128, 128])
  toSrgb(pixels, displayP3)
  for (const [at, value] of [255, 0, 0, 255, 255, 255, 128, 128, 128].entries())
    expect(Math.abs(pixels[at]! - value), `${at}`).toBeLessThanOrEqual(4)
})

it('a profile of Display P3 is told from one of sRGB', async () => {
  const profileOf = async (name: 'p3' | 'srgb') =>
    (await sharp(await plain().withIccProfile(name).jpeg().toBuffer()).metadata()).icc ?? new Uint8Array()
  expect(primariesOfProfile(await profileOf('srgb'))).toBeNull()
  expect(primariesOfProfile(await profileOf('p3'))?.[0][0]).toBeCloseTo(displayP3[0][0], 2)
})

it('a picture of a phone that says nothing of its colours is taken as it is', () => {
  const phone = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'pictures', 'phone.heic'))
  expect(primariesOfHeic(new Uint8Array(phone))).toBeNull()
})
