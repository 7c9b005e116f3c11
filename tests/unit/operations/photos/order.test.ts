import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core'

const release = `Khai mạc kỳ họp thứ mười HĐND tỉnh Vân Lĩnh

Sáng 12/3/2025, tại xã Nậm Lìn, HĐND tỉnh Vân Lĩnh khai mạc kỳ họp thứ mười.

Dự kỳ họp có đồng chí Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh; đồng chí Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân; đồng chí Hà Văn Bền, Giám đốc Sở Y tế tỉnh.

Minh Châu
`

let core: TestCore
let id: string
const run: TestCore['runner']['runToEnd'] = (name, input) => core.runner.runToEnd(name, input)

beforeEach(async () => {
  core = await testCore()
  await run('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  const paths = [join(core.folder, 'tin.txt'), join(core.folder, 'a.jpg')]
  await writeFile(paths[0] ?? '', release)
  const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: '#78a' } })
  await picture.jpeg().toFile(paths[1] ?? '')
  const { articles } = await run('intake.import', { paths, accept: true })
  id = (await run('article.get', { id: articles[0] ?? '' })).article.photos[0]?.photoId ?? ''
})
afterEach(() => core.close())

const box = (x: number, y = 0.3) => ({ x, y, width: 0.1, height: 0.15 })
const boxed = (...people: [string, number, number?][]) =>
  run('photo.describe', { id, people: people.map(([name, x, y]) => ({ name, region: box(x, y) })) })
const written = async (caption: string) => (await run('photo.orderWritten', { id, caption })).caption

describe('who stands where', () => {
  it('is read from a caption with the records of the article’s people', async () => {
    const { people } = await run('photo.get', { id })
    const text = 'Hàng trước, từ trái sang: Vàng Seo Tủa, Lò Thị Hoà; hàng sau: Bùi Lạ Mặt.'
    const { names } = await run('photo.namesInOrder', { id, text })
    const known = (name: string) => people.find((person) => person.name === name)?.id
    expect(names).toEqual([
      { name: 'Vàng Seo Tủa', personId: known('Vàng Seo Tủa'), office: '', row: 1, from: 'left', nth: 1 },
      { name: 'Lò Thị Hoà', personId: known('Lò Thị Hoà'), office: '', row: 1, from: 'left', nth: 2 },
      { name: 'Bùi Lạ Mặt', personId: null, office: '', row: 99, from: 'left', nth: 1 },
    ])
  })

  it('is a list of names where the text says nothing of order', async () => {
    const { names } = await run('photo.namesInOrder', { id, text: 'Lò Thị Hoà\nHà Văn Bền' })
    expect(names.map(({ name, nth }) => [name, nth])).toEqual([
      ['Lò Thị Hoà', 1],
      ['Hà Văn Bền', 2],
    ])
  })

  it('is written by the boxes, with the office of that day', async () => {
    expect(await written('Khai mạc.')).toBe('Khai mạc.')
    await boxed(['Hà Văn Bền', 0.7], ['Vàng Seo Tủa', 0.1], ['Bùi Lạ Mặt', 0.4])
    const sentence =
      'Từ trái sang: Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân; Bùi Lạ Mặt; Hà Văn Bền, Giám đốc Sở Y tế tỉnh.'
    expect(await written('Khai mạc.')).toBe(`Khai mạc. ${sentence}`)
    expect(await written('Từ trái sang: Ai Đó, Ai Khác.')).toBe(sentence)
  })

  it('is written as the photo is shown turned, row by row', async () => {
    await boxed(['Hà Văn Bền', 0.7, 0.6], ['Lò Thị Hoà', 0.1, 0.6], ['Vàng Seo Tủa', 0.4, 0.2])
    expect(await written('')).toBe(
      'Từ trái sang, hàng trước: Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh; Hà Văn Bền, Giám đốc Sở Y tế tỉnh; hàng sau: Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân.',
    )
    await run('photo.describe', { id, turned: 180 })
    expect(await written('')).toMatch(/^Từ trái sang, hàng trước: Vàng Seo Tủa.*hàng sau: Hà Văn Bền.*Lò Thị Hoà/)
  })
})
