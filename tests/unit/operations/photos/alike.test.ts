import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { draw } from '../../../../build/sample/pictures.mjs'
import { type TestCore, testCore } from '../../../support/core'

let core: TestCore
const run = <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  core.runner.runToEnd(name, input)

beforeEach(async () => {
  core = await testCore()
  await run('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho', agency: '', fonds: '' })
})
afterEach(() => core.close())

/** What a camera writes of the moment. */
const taken = (at: string, subsec?: string) => ({
  IFD0: { Make: 'Canon', Model: 'Canon EOS R6' },
  IFD2: { DateTimeOriginal: at, ...(subsec && { SubSecTimeOriginal: subsec }) },
})

async function saved(name: string, picture: Sharp): Promise<string> {
  const path = join(core.folder, name)
  await writeFile(path, await picture.toBuffer())
  return path
}

/** Takes files in and gives what the draft says of them, by the names of the files. */
async function takenIn(paths: string[]) {
  const { drafts } = await run('intake.import', { paths })
  const id = drafts[0] ?? ''
  const { draft, photos } = await run('draft.get', { id })
  const nameOf = new Map(photos.map((photo) => [photo.id, photo.file.name]))
  const named = (photoId: string) => nameOf.get(photoId) ?? photoId
  return {
    id,
    photos,
    near: (draft.nearPhotos ?? []).map(({ photoId, like }) => [named(photoId), named(like)]),
    bursts: (draft.bursts ?? []).map(({ photoId, first }) => [named(photoId), named(first)]),
  }
}

const scene = async (name: string) => sharp(await draw(name))

describe('photos that repeat one of the archive', () => {
  it.each([
    ['smaller, as a web page has it', (picture: Sharp) => picture.resize(600).jpeg({ quality: 65 })],
    [
      'cut at the edges',
      (picture: Sharp) => picture.extract({ left: 100, top: 20, width: 1410, height: 970 }).jpeg({ quality: 88 }),
    ],
    ['in grey as PNG', (picture: Sharp) => picture.greyscale().resize(800).png()],
  ])('are told when they come %s', async (_how, change) => {
    const first = await takenIn([await saved('goc.jpg', (await scene('hall')).jpeg())])
    const { near } = await takenIn([await saved('lai.jpg', change(await scene('hall')))])
    expect(near).toEqual([['lai.jpg', first.photos[0]?.id]])
  })

  it('are told too where the smaller was there first, and was cut', async () => {
    const cut = (await scene('vote')).extract({ left: 90, top: 60, width: 1440, height: 960 }).resize(700).jpeg()
    const first = await takenIn([await saved('web.jpg', cut)])
    const { near } = await takenIn([await saved('goc.jpg', (await scene('vote')).jpeg())])
    expect(near).toEqual([['goc.jpg', first.photos[0]?.id]])
  })

  it('are told within one lot', async () => {
    const { near, bursts } = await takenIn([
      await saved('a.jpg', (await scene('award')).jpeg()),
      await saved('b.jpg', (await scene('clinic')).jpeg()),
      await saved('c.jpg', (await scene('award')).resize(500).jpeg()),
    ])
    expect(near).toHaveLength(1)
    expect(near[0]?.toSorted()).toEqual(['a.jpg', 'c.jpg'])
    expect(bursts).toEqual([])
  })

  it('give way to the one held by one change, which one undo takes back', async () => {
    const first = await takenIn([await saved('goc.jpg', (await scene('hall')).jpeg())])
    const held = first.photos[0]?.id ?? ''
    const again = await takenIn([await saved('nho.jpg', (await scene('hall')).resize(500).jpeg())])
    const came = again.photos[0]?.id ?? ''
    await run('photo.useInstead', { draftId: again.id, id: came, instead: held })
    const { draft } = await run('draft.get', { id: again.id })
    expect(draft.photos.map(({ photoId }) => photoId)).toEqual([held])
    expect(draft.nearPhotos).toEqual([])
    await run('history.undo', { sequence: null })
    expect((await run('draft.get', { id: again.id })).draft.photos[0]?.photoId).toBe(came)
  })
})

describe('photos of one burst', () => {
  it('are grouped by the first of them, and are no doubles', async () => {
    const base = await draw('lectern')
    const shot = (left: number, at: string) =>
      sharp(base).extract({ left, top: 0, width: 1560, height: 1060 }).withExif(taken(at)).jpeg()
    const { near, bursts, photos } = await takenIn([
      await saved('1.jpg', shot(0, '2025:03:01 09:00:01')),
      await saved('2.jpg', shot(6, '2025:03:01 09:00:02')),
      await saved('3.jpg', shot(12, '2025:03:01 09:00:03')),
      await saved('sau.jpg', shot(3, '2025:03:01 09:20:00')),
    ])
    expect(near).toEqual([])
    expect(bursts).toEqual([
      ['2.jpg', '1.jpg'],
      ['3.jpg', '1.jpg'],
    ])
    const idOf = (name: string) => photos.find(({ file }) => file.name === name)
    expect(idOf('3.jpg')?.burst).toBe(idOf('1.jpg')?.id)
    expect(idOf('sau.jpg')?.burst).toBeUndefined()
    const { rows } = await run('photo.near', { id: idOf('1.jpg')?.id ?? '' })
    expect(rows.map(({ name, is }) => [name, is]).toSorted()).toEqual([
      ['2.jpg', 'burst'],
      ['3.jpg', 'burst'],
      ['sau.jpg', 'different'],
    ])
  })

  it('a smaller copy with the same moment is a double', async () => {
    const at = taken('2025:03:01 09:00:01')
    const first = await takenIn([await saved('goc.jpg', (await scene('hall')).withExif(at).jpeg())])
    const { near, bursts } = await takenIn([
      await saved('nho.jpg', (await scene('hall')).resize(700).withExif(at).jpeg()),
    ])
    expect(near).toEqual([['nho.jpg', first.photos[0]?.id]])
    expect(bursts).toEqual([])
  })
})
