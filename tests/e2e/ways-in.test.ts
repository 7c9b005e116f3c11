import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { makeSampleArchive, part, sampleFolder } from './support/steps'

let running: RunningApp
let chromium: CDPSession

beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  chromium = await running.page.context().newCDPSession(running.page)
}, 120_000)
afterAll(() => running.close())

const rows = () => part(running, 'article-list').getByRole('option')

const copied = `Hội nghị tập huấn công tác lưu trữ

Sáng 15/5/2025, tại thành phố Vân Lĩnh, Sở Nội vụ tổ chức Hội nghị tập huấn công tác lưu trữ.

Đồng chí Trần Thị Mai, Giám đốc Sở Nội vụ dự và phát biểu.

Tin, ảnh: Thu Hà`

describe('pasting', () => {
  it('anywhere makes a draft and shows it', async () => {
    await part(running, 'nav-archive').click()
    await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), copied)
    await running.page.keyboard.press('Control+V')
    await part(running, 'screen-review').waitFor()
    expect(await part(running, 'text-title').textContent()).toContain('Hội nghị tập huấn công tác lưu trữ')
    expect(await part(running, 'authors').inputValue()).toContain('Thu Hà')
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
