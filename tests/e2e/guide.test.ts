import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { shippedPackageRules } from '#delivery/package/rules'
import { archiveHere, type Here } from '#tests/unit/operations/custody/here'
import { packable } from '#tests/unit/operations/custody/packable'
import { sandboxArgs } from '../../build/lib/window.mjs'
import { ownDisplay } from './support/display'

let here: Here
let app: ElectronApplication
let page: Page
let bag = ''
const home = mkdtempSync(join(tmpdir(), 'kho-guide-'))
const errors: string[] = []

/** A browser and nothing else: the page must do without anything of ours around it. */
function browser(): string {
  const folder = join(home, 'browser')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"guide","version":"1.0.0","main":"main.cjs"}')
  const main = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  globalThis.shown = new BrowserWindow({ width: 900, height: 1000 })
  globalThis.shown.loadFile(process.env.KHO_GUIDE)
})`
  writeFileSync(join(folder, 'main.cjs'), main)
  return folder
}

beforeAll(async () => {
  here = await archiveHere()
  const id = await packable(here)
  const { path } = await here.call('transfer.package', { id, folder: join(home, 'giao'), metadata: false })
  bag = path
  app = await _electron.launch({
    executablePath: inject('electron'),
    args: [...sandboxArgs(), `--user-data-dir=${join(home, 'user')}`, browser()],
    env: {
      ...(process.env as Record<string, string>),
      ...ownDisplay(),
      KHO_GUIDE: join(bag, shippedPackageRules.guide),
    },
  })
  page = await app.firstWindow()
  page.on('pageerror', (error) => errors.push(error.message))
  page.setDefaultTimeout(15_000)
}, 60_000)
afterAll(async () => {
  await app?.close()
  await here?.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

async function checked(folder: string) {
  await page.evaluate(() => {
    delete document.body.dataset.result
  })
  await page.setInputFiles('#pick', folder)
  await page.waitForSelector('body[data-result]')
  const faults = await page.locator('#faults tbody tr').allInnerTexts()
  return { verdict: await page.textContent('#verdict'), faults: faults.map((row) => row.replaceAll('\t', ': ')) }
}

describe('the page that explains a package', () => {
  it('tells what is in it', async () => {
    expect(await page.title()).toBe('Đợt 1')
    expect(await page.locator('table').first().innerText()).toContain('Văn phòng HĐND')
    expect(await page.locator('tbody').nth(1).innerText()).toContain('Hồ sơ </script> kỳ họp')
    if (process.env.KHO_GUIDE_PICTURE) await page.screenshot({ path: process.env.KHO_GUIDE_PICTURE, fullPage: true })
  })

  it('works out the same digests as everyone, for every length around its blocks', async () => {
    const lengths = [...Array(200).keys(), 4095, 4096, 100_003]
    const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256)
    const theirs = lengths.map((length) => createHash('sha256').update(bytes(length)).digest('hex'))
    const ours = await page.evaluate(
      (all) =>
        all.map((length) => {
          const whole = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256)
          // In two pieces, so that the rest of one meets the beginning of the next.
          const script = 'new Sha256().update(whole.subarray(0, cut)).update(whole.subarray(cut)).hex()'
          return new Function('whole', 'cut', `return ${script}`)(whole, length >> 1) as string
        }),
      lengths,
    )
    expect(ours).toEqual(theirs)
  })

  it('finds the package whole, whatever folder was chosen around it', async () => {
    expect(await checked(bag)).toEqual({ verdict: 'ĐẠT: gói đầy đủ và nguyên vẹn', faults: [] })
    expect((await checked(join(home, 'giao'))).faults).toEqual([])
  })

  it('names what is altered, missing and too much, and can print it', async () => {
    writeFileSync(join(bag, 'data/2024.01/Bài/00001 Bài tư.docx'), 'khác')
    rmSync(join(bag, 'metadata/person.json'), { force: true })
    rmSync(join(bag, 'metadata/fonds.json'))
    writeFileSync(join(bag, 'data/thừa.txt'), '')
    const { verdict, faults } = await checked(bag)
    expect(verdict).toBe('KHÔNG ĐẠT')
    expect(faults.sort()).toEqual([
      'data/2024.01/Bài/00001 Bài tư.docx: Nội dung đã khác',
      'data/thừa.txt: Tệp thừa, không có trong bản kê',
      'metadata/fonds.json: Thiếu tệp',
    ])
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('#pick')).toBe(false)
    expect(await page.isVisible('#faults')).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    const picture = process.env.KHO_GUIDE_PICTURE
    if (picture) await page.screenshot({ path: picture.replace('.png', '-2.png'), fullPage: true })
    expect(errors).toEqual([])
  })
})
