import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readInside } from '#intake/photos/inside/inside'
import { sourceOver } from '#intake/photos/inside/source'
import {
  alternatives,
  bytesOf,
  exifBlock,
  exifSegment,
  extendedSegments,
  heifWords,
  iim,
  iptcSegment,
  list,
  mwgRegions,
  packedText,
  utf8,
  withChunks,
  withRiff,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '#tests/fixtures/make/photo-words'
import { jpeg } from '#tests/fixtures/make/pictures'

const guid = 'A'.repeat(32)
const packet = xmpPacket(
  alternatives('dc:description', { 'x-default': 'Thăm xã Nà Mây', vi: 'Thăm xã' }) +
    list('dc:subject', ['cử tri', 'Nà Mây']) +
    mwgRegions([{ name: 'Lò Văn Pâng', at: [0.25, 0.4, 0.1, 0.2] }], [160, 106]),
  `xmpNote:HasExtendedXMP="${guid}"`,
)
const exif = exifBlock({
  main: [
    { id: 270, type: 2, value: 'Thăm xã Nà Mây' },
    { id: 274, type: 3, value: [6] },
    { id: 700, type: 1, value: packet },
    { id: 33723, type: 7, value: iim([[105, utf8('Đầu đề')]]) },
  ],
  photo: [{ id: 37510, type: 7, value: bytesOf('ASCII\0\0\0words of somebody') }],
  gps: [
    { id: 1, type: 2, value: 'N' },
    { id: 2, type: 5, value: [22, 1, 30, 1, 0, 1] },
    { id: 3, type: 2, value: 'E' },
    { id: 4, type: 5, value: [105, 1, 30, 1, 0, 1] },
  ],
})
const block = iim(
  [
    [120, utf8('Thăm xã Nà Mây')],
    [80, utf8('Đèo Văn Ích')],
  ],
  { marked: true },
)

/** Pictures of every container, full of words. */
const made: [type: string, bytes: Uint8Array][] = []
beforeAll(async () => {
  const plain = await jpeg(1, 48, 32)
  const png = new Uint8Array(await sharp(plain).png().toBuffer())
  const webp = new Uint8Array(await sharp(plain).webp().toBuffer())
  made.push(
    [
      'image/jpeg',
      withSegments(
        plain,
        exifSegment(exif),
        xmpSegment(packet),
        ...extendedSegments(guid, packet, 400),
        iptcSegment(block),
      ),
    ],
    [
      'image/png',
      withChunks(png, ['eXIf', exif], ['tEXt', bytesOf('Title\0x')], ['zTXt', packedText('Source', utf8('Báo'))]),
    ],
    ['image/webp', withRiff(webp, ['EXIF', exif], ['XMP ', packet])],
    ['image/tiff', exif],
    ['image/heic', heifWords(exif, packet)],
  )
})

const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
  maxLength: 12,
})

describe('words inside a picture', () => {
  it('are read from damaged files of every kind without a fault, in time and in bounds', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(4),
        changes,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        async (kind, damage, kept) => {
          const [type, whole] = made[kind]!
          const bytes = whole.slice(0, Math.ceil(whole.length * kept))
          for (const [at, byte] of damage) bytes[Math.floor(at * (bytes.length - 1))] = byte
          const started = performance.now()
          const read = await readInside(sourceOver(bytes), type, { width: 48, height: 32 })
          // Each takes a few milliseconds; a hundred times that is a loop.
          expect(performance.now() - started).toBeLessThan(1_000)
          expect(JSON.stringify(read.words).length).toBeLessThan(whole.length * 20)
          for (const { region } of read.named) {
            if (region) expect(region.x + region.width <= 1.000001 && region.y + region.height <= 1.000001).toBe(true)
          }
          expect(read.orientation >= 1 && read.orientation <= 8).toBe(true)
        },
      ),
      { numRuns: 600 },
    ))

  it('are read from any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(4), fc.uint8Array({ maxLength: 300 }), async (kind, bytes) => {
        await readInside(sourceOver(bytes), made[kind]![0], { width: 1, height: 1 })
      }),
      { numRuns: 300 },
    ))
})
