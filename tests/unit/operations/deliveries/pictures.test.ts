import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import type { Region, Turn } from '#core/model/photo'
import { regionShown } from '#core/pictures/turn'
import { type TestCore, testCore } from '#tests/support/core'
import { article, event, person, photo, putting } from '#tests/unit/archive/sample-records'
import { faultsOf, perl, pixelsOf, readBack } from '#tests/unit/delivery/pictures/sample'

let core: TestCore
let out: string
beforeEach(async () => {
  core = await testCore()
  out = join(core.folder, 'out')
  await call('archive.create', {
    folder: join(core.folder, 'kho'),
    name: 'Kho',
    agency: 'Văn phòng HĐND',
    fonds: 'HĐND',
  })
})
afterEach(() => core.close())

const call = <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  core.runner.runToEnd(name, input)

const caption = 'Đồng chí Lò Thị Mây phát biểu tại hội nghị'
const region: Region = { x: 0.1, y: 0.2, width: 0.2, height: 0.4 }

interface Held {
  orientation?: number
  turned?: Turn
  name?: string
  png?: boolean
}

/** A filed photo of 80 × 40 as it is seen, stored the way a camera held so stores it, with a person in it. */
async function held({ orientation = 1, turned = 0, name = 'anh.jpg', png = false }: Held = {}): Promise<string> {
  const archive = core.context.archive!
  const [width, height] = orientation >= 5 ? [40, 80] : [80, 40]
  const image = sharp({ create: { width, height, channels: 3, background: '#369' } }).withMetadata({ orientation })
  const bytes = await (png ? image.png() : image.jpeg()).toBuffer()
  const meta = { name, mediaType: png ? 'image/png' : 'image/jpeg', receivedAt: '2024-07-08T09:00:00.000+07:00' }
  const file = await archive.originals.addBytes(bytes, { ...meta, role: 'photo' })
  const id = file.digest.hex
  const people = [{ personId: 'p9', region }]
  const record = photo(id, { file, width: 80, height: 40, people, turned, eventId: 'e9', takenOn: '2024-07-08' })
  const uses = article('a1', 1, { title: 'Hội nghị', photos: [{ photoId: id, caption }], outlet: 'Báo tỉnh' })
  await archive.commit(putting('person', person('p9', 'Lò Thị Mây')))
  await archive.commit(putting('event', event('e9', { title: 'Phiên họp thứ 9', place: 'Nậm Rốm' })))
  await archive.commit(putting('photo', record))
  await archive.commit(putting('article', uses))
  return id
}

const original = (id: string) =>
  core.context.archive!.get('photo', id).then((one) => core.context.archive!.originals.pathOf(one!.file))

describe('copies of photos', () => {
  it('are the originals byte for byte where nothing else is asked for', async () => {
    const id = await held()
    const { files } = await call('export.pictures', { selection: { ids: ['a1'] }, folder: out })
    expect(files.map(({ path }) => basename(path))).toEqual(['2024-07-08 Phiên họp thứ 9 - 01.jpg'])
    expect(createHash('sha256').update(readFileSync(files[0]!.path)).digest('hex')).toBe(id)
  })

  it('refuse photos that no article shows', async () => {
    const none = call('export.photos', { photos: ['0'.repeat(64)], folder: out })
    await expect(none).rejects.toMatchObject({ code: 'export-nothing-selected' })
  })

  it.skipIf(!perl)('have inside what is known: people no text names, the own event of the photo', async () => {
    const id = await held({ name: 'ảnh png.jpg', png: true })
    const { files } = await call('export.photos', { photos: [id], folder: out, copies: { kind: 'described' } })
    // A PNG named .jpg is named for what it is: programs refuse it otherwise.
    expect(basename(files[0]!.path)).toMatch(/ - 01\.png$/)
    expect(readBack(files[0]!.path)).toMatchObject({
      'XMP-dc:Description': caption,
      'XMP-iptcExt:PersonInImage': ['Lò Thị Mây'],
      'XMP-iptcExt:Event': 'Phiên họp thứ 9',
      'XMP-iptcCore:Location': 'Nậm Rốm',
      'XMP-photoshop:Credit': 'Báo tỉnh',
      'XMP-iptcExt:DigitalImageGUID': id,
    })
    expect(await pixelsOf(files[0]!.path)).toBe(await pixelsOf(await original(id)))
  })

  it.skipIf(!perl).each([1, 2, 3, 4, 5, 6, 7, 8])(
    'show people where they are, as our own reader reads them too: orientation %i',
    async (orientation) => {
      const id = await held({ orientation, turned: 90 })
      const described = await call('export.photos', { photos: [id], folder: out, copies: { kind: 'described' } })
      await expectPeople(described.files[0]!.path, { x: 40, y: 80 })
      const web = await call('export.photos', { photos: [id], folder: out, copies: { kind: 'web', longest: 400 } })
      await expectPeople(web.files[0]!.path, { x: 40, y: 80 })
      expect(faultsOf(web.files[0]!.path)).toEqual([])
    },
  )

  it.skipIf(!perl)('for the web are small, upright and say no more than they should', async () => {
    const id = await held({ orientation: 6, turned: 90 })
    const copies = { kind: 'web', longest: 100 } as const
    const [first, again] = [
      await call('export.photos', { photos: [id], folder: join(out, '1'), copies }),
      await call('export.photos', { photos: [id], folder: join(out, '2'), copies }),
    ]
    const path = first.files[0]!.path
    const { width, height, orientation } = await sharp(path).metadata()
    // Shown 40 × 80: smaller than asked for, and so as large as it is.
    expect([width, height, orientation]).toEqual([40, 80, undefined])
    expect(readFileSync(path)).toEqual(readFileSync(again.files[0]!.path))
    const tags = readBack(path)
    expect(tags['XMP-dc:Description']).toBe(caption)
    expect(Object.keys(tags).filter((tag) => /GPS|Make|Model|Software|MakerNote/.test(tag))).toEqual([])
  })

  it.skipIf(!perl)('have the description beside them where nothing can be written inside', async () => {
    const id = await held()
    // A file that exiftool does not write into: its record says so.
    const record = (await core.context.archive!.get('photo', id))!
    const bytes = Buffer.from('BM'.padEnd(64, '\0'))
    const meta = { name: 'cũ.bmp', mediaType: 'image/bmp', receivedAt: record.createdAt, role: 'photo' as const }
    const file = await core.context.archive!.originals.addBytes(bytes, meta)
    const bmp = { ...record, id: file.digest.hex, file }
    const uses = article('a2', 2, { photos: [{ photoId: bmp.id, caption }] })
    await core.context.archive!.commit(putting('photo', bmp))
    await core.context.archive!.commit(putting('article', uses))
    const { files } = await call('export.photos', { photos: [bmp.id], folder: out, copies: { kind: 'described' } })
    expect(files.map(({ path }) => basename(path))).toEqual([
      '2024-07-08 Phiên họp thứ 9 - 01.bmp',
      '2024-07-08 Phiên họp thứ 9 - 01.xmp',
    ])
    expect(readFileSync(files[0]!.path).equals(bytes)).toBe(true)
    expect(readBack(files[1]!.path)).toMatchObject({ 'XMP-dc:Description': caption })
  })

  it.skipIf(!perl)('of a damaged original are none', async () => {
    const id = await held()
    // A picture still, but another one.
    const other = sharp({ create: { width: 80, height: 40, channels: 3, background: '#000' } })
    writeFileSync(await original(id), await other.jpeg().toBuffer())
    for (const kind of ['described', 'web', 'originals'] as const) {
      const made = call('export.photos', { photos: [id], folder: out, copies: { kind } })
      await expect(made, kind).rejects.toMatchObject({ code: 'file-damaged' })
    }
  })
})

/** Takes a copy in as any photo from elsewhere: the person stands where the copy shows her. */
async function expectPeople(path: string, measures: { x: number; y: number }): Promise<void> {
  const { drafts } = await call('intake.import', { paths: [path] })
  const { photos } = await call('draft.get', { id: drafts[0]! })
  const [taken] = photos
  expect([taken?.width, taken?.height]).toEqual([measures.x, measures.y])
  const named = taken?.namedInside ?? []
  expect(named.map(({ name }) => name)).toEqual(['Lò Thị Mây'])
  const wanted = regionShown(region, 90)
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(named[0]?.region?.[side], side).toBeCloseTo(wanted[side], 4)
  }
}
