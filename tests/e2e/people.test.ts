import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCore } from '#tests/support/core'
import { drawnPeople } from '#tests/support/drawn-faces'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { effortOf } from './support/effort'
import { keysOf } from './support/keys'
import { part } from './support/steps'

// One photo of four drawn people, whom the article names: who is who in it.
let running: RunningApp

const release = `Khai mạc kỳ họp thứ mười HĐND tỉnh Vân Lĩnh

Sáng 12/3/2025, tại xã Nậm Lìn, HĐND tỉnh Vân Lĩnh khai mạc kỳ họp thứ mười.

Dự kỳ họp có đồng chí Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh; đồng chí Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân; đồng chí Trần Phú, Bí thư Huyện uỷ; đồng chí Hà Văn Bền, Giám đốc Sở Y tế tỉnh.

Minh Châu
Ảnh: Đức Anh
`
const people = [300, 700, 1100, 1500].map((x, at) => ({ x, y: 420 + (at % 2) * 30, size: 150 }))

async function archiveOf(folder: string): Promise<string> {
  const core = await testCore()
  const archive = join(folder, 'kho')
  await core.runner.runToEnd('archive.create', { folder: archive, name: 'Kho thử' })
  const paths = [join(core.folder, 'tin.txt'), join(core.folder, 'anh.jpg')]
  await writeFile(paths[0] ?? '', release)
  await writeFile(paths[1] ?? '', await drawnPeople(1800, 1100, people))
  paths.push(await namedFile(core.folder))
  const { articles } = await core.runner.runToEnd('intake.import', { paths, accept: true })
  const { photos } = await core.runner.runToEnd('article.get', { id: articles[0] ?? '' })
  const named = photos.find(({ file }) => file.name === 'co-ten.jpg')
  // As one is whose names were not taken when it came in.
  await core.runner.runToEnd('photo.describe', { id: named?.id ?? '', people: [] })
  await core.close()
  return archive
}

/** A photo whose file names two people and where they stand (MWG regions), as photo programs write them. */
async function namedFile(folder: string): Promise<string> {
  const path = join(folder, 'co-ten.jpg')
  await writeFile(
    path,
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8a9' } })
      .jpeg()
      .toBuffer(),
  )
  const tool = new ExifTool({ taskTimeoutMillis: 30_000 })
  const area = (X: number) => ({ X, Y: 0.4, W: 0.1, H: 0.15, Unit: 'normalized' })
  try {
    await tool.write(
      path,
      {
        RegionInfo: {
          AppliedToDimensions: { W: 900, H: 600, Unit: 'pixel' },
          RegionList: [
            { Area: area(0.7), Name: 'Cầm Thị Xao', Type: 'Face' },
            { Area: area(0.3), Name: 'Quàng Văn Lả', Type: 'Face' },
          ],
        },
      } as never,
      ['-overwrite_original'],
    )
  } finally {
    await tool.end()
  }
  return path
}

beforeAll(async () => {
  running = await launchApp({ archive: archiveOf, size: { width: 1360, height: 860 } })
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const boxes = () => part(running, 'box').evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')))
const boxesFromLeft = () =>
  part(running, 'box').evaluateAll((all) =>
    all
      .map((box) => ({ left: box.getBoundingClientRect().left, name: box.textContent }))
      .sort((a, b) => a.left - b.left)
      .map(({ name }) => name),
  )
const faces = () => part(running, 'face').count()

describe('faces', () => {
  it('stand on the photo as boxes that one click names', async () => {
    await part(running, 'nav-photos').click()
    await part(running, 'tile').first().click()
    await part(running, 'photo-canvas').waitFor()
    await expect.poll(faces, { timeout: 60_000 }).toBe(4)
    const effort = await effortOf(running, 'naming a face', async () => {
      await part(running, 'face').first().click()
      await part(running, 'picker-choice').first().click()
    })
    expect(effort.clicks).toBe(2)
    await expect.poll(async () => (await boxes()).length).toBe(1)
    await expect.poll(faces).toBe(3)
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('are left alone where the person turned that off', async () => {
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    const turn = async () => {
      await part(running, 'nav-settings').click()
      await part(running, 'screen-settings')
        .getByRole('checkbox', { name: /khuôn mặt/ })
        .click()
      await part(running, 'nav-photos').click()
      await part(running, 'tile').first().click()
      await part(running, 'box').first().waitFor()
    }
    await turn()
    expect(await faces()).toBe(0)
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    await turn()
    await expect.poll(faces).toBe(3)
  })

  it('get the names of “từ trái sang” in one step, by keyboard alone', async () => {
    const order = 'Từ trái sang: Vàng Seo Tủa, Lò Thị Hoà, Trần Phú, Hà Văn Bền.'
    await part(running, 'photo-caption').fill(`Khai mạc kỳ họp. ${order}`)
    const { clicks } = await effortOf(running, 'naming a row by its caption', async () => {
      await part(running, 'order').press('Enter')
      await expect.poll(() => part(running, 'order-write-names').textContent()).toContain('4')
      await part(running, 'order-write-names').press('Enter')
    })
    expect(clicks).toBe(0)
    await expect.poll(faces).toBe(0)
    await expect.poll(boxesFromLeft).toEqual(['Vàng Seo Tủa', 'Lò Thị Hoà', 'Trần Phú', 'Hà Văn Bền'])
  })

  it('are written back into the caption with the offices of that day, at a key', async () => {
    await part(running, 'photo-stage').focus()
    await press('t')
    await expect
      .poll(() => part(running, 'photo-caption').inputValue())
      .toBe(
        'Khai mạc kỳ họp. Từ trái sang: Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân; Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh; Trần Phú, Bí thư Huyện uỷ; Hà Văn Bền, Giám đốc Sở Y tế tỉnh.',
      )
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('move and grow with the mouse, and the photo stays where it is', async () => {
    const box = running.page.getByRole('button', { name: 'Khung của Vàng Seo Tủa', exact: true })
    const before = await box.boundingBox()
    const canvas = await part(running, 'photo-canvas').boundingBox()
    if (!before || !canvas) throw new Error('no box')
    const { mouse } = running.page
    await mouse.move(before.x + before.width / 2, before.y + before.height / 2)
    await mouse.down()
    await mouse.move(before.x + before.width / 2 + 40, before.y + before.height / 2 + 20, { steps: 4 })
    await mouse.up()
    await expect.poll(async () => Math.round(((await box.boundingBox())?.x ?? 0) - before.x)).toBe(40)
    const moved = await box.boundingBox()
    if (!moved) throw new Error('no box')
    await mouse.move(moved.x + moved.width - 1, moved.y + moved.height - 1)
    await mouse.down()
    await mouse.move(moved.x + moved.width + 29, moved.y + moved.height + 9, { steps: 4 })
    await mouse.up()
    await expect.poll(async () => Math.round(((await box.boundingBox())?.width ?? 0) - moved.width)).toBe(30)
    expect((await part(running, 'photo-canvas').boundingBox())?.width).toBe(canvas.width)
  })
})

describe('names written in a file', () => {
  it('are proposed beside the picture and taken with their boxes at once', async () => {
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    await part(running, 'tile').nth(1).click()
    await expect.poll(() => part(running, 'names-inside').textContent()).toContain('Cầm Thị Xao')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'take-all-inside').press('Enter')
    await part(running, 'names-inside').waitFor({ state: 'detached' })
    await expect.poll(boxesFromLeft).toEqual(['Quàng Văn Lả', 'Cầm Thị Xao'])
    const tick = part(running, 'viewer-side').getByRole('checkbox', { name: 'Vàng Seo Tủa' })
    await tick.click()
    await expect.poll(() => tick.isChecked()).toBe(true)
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
  })
})

describe('a person in the pictures', () => {
  it('leads from the photo to the page with that face in it, and to all photos', async () => {
    await part(running, 'tile').first().click()
    await running.page.getByRole('link', { name: 'Mọi ảnh của Vàng Seo Tủa' }).press('Enter')
    await part(running, 'screen-person').waitFor()
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    await expect.poll(() => part(running, 'face-strip').locator('img').count()).toBe(1)
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'face-strip').locator('button').press('Enter')
    await part(running, 'photo-viewer').waitFor()
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    await part(running, 'person-photos-all').press('Enter')
    await expect.poll(() => part(running, 'strip-photo').count()).toBe(2)
  })
})

it('no error was reported on the way', () => {
  expect(running.errors).toEqual([])
})
