import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Inside } from '#core/pictures/inside'
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
  internationalText,
  iptcSegment,
  list,
  mwgRegions,
  packedText,
  utf8,
  utf16be,
  utf16le,
  withChunks,
  withRiff,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '#tests/fixtures/make/photo-words'
import { jpeg } from '#tests/fixtures/make/pictures'
import { photoFields } from '#tests/support/photos'

const CAPTION = 'Bà Lường Thị Ngần phát biểu tại buổi tiếp xúc cử tri xã Nà Mây'
const of = (words: Inside[] | undefined, tag: string) => words?.find((one) => one.tag === tag)?.values

describe('IPTC-IIM', async () => {
  const plain = await jpeg(1)
  const read = (block: Uint8Array) => photoFields(withSegments(plain, iptcSegment(block)))

  it.each([true, false])('in UTF-8, marked or not (%s)', async (marked) => {
    const found = await read(
      iim(
        [
          [120, utf8(CAPTION)],
          [80, utf8('Đèo Văn Ích')],
          [25, utf8('cử tri')],
          [25, utf8('Nà Mây')],
        ],
        { marked },
      ),
    )
    expect(found).toMatchObject({ caption: CAPTION, photographers: ['Đèo Văn Ích'], keywords: ['cử tri', 'Nà Mây'] })
  })

  it('decomposed is composed; a letter cut through by the limit is let go', async () => {
    const cut = utf8(CAPTION).subarray(0, 3)
    expect(
      (
        await read(
          iim([
            [120, utf8(CAPTION.normalize('NFD'))],
            [105, cut],
          ]),
        )
      ).caption,
    ).toBe(CAPTION)
    expect(of((await read(iim([[105, utf8('Đổi mới').subarray(0, 5)]]))).inside, 'IPTC:Headline')).toEqual([
      'Đổ'.slice(0, 2),
    ])
  })

  it('of western and of Vietnamese Windows is told apart', async () => {
    expect((await read(iim([[120, bytesOf('Caf\xe9 \x96 entr\xe9e')]]))).caption).toBe('Café – entrée')
    // Windows-1258: letters with their tones behind them.
    expect((await read(iim([[120, bytesOf('\xd0\xea\xccn n\xf5i')]]))).caption).toBe('Đền nơi'.replace('ền', 'ền'))
  })

  it('in TCVN3 stays as it is, and what it may mean is offered', async () => {
    const found = await read(iim([[120, bytesOf('§ång chÝ BÝ th\xad TØnh uû th¨m x· Nµ M©y')]]))
    expect(found.caption).toContain('§ång chÝ')
    expect(found.codes).toContain('legacy-offered')
  })

  it('has day and time as one, with the zone, never shifted', async () => {
    const found = await read(
      iim([
        [55, bytesOf('20250726')],
        [60, bytesOf('090631+0700')],
      ]),
    )
    expect(found.takenAt).toBe('2025-07-26T09:06:31+07:00')
  })
})

describe('XMP', async () => {
  const plain = await jpeg(2)
  const read = (packet: Uint8Array, ...more: [number, Uint8Array][]) =>
    photoFields(withSegments(plain, xmpSegment(packet), ...more))

  it('is read from elements, attributes and languages, Vietnamese first', async () => {
    const found = await read(
      xmpPacket(
        alternatives('dc:description', { 'x-default': 'In English', vi: CAPTION, fr: 'En français' }) +
          list('dc:creator', ['Đèo Văn Ích', 'Quàng Thị Mo'], 'Seq') +
          list('dc:subject', ['cử tri', 'Nà Mây']),
        'photoshop:DateCreated="2024-05-06T07:08:09.5+07:00" photoshop:City="Nà Mây" photoshop:State="Lĩnh Giang"',
      ),
    )
    expect(found).toMatchObject({
      caption: CAPTION,
      photographers: ['Đèo Văn Ích', 'Quàng Thị Mo'],
      keywords: ['cử tri', 'Nà Mây'],
      takenAt: '2024-05-06T07:08:09+07:00',
      place: 'Nà Mây, Lĩnh Giang',
    })
    expect(found.inside?.filter(({ tag }) => tag === 'XMP-dc:Description').map(({ language }) => language)).toEqual([
      undefined,
      'vi',
      'fr',
    ])
  })

  it('longer than a segment is put together from its parts', async () => {
    const guid = '0123456789ABCDEF0123456789ABCDEF'
    const long = xmpPacket(alternatives('dc:description', { 'x-default': `${CAPTION} ${'dài '.repeat(30_000)}hết` }))
    const found = await read(xmpPacket('', `xmpNote:HasExtendedXMP="${guid}"`), ...extendedSegments(guid, long))
    expect(found.caption.startsWith(CAPTION)).toBe(true)
    expect(found.read.inside[0]?.values[0]?.length).toBe(64 * 1024)
  })

  it('with a document type is hostile: nothing of it is expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]>`
    const packet = new TextDecoder().decode(xmpPacket(alternatives('dc:description', { 'x-default': '&b;' })))
    const found = await read(utf8(packet.replace('<x:xmpmeta', `${bomb}<x:xmpmeta`)))
    expect(found.caption).toBe('')
    expect(found.codes).toContain('metadata-unreadable')
  })

  it('names people, with their place in the upright picture whatever way it lies', async () => {
    const faces = mwgRegions([{ name: 'Lò Văn Pâng', at: [0.25, 0.4, 0.1, 0.2] }], [160, 106])
    const upright = [{ name: 'Lò Văn Pâng', region: { x: 0.2, y: 0.3, width: 0.1, height: 0.2 } }]
    expect((await read(xmpPacket(faces))).namedInside).toEqual(upright)
    const turned = exifSegment(exifBlock({ main: [{ id: 274, type: 3, value: [6] }] }))
    expect((await read(xmpPacket(faces), turned)).namedInside).toEqual([
      { name: 'Lò Văn Pâng', region: { x: 0.5, y: 0.2, width: 0.2, height: 0.1 } },
    ])
    // Measures the other way round: the program counted in the picture as shown.
    const shown = mwgRegions([{ name: 'Lò Văn Pâng', at: [0.25, 0.4, 0.1, 0.2] }], [106, 160])
    expect((await read(xmpPacket(shown), turned)).namedInside).toEqual(upright)
  })

  it('names people as Microsoft and IPTC write them; one in several ways is one', async () => {
    const microsoft = `<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li
 MPReg:Rectangle="0.1, 0.2, 0.3, 0.4" MPReg:PersonDisplayName="Lò Văn Pâng"/></rdf:Bag></MPRI:Regions></MP:RegionInfo>`
    const found = await read(xmpPacket(microsoft + list('Iptc4xmpExt:PersonInImage', ['Quàng Thị Mo', 'Lò Văn Pâng'])))
    expect(found.namedInside).toEqual([
      { name: 'Lò Văn Pâng', region: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } },
      { name: 'Quàng Thị Mo', region: null },
    ])
  })
})

describe('EXIF', async () => {
  const plain = await jpeg(3)
  const read = (made: Parameters<typeof exifBlock>[0]) => photoFields(withSegments(plain, exifSegment(exifBlock(made))))

  it.each([true, false])('has its comments in every encoding, little end first: %s', async (little) => {
    const comment = (bytes: Uint8Array) => read({ little, photo: [{ id: 37510, type: 7, value: bytes }] })
    const unicode = Buffer.concat([bytesOf('UNICODE\0'), little ? utf16le(CAPTION) : utf16be(CAPTION)])
    expect((await comment(new Uint8Array(unicode))).caption).toBe(CAPTION)
    // Many programs write the order of their machine, whatever the file says.
    const other = Buffer.concat([bytesOf('UNICODE\0'), little ? utf16be(CAPTION) : utf16le(CAPTION)])
    expect((await comment(new Uint8Array(other))).caption).toBe(CAPTION)
    expect((await comment(bytesOf('ASCII\0\0\0Plain words'))).caption).toBe('Plain words')
    expect((await comment(new Uint8Array(Buffer.concat([new Uint8Array(8), utf8(CAPTION)])))).caption).toBe(CAPTION)
    expect((await comment(bytesOf('JIS\0\0\0\0\0\x46\x7c\x4b\x5c'))).caption).toBe('日本')
  })

  it('has the tags of Windows, UTF-8 of EXIF 3.0, and lists by semicolons', async () => {
    const found = await read({
      main: [
        { id: 40092, type: 1, value: utf16le(CAPTION) },
        { id: 40093, type: 1, value: utf16le('Đèo Văn Ích;Quàng Thị Mo') },
        { id: 33432, type: 129, value: 'Bản quyền: Báo Lĩnh Giang' },
      ],
    })
    expect(found).toMatchObject({
      caption: CAPTION,
      photographers: ['Đèo Văn Ích', 'Quàng Thị Mo'],
      rights: 'Bản quyền: Báo Lĩnh Giang',
    })
  })

  it('has a place, but 0,0 is none', async () => {
    const degrees = (value: number) => [value, 1, 30, 1, 0, 1]
    const gps = (latitude: number[], longitude: number[]) =>
      read({
        gps: [
          { id: 1, type: 2, value: 'S' },
          { id: 2, type: 5, value: latitude },
          { id: 3, type: 2, value: 'E' },
          { id: 4, type: 5, value: longitude },
        ],
      })
    expect((await gps(degrees(22), degrees(105))).gps).toEqual({ latitude: -22.5, longitude: 105.5 })
    expect((await gps([0, 1, 0, 1, 0, 1], [0, 1, 0, 1, 0, 1])).gps).toBeNull()
  })

  it('whose directories never end is read once', async () => {
    const found = await read({ main: [{ id: 270, type: 2, value: CAPTION }], next: 8 })
    expect(found.caption).toBe(CAPTION)
  })
})

describe('other containers', () => {
  const words = xmpPacket(alternatives('dc:description', { 'x-default': CAPTION }))
  const exif = exifBlock({ main: [{ id: 315, type: 2, value: 'Đèo Văn Ích' }] })

  it('PNG: texts, packed texts, EXIF and profiles hidden in texts', async () => {
    const png = new Uint8Array(
      await sharp(await jpeg(4))
        .png()
        .toBuffer(),
    )
    const hex = `\niptc\n${8}\n${Buffer.from(iim([[105, utf8('Đầu đề')]])).toString('hex')}\n`
    const found = await photoFields(
      withChunks(
        png,
        ['iTXt', internationalText('XML:com.adobe.xmp', new TextDecoder().decode(words))],
        ['eXIf', exif],
        ['tEXt', bytesOf('Title\0Caf\xe9')],
        ['zTXt', packedText('Source', utf8('Báo Lĩnh Giang'))],
        ['zTXt', packedText('Raw profile type iptc', bytesOf(hex))],
      ),
    )
    expect(found).toMatchObject({ caption: CAPTION, photographers: ['Đèo Văn Ích'], title: 'Đầu đề', codes: [] })
    expect(of(found.inside, 'PNG:Title')).toEqual(['Café'])
    expect(of(found.inside, 'PNG:Source')).toEqual(['Báo Lĩnh Giang'])
  })

  it('PNG: a packed text that never ends is left out', async () => {
    const png = new Uint8Array(
      await sharp(await jpeg(4))
        .png()
        .toBuffer(),
    )
    const found = await photoFields(
      withChunks(png, ['zTXt', packedText('Comment', new Uint8Array(50_000_000).fill(97))]),
    )
    expect(found.inside).toEqual([])
  })

  it('WebP', async () => {
    const webp = new Uint8Array(
      await sharp(await jpeg(5))
        .webp()
        .toBuffer(),
    )
    const found = await photoFields(withRiff(webp, ['EXIF', exif], ['XMP ', words]))
    expect(found).toMatchObject({ caption: CAPTION, photographers: ['Đèo Văn Ích'] })
  })

  it('TIFF, HEIC', async () => {
    const tiff = exifBlock({
      little: false,
      main: [
        { id: 315, type: 2, value: 'Đèo Văn Ích' },
        { id: 700, type: 1, value: words },
        { id: 33723, type: 7, value: iim([[105, utf8('Đầu đề')]]) },
      ],
    })
    const heic = heifWords(exif, words)
    for (const [type, bytes] of [
      ['image/tiff', tiff],
      ['image/heic', heic],
    ] as const) {
      const found = await readInside(sourceOver(bytes), type, { width: 0, height: 0 })
      expect(of(found.words, 'XMP-dc:Description')).toEqual([CAPTION])
      expect(of(found.words, 'IFD0:Artist')).toEqual(['Đèo Văn Ích'])
      if (type === 'image/tiff') expect(of(found.words, 'IPTC:Headline')).toEqual(['Đầu đề'])
    }
  })

  it('.xmp files beside the picture go before the XMP in it, and both are seen', async () => {
    const inside = withSegments(await jpeg(6), xmpSegment(words))
    const beside = xmpPacket(alternatives('dc:description', { 'x-default': 'Đã sửa ở bên cạnh' }))
    const found = await photoFields(inside, 'ảnh.jpg', [beside])
    expect(found.caption).toBe('Đã sửa ở bên cạnh')
    expect(found.inside?.map(({ sidecar }) => sidecar)).toEqual([undefined, true])
    expect(found.codes).toEqual(['captions-differ'])
  })
})
