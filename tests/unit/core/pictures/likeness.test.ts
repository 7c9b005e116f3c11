import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { Grey, greyMeasures } from '#core/pictures/grey'
import { likenessDistance, likenessOf, nearlySame, ones } from '#core/pictures/likeness'

const sample = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'sample')
const photos = readdirSync(sample, { recursive: true })
  .map(String)
  .filter((name) => /\.jpg$/.test(name))
  .sort()
  .map((name) => join(sample, name))

async function fingerprint(picture: Sharp): Promise<string> {
  const bytes = await picture.toBuffer()
  const grey = await sharp(bytes)
    .greyscale()
    .resize({ ...greyMeasures, fit: 'fill' })
    .raw()
    .toBuffer()
  return likenessOf(new Grey(new Uint8Array(grey)))
}

const first = () => sharp(photos[0] ?? '')

describe('the fingerprint of a picture', () => {
  it('is 32 hex digits of the whole and 32 of the inner part, and the same each time', async () => {
    expect(await fingerprint(first())).toMatch(/^[0-9a-f]{64}$/)
    expect(await fingerprint(first())).toBe(await fingerprint(first()))
  })

  it.each([
    ['another size', () => first().resize(240).jpeg()],
    ['strong compression', () => first().jpeg({ quality: 25 })],
    ['more light', () => first().modulate({ brightness: 1.2 }).jpeg()],
    ['another format', () => first().png()],
  ])('is nearly the same after %s', async (_what, changed) => {
    expect(nearlySame(await fingerprint(first().jpeg()), await fingerprint(changed()))).toBe(true)
  })

  it('is another one when the picture is turned or mirrored', async () => {
    const own = await fingerprint(first().jpeg())
    expect(nearlySame(own, await fingerprint(first().rotate(180).jpeg()))).toBe(false)
    expect(nearlySame(own, await fingerprint(first().flop().jpeg()))).toBe(false)
  })

  it('tells the photos of the sample apart', async () => {
    const prints = await Promise.all(photos.map((path) => fingerprint(sharp(path))))
    const near = prints.flatMap((one, at) =>
      prints.slice(at + 1).flatMap((other, on) => (nearlySame(one, other) ? [[photos[at], photos[at + 1 + on]]] : [])),
    )
    expect(near).toEqual([])
  })

  it('is none for an even picture, which is like no other', () => {
    const even = new Grey(new Uint8Array(greyMeasures.width * greyMeasures.height).fill(250))
    expect(likenessOf(even)).toBe('')
    expect(nearlySame('', '')).toBe(false)
  })
})

describe('the distance of two fingerprints', () => {
  it('is the worse of both halves', () => {
    const none = '0'.repeat(32)
    expect(likenessDistance(none, none)).toBe(0)
    expect(likenessDistance(none, `f${'0'.repeat(15)}${'0'.repeat(14)}ff`)).toBe(8)
    expect(likenessDistance(none, 'f'.repeat(32))).toBe(64)
  })

  it('counts the bits of a word', () => {
    expect([0, 1, 0x80000000, 0xffffffff, 0x0f0f0f0f].map(ones)).toEqual([0, 1, 1, 32, 16])
  })
})
