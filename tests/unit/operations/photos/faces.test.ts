import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Photo, Region } from '#core/model/photo'
import type { ReaderRequest } from '#intake/protocol'
import { type TestCore, testCore } from '#tests/support/core'

const face: Region = { x: 0.2, y: 0.3, width: 0.1, height: 0.15 }

let core: TestCore
let ids: string[]
/** What the detector is asked, and what each asking waits for. */
let asked: ReaderRequest[]
let answer: (request: ReaderRequest) => Promise<Region[] | null>

beforeEach(async () => {
  asked = []
  answer = async () => [face]
  core = await testCore({
    run: async <Q, R>(request: Q) => {
      asked.push(request as ReaderRequest)
      return (await answer(request as ReaderRequest)) as R
    },
    close: async () => {},
  })
  await core.runner.runToEnd('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  const paths = [join(core.folder, 'tin.txt')]
  await writeFile(paths[0] ?? '', 'Khai mạc kỳ họp\n\nSáng 12/3/2025, kỳ họp khai mạc tại xã Nậm Lìn.\n')
  for (const [at, colour] of ['#e33', '#292', '#229'].entries()) {
    const path = join(core.folder, `${at}.jpg`)
    await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
      .jpeg()
      .toFile(path)
    paths.push(path)
  }
  const { articles } = await core.runner.runToEnd('intake.import', { paths, accept: true })
  const { article } = await core.runner.runToEnd('article.get', { id: articles[0] ?? '' })
  ids = article.photos.map(({ photoId }) => photoId)
})
afterEach(() => core.close())

const faces = async (at: number) => (await core.runner.runToEnd('photo.faces', { id: ids[at] ?? '' })).faces

describe('faces of a photo', () => {
  it('are looked for once and kept, also by the archive opened again', async () => {
    expect(await faces(0)).toEqual([face])
    expect(await faces(0)).toEqual([face])
    await core.runner.runToEnd('archive.close', {})
    await core.runner.runToEnd('archive.open', { folder: join(core.folder, 'kho') })
    expect(await faces(0)).toEqual([face])
    expect(asked).toHaveLength(1)
  })

  it('are looked for again as the photo is shown after a turn', async () => {
    await faces(0)
    await core.runner.runToEnd('photo.describe', { id: ids[0] ?? '', turned: 90 })
    await faces(0)
    expect(asked.map((request) => request.kind === 'faces' && request.turned)).toEqual([0, 90])
  })

  it('are none where the picture broke the reader, which is not tried again', async () => {
    answer = async () => {
      throw new KhoError('reader-out-of-memory')
    }
    expect(await faces(1)).toBeNull()
    expect(await faces(1)).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('of photos left behind are not waited for', async () => {
    const photos = (await Promise.all(ids.map((id) => core.runner.runToEnd('photo.get', { id })))).map(
      ({ photo }) => photo,
    ) as [Photo, Photo, Photo]
    let found: (faces: Region[]) => void = () => {}
    answer = () =>
      new Promise((resolve) => {
        found = resolve
      })
    const archive = core.context.archive as Archive
    const find = vi.spyOn(archive.faces, 'find').mockResolvedValue(undefined)
    const facesOf = (photo: Photo) => core.context.faces.facesOf(archive, photo)
    const first = facesOf(photos[0])
    await expect.poll(() => asked.length).toBe(1)
    const second = expect(facesOf(photos[1])).rejects.toMatchObject({ code: 'cancelled' })
    const third = facesOf(photos[2])
    await Promise.all(find.mock.results.map(({ value }) => value))
    answer = async () => []
    found([face])
    await second
    expect(await first).toEqual([face])
    expect(await third).toEqual([])
    // Asked for anew the one left behind is looked at after all.
    expect(await facesOf(photos[1])).toEqual([])
    expect(asked).toHaveLength(3)
  })

  it('are kept beside the records, which do not change', async () => {
    const before = (await core.runner.runToEnd('history.list', {})).total
    await faces(0)
    expect((await core.runner.runToEnd('history.list', {})).total).toBe(before)
    expect((await core.runner.runToEnd('photo.get', { id: ids[0] ?? '' })).photo.people).toEqual([])
  })
})
