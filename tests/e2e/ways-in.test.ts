import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpeg } from '../fixtures/make/pictures'
import { zipped } from '../fixtures/make/zip'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part, sampleFolder } from './support/steps'

let running: RunningApp
let chromium: CDPSession

beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  chromium = await running.page.context().newCDPSession(running.page)
}, 120_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const rows = () => part(running, 'article-list').getByRole('option')

const copied = `Hội nghị tập huấn công tác lưu trữ

Sáng 15/5/2025, tại thành phố Vân Lĩnh, Sở Nội vụ tổ chức Hội nghị tập huấn công tác lưu trữ.

Đồng chí Trần Thị Mai, Giám đốc Sở Nội vụ dự và phát biểu.

Tin, ảnh: Thu Hà`

describe('pasting', () => {
  it('anywhere makes a draft and shows it', async () => {
    await part(running, 'nav-archive').click()
    await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), copied)
    await press('Control+V')
    await part(running, 'screen-review').waitFor()
    expect(await part(running, 'text-title').textContent()).toContain('Hội nghị tập huấn công tác lưu trữ')
    expect(await part(running, 'authors').inputValue()).toContain('Thu Hà')
  })
})

describe('pasting a picture', () => {
  const pastePicture = async (nth: number) =>
    running.page.evaluate(
      (bytes) => {
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      },
      [...(await jpeg(nth))],
    )

  it('adds it to the draft under review, and elsewhere makes a draft of it', async () => {
    const cards = () => part(running, 'photo-card').count()
    await part(running, 'text-title').waitFor()
    await running.page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await pastePicture(3)
    await expect.poll(cards, { timeout: 15_000 }).toBe(1)
    await part(running, 'nav-archive').click()
    await pastePicture(4)
    await part(running, 'screen-review').waitFor()
    await expect.poll(cards, { timeout: 15_000 }).toBe(1)
  })
})

describe('dropping', () => {
  const drop = async (type: 'dragEnter' | 'dragOver' | 'drop', files: string[]) =>
    chromium.send('Input.dispatchDragEvent', {
      type,
      x: 600,
      y: 400,
      data: { items: [], files, dragOperationsMask: 1 },
    })

  it('says beforehand what will happen, then names what it already holds', async () => {
    await part(running, 'nav-archive').click()
    const files = [join(sampleFolder, 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx')]
    await drop('dragEnter', files)
    await drop('dragOver', files)
    await part(running, 'drop-overlay').waitFor()
    await drop('drop', files)
    const line = running.page.locator('[data-testid="report-file"]').first()
    await line.waitFor()
    expect(await line.getAttribute('data-outcome')).toBe('already-held')
  })
})

describe('a folder of everything', () => {
  it('says of each file what became of it, and shows photos of phones', async () => {
    const inbox = join(running.folder, 'in')
    mkdirSync(inbox)
    copyFileSync(join(import.meta.dirname, '..', 'fixtures', 'pictures', 'phone.heic'), join(inbox, 'IMG_0001.HEIC'))
    writeFileSync(join(inbox, 'bảng.pdf'), '%PDF-1.7')
    writeFileSync(join(inbox, 'rỗng.docx'), '')
    writeFileSync(join(inbox, '~$tin.docx'), 'khoá')
    writeFileSync(join(inbox, 'ảnh.zip'), await zipped({ '1.jpg': await jpeg(7), '2.jpg': await jpeg(8) }))
    await part(running, 'nav-intake').click()
    await running.answerDialogs([inbox])
    await part(running, 'pick-folder').click()
    const line = (name: string) => part(running, 'report-file').filter({ hasText: name })
    await line('bảng.pdf').waitFor({ timeout: 30_000 })
    expect(await line('bảng.pdf').textContent()).toContain('chép phần chữ rồi dán')
    expect(await line('rỗng.docx').textContent()).toContain('Tệp rỗng')
    expect(await line('~$tin.docx').getAttribute('data-outcome')).toBe('skipped')
    expect(await line('ảnh.zip').getAttribute('data-outcome')).toBe('unpacked')
    expect(await line('2.jpg').getAttribute('data-outcome')).toBe('photo')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await line('IMG_0001').getByRole('link').click()
    const picture = running.page.locator('[data-testid="photo-card"] img').first()
    await picture.waitFor()
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(320)
  })
})

describe('typing Vietnamese', () => {
  it('searches nothing while a syllable is still being put together', async () => {
    await part(running, 'nav-archive').click()
    await expect.poll(() => rows().count()).toBe(11)
    await part(running, 'search').focus()
    const steps = ['k', 'ki', 'kin', 'kinh', 'kính']
    for (const text of steps) {
      await chromium.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await running.page.waitForTimeout(120)
      expect(await rows().count()).toBe(11)
    }
    await chromium.send('Input.insertText', { text: 'kỳ họp' })
    await expect.poll(() => rows().count()).toBeLessThan(11)
    expect(await part(running, 'search').inputValue()).toBe('kỳ họp')
  })
})

it('no error was reported on the way', () => {
  expect(running.errors).toEqual([])
})
