import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Turn } from '#core/model/photo'
import { regionShown } from '#core/pictures/turn'
import { readerLimits } from '#intake/protocol'
import { makeThumbnails } from '#intake/read'

// A red face in a grey picture, and the part of the upright picture it takes up.
const face = { x: 0.1, y: 0.6, width: 0.2, height: 0.25 }

/** How pixels lie in a file that its EXIF orientation brings upright: turned clockwise, then mirrored across. */
const stored: Record<number, [turn: number, mirrored: boolean]> = {
  1: [0, false],
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [90, true],
  6: [270, false],
  7: [270, true],
  8: [90, false],
}

async function pictureOf(orientation: number): Promise<Uint8Array> {
  const upright = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
    <rect width="300" height="200" fill="#888"/>
    <rect x="${face.x * 300}" y="${face.y * 200}" width="${face.width * 300}" height="${face.height * 200}" fill="#f00"/>
  </svg>`
  const [turn, mirrored] = stored[orientation] as [number, boolean]
  const turned = await sharp(Buffer.from(upright)).flatten().rotate(turn).png().toBuffer()
  const laid = sharp(turned).flop(mirrored)
  return new Uint8Array(await laid.jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer())
}

describe('a box around a face', () => {
  const turns: Turn[] = [0, 90, 180, 270]
  it.each(Object.keys(stored).map(Number))(
    'lies on it in every turn of a file of orientation %i',
    async (orientation) => {
      const bytes = await pictureOf(orientation)
      for (const turn of turns) {
        const [preview] = (await makeThumbnails(bytes, [300], readerLimits, turn)) ?? []
        const { width = 0, height = 0, bytes: jpeg = new Uint8Array() } = preview ?? {}
        const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
        const red = (x: number, y: number) => {
          const at = (Math.floor(y * height) * width + Math.floor(x * width)) * info.channels
          return (data[at] as number) > 200 && (data[at + 1] as number) < 90
        }
        const box = regionShown(face, turn)
        const inset = 0.04
        expect(red(box.x + box.width / 2, box.y + box.height / 2)).toBe(true)
        expect(red(box.x + inset, box.y + inset)).toBe(true)
        expect(red(box.x + box.width - inset, box.y + box.height - inset)).toBe(true)
        expect(red(box.x - inset, box.y + box.height / 2)).toBe(false)
        expect(red(box.x + box.width + inset, box.y + box.height / 2)).toBe(false)
      }
    },
  )
})
