import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { accessibilityFaults } from './support/axe'
import { keysOf } from './support/keys'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  await part(running, 'nav-archive').waitFor()
  await part(running, 'search').fill('khai mac ky hop thu 18')
  // Marked, it is what was searched for.
  const found = part(running, 'article-list')
    .getByRole('option')
    .filter({ has: running.page.locator('mark') })
  await found.filter({ hasText: 'Kỳ họp thứ 18' }).first().click()
  await part(running, 'screen-article').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const editor = () => part(running, 'editor')
const saved = () => part(running, 'article-saved')
const isSaved = () => expect.poll(() => saved().getAttribute('data-dirty')).toBe('false')
const reading = () => running.page.locator('.reading').first()
const captions = () =>
  part(running, 'photo-caption').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))

describe('editing an article in place', () => {
  it('begins with F2 and saves what is typed by itself', async () => {
    await press('F2')
    await editor().waitFor()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await editor().locator('.reading-block').first().click()
    await press('End')
    await running.page.keyboard.insertText(' Câu thêm.')
    await isSaved()
    expect(await saved().textContent()).toMatch(/Đã lưu \d\d:\d\d/)
    await press('Escape')
    await reading().filter({ hasText: 'Câu thêm.' }).waitFor()
  })

  it('keeps names marked while words before them change', async () => {
    const name = () => reading().locator('.reading-block .name').first()
    const words = await name().textContent()
    await press('F2')
    const block = editor()
      .locator('.reading-block', { has: running.page.locator('.name') })
      .first()
    await block.click()
    await press('Home')
    await running.page.keyboard.insertText('Theo tin mới nhận, ')
    await isSaved()
    await press('Escape')
    await expect.poll(() => name().textContent()).toBe(words)
  })

  it('loses and doubles no letter of an input method', async () => {
    await press('F2')
    await editor().locator('.reading-block').last().click()
    await press('Control+End', 'Enter')
    const session = await running.page.context().newCDPSession(running.page)
    for (const text of ['t', 'ti', 'tiê', 'tiến']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: 'tiến' })
    // As UniKey does it: what stands there is taken back and typed anew with its mark.
    await running.page.keyboard.type(' bo')
    await press('Backspace')
    await running.page.keyboard.insertText('ộ')
    await isSaved()
    expect(await editor().locator('.reading-block').last().textContent()).toBe('tiến bộ')
    await press('Escape')
    await reading().filter({ hasText: 'tiến bộ' }).waitFor()
  })

  it('takes nothing from what is pasted but words and their kind', async () => {
    await press('F2')
    await editor().locator('.reading-block').last().click()
    await press('Control+End', 'Enter')
    await running.page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/html', '<h3 style="color:red" onclick="x()">Mục mới</h3><p>Chữ <b>đậm</b><img src="x"></p>')
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('[data-testid="editor"]')?.dispatchEvent(event)
    })
    await isSaved()
    expect(await editor().locator('h1, h2, h3, [data-block="heading"]').last().textContent()).toBe('Mục mới')
    expect(await editor().locator('b, [style*="color"], img[src="x"]').count()).toBe(0)
    await press('Escape')
    await reading().locator('.reading-heading', { hasText: 'Mục mới' }).waitFor()
  })

  it('orders photos by dragging and by keys', async () => {
    await press('F2')
    await part(running, 'photo-item').first().waitFor()
    const before = await captions()
    await part(running, 'photo-grip').nth(2).dragTo(part(running, 'photo-item').first())
    await expect.poll(captions).toEqual([before[2], before[0], before[1]])
    await part(running, 'photo-caption').first().focus()
    await press('Alt+ArrowDown', 'Alt+ArrowDown')
    await expect.poll(captions).toEqual([before[0], before[1], before[2]])
    await isSaved()
    await press('Escape')
  })

  it('tags by a few letters, in a field and by keys alone', async () => {
    await press('F2')
    await part(running, 'pick-place').focus()
    await running.page.keyboard.type('na may')
    await part(running, 'pick-list').waitFor()
    await press('Enter')
    await part(running, 'edit-topics').focus()
    await running.page.keyboard.insertText('giao thông')
    await isSaved()
    await press('Escape')
    await expect.poll(() => running.page.locator('.side').textContent()).toContain('giao thông')
    expect(await running.page.locator('.side').textContent()).toContain('Nà Mây')
  })
})

describe('the history of an article', () => {
  it('says what changed, and goes back to any version', async () => {
    await part(running, 'article-history').click()
    await expect.poll(() => part(running, 'version').count()).toBeGreaterThan(4)
    const last = part(running, 'version').last()
    await part(running, 'version').nth(1).getByTestId('version-changes').click()
    await part(running, 'field-changes').first().waitFor()
    expect(await accessibilityFaults(running.page)).toEqual([])
    await last.getByTestId('version-restore').click()
    await part(running, 'article-history').click()
    await expect.poll(() => reading().textContent()).not.toContain('Theo tin mới nhận')
    await press('Control+z')
    await expect.poll(() => reading().textContent()).toContain('Theo tin mới nhận')
  })
})

describe('a file as received', () => {
  it('opens as a read-only copy that is the original byte for byte', async () => {
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openPath = async (path) => {
        opened.push(path)
        return ''
      }
    })
    await part(running, 'open-received').first().click()
    const opened = () => running.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await expect.poll(async () => (await opened()).length).toBe(1)
    const [path = ''] = await opened()
    expect(path.startsWith(tmpdir())).toBe(true)
    expect(statSync(path).mode & 0o222).toBe(0)
    const originals = join(running.folder, 'kho', 'originals')
    const kept = readdirSync(originals, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.docx'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    expect(kept.some((bytes) => bytes.equals(readFileSync(path)))).toBe(true)
  })
})

it('reported no error on the way', () => {
  expect(running.errors).toEqual([])
})
