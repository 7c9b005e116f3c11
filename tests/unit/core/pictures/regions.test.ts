import sharp, { type OutputInfo } from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Orientation, orientationFrom, regionAsStored } from '#core/pictures/regions'

describe('regions and orientation', () => {
  // The corner of a box in the upright picture, through each of the eight ways a camera stores it.
  it.each([
    [1, { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }],
    [2, { x: 0.6, y: 0.2, width: 0.3, height: 0.4 }],
    [3, { x: 0.6, y: 0.4, width: 0.3, height: 0.4 }],
    [4, { x: 0.1, y: 0.4, width: 0.3, height: 0.4 }],
    [5, { x: 0.2, y: 0.1, width: 0.4, height: 0.3 }],
    [6, { x: 0.2, y: 0.6, width: 0.4, height: 0.3 }],
    [7, { x: 0.4, y: 0.6, width: 0.4, height: 0.3 }],
    [8, { x: 0.4, y: 0.1, width: 0.4, height: 0.3 }],
  ] as const)('orientation %i', (orientation, box) => {
    const stored = regionAsStored({ x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, orientation)
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(stored[side]).toBeCloseTo(box[side])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'a box lies on what it is of in the stored pixels, orientation %i',
    async (how) => {
      const stored = await storedMarked(how)
      // What is seen upright by this orientation has the mark at the box again.
      const { data, info } = await sharp(stored).autoOrient().raw().toBuffer({ resolveWithObject: true })
      const seen = redBox(data, info)
      const { data: raw, info: measures } = await sharp(stored).raw().toBuffer({ resolveWithObject: true })
      const marked = redBox(raw, measures)
      const wanted = regionAsStored(seen, how)
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(marked[side]).toBeCloseTo(wanted[side], 5)
      expect(seen).not.toEqual({ x: 0, y: 0, width: 1, height: 1 })
    },
  )

  it('takes what is no orientation for upright', () => {
    expect([0, 9, 2.5, 'x', undefined, null].map(orientationFrom)).toEqual([1, 1, 1, 1, 1, 1])
    expect(orientationFrom('6')).toBe(6)
  })
})

/** Pixels with a red box off their middle, to be seen by an orientation. */
async function storedMarked(orientation: Orientation): Promise<Buffer> {
  const red = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#000' } })
    .composite([{ input: red, left: 4, top: 4 }])
    .withMetadata({ orientation })
    .png()
    .toBuffer()
}

function redBox(data: Buffer, { width, height, channels }: OutputInfo) {
  const red = [...Array(width * height).keys()].filter((at) => data[at * channels]! > 128)
  const across = red.map((at) => at % width)
  const down = red.map((at) => Math.floor(at / width))
  const [left, top] = [Math.min(...across), Math.min(...down)]
  return {
    x: left / width,
    y: top / height,
    width: (Math.max(...across) + 1 - left) / width,
    height: (Math.max(...down) + 1 - top) / height,
  }
}
