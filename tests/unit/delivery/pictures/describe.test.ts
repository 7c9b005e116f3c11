import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Warning } from '#core/model/draft'
import { type PictureWriter, startPictureWriter } from '#delivery/pictures/exiftool'
import { heicPixels } from '#intake/photos/heic'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { described, faultsOf, perl, pixelsOf, readBack, setTags } from './sample'

const tools = { files: nodeFiles(), digests: nodeDigests(), agency: 'HĐND tỉnh' }
const warnings: Warning[] = []
let writer: PictureWriter
let home = ''

beforeAll(async () => {
  if (perl) writer = (await startPictureWriter(tools, (warning) => warnings.push(warning)))!
})
afterAll(() => writer?.close())
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kho-describe-'))
  warnings.length = 0
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const caption = 'Toàn cảnh kỳ họp: "thông qua 12 nghị quyết"\nvà bế mạc'

async function picture(name: string, make: (image: Sharp) => Sharp): Promise<string> {
  const path = join(home, name)
  const image = sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } })
  writeFileSync(path, await make(image).toBuffer())
  return path
}

describe.skipIf(!perl)('a described copy of a photo', () => {
  it('says all that is known, is read back field by field, and shows the same picture', async () => {
    const from = await picture('ảnh.jpg', (image) => image.jpeg())
    const before = readFileSync(from)
    const to = join(home, 'bản sao.jpg')
    expect(await writer.describe(from, to, described(from, 'ảnh.jpg', caption))).toBe(true)
    expect(readBack(to)).toMatchObject({
      'IPTC:CodedCharacterSet': 'UTF8',
      'IPTC:ObjectName': 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021',
      'IPTC:Caption-Abstract': caption,
      'IPTC:By-line': 'Đức Anh',
      'IPTC:Keywords': ['kỳ họp', 'Đặng Minh Tuấn'],
      'IPTC:CopyrightNotice': '© Báo tỉnh',
      'IPTC:Sub-location': 'Tuyên Quang',
      'IPTC:DateCreated': '2024:07:08',
      'IPTC:Credit': 'HĐND tỉnh',
      'IPTC:OriginalTransmissionReference': '00012.01',
      'IFD0:ImageDescription': caption,
      'IFD0:Artist': 'Đức Anh',
      'IFD0:Copyright': '© Báo tỉnh',
      'XMP-dc:Title': 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021 - 2026',
      'XMP-dc:Description': caption,
      'XMP-dc:Creator': ['Đức Anh'],
      'XMP-dc:Identifier': '00012.01',
      'XMP-photoshop:DateCreated': '2024:07:08',
      'XMP-photoshop:Credit': 'HĐND tỉnh',
      'XMP-iptcExt:Event': 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021 - 2026',
      'XMP-iptcExt:PersonInImage': ['Đặng Minh Tuấn'],
      'XMP-iptcExt:RegistryID': [{ RegItemId: '00012.01', RegOrgId: 'HĐND tỉnh' }],
      'XMP-iptcExt:DigitalImageGUID': createHash('sha256').update(before).digest('hex'),
      'XMP-mwg-rs:RegionInfo': {
        AppliedToDimensions: { W: 40, H: 20, Unit: 'pixel' },
        RegionList: [
          { Name: 'Đặng Minh Tuấn', Type: 'Face', Area: { X: 0.2, Y: 0.4, W: 0.2, H: 0.4, Unit: 'normalized' } },
        ],
      },
    })
    expect(faultsOf(to)).toEqual([])
    expect(await pixelsOf(to)).toBe(await pixelsOf(from))
    expect(readFileSync(from)).toEqual(before)
    expect(warnings).toEqual([])
  })

  it('is the same, byte for byte, each time', async () => {
    const from = await picture('a.jpg', (image) => image.jpeg())
    for (const name of ['1.jpg', '2.jpg']) await writer.describe(from, join(home, name), described(from, 'a', caption))
    expect(readFileSync(join(home, '1.jpg'))).toEqual(readFileSync(join(home, '2.jpg')))
  })

  it.each(['png', 'webp', 'avif', 'tiff', 'gif'] as const)('of a %s keeps its pixels and is clean', async (format) => {
    const from = await picture(`a.${format}`, (image) => image.toFormat(format, { quality: 80 }))
    const to = join(home, `b.${format}`)
    expect(await writer.describe(from, to, described(from, 'a', caption))).toBe(true)
    const tags = readBack(to)
    expect(tags['XMP-dc:Description']).toBe(caption)
    expect(tags['XMP-mwg-rs:RegionInfo']).toBeTruthy()
    expect(tags['IFD0:ImageDescription']).toBe(format === 'tiff' ? caption : undefined)
    expect(faultsOf(to).filter((fault) => !faultsOf(from).includes(fault))).toEqual([])
    expect(await pixelsOf(to)).toBe(await pixelsOf(from))
  })

  it('of a HEIC keeps its pixels and is as clean as before', async () => {
    const from = join('tests', 'fixtures', 'pictures', 'phone.heic')
    const to = join(home, 'b.heic')
    expect(await writer.describe(from, to, described(from, 'a', caption))).toBe(true)
    expect(readBack(to)['XMP-dc:Description']).toBe(caption)
    const faults = faultsOf(from)
    expect(faultsOf(to).filter((fault) => !faults.includes(fault))).toEqual([])
    const decoded = async (path: string) => (await heicPixels(readFileSync(path))).pixels.raw().toBuffer()
    expect((await decoded(to)).equals(await decoded(from))).toBe(true)
  })

  it('brings everything else that says the same in step, and leaves what says other things', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" photoshop:Credit="TTXVN" photoshop:City="Tuyên Quang"><tiff:ImageDescription><rdf:Alt><rdf:li xml:lang="x-default">Chú thích cũ</rdf:li></rdf:Alt></tiff:ImageDescription><dc:subject><rdf:Bag><rdf:li>nông thôn mới</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>'
    const exif = { ImageDescription: 'OLYMPUS DIGITAL CAMERA', Artist: 'Tên cũ', Model: 'E-M5' }
    const from = await picture('a.jpg', (image) => image.jpeg().withExif({ IFD0: exif }).withXmp(xmp))
    const said = join(home, 'said.jpg')
    await writer.describe(from, said, described(from, 'a', caption))
    const tags = readBack(said)
    expect(tags).toMatchObject({
      'IFD0:ImageDescription': caption,
      'IFD0:Artist': 'Đức Anh',
      'IFD0:Model': 'E-M5',
      'XMP-tiff:ImageDescription': caption,
      'XMP-photoshop:Credit': 'TTXVN',
      'XMP-photoshop:City': 'Tuyên Quang',
      'XMP-dc:Subject': ['nông thôn mới', 'kỳ họp', 'Đặng Minh Tuấn'],
    })
    expect(Object.keys(tags).filter((tag) => tag.startsWith('IFD0:XP'))).toEqual([])
    expect(faultsOf(said)).toEqual(faultsOf(from))
  })

  it("has Windows' own tags say the same, where there are some", async () => {
    const from = await picture('a.jpg', (image) => image.jpeg())
    setTags(from, [
      '-XPTitle=Tít cũ',
      '-XPComment=Chú thích cũ',
      '-XPAuthor=Tên cũ',
      '-XMP-MP:RegionPersonDisplayName=X',
    ])
    const to = join(home, 'b.jpg')
    await writer.describe(from, to, described(from, 'a', caption))
    expect(readBack(to)).toMatchObject({
      'IFD0:XPTitle': 'Kỳ họp thứ 18, HĐND tỉnh khoá XVII, nhiệm kỳ 2021 - 2026',
      'IFD0:XPComment': caption,
      'IFD0:XPAuthor': 'Đức Anh',
      'XMP-MP:RegionInfoMP': {
        Regions: [{ PersonDisplayName: 'Đặng Minh Tuấn', Rectangle: '0.1, 0.2, 0.2, 0.4' }],
      },
    })
    expect(faultsOf(to)).toEqual([])
  })

  it('marks IPTC as UTF-8 and keeps what stood there in another coding, or in UTF-8 without the mark', async () => {
    for (const coding of ['Latin', 'UTF8']) {
      const from = await picture(`${coding}.jpg`, (image) => image.jpeg())
      setTags(from, ['-charset', `iptc=${coding}`, '-IPTC:City=Orléans é', '-IPTC:Country-PrimaryLocationName=Côte'])
      expect(readBack(from)['IPTC:CodedCharacterSet']).toBeUndefined()
      const to = join(home, `${coding}-b.jpg`)
      await writer.describe(from, to, described(from, 'a', caption))
      expect(readBack(to)).toMatchObject({
        'IPTC:CodedCharacterSet': 'UTF8',
        'IPTC:City': 'Orléans é',
        'IPTC:Country-PrimaryLocationName': 'Côte',
        'IPTC:Caption-Abstract': caption,
      })
    }
  })

  it('cuts a long caption for old readers at a word, and has it whole in XMP', async () => {
    const long = 'Đồng chí Phó Chủ tịch HĐND tỉnh trao quà. '.repeat(62).trim()
    expect(long.length).toBeGreaterThan(2600)
    const from = await picture('a.jpg', (image) => image.jpeg())
    const to = join(home, 'b.jpg')
    await writer.describe(from, to, described(from, 'a', long))
    const tags = readBack(to)
    const cut = String(tags['IPTC:Caption-Abstract'])
    expect(tags['XMP-dc:Description']).toBe(long)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2000)
    expect(Buffer.byteLength(cut)).toBeGreaterThan(1980)
    expect(long.startsWith(`${cut} `)).toBe(true)
    expect(faultsOf(to)).toEqual([])
  })

  it('takes every sign for itself: ampersands, brackets, tags, lines, names in the other Unicode form', async () => {
    const odd = '&lt;b&gt; & {A, B} | [C] = "D" <E>\ndòng 2 – Nguyễn'.normalize('NFD')
    const from = await picture('a.jpg', (image) => image.jpeg())
    const to = join(home, 'b.jpg')
    const photo = described(from, 'a', odd)
    photo.within.people = photo.within.people.map((one) => ({
      ...one,
      name: 'Y & Ê, {Bo} | [Kso]&amp;'.normalize('NFD'),
    }))
    await writer.describe(from, to, photo)
    const tags = readBack(to)
    expect(tags['XMP-dc:Description']).toBe(odd.normalize('NFC'))
    expect(tags['IPTC:Caption-Abstract']).toBe(odd.normalize('NFC'))
    expect(tags['XMP-iptcExt:PersonInImage']).toEqual(['Y & Ê, {Bo} | [Kso]&amp;'])
    expect(tags['XMP-mwg-rs:RegionInfo']).toMatchObject({ RegionList: [{ Name: 'Y & Ê, {Bo} | [Kso]&amp;' }] })
  })

  it.each([
    '-dau-gach.jpg',
    'Ảnh HĐND (Bản sao) [1] 100% #2.jpg',
    'Ảnh Nguyễn.jpg'.normalize('NFD'),
    '@tệp.jpg',
    "a'b.jpg",
  ])('lies under any name: %s', async (name) => {
    const from = await picture(`từ ${name}`, (image) => image.jpeg())
    chmodSync(from, 0o444)
    expect(await writer.describe(from, join(home, name), described(from, name, caption))).toBe(true)
    expect(readBack(join(home, name))['XMP-dc:Description']).toBe(caption)
  })

  it('keeps the time of day where the camera names the day the record has', async () => {
    const from = await picture('a.jpg', (image) => image.jpeg())
    const dated = async (takenAt: string, takenOn: string) => {
      const to = join(home, `${takenAt}-${takenOn}.jpg`.replaceAll(':', ''))
      await writer.describe(from, to, described(from, 'a', caption, { takenAt, takenOn }))
      const tags = readBack(to)
      return [tags['XMP-photoshop:DateCreated'], tags['IPTC:DateCreated'], tags['IPTC:TimeCreated']]
    }
    expect(await dated('2024-07-08T09:06:31+07:00', '2024-07-08')).toEqual([
      '2024:07:08 09:06:31+07:00',
      '2024:07:08',
      '09:06:31+07:00',
    ])
    // Without its zone the time of day is told as it stands, and never as of this machine.
    expect(await dated('2024-07-08T09:06:31', '2024-07-08')).toEqual(['2024:07:08 09:06:31', '2024:07:08', undefined])
    expect(await dated('2000-01-01T00:00:05', '2024-07')).toEqual(['2024:07', undefined, undefined])
  })

  it('of a picture that cannot be written into is left to be copied, with the description beside it', async () => {
    const broken = join(home, 'c.jpg')
    writeFileSync(broken, Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff]))
    const photo = described(broken, 'c.jpg', caption)
    expect(await writer.describe(broken, join(home, 'd.jpg'), photo)).toBe(false)
    expect(warnings).toMatchObject([{ code: 'picture-not-described', file: 'c.jpg' }])
    expect(existsSync(join(home, 'd.jpg'))).toBe(false)
    expect(await writer.sidecar(join(home, 'd.xmp'), photo)).toBe(true)
    expect(readBack(join(home, 'd.xmp'))).toMatchObject({
      'XMP-dc:Description': caption,
      'XMP-mwg-rs:RegionInfo': { RegionList: [{ Name: 'Đặng Minh Tuấn' }] },
    })
    expect(faultsOf(join(home, 'd.xmp'))).toEqual([])
  })

  it('is refused where the original is not what it was', async () => {
    const png = await picture('a.png', (image) => image.png())
    const photo = described(png, 'a.png', caption)
    writeFileSync(png, 'khác')
    await expect(writer.describe(png, join(home, 'e.png'), photo)).rejects.toMatchObject({ code: 'file-damaged' })
  })

  it('keeps boxes of others, and those of ours where the stored picture has them', async () => {
    const from = await picture('a.jpg', (image) => image.jpeg().withMetadata({ orientation: 6 }))
    const first = join(home, 'b.jpg')
    await writer.describe(from, first, described(from, 'a', caption, { width: 20, height: 40 }))
    expect(readBack(first)['XMP-mwg-rs:RegionInfo']).toMatchObject({
      AppliedToDimensions: { W: 40, H: 20 },
      // 0.1, 0.2 from the left and top of the picture as it is seen, 0.2 × 0.4 large: turned to be seen, it lies so.
      RegionList: [{ Area: { X: 0.4, Y: 0.8, W: 0.4, H: 0.2 } }],
    })
    const again = join(home, 'c.jpg')
    const other = described(first, 'a', caption, { width: 20, height: 40, turned: 90 })
    other.within.people = other.within.people.map((one) => ({ ...one, name: 'Lê Thị Hoa' }))
    await writer.describe(first, again, other)
    const tags = readBack(again, ['-n'])
    // The name that stood on the box before is none of the people of the record: the record is right.
    expect(tags['XMP-mwg-rs:RegionInfo']).toMatchObject({ RegionList: [{ Name: 'Lê Thị Hoa' }] })
    // Turned here as well: seen so by its orientation, the pixels and boxes where they are.
    expect(tags['IFD0:Orientation']).toBe(3)
    expect(await pixelsOf(again)).toBe(await pixelsOf(from))
    expect(faultsOf(again)).toEqual([])
  })
})

describe.skipIf(!perl)('a copy made smaller', () => {
  it('is described as it is seen, with boxes turned along', async () => {
    const path = await picture('a.jpg', (image) => image.resize(10, 20).jpeg())
    const photo = described(path, 'a', caption, { turned: 90, takenAt: '2024-07-08T09:06:31' })
    await writer.describeMade(path, { shape: { turned: 90, crop: null }, width: 10, height: 20 }, photo)
    const tags = readBack(path)
    expect(tags).toMatchObject({
      'XMP-dc:Description': caption,
      'IFD0:ImageDescription': caption,
      'ExifIFD:DateTimeOriginal': '2024:07:08 09:06:31',
      'XMP-mwg-rs:RegionInfo': {
        AppliedToDimensions: { W: 10, H: 20 },
        RegionList: [{ Area: { X: 0.6, Y: 0.2, W: 0.4, H: 0.2 } }],
      },
    })
    expect(faultsOf(path)).toEqual([])
  })
})
