import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { effortOf } from './support/effort'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

// The photos of the sample archive in one window: each test goes on where the one before ended.
let running: RunningApp
let chromium: CDPSession

beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  chromium = await running.page.context().newCDPSession(running.page)
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const tiles = () => part(running, 'tile')
const found = () => part(running, 'found').textContent()
const place = () => running.page.locator('.viewer-place').textContent()
const boxes = () => part(running, 'box').evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')))
const closed = () => part(running, 'photo-viewer').waitFor({ state: 'detached' })

async function drag(from: [number, number], to: [number, number]): Promise<void> {
  const sheet = await part(running, 'draw-sheet').boundingBox()
  if (!sheet) throw new Error('nothing to draw on')
  const at = ([x, y]: [number, number]) => [sheet.x + sheet.width * x, sheet.y + sheet.height * y] as const
  await running.page.mouse.move(...at(from))
  await running.page.mouse.down()
  await running.page.mouse.move(...at(to), { steps: 4 })
  await running.page.mouse.up()
}

describe('looking at photos', () => {
  it('shows every photo under its month, and finds them by words and people', async () => {
    await part(running, 'nav-photos').click()
    await expect.poll(() => tiles().count()).toBeGreaterThan(6)
    expect(await found()).toContain('23')
    expect(await running.page.locator('.wall-month').first().textContent()).toContain('12/2025')
    await part(running, 'photos-find').fill('cat bang')
    await expect.poll(found).toContain('Tìm thấy 1')
    expect(await tiles().first().textContent()).toContain('cắt băng')
    await part(running, 'photos-find').fill('')
    await expect.poll(found).toContain('23')
  })

  it('shows them by event', async () => {
    await part(running, 'screen-photos').locator('select').selectOption('event')
    await expect.poll(() => part(running, 'strip-photo').count()).toBeGreaterThan(4)
    await part(running, 'strip-photo').first().click()
    await expect.poll(place).toContain('/ 4')
    await press('Escape')
    await closed()
    await part(running, 'screen-photos').locator('select').selectOption('date')
  })

  it('goes through them by keys alone, and answers “every photo of a person” in seconds', async () => {
    const { clicks } = await effortOf(running, 'every photo of a person, by keyboard', async () => {
      await part(running, 'photos-find').focus()
      await running.page.keyboard.type('người:"Phạm Gia Huy"')
      await expect.poll(found).toContain('Tìm thấy')
      await part(running, 'photo-wall').focus()
      await press('Enter')
      await part(running, 'photo-stage').waitFor()
      await press('Escape')
      await closed()
    })
    expect(clicks).toBe(0)
    await part(running, 'photos-find').fill('')
    await expect.poll(found).toContain('23')
    await part(running, 'photo-wall').focus()
    await press('Home', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'Enter')
    await expect.poll(place).toMatch(/^1 /)
    await press('ArrowRight')
    await expect.poll(place).toMatch(/^2 /)
    await part(running, 'photo-canvas').waitFor()
    await press('+', '+')
    await press('ArrowRight')
    expect(await place()).toMatch(/^2 /)
    await press('0', 'ArrowLeft')
    await expect.poll(place).toMatch(/^1 /)
    expect(await accessibilityFaults(running.page)).toEqual([])
  })
})

describe('describing a photo', () => {
  it('writes a caption, and the keyboard goes on to the next one', async () => {
    const field = part(running, 'photo-caption')
    await field.fill('Bà con xã Nà Mây qua cầu mới.')
    await press('Control+Enter')
    await expect.poll(place).toMatch(/^2 /)
    await expect
      .poll(() => running.page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('photo-caption')
    await press('Escape')
    await closed()
    await expect.poll(() => tiles().first().textContent()).toContain('qua cầu mới')
  })

  it('loses no letter that an input method puts together', async () => {
    await tiles().nth(1).click()
    const field = part(running, 'photo-caption')
    await field.fill('')
    for (const text of ['t', 'tr', 'tru', 'truo', 'trươ', 'trườ', 'trường']) {
      await chromium.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await chromium.send('Input.insertText', { text: 'Trường' })
    // Unikey takes a letter back and writes another, as keys.
    await running.page.keyboard.type(' học a')
    await press('Backspace')
    await running.page.keyboard.insertText('ấ')
    await running.page.keyboard.type('y')
    expect(await field.inputValue()).toBe('Trường học ấy')
    await part(running, 'photo-by').focus()
    await press('Escape')
    await closed()
    await expect.poll(() => tiles().nth(1).textContent()).toContain('Trường học ấy')
  })

  it('marks a person by drawing a box and choosing from the article’s names', async () => {
    await tiles().first().click()
    await part(running, 'photo-canvas').waitFor()
    const effort = await effortOf(running, 'marking a person by mouse', async () => {
      await part(running, 'draw').click()
      await drag([0.2, 0.35], [0.28, 0.5])
      await running.page.getByTestId('picker-choice').first().click()
    })
    expect(effort.clicks).toBe(3)
    await expect.poll(async () => (await boxes()).length).toBe(1)
    await expect.poll(() => part(running, 'unbox').count()).toBe(1)
    await part(running, 'draw').click()
  })

  it('finds a person without diacritics, and makes one that is none yet, by keyboard alone', async () => {
    const effort = await effortOf(running, 'marking a person by keyboard', async () => {
      await part(running, 'photo-stage').focus()
      await press('b', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Enter')
      await running.page.getByTestId('picker').waitFor()
      await running.page.keyboard.type('Triệu Thị Thử')
      await expect.poll(() => part(running, 'picker-choice').last().textContent()).toContain('Triệu Thị Thử')
      await press('ArrowUp', 'Enter')
    })
    expect(effort.clicks).toBe(0)
    await expect.poll(async () => (await boxes()).join()).toContain('Triệu Thị Thử')
    await press('Escape')
    await closed()
    await part(running, 'photos-find').fill('người:"trieu thi thu"')
    await expect.poll(found).toContain('Tìm thấy 1')
    await part(running, 'photos-find').fill('')
  })

  it('offers the names of “từ trái sang” to the boxes one after another', async () => {
    await expect.poll(found).toContain('23')
    await tiles().first().click()
    await part(running, 'photo-caption').fill('Từ trái sang: Lò Văn Một, Hà Thị Hai, Vì Văn Ba.')
    await part(running, 'order').click()
    await part(running, 'dialog-order').waitFor()
    expect(await part(running, 'order-names').inputValue()).toContain('Từ trái sang: Lò Văn Một')
    await part(running, 'order-start').click()
    await expect.poll(() => part(running, 'marking').textContent()).toContain('Lò Văn Một')
    await drag([0.1, 0.35], [0.16, 0.5])
    await expect.poll(() => part(running, 'marking').textContent()).toContain('Hà Thị Hai')
    await drag([0.4, 0.35], [0.46, 0.5])
    await expect.poll(() => part(running, 'marking').textContent()).toContain('Vì Văn Ba')
    await drag([0.7, 0.35], [0.76, 0.5])
    await part(running, 'marking').waitFor({ state: 'detached' })
    await expect.poll(async () => (await boxes()).join()).toContain('Vì Văn Ba')
    expect(await accessibilityFaults(running.page)).toEqual([])
  })

  it('turns the picture, and the boxes with it', async () => {
    const before = await part(running, 'photo-canvas').boundingBox()
    const box = await part(running, 'box').first().boundingBox()
    await part(running, 'photo-stage').focus()
    await press(']')
    await expect
      .poll(async () => {
        const now = await part(running, 'photo-canvas').boundingBox()
        return now && now.height > now.width
      })
      .toBe(true)
    const after = await part(running, 'box').first().boundingBox()
    expect((after?.width ?? 0) > (after?.height ?? 0)).not.toBe((box?.width ?? 0) > (box?.height ?? 0))
    const preview = running.page.locator('.viewer-canvas img.preview').last()
    await expect
      .poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth))
      .toBe(true)
    await press('[')
    await expect.poll(async () => (await part(running, 'photo-canvas').boundingBox())?.width).toBe(before?.width)
    await press('Escape')
    await closed()
  })
})

describe('describing many photos', () => {
  it('shows before and after, and writes them in one change that one undo takes back', async () => {
    const effort = await effortOf(running, 'the same photographer for all photos found', async () => {
      await part(running, 'photos-find').focus()
      await running.page.keyboard.type('cau na may')
      await expect.poll(found).toContain('Tìm thấy')
      await part(running, 'photo-wall').focus()
      await press('Control+a')
      await part(running, 'photos-describe').click()
      await part(running, 'dialog-describe').getByText('Người chụp', { exact: true }).click()
      await part(running, 'batch-photographers').fill('Thu Hà; Đức Anh')
      await expect.poll(() => part(running, 'batch-table').textContent()).toContain('Thu Hà; Đức Anh')
      expect(await accessibilityFaults(running.page)).toEqual([])
      await part(running, 'batch-do').click()
    })
    expect(effort.clicks).toBe(3)
    await part(running, 'dialog-describe').waitFor({ state: 'detached' })
    await tiles().first().click()
    await expect.poll(() => part(running, 'photo-by').inputValue()).toBe('Thu Hà; Đức Anh')
    await press('Escape')
    await closed()
  })
})

describe('people and captions of many photos', () => {
  it('are chosen by keyboard, shown before they are written, and written by rule', async () => {
    await part(running, 'photos-find').fill('cau na may')
    await expect.poll(found).toContain('Tìm thấy')
    await part(running, 'photo-wall').focus()
    await press('Control+a')
    await part(running, 'photos-describe').press('Enter')
    const dialog = part(running, 'dialog-describe')
    await dialog.getByRole('checkbox', { name: 'Người trong ảnh', exact: true }).press('Space')
    await part(running, 'batch-add-person').press('Enter')
    await running.page.getByTestId('picker').waitFor()
    await running.page.keyboard.type('pham gia huy')
    await expect.poll(() => part(running, 'picker-choice').first().textContent()).toContain('Phạm Gia Huy')
    await press('Enter')
    // The next one is a key away.
    await expect
      .poll(() => part(running, 'batch-add-person').evaluate((it) => it === document.activeElement))
      .toBe(true)
    await dialog.getByRole('checkbox', { name: 'Chú thích', exact: true }).press('Space')
    await dialog.getByRole('combobox', { name: 'Cách ghi chú thích' }).selectOption('after')
    await part(running, 'batch-caption').fill('Ảnh lưu phòng tin.')
    await expect.poll(() => part(running, 'batch-table').textContent()).toContain('Ảnh lưu phòng tin.')
    expect(await part(running, 'batch-table').textContent()).toContain('Phạm Gia Huy')
    expect(await accessibilityFaults(running.page)).toEqual([])
    await part(running, 'batch-do').press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await tiles().first().click()
    await expect.poll(() => part(running, 'photo-caption').inputValue()).toMatch(/Ảnh lưu phòng tin\.$/)
    await expect.poll(() => part(running, 'photo-person').allTextContents()).toContain('Phạm Gia Huy')
    await press('Escape')
    await closed()
    await part(running, 'photos-find').fill('')
  })
})

describe('dragging a photo out', () => {
  it('hands over a read-only copy of the original, by id', async () => {
    await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents) contents.startDrag = (item) => void Object.assign(globalThis, { dragged: item.file })
    })
    const id = await tiles()
      .first()
      .locator('img')
      .evaluate((image: HTMLImageElement) => new URL(image.src).pathname.slice(1))
    const answer = await running.page.evaluate((one) => window.kho.shell('shell.dragOut', { ids: [one] }), id)
    expect(answer).toMatchObject({ ok: true })
    const file = await running.app.evaluate(() => (globalThis as { dragged?: string }).dragged ?? '')
    expect(existsSync(file)).toBe(true)
    expect(statSync(file).mode & 0o222).toBe(0)
    const { createHash } = await import('node:crypto')
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(id)
    const path = await running.page.evaluate(() => window.kho.shell('shell.dragOut', { ids: ['../../etc/passwd'] }))
    expect(path).toMatchObject({ ok: false, error: { code: 'input-invalid' } })
  })
})

it('no error was reported on the way', () => {
  expect(running.errors).toEqual([])
})
