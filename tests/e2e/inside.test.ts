import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  alternatives,
  exifBlock,
  exifSegment,
  iim,
  iptcSegment,
  list,
  mwgRegions,
  utf8,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '../fixtures/make/photo-words'
import { jpeg } from '../fixtures/make/pictures'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { lookedAt } from './support/looks'
import { makeSampleArchive, part } from './support/steps'

// Words inside a picture, from its coming in to the settings: each test goes on where the one before ended.
let running: RunningApp
let picture: string

beforeAll(async () => {
  running = await launchApp({
    archive: (folder) => makeSampleArchive(join(folder, 'kho')),
    size: { width: 1280, height: 860 },
  })
  const desk = join(running.folder, 'Bàn')
  mkdirSync(desk)
  picture = join(desk, 'IMG_2041.jpg')
  const words = [
    xmpSegment(
      xmpPacket(
        alternatives('dc:description', { 'x-default': 'Đại biểu HĐND tỉnh tiếp xúc cử tri xã Nà Mây' }) +
          list('dc:creator', ['Mùa A Dế'], 'Seq') +
          list('dc:subject', ['tiếp xúc cử tri', 'Nà Mây']) +
          mwgRegions([{ name: 'Lường Thị Ngần', at: [0.3, 0.4, 0.2, 0.3] }], [960, 640]),
        'photoshop:City="Nà Mây" photoshop:State="Vân Lĩnh"',
      ),
    ),
    iptcSegment(
      iim([
        [120, utf8('Tiếp xúc cử tri tại Bản Phiêng')],
        [80, utf8('Mùa A Dế')],
        [116, utf8('© Báo Vân Lĩnh')],
      ]),
    ),
    exifSegment(
      exifBlock({
        main: [
          { id: 270, type: 2, value: 'OLYMPUS DIGITAL CAMERA' },
          { id: 271, type: 2, value: 'OLYMPUS' },
          { id: 272, type: 2, value: 'E-M10' },
        ],
        photo: [{ id: 36867, type: 2, value: '2025:03:12 08:31:05' }],
      }),
    ),
  ] as const
  writeFileSync(picture, withSegments(await jpeg(4, 960, 640), ...words))
  writeFileSync(`${picture}.xmp`, xmpPacket(alternatives('dc:title', { 'x-default': 'Tiếp xúc cử tri' })))
  await part(running, 'nav-intake').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const shot = (name: string) =>
  process.env.KHO_SHOTS ? running.page.screenshot({ path: join(process.env.KHO_SHOTS, `${name}.png`) }) : undefined

/** The same screen light and dark, for whoever looks. */
async function shots(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await running.page.emulateMedia({ colorScheme })
    await shot(`${name}-${colorScheme}`)
  }
  await running.page.emulateMedia({ colorScheme: 'light' })
}

describe('words inside a picture', () => {
  it('come in with it: the person named in it is offered, the .xmp file is told of', async () => {
    await running.answerDialogs([picture])
    await press('Control+o')
    await part(running, 'screen-review').waitFor()
    await part(running, 'photo-card').waitFor()
    expect(await part(running, 'screen-review').textContent()).toContain('Lường Thị Ngần')
    await part(running, 'nav-intake').click()
    const outcomes = () =>
      part(running, 'report-file').evaluateAll((all) => all.map((one) => one.getAttribute('data-outcome')))
    await expect.poll(outcomes).toEqual(['photo', 'sidecar'])
    await part(running, 'draft').first().click()
  })

  it('are seen beside the photo: what is used, why, and what differs', async () => {
    await part(running, 'photo-card').locator('button').first().click()
    await part(running, 'embedded').locator('summary').first().click()
    const caption = part(running, 'inside-caption')
    await caption.waitFor()
    expect(await caption.locator('.inside-used').textContent()).toBe('Đại biểu HĐND tỉnh tiếp xúc cử tri xã Nà Mây')
    expect(await caption.locator('summary').textContent()).toContain('Dùng của XMP vì đứng đầu')
    expect(
      await caption
        .getByTestId('inside-found')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-standing'))),
    ).toEqual(['taken', 'other', 'maker'])
    expect(await part(running, 'inside-source-sidecar').textContent()).toContain('IMG_2041.jpg.xmp')
    expect(await part(running, 'inside-source-xmp').textContent()).toContain('Lường Thị Ngần (có vị trí)')
    await caption.scrollIntoViewIfNeeded()
    await shots('inside-viewer')
    await part(running, 'inside-source-exif').scrollIntoViewIfNeeded()
    await shots('inside-viewer-below')
  })

  it('lead to the settings that choose among them, tried on the picture itself', async () => {
    await part(running, 'inside-panel').locator('a').click()
    await part(running, 'group-pictures').waitFor()
    await running.answerDialogs([picture])
    await part(running, 'trial-file').click()
    const caption = part(running, 'mapping-caption')
    await caption.getByTestId('inside-found').first().waitFor()
    await shots('mapping')
    expect(await lookedAt(running)).toEqual([])
    const tags = () => caption.getByTestId('mapping-tag').locator('.inside-value').allTextContents()
    const standings = () =>
      caption.getByTestId('inside-found').evaluateAll((all) => all.map((one) => one.getAttribute('data-standing')))
    expect(await standings()).toEqual(['taken', 'other', 'maker'])
    await caption.getByTestId('mapping-down').first().click()
    await expect
      .poll(tags)
      .toEqual([
        'Tiếp xúc cử tri tại Bản Phiêng',
        'Đại biểu HĐND tỉnh tiếp xúc cử tri xã Nà Mây',
        'OLYMPUS DIGITAL CAMERA',
      ])
    await expect.poll(standings).toEqual(['taken', 'other', 'maker'])
    await part(running, 'mapping-shipped').click()
    await part(running, 'mapping-shipped').waitFor({ state: 'detached' })
    await expect.poll(() => tags().then((all) => all[0])).toContain('Đại biểu')
    expect(running.errors).toEqual([])
  })
})
