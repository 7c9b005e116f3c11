import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Warning } from '#core/model/draft'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { storedBox, tagsOf } from '#delivery/pictures/describe'
import { type PictureWriter, startPictureWriter } from '#delivery/pictures/exiftool'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { article, event, person, photo } from '#tests/unit/archive/sample-records'

const tools = { files: nodeFiles(), digests: nodeDigests() }
const warnings: Warning[] = []
let writer: PictureWriter | null = null
let home = ''

beforeAll(async () => {
  writer = await startPictureWriter(tools, (warning) => warnings.push(warning))
})
afterAll(() => writer?.close())
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kho-describe-'))
  warnings.length = 0
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const caption = 'Toàn cảnh kỳ họp: "thông qua 12 nghị quyết"\nvà bế mạc'

function shown(
  path: string,
  name: string,
  more: Partial<DeliveredPhoto['photo']> = {},
): [DeliveredArticle, DeliveredPhoto] {
  const hex = createHash('sha256').update(readFileSync(path)).digest('hex')
  const record = photo(hex)
  const file = { ...record.file, name, digest: { algorithm: 'sha256' as const, hex } }
  const region = { x: 0.1, y: 0.2, width: 0.2, height: 0.4 }
  const people = [{ personId: 'p1', region }]
  const own = { ...record, file, width: 40, height: 20, rights: '© Báo tỉnh', takenOn: '2024-07-08', people, ...more }
  const one: DeliveredPhoto = { photo: own, caption, name, picture: async () => null, originalPath: path }
  const held = {
    ...event('e1'),
    title: 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021 - 2026',
    place: 'Tuyên Quang',
  }
  const named = person('p1', 'Đặng Minh Tuấn')
  const within = article('a1', 1, { events: ['e1'], topics: ['kỳ họp'], photographers: ['Đức Anh'] })
  return [{ article: within, events: [held], people: [named], photos: [one] }, one]
}

async function picture(name: string, make: (image: Sharp) => Sharp): Promise<string> {
  const path = join(home, name)
  const image = sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } })
  writeFileSync(path, await make(image).toBuffer())
  return path
}

/** As exiftool reads it, by group. */
function readBack(path: string): Record<string, unknown> {
  const home = dirname(createRequire(import.meta.url).resolve('exiftool-vendored.pl/package.json'))
  const args = [join(home, 'bin', 'exiftool'), '-json', '-G1', '-struct', '-charset', 'iptc=UTF8', path]
  return JSON.parse(execFileSync('perl', args, { encoding: 'utf8' }))[0]
}
const pixels = async (path: string) =>
  createHash('sha256')
    .update(await sharp(path).raw().toBuffer())
    .digest('hex')
const perl = ['/usr/bin/perl', '/usr/local/bin/perl'].some((path) => existsSync(path))

describe.skipIf(!perl)('a described copy of a photo', () => {
  it('says all that is known, is read back field by field, and shows the same picture', async () => {
    const from = await picture('ảnh.jpg', (image) => image.jpeg())
    const before = readFileSync(from)
    const to = join(home, 'bản sao.jpg')
    expect(await writer?.describe(from, to, ...shown(from, 'ảnh.jpg'))).toBe(true)
    const tags = readBack(to)
    expect(tags).toMatchObject({
      'IPTC:ObjectName': 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021',
      'IPTC:Caption-Abstract': caption,
      'IPTC:By-line': 'Đức Anh',
      'IPTC:Keywords': ['kỳ họp', 'Đặng Minh Tuấn'],
      'IPTC:CopyrightNotice': '© Báo tỉnh',
      'IPTC:Sub-location': 'Tuyên Quang',
      'XMP-dc:Title': 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021 - 2026',
      'XMP-dc:Description': caption,
      'XMP-dc:Creator': ['Đức Anh'],
      'XMP-photoshop:DateCreated': '2024:07:08',
      'XMP-iptcExt:PersonInImage': ['Đặng Minh Tuấn'],
      'XMP-mwg-rs:RegionInfo': {
        AppliedToDimensions: { W: 40, H: 20, Unit: 'pixel' },
        RegionList: [
          { Name: 'Đặng Minh Tuấn', Type: 'Face', Area: { X: 0.2, Y: 0.4, W: 0.2, H: 0.4, Unit: 'normalized' } },
        ],
      },
    })
    expect(await pixels(to)).toBe(await pixels(from))
    expect(readFileSync(from)).toEqual(before)
    expect(warnings).toEqual([])
  })

  it('is the same, byte for byte, each time', async () => {
    const from = await picture('a.jpg', (image) => image.jpeg())
    for (const name of ['1.jpg', '2.jpg']) await writer?.describe(from, join(home, name), ...shown(from, 'a.jpg'))
    expect(readFileSync(join(home, '1.jpg'))).toEqual(readFileSync(join(home, '2.jpg')))
  })

  it('of a PNG has XMP; what cannot be described is told and left to be copied', async () => {
    const png = await picture('a.png', (image) => image.png())
    expect(await writer?.describe(png, join(home, 'b.png'), ...shown(png, 'a.png'))).toBe(true)
    expect(readBack(join(home, 'b.png'))['XMP-dc:Description']).toBe(caption)
    const broken = join(home, 'c.jpg')
    writeFileSync(broken, 'không phải ảnh')
    expect(await writer?.describe(broken, join(home, 'd.jpg'), ...shown(broken, 'c.jpg'))).toBe(false)
    expect(warnings).toMatchObject([{ code: 'picture-not-described', file: 'c.jpg' }])
    expect(existsSync(join(home, 'd.jpg'))).toBe(false)
    const [within, one] = shown(png, 'a.png')
    writeFileSync(png, 'khác')
    await expect(writer?.describe(png, join(home, 'e.png'), within, one)).rejects.toMatchObject({
      code: 'file-damaged',
    })
  })
})

describe('boxes of people', () => {
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
  ])('orientation %i', (orientation, box) => {
    const stored = storedBox({ x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, orientation)
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(stored[side]).toBeCloseTo(box[side])
  })

  it('stand where the stored picture has them', async () => {
    // Red where the box is in the upright picture; stored turned, as cameras do, and turned back by its orientation.
    const upright = sharp({ create: { width: 40, height: 20, channels: 3, background: '#000' } })
    const red = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#f00' } })
      .png()
      .toBuffer()
    const marked = await upright
      .composite([{ input: red, left: 4, top: 4 }])
      .png()
      .toBuffer()
    const path = join(home, 't.png')
    // Orientation 6: to be seen it is turned clockwise by 90°, so it is stored turned the other way.
    writeFileSync(path, await sharp(marked).rotate(270).png().toBuffer())
    const box = storedBox({ x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, 6)
    const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) =>
      data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels]
    expect(at(box.x + box.width / 2, box.y + box.height / 2)).toBe(255)
    expect(at(box.x + 0.01, box.y + 0.01)).toBe(255)
    expect(at(box.x - 0.03, box.y - 0.03)).toBe(0)
    const [within, one] = shown(path, 't.png', { embedded: { orientation: 'right-top' }, width: 40, height: 20 })
    expect(tagsOf(within, one, { iim: false }).RegionInfo).toMatchObject({ AppliedToDimensions: { W: 20, H: 40 } })
  })
})
