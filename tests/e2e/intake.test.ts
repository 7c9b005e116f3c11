import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { effortOf } from './support/effort'
import { keysOf } from './support/keys'
import { makeSampleArchive, part, sampleFolder } from './support/steps'

// A clerk's intake over the sample archive: each test goes on where the one before ended.
let running: RunningApp
let chromium: CDPSession
let desk: string

const release = `UBND tỉnh họp báo về Tuần Văn hoá 2025

Sáng 14/8/2025, tại Trung tâm Hội nghị tỉnh, UBND tỉnh Vân Lĩnh tổ chức họp báo về Tuần Văn hoá 2025.

Chủ trì họp báo có đồng chí Trần Thị Mai, Phó Chủ tịch UBND tỉnh.

Tin, ảnh: Thu Hà
`

beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  chromium = await running.page.context().newCDPSession(running.page)
  await part(running, 'nav-intake').waitFor()
  desk = join(running.folder, 'Bàn')
  mkdirSync(desk)
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const write = (name: string, text: string) => {
  const path = join(desk, name)
  writeFileSync(path, text)
  return path
}

async function drop(...files: string[]): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files, dragOperationsMask: 1 }
    await chromium.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
}

describe('one drop, one look, one key', () => {
  it('files a press release that was read right', async () => {
    const path = write('họp báo.txt', release)
    const effort = await effortOf(running, 'filing a press release read right (and one drop)', async () => {
      await drop(path)
      await part(running, 'screen-review').waitFor()
      await press('Control+Enter')
      await part(running, 'toast').first().waitFor()
    })
    // Ctrl and Enter are one chord, heard as two keys.
    expect(effort).toEqual({ clicks: 0, keys: 2 })
  })
})

describe('the queue', () => {
  it('says of each draft what was recognised, and flags one that repeats another', async () => {
    const [a, b] = [
      write('họp báo lại.txt', `${release}\n`),
      write('khác.txt', release.replaceAll('Văn hoá', 'Du lịch')),
    ]
    await drop(a, b)
    await part(running, 'screen-review').waitFor()
    await part(running, 'nav-intake').click()
    await expect.poll(() => part(running, 'draft').count()).toBe(2)
    const row = await part(running, 'draft').first().textContent()
    expect(row).toContain('14/08/2025')
    expect(row).toContain('Trần Thị Mai')
    expect(row).toContain('Có thể trùng')
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('lays the two side by side, and discards the repetition by one click', async () => {
    await part(running, 'compare').first().click()
    await part(running, 'dialog-compare').waitFor()
    await expect.poll(() => part(running, 'compare-differs').textContent()).toContain('như nhau')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'compare-discard').click()
    await expect.poll(() => part(running, 'draft').count()).toBe(1)
  })

  it('discards by one click and takes it back by one key', async () => {
    const effort = await effortOf(running, 'discarding a draft and taking it back', async () => {
      await part(running, 'queue-discard').first().click()
      await expect.poll(() => part(running, 'draft').count()).toBe(0)
      await press('Control+Z')
      await expect.poll(() => part(running, 'draft').count()).toBe(1)
    })
    expect(effort.clicks).toBe(1)
  })
})

describe('the review', () => {
  it('takes a second event, and files both', async () => {
    await part(running, 'draft').first().click()
    await part(running, 'screen-review').waitFor()
    await part(running, 'add-event').click()
    await expect.poll(() => part(running, 'event-card').count()).toBe(2)
    await part(running, 'event-card').last().getByTestId('field-title').fill('Lễ ra mắt phố đi bộ')
    await part(running, 'accept-all').click()
    await expect.poll(() => part(running, 'suggestion').first().getAttribute('data-state')).toBe('accepted')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await press('Control+Enter')
    await part(running, 'screen-intake').waitFor()
    await part(running, 'nav-event').click()
    await part(running, 'authority-filter').fill('pho di bo')
    await expect.poll(() => part(running, 'authority-list').textContent()).toContain('Lễ ra mắt phố đi bộ')
  })

  it('flags a photo nearly the same as one held already', async () => {
    const { default: sharp } = await import('sharp')
    const small = join(desk, 'nhỏ.jpg')
    const held = join(sampleFolder, 'Thông xe cầu Nà Mây', '20251219_083012.jpg')
    writeFileSync(small, await sharp(readFileSync(held)).resize(500).jpeg().toBuffer())
    await drop(small)
    await part(running, 'screen-review').waitFor()
    // The flag lays both beside each other at once.
    await part(running, 'near-flag').click()
    await part(running, 'dialog-near').waitFor()
    expect(await part(running, 'dialog-near').textContent()).toContain('20251219_083012.jpg')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'not-near').click()
    await part(running, 'dialog-near').waitFor({ state: 'detached' })
    await part(running, 'near-photos').waitFor({ state: 'detached' })
    await press('Escape')
    await part(running, 'photo-viewer').waitFor({ state: 'detached' })
    await part(running, 'near-flag').waitFor({ state: 'detached' })
  })
})

describe('a watched folder', () => {
  it('offers what comes in, takes it at one click and nothing by itself', async () => {
    const watched = join(running.folder, 'Tin đến')
    mkdirSync(watched)
    await part(running, 'nav-settings').click()
    await running.answerDialogs([watched])
    await part(running, 'group-watch').getByTestId('pick-target').click()
    await expect.poll(() => part(running, 'group-watch').textContent()).toContain('Tin đến')
    await part(running, 'nav-intake').click()
    copyFileSync(write('mới.txt', release.replaceAll('Văn hoá', 'Thể thao')), join(watched, 'mới.txt'))
    await part(running, 'watch-new').waitFor({ timeout: 30_000 })
    expect(await part(running, 'watch-new').textContent()).toContain('mới.txt')
    expect(await accessibilityFaults(running.page)).toEqual([])
    const before = await part(running, 'draft').count()
    await part(running, 'watch-take').click()
    await part(running, 'screen-review').waitFor()
    await part(running, 'nav-intake').click()
    await expect.poll(() => part(running, 'draft').count()).toBe(before + 1)
    await part(running, 'watch-new').waitFor({ state: 'detached' })
    renameSync(watched, `${watched} vắng`)
    await part(running, 'watch-away').waitFor({ timeout: 30_000 })
  })
})

it('no error was reported on the way', () => {
  expect(running.errors).toEqual([])
})
