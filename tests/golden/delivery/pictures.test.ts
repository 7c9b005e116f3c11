import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { copyPictures } from '#delivery/pictures/copy'
import { article, context, delivered, deliveredPhoto, event, picture } from './records'

const folder = mkdtempSync(join(tmpdir(), 'kho-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let photos: DeliveredPhoto[]
beforeAll(async () => {
  const originals = join(folder, 'originals')
  photos = await Promise.all(
    ['a.JPG', 'b.jpeg', 'không đuôi', 'd.jpg'].map(async (name, index) =>
      deliveredPhoto(await picture(60, 40, index + 1, 0), name, '', originals),
    ),
  )
})

const one = () => delivered(article(1), photos.slice(0, 2), [event('e', { title: 'Kỳ họp thứ 18: HĐND tỉnh' })])
const two = () => delivered(article(2), [photos[0]!, photos[2]!], [event('f', { title: 'KỲ HỌP THỨ 18 - HĐND TỈNH' })])
const three = () => delivered(article(3, { title: 'Bài không sự kiện' }), [photos[3]!], [])

async function* of(...all: DeliveredArticle[]): AsyncGenerator<DeliveredArticle> {
  yield* all
}

describe('pictures of a delivery', () => {
  it('are the originals byte for byte, named by date, event and serial, each once', async () => {
    const target = join(folder, 'Ảnh')
    const done: number[] = []
    const { files, links } = await copyPictures(
      of(one(), two(), three()),
      { total: 3 },
      target,
      context({ report: (count) => void done.push(count) }),
    )
    expect(files.map(({ path }) => basename(path))).toEqual([
      '2024-07-08 Kỳ họp thứ 18 - HĐND tỉnh - 01.jpg',
      '2024-07-08 Kỳ họp thứ 18 - HĐND tỉnh - 02.jpeg',
      // Another event of the same name in capitals: disks that do not tell them apart must not mix them up.
      '2024-07-08 KỲ HỌP THỨ 18 - HĐND TỈNH - 03.jpg',
      '2024-07-08 Bài không sự kiện - 01.jpg',
    ])
    expect(done).toEqual([1, 2, 3])
    for (const { photo, originalPath } of photos) {
      expect(readFileSync(links.get(photo.id)!).equals(readFileSync(originalPath))).toBe(true)
    }
  })

  it('never replace what is there', async () => {
    const target = mkdtempSync(join(folder, 'again-'))
    await copyPictures(of(three()), {}, target, context())
    const again = await copyPictures(of(three()), {}, target, context())
    expect(again.files.map(({ path }) => basename(path))).toEqual(['2024-07-08 Bài không sự kiện - 01 (2).jpg'])
    expect(readdirSync(target)).toHaveLength(2)
  })

  it('are taken away again when cancelled or when an original is damaged', async () => {
    const target = mkdtempSync(join(folder, 'stop-'))
    const stop = new AbortController()
    const cancelled = context({ signal: stop.signal, report: () => stop.abort() })
    await expect(copyPictures(of(one(), three()), {}, target, cancelled)).rejects.toMatchObject({ code: 'cancelled' })
    const rotten = { ...photos[1]!, originalPath: join(folder, 'rotten.jpg') }
    writeFileSync(rotten.originalPath, 'no longer the picture')
    const article = { ...one(), photos: [photos[0]!, rotten] }
    await expect(copyPictures(of(article), {}, target, context())).rejects.toMatchObject({
      code: 'file-damaged',
      file: 'b.jpeg',
    })
    expect(readdirSync(target)).toEqual([])
  })
})
