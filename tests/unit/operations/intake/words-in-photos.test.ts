import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkArchive } from '#archive/check'
import { alternatives, list, mwgRegions, withSegments, xmpPacket, xmpSegment } from '#tests/fixtures/make/photo-words'
import { jpeg } from '#tests/fixtures/make/pictures'
import { type TestCore, testCore } from '#tests/support/core'

let core: TestCore
let inbox: string
const run: TestCore['runner']['runToEnd'] = (name, input) => core.runner.runToEnd(name, input)
const put = async (name: string, bytes: Uint8Array) => {
  await writeFile(join(inbox, name), bytes)
  return join(inbox, name)
}
const take = (...paths: string[]) => run('intake.import', { paths: paths.length > 0 ? paths : [inbox] })
const faces = mwgRegions([{ name: 'Lò Văn Pâng', at: [0.25, 0.4, 0.1, 0.2] }], [160, 106])
const region = { x: 0.2, y: 0.3, width: 0.1, height: 0.2 }
const captioned = (caption: string, more = '') =>
  xmpPacket(alternatives('dc:description', { 'x-default': caption }) + more)

beforeEach(async () => {
  core = await testCore()
  await run('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  inbox = join(core.folder, 'in')
  await mkdir(inbox)
})
afterEach(() => core.close())

describe('words beside photos', () => {
  it('are taken in with the photo of their name, kept as received, and never a failed file', async () => {
    await put('a.jpg', await jpeg(1))
    await put('a.jpg.XMP', captioned('Chú thích ở bên cạnh'))
    await put('b.jpg', await jpeg(2))
    await put('b.xmp', captioned('Của b'))
    await put('lạc.xmp', captioned('Không của ai'))
    const report = await take()
    const outcomes = Object.fromEntries(
      report.files.map(({ file, outcome }) => [file.slice(inbox.length + 1), outcome]),
    )
    expect(outcomes).toEqual({
      'a.jpg': 'photo',
      'a.jpg.XMP': 'sidecar',
      'b.jpg': 'photo',
      'b.xmp': 'sidecar',
      'lạc.xmp': 'skipped',
    })
    const { draft, photos } = await run('draft.get', { id: report.drafts[0]! })
    expect(photos.map(({ caption, sidecars }) => [caption, sidecars?.map(({ name }) => name)])).toEqual([
      ['Chú thích ở bên cạnh', ['a.jpg.XMP']],
      ['Của b', ['b.xmp']],
    ])
    expect(draft.asReceived.map(({ name }) => name)).toEqual(['a.jpg', 'a.jpg.XMP', 'b.jpg', 'b.xmp'])
    const archive = core.context.archive!
    expect(await checkArchive(archive, { ...quiet })).toMatchObject({ sound: true, originals: { checked: 4 } })
  })

  it('come along where only the photo was chosen, and later to a photo held already', async () => {
    const path = await put('a.jpg', await jpeg(1))
    await take(path)
    await put('a.xmp', captioned('Viết sau'))
    const report = await take(path)
    expect(report.files.map(({ outcome }) => outcome)).toEqual(['already-held', 'sidecar'])
    const [id] = await core.context.archive!.ids('photo')
    const { photo } = await run('photo.get', { id: id! })
    expect(photo).toMatchObject({ caption: '', sidecars: [{ name: 'a.xmp' }] })
    expect(photo.inside).toMatchObject([{ tag: 'XMP-dc:Description', values: ['Viết sau'], sidecar: true }])
  })
})

const quiet = { signal: new AbortController().signal, report: () => {} }

describe('people named inside photos', () => {
  it('are proposed with the records they may mean, and in the picture once filed', async () => {
    const named = faces + list('Iptc4xmpExt:PersonInImage', ['Quàng Thị Mo'])
    await put('a.jpg', withSegments(await jpeg(1), xmpSegment(captioned('Thăm xã', named))))
    const { drafts } = await take()
    const { draft } = await run('draft.get', { id: drafts[0]! })
    expect(draft.people.map(({ value, why, state }) => [value.name, why[0]?.code, state])).toEqual([
      ['Lò Văn Pâng', 'named-in-photo', 'offered'],
      ['Quàng Thị Mo', 'named-in-photo', 'offered'],
    ])
    const people = draft.people.map((one) =>
      one.value.name === 'Quàng Thị Mo'
        ? { ...one, state: 'dropped' as const }
        : { ...one, value: { ...one.value, name: 'Lò Văn Pấng' }, state: 'changed' as const },
    )
    const text = { ...draft.text, title: 'Thăm xã' }
    await run('draft.file', { draft: { ...draft, people, text } })
    const { photo, people: shown } = await run('photo.get', { id: draft.photos[0]!.photoId })
    expect(shown).toMatchObject([{ name: 'Lò Văn Pấng', inPicture: true, region }])
    expect(photo.namedInside).toEqual([
      { name: 'Lò Văn Pâng', region },
      { name: 'Quàng Thị Mo', region: null },
    ])

    await put(
      'b.jpg',
      withSegments(await jpeg(2), xmpSegment(xmpPacket(list('Iptc4xmpExt:PersonInImage', ['Lò Văn Pấng'])))),
    )
    const later = await run('draft.get', { id: (await take(join(inbox, 'b.jpg'))).drafts[0]! })
    expect(later.draft.people).toMatchObject([{ chosen: shown[0]!.id }])
  })
})

describe('damaged photos', () => {
  it('wait like others, with what could be read; only an empty one is refused', async () => {
    const whole = withSegments(await jpeg(1, 400, 300), xmpSegment(captioned('Thăm xã')))
    await put('cut.jpg', whole.subarray(0, whole.length - 500))
    await put('cut-in-words.jpg', whole.subarray(0, 600))
    await put('empty.jpg', new Uint8Array())
    await put('good.jpg', await jpeg(2))
    const report = await take()
    const told = Object.fromEntries(
      report.files.map(({ file, outcome, warnings, error }) => [
        file.slice(inbox.length + 1),
        [outcome, error?.code ?? warnings.map(({ code, args }) => `${code} ${args.shown}`).join()],
      ]),
    )
    expect(told).toEqual({
      'cut.jpg': ['photo', 'photo-damaged yes'],
      'cut-in-words.jpg': ['photo', 'photo-damaged no'],
      'empty.jpg': ['failed', 'file-empty'],
      'good.jpg': ['photo', ''],
    })
    expect((await run('draft.get', { id: report.drafts[0]! })).photos).toHaveLength(3)
  })
})
