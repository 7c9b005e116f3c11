import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readerLimits } from '#intake/protocol'
import { makeThumbnails, readPicture } from '#intake/read'
import { jpeg } from '#tests/fixtures/make/pictures'

const read = (bytes: Uint8Array, name = 'ảnh.jpg') =>
  readPicture({ name, bytes, size: bytes.length, input: bytes }, readerLimits)

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
      photographer: '',
      gps: null,
      warnings: [],
    })
  })

  it('keeps the local time it was taken, with the offset where one is written, never shifted', async () => {
    const local = await withExif(
      { Artist: 'Quoc Tuan', ImageDescription: 'Khai giang' },
      { DateTimeOriginal: '2025:09:05 07:30:12' },
    )
    expect(await read(local)).toMatchObject({
      takenAt: '2025-09-05T07:30:12',
      photographer: 'Quoc Tuan',
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
    expect(found.warnings.map((warning) => warning.code)).toEqual(['date-doubtful'])
  })

  it('is told by its bytes, not its name', async () => {
    const png = await sharp(await jpeg(1))
      .png()
      .toBuffer()
    expect((await read(new Uint8Array(png))).mediaType).toBe('image/png')
    await expect(read(new TextEncoder().encode('no picture'))).rejects.toMatchObject({ code: 'picture-unreadable' })
    await expect(read(new TextEncoder().encode('PK\u0003\u0004 a Word file'))).rejects.toMatchObject({
      code: 'file-type-mismatch',
      args: { actual: 'Word/ZIP' },
    })
    await expect(read(new Uint8Array())).rejects.toMatchObject({ code: 'file-empty' })
  })

  it('cut short is marked damaged and still read', async () => {
    const whole = await jpeg(2, 800, 600)
    const found = await read(whole.slice(0, Math.floor(whole.length * 0.6)))
    expect(found).toMatchObject({ width: 800, height: 600 })
    expect(found.warnings.map((warning) => warning.code)).toEqual(['picture-damaged'])
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

const suite = '../shared/suites/photos/made-with-exiftool'

describe.skipIf(!existsSync(suite))('the press photos beside the project', () => {
  type Expected = {
    caption?: string | null
    caption_any_of?: string[]
    byline?: string | null
    taken?: string | null
    gps?: [number, number] | null
    display?: [number, number]
    mime?: string
    people?: string[]
    usercomment?: string
    damaged?: boolean
    proposal?: string
  }
  const expected: Record<string, Expected> = JSON.parse(readFileSync(`${suite}/EXPECTED.json`, 'utf8'))

  it.each(Object.entries(expected).filter(([, one]) => !one.damaged))('%s', async (name, want) => {
    const found = await read(new Uint8Array(readFileSync(`${suite}/${name}`)), name)
    if (want.caption !== undefined) expect(found.caption).toBe((want.caption ?? '').normalize('NFC'))
    if (want.caption_any_of) expect(want.caption_any_of).toContain(found.caption)
    if (want.byline !== undefined) expect(found.photographer).toBe(want.byline ?? '')
    if (want.taken !== undefined) expect(found.takenAt).toBe(want.taken)
    if (want.gps === null) expect(found.gps).toBeNull()
    if (want.gps) expect([found.gps?.latitude, found.gps?.longitude]).toEqual(want.gps)
    if (want.display) expect([found.width, found.height]).toEqual(want.display)
    if (want.mime) expect(found.mediaType).toBe(want.mime)
    if (want.people) expect(found.embedded.people).toBe(want.people.join(', '))
    if (want.usercomment) expect(found.embedded.comment).toBe(want.usercomment)
  })

  it.each(Object.entries(expected).filter(([, one]) => one.damaged))('%s, damaged', async (name) => {
    const codes = await read(new Uint8Array(readFileSync(`${suite}/${name}`)), name).then(
      (found) => found.warnings.map((warning) => warning.code),
      (error) => [error.code],
    )
    expect(codes).not.toEqual([])
  })
})
