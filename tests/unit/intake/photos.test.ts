import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readerLimits } from '#intake/protocol'
import { makeThumbnails } from '#intake/read'
import { jpeg } from '#tests/fixtures/make/pictures'
import { photoFields, readBytes } from '#tests/support/photos'

/** Measures of the picture and the fields of its record. */
async function read(bytes: Uint8Array, name?: string) {
  const { read: picture, ...fields } = await photoFields(bytes, name)
  return { ...picture, ...fields }
}

/** A JPEG with EXIF fields, written by sharp. */
async function withExif(fields: Record<string, string>, photo: Record<string, string> = {}): Promise<Uint8Array> {
  const made = sharp(await jpeg(1)).withExif({ IFD0: fields, IFD2: photo })
  return new Uint8Array(await made.jpeg().toBuffer())
}

describe('a picture', () => {
  it('is measured, and empty where it says nothing', async () => {
    expect(await read(await jpeg(1))).toMatchObject({
      mediaType: 'image/jpeg',
      width: 160,
      height: 106,
      takenAt: null,
      caption: '',
      photographers: [],
      gps: null,
      codes: [],
    })
  })

  it('keeps the local time it was taken, with the offset where one is written, never shifted', async () => {
    const local = await withExif(
      { Artist: 'Quoc Tuan', ImageDescription: 'Khai giang' },
      { DateTimeOriginal: '2025:09:05 07:30:12' },
    )
    expect(await read(local)).toMatchObject({
      takenAt: '2025-09-05T07:30:12',
      photographers: ['Quoc Tuan'],
      caption: 'Khai giang',
    })
    const zoned = await withExif({}, { DateTimeOriginal: '2025:09:05 07:30:12', OffsetTimeOriginal: '+07:00' })
    expect((await read(zoned)).takenAt).toBe('2025-09-05T07:30:12+07:00')
  })

  it('takes no maker text for a caption and doubts a clock never set', async () => {
    const bytes = await withExif(
      { ImageDescription: 'OLYMPUS DIGITAL CAMERA' },
      { DateTimeOriginal: '2000:01:01 00:00:05' },
    )
    const found = await read(bytes)
    expect(found.caption).toBe('')
    expect(found.codes).toEqual(['date-doubtful'])
  })

  it('is told by its bytes, not its name', async () => {
    const png = await sharp(await jpeg(1))
      .png()
      .toBuffer()
    expect((await read(new Uint8Array(png))).mediaType).toBe('image/png')
    await expect(readBytes(new TextEncoder().encode('no picture'))).rejects.toMatchObject({
      code: 'picture-unreadable',
    })
    await expect(readBytes(new TextEncoder().encode('PK\u0003\u0004 a Word file'))).rejects.toMatchObject({
      code: 'file-type-mismatch',
      args: { actual: 'Word/ZIP' },
    })
    await expect(readBytes(new Uint8Array())).rejects.toMatchObject({ code: 'file-empty' })
  })

  it('cut short is marked damaged and still read', async () => {
    const whole = await jpeg(2, 800, 600)
    const found = await read(whole.slice(0, Math.floor(whole.length * 0.6)))
    expect(found).toMatchObject({ width: 800, height: 600 })
    expect(found.codes).toEqual(['photo-damaged'])
  })
})

describe('thumbnails', () => {
  it('stand upright, no larger than asked and never larger than the picture', async () => {
    const turned = await sharp(await jpeg(1, 400, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await read(new Uint8Array(turned))).toMatchObject({ width: 200, height: 400 })
    const made = await makeThumbnails(new Uint8Array(turned), [100, 1000], readerLimits)
    expect(made?.map(({ size, width, height }) => [size, width, height])).toEqual([
      [100, 50, 100],
      [1000, 200, 400],
    ])
    expect(made?.[0]?.bytes.subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8))
  })

  it('are none for too many pixels or no picture', async () => {
    expect(await makeThumbnails(await jpeg(1), [64], { pixels: 1000 as never })).toBeNull()
    expect(await makeThumbnails(new Uint8Array(10), [64], readerLimits)).toBeNull()
  })
})
